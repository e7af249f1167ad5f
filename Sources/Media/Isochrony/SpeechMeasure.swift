package import Text

/// What of a text takes time to say: its syllables and its pauses, counted from the letters.
///
/// A count by rule, not by dictionary: within a tenth for the languages of the table, and calibration takes up the rest.
package struct SpeechMeasure: Hashable, Sendable {
    package var syllables = 0.0
    /// Inside the text: 1 for a comma, 2 for the end of a sentence. What the text ends with is not counted.
    package var pauses = 0.0

    package init(_ text: String, in language: LanguageTag) {
        var word: [Unicode.Scalar] = []
        var waiting = 0.0
        for scalar in text.unicodeScalars {
            if Letters.isLetter(scalar) {
                word.append(scalar)
                continue
            }
            let before = syllables
            syllables += Syllables.count(word, language.language)
            word.removeAll(keepingCapacity: true)
            syllables += Syllables.count(sign: scalar, language.language)
            if syllables > before {
                // A pause counts when something is said after it.
                pauses += waiting
                waiting = 0
            }
            if syllables > 0 { waiting = max(waiting, Self.pause(scalar)) }
        }
        let last = Syllables.count(word, language.language)
        syllables += last
        if last > 0 { pauses += waiting }
    }

    /// Counts the vowels of phonemes in the International Phonetic Alphabet, as espeak-ng writes them.
    package init(ipa: String) {
        var isVowel = false
        for scalar in ipa.unicodeScalars where scalar != "ː" && scalar != "ˈ" && scalar != "ˌ" && scalar != "\u{361}" {
            let vowel = Self.vowels.contains(scalar)
            if vowel, !isVowel { syllables += 1 }
            isVowel = vowel
        }
    }

    private static let vowels = Set("aeiouyɐɑɒæəɚɛɜɝɪɔʊʌɨʉøœɤɯɵᵻɘɞɶʏ".unicodeScalars)

    private static func pause(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case ",", "，", "、", "،", ";", "；", "؛", ":", "：", "–", "—": 1
        case ".", "。", "!", "！", "?", "？", "؟", "।", "…", "\n": 2
        default: 0
        }
    }
}
