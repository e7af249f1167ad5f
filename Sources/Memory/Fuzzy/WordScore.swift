package import Text

/// How near two texts in Latin letters are by their words, which is what translators of such languages are used to.
package enum WordScore {
    /// 100 × (1 − distance ÷ longer length) over words; nil unless both have Latin letters and neither has Han or kana.
    ///
    /// A word is a run of letters, marks and digits with apostrophes inside; case counts; punctuation and codes do not.
    package static func rate(_ query: InlineText, _ source: InlineText) -> Double? {
        guard isLatin(query.text), isLatin(source.text) else { return nil }
        var numbers: [String: UInt32] = [:]
        func symbols(_ text: InlineText) -> [UInt32] {
            words(of: text.plain).map { word in
                if let known = numbers[word] { return known }
                let number = UInt32(truncatingIfNeeded: numbers.count)
                numbers[word] = number
                return number
            }
        }
        let (own, its) = (symbols(query), symbols(source))
        let longer = max(own.count, its.count)
        guard longer > 0, longer <= MemorySegment.longestSource else { return nil }
        var measure = EditDistance(own)
        guard let distance = its.withUnsafeBufferPointer({ measure.distance(to: $0, limit: longer) }) else {
            return nil
        }
        return 100 * Double(longer - distance) / Double(longer)
    }

    private static func isLatin(_ text: String) -> Bool {
        var hasLetter = false
        for scalar in text.unicodeScalars {
            if scalar.isHan || scalar.isKana { return false }
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: hasLetter = true
            default: break
            }
        }
        return hasLetter
    }

    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func flush() {
            while let last = word.last, last == "'" || last == "\u{2019}" { word.removeLast() }
            if !word.isEmpty { words.append(String(word)) }
            word = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            let isApostrophe = scalar == "'" || scalar == "\u{2019}"
            if ConcordanceWord.isWordScalar(scalar) || (isApostrophe && !word.isEmpty) {
                word.append(scalar)
            } else {
                flush()
            }
        }
        flush()
        return words
    }
}
