package import Text

/// A line of dialogue in the language of the subtitles, before it is laid out.
package struct SubtitleLine: Hashable, Sendable {
    /// The id of its `SpokenLine`.
    package var id: String
    /// When it is spoken or shown.
    package var time: TimeSpan
    /// What the subtitle says. Line breaks count as spaces.
    package var text: String
    /// The same in the other language of a bilingual edition; nil without one.
    package var secondText: String?
    /// Who speaks; nil when it is not known.
    package var speaker: String?
    package var kind: Subtitle.Kind
    /// When the words of the original are spoken, in order: where a long text is cut, its parts follow them.
    package var words: [SpokenLine.Word]
    /// Names in `text` that no line break may part.
    package var names: [String]

    package init(
        id: String,
        time: TimeSpan,
        text: String,
        secondText: String? = nil,
        speaker: String? = nil,
        kind: Subtitle.Kind = .dialogue,
        words: [SpokenLine.Word] = [],
        names: [String] = []
    ) {
        self.id = id
        self.time = time
        self.text = text
        self.secondText = secondText
        self.speaker = speaker
        self.kind = kind
        self.words = words
        self.names = names
    }

    /// The line of a film with its translation.
    package init(_ line: SpokenLine, text: String, secondText: String? = nil, names: [String] = []) {
        self.init(
            id: line.id,
            time: line.time,
            text: text,
            secondText: secondText,
            speaker: line.speaker,
            kind: line.kind,
            words: line.words,
            names: names
        )
    }
}
