/// A subtitle as it is shown: timed text that is laid out.
package struct Subtitle: Hashable, Sendable, Codable {
    /// The line or lines of the work that it shows, for findings and for what is done again: the ids of `SpokenLine`.
    package var ids: [String]
    package var time: TimeSpan
    /// From top to bottom, in logical order of characters, without markup.
    package var lines: [String]
    /// The same in the other language of a bilingual edition, shown below; empty without one.
    package var secondLines: [String]
    package var speaker: String?
    package var kind: Kind

    package init(
        ids: [String],
        time: TimeSpan,
        lines: [String],
        secondLines: [String] = [],
        speaker: String? = nil,
        kind: Kind = .dialogue
    ) {
        self.ids = ids
        self.time = time
        self.lines = lines
        self.secondLines = secondLines
        self.speaker = speaker
        self.kind = kind
    }

    /// What a subtitle says: speech stands at the bottom, the others at the top of the picture.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case dialogue
        /// Writing in the picture: a sign, a letter, a phone's screen.
        case onScreen
        /// A translator's note.
        case note
    }
}
