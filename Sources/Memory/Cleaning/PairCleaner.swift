package import Text

/// Looks at the pairs of a corpus one after the other and says which should be left out, and why.
package struct PairCleaner: Sendable {
    private let source: LanguageTag
    private let target: LanguageTag
    /// ln of target letters for each of the source.
    private let ratio: Double
    private var seen: Set<UInt64> = []

    /// - Parameter lengthRatio: letters of the target for each letter of the source, as `BookAlignment` learns it.
    package init(source: LanguageTag, target: LanguageTag, lengthRatio: Double) {
        self.source = source
        self.target = target
        ratio = max(0.02, lengthRatio)
    }

    /// The reason against a pair; nil for one that is kept, which counts for later duplicates.
    package mutating func reason(against source: String, _ target: String) -> CleaningReason? {
        let sourceLetters = Self.letters(of: source)
        let targetLetters = Self.letters(of: target)
        if sourceLetters == 0 || targetLetters == 0 { return .empty }
        if Self.isDamaged(source) || Self.isDamaged(target) { return .encoding }
        if Boilerplate.matches(source) || Boilerplate.matches(target) { return .boilerplate }
        if sourceLetters > 3, Self.fingerprint(source) == Self.fingerprint(target) { return .untranslated }
        if LanguageGuess(self.source).excludes(source) || LanguageGuess(self.target).excludes(target) {
            return .language
        }
        // Short texts differ more: “是。” is “Of course he is.”
        let share = Double(targetLetters) / ratio / Double(sourceLetters)
        let most = 3 + 12 / Double(min(sourceLetters, max(1, Int(Double(targetLetters) / ratio))))
        if share > most || share < 1 / most { return .length }
        var hash = Self.fingerprint(source)
        hash = hash &* 31 &+ Self.fingerprint(target)
        return seen.insert(hash).inserted ? nil : .duplicate
    }

    private static func letters(of text: String) -> Int {
        text.unicodeScalars.count {
            $0.isASCII
                ? ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
                : $0.properties.isAlphabetic || $0.isHan
        }
    }

    /// Of letters and digits alone, in lower case.
    private static func fingerprint(_ text: String) -> UInt64 {
        var hash = StableHash()
        for scalar in text.unicodeScalars
        where scalar.isHan || scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            hash.combine(scalar.properties.lowercaseMapping)
        }
        return hash.value
    }

    /// Replacement and private characters, controls, places of lost characters in Han, and UTF-8 read as another encoding.
    package static func isDamaged(_ text: String) -> Bool {
        var before: Unicode.Scalar = " "
        var lost: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFFFD, 0xE000...0xF8FF, 0x80...0x9F, 0x00...0x08, 0x0E...0x1F: return true
            default: break
            }
            if let mark = lost {
                // @ and □ between Han stand for a character that a font or a table lacked.
                if scalar.isHan || (mark == "□" && scalar.isCJKPunctuation) { return true }
                lost = nil
            }
            if (scalar == "@" || scalar == "□" || scalar == "＠" || scalar == "■"), before.isHan || scalar == "□" {
                lost = scalar
            }
            before = scalar
        }
        return mojibake.contains { text.contains($0) }
    }

    private static let mojibake = ["锟斤拷", "烫烫烫", "屯屯屯", "â€", "Ã©", "Ã¨", "Ã¼", "Ã¶", "ä¸", "å¤", "ï¼", "ã€"]
}
