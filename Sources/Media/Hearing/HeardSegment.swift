package import Text

/// A stretch of speech as a recognizer gives it: some seconds with their text.
package struct HeardSegment: Hashable, Sendable, Codable {
    package var time: TimeSpan
    package var text: String
    /// With their times, in order; empty when the recognizer does not say.
    package var words: [SpokenLine.Word]
    /// How likely it is that nobody speaks there, 0 to 1; nil when the recognizer does not say.
    package var silence: Double?

    package init(time: TimeSpan, text: String, words: [SpokenLine.Word] = [], silence: Double? = nil) {
        self.time = time
        self.text = text
        self.words = words
        self.silence = silence
    }
}
