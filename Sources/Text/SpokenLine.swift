/// A line of a film in its own language: what is said or shown, when, and by whom.
package struct SpokenLine: Hashable, Sendable, Codable {
    /// Stable within the episode.
    package var id: String
    package var time: TimeSpan
    package var text: String
    /// Who speaks, as the source calls it; nil when it is not known.
    package var speaker: String?
    package var kind: Subtitle.Kind
    /// When each word or character is spoken, in order; empty when it is not known.
    package var words: [Word]

    package init(
        id: String,
        time: TimeSpan,
        text: String,
        speaker: String? = nil,
        kind: Subtitle.Kind = .dialogue,
        words: [Word] = []
    ) {
        self.id = id
        self.time = time
        self.text = text
        self.speaker = speaker
        self.kind = kind
        self.words = words
    }

    /// A word, or a Chinese character, with its time.
    package struct Word: Hashable, Sendable, Codable {
        package var text: String
        package var time: TimeSpan

        package init(_ text: String, _ time: TimeSpan) {
            self.text = text
            self.time = time
        }
    }
}
