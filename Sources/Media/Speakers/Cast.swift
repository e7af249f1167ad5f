/// Who plays in a series: one entry a character, edited by people and kept over its episodes.
package struct Cast: Hashable, Sendable, Codable {
    /// In the order in which they first speak.
    package var members: [Member]

    package init(_ members: [Member] = []) { self.members = members }

    package struct Member: Hashable, Sendable, Codable {
        /// As the source calls the character, or `Speaker 1` while nobody has named it. Unique in the cast.
        package var name: String
        /// Other names that sources use for the same character.
        package var otherNames: [String]
        package var gender: Gender?
        package var age: Age?
        /// The voice that speaks the character in the dub: an id of the voices installed; nil to have one chosen.
        package var voice: String?
        /// What the character's original voice is like: a unit vector, the mean of what was heard; empty when nothing was.
        package var voiceprint: [Float]
        /// Seconds of speech behind `voiceprint`.
        package var heard: Double

        package init(
            name: String,
            otherNames: [String] = [],
            gender: Gender? = nil,
            age: Age? = nil,
            voice: String? = nil,
            voiceprint: [Float] = [],
            heard: Double = 0
        ) {
            self.name = name
            self.otherNames = otherNames
            self.gender = gender
            self.age = age
            self.voice = voice
            self.voiceprint = voiceprint
            self.heard = heard
        }

        /// Whether a source's name for a speaker means this character.
        package func answers(to speaker: String) -> Bool { name == speaker || otherNames.contains(speaker) }
    }

    package enum Gender: String, Sendable, Codable, CaseIterable { case female, male, other }

    package enum Age: String, Sendable, Codable, CaseIterable { case child, young, adult, old }

    /// The character that a source's name for a speaker means.
    package subscript(speaker: String) -> Member? { members.first { $0.answers(to: speaker) } }

    /// Adds an entry for each speaker that has none yet, in order.
    package mutating func add(_ speakers: some Sequence<String>) {
        for speaker in speakers where !speaker.isEmpty && self[speaker] == nil {
            members.append(Member(name: speaker))
        }
    }
}
