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
    ///
    /// The syllables that people speak in a second in each language (Pellegrino, Coupé and Marsico, Language 87, 2011), slower by
    /// the factor of the first voice that was measured here, which speaks English at 0.18 s a syllable.
    package init(language: LanguageTag) {
        let perSecond =
            switch language.language {
            case "zh", "yue": 5.2
            case "vi", "th", "lo", "my": 5.1
            case "de", "nl", "pl", "cs": 6.0
            case "en": 6.2
            case "it", "pt", "id", "ms", "ru", "uk", "tr", "hi", "bn": 6.9
            case "fr", "ko": 7.1
            case "es": 7.8
            // Counted in morae, of which there are more than syllables.
            case "ja": 8.8
            default: 6.5
            }
        self.init(syllable: 1.11 / perSecond, pause: 0.15, utterance: 0.06)
    }

    /// Seconds that the voice needs for a text.
    package func seconds(_ text: String, in language: LanguageTag) -> Double {
        let measure = SpeechMeasure(text, in: language)
        return measure.syllables > 0 ? seconds(measure) : 0
    }

    func seconds(_ measure: SpeechMeasure) -> Double {
        utterance + syllable * measure.syllables + pause * measure.pauses
    }

    /// Characters that a wording like this one may have to be spoken in so many seconds; at least 1.
    package func characterBudget(like text: String, in language: LanguageTag, seconds: Double) -> Int {
        let whole = self.seconds(text, in: language) - utterance
        guard seconds.isFinite, whole > 0 else { return 1 }
        let share = max(0, seconds - utterance) / whole
        return max(1, Int(min(1e6, Double(text.count) * share)))
    }

    /// The pace that fits measured lines best: least squares, held near this pace while the lines are few.
    ///
    /// Three to five lines of different length give a voice's pace within a few per cent. Lines without a duration above zero
    /// are passed over.
    package func calibrated(by lines: [(text: String, seconds: Double)], in language: LanguageTag) -> SpeechPace {
        // As if a line of seven syllables, a pause of half a second and an utterance had been measured at this pace.
        let prior: [Double] = [50, 4, 4]
        let own = [syllable, pause, utterance]
        var matrix = (0..<3).map { row in (0..<3).map { row == $0 ? prior[row] : 0 } }
        var right = (0..<3).map { prior[$0] * own[$0] }
        var count = 0
        for line in lines where line.seconds > 0 && line.seconds < 600 {
            let measure = SpeechMeasure(line.text, in: language)
            guard measure.syllables > 0 else { continue }
            count += 1
            let features = [measure.syllables, measure.pauses, 1]
            for row in 0..<3 {
                for column in 0..<3 { matrix[row][column] += features[row] * features[column] }
                right[row] += features[row] * line.seconds
            }
        }
        // Gauss without a search for pivots: the prior keeps the diagonal above zero.
        for row in 0..<3 {
            for below in (row + 1)..<max(row + 1, 3) {
                let factor = matrix[below][row] / matrix[row][row]
                for column in row..<3 { matrix[below][column] -= factor * matrix[row][column] }
                right[below] -= factor * right[row]
            }
        }
        var solved = [0.0, 0, 0]
        for row in (0..<3).reversed() {
            let known = ((row + 1)..<max(row + 1, 3)).reduce(0) { $0 + matrix[row][$1] * solved[$1] }
            solved[row] = (right[row] - known) / matrix[row][row]
        }
        guard count > 0, solved.allSatisfy(\.isFinite) else { return self }
        return SpeechPace(
            syllable: min(max(solved[0], 0.05), 0.6),
            pause: min(max(solved[1], 0), 1),
            utterance: min(max(solved[2], 0), 1)
        )
    }
}
