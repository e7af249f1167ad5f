package import Text

/// How long a voice needs for a text before it is spoken.
package struct SpeechPace: Hashable, Sendable, Codable {
    /// Seconds for a syllable.
    package var syllable: Double
    /// Seconds for a pause inside a text: one for a comma, two for the end of a sentence.
    package var pause: Double
    /// Seconds that each utterance takes besides.
    package var utterance: Double

    package init(syllable: Double, pause: Double, utterance: Double) {
        self.syllable = syllable
        self.pause = pause
        self.utterance = utterance
    }

    /// What is usual in a language, before a voice was measured.
    package init(language: LanguageTag) { self.init(syllable: 0.2, pause: 0.15, utterance: 0.05) }

    /// Seconds that the voice needs for a text.
    package func seconds(_ text: String, in language: LanguageTag) -> Double { 0 }

    /// Characters that a wording like this one may have to be spoken in so many seconds; at least 1.
    package func characterBudget(like text: String, in language: LanguageTag, seconds: Double) -> Int { 1 }

    /// The pace that fits measured lines best (least squares, held near this pace while the lines are few).
    package func calibrated(by lines: [(text: String, seconds: Double)], in language: LanguageTag) -> SpeechPace {
        self
    }
}
