/// An estimate of how many tokens a language model counts in a text, before any model is asked.
///
/// Weights follow what vendors publish for byte-pair vocabularies: about 0.6 token a Chinese character and 0.3 token an
/// English character (DeepSeek API documentation, "Token & Token Usage"); other scripts count 0.7. Runs record what the
/// engine really counted, and later estimates are scaled by that.
package enum TokenCount {
    package static func estimate(_ text: some StringProtocol) -> Int {
        var tenths = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0..<0x80: tenths += 3
            case 0x80..<0x250: tenths += 5
            default: tenths += scalar.isHan || scalar.isCJKPunctuation ? 6 : 7
            }
        }
        return (tenths + 9) / 10
    }
}
