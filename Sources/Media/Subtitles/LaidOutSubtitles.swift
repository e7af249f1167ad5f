package import Text

/// Subtitles as they are shown, and what could not be made to fit.
package struct LaidOutSubtitles: Hashable, Sendable {
    /// By time; of one time, dialogue first.
    package var subtitles: [Subtitle]
    /// Lines that cannot be read in the time they have, in the order of the film: to be asked for in fewer words.
    package var overBudget: [ReadingBudget]
    /// `subtitle-text` and `subtitle-times`, for what does not hold to the style; `Finding.Place.unit` is a line's id.
    package var findings: [Finding]

    package init(subtitles: [Subtitle] = [], overBudget: [ReadingBudget] = [], findings: [Finding] = []) {
        self.subtitles = subtitles
        self.overBudget = overBudget
        self.findings = findings
    }
}

/// How long the text of a line may be for the time in which it is shown.
package struct ReadingBudget: Hashable, Sendable, Codable {
    /// The id of the line.
    package var id: String
    /// Characters that its text has, as `SubtitleStyle.width(of:)` counts them.
    package var characters: Int
    /// Characters that can be read.
    package var allowed: Int
    /// Seconds for which it is shown.
    package var seconds: Double

    package init(id: String, characters: Int, allowed: Int, seconds: Double) {
        self.id = id
        self.characters = characters
        self.allowed = allowed
        self.seconds = seconds
    }
}
