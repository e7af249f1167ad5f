internal import Text

/// Which words a dictionary is asked about, and how.
enum SpellingWord {
    /// Whether a word is one that a dictionary could know: not in capitals, without digits, no part of a code or an address.
    static func isAsked(_ range: Range<Int>, in scalars: [Unicode.Scalar], isLatin: Bool) -> Bool {
        guard (2...60).contains(range.count) else { return false }
        var run = 0
        var last: Unicode.Scalar = " "
        for index in range {
            let scalar = scalars[index]
            if TextScan.joinsWords(scalar) {
                last = scalar
                run = 0
                continue
            }
            guard scalar.properties.numericType == nil, isLatinLetter(scalar) == isLatin else { return false }
            // McDonald, HTTP, Wi-Fi: names.
            if index > range.lowerBound, scalar.properties.isUppercase { return false }
            // Nooo, hmmm: as long as the breath.
            run = scalar == last ? run + 1 : 0
            if run == 2 { return false }
            last = scalar
        }
        return isFree(at: range.lowerBound - 1, from: range.lowerBound - 2, in: scalars)
            && isFree(at: range.upperBound, from: range.upperBound + 1, in: scalars)
    }

    /// The word with plain apostrophes and hyphens and without the English genitive.
    static func plain(_ word: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in word.unicodeScalars {
            switch scalar {
            case "\u{2019}": scalars.append("'")
            case "\u{2010}", "\u{2011}": scalars.append("-")
            case "\u{AD}", "\u{200C}", "\u{200D}": continue
            default: scalars.append(scalar)
            }
        }
        let plain = String(scalars)
        return plain.hasSuffix("'s") ? String(plain.dropLast(2)) : plain
    }

    /// Whether a sentence or a speech begins at a place.
    static func startsSentence(_ place: Int, in scalars: [Unicode.Scalar]) -> Bool {
        var index = place - 1
        while index >= 0 {
            let scalar = scalars[index]
            switch scalar {
            case "\n", ".", "!", "?", "…", ":", ";", "。", "！", "？", "-", "–", "—", "¿", "¡", "\"", "“", "„", "«", "»",
                "‘", "(", "[", "*", "|", "•":
                return true
            case " ", "\u{A0}", "\u{202F}", "”", "’", "'", ")", "]", "\u{FFFC}", "_": index -= 1
            default: return false
            }
        }
        return true
    }

    /// Whether what stands beside a word is no sign of a code or an address: `@`, `_`, `example.com`, an inline code.
    private static func isFree(at place: Int, from beyond: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard scalars.indices.contains(place) else { return true }
        switch scalars[place] {
        case "@", "_", "\\", "#", "=", "&", "$", "%", "{", "}", "<", ">", "\u{FFFC}", "~": return false
        case ".", "/", ":": return !(scalars.indices.contains(beyond) && TextScan.isWord(scalars[beyond]))
        default: return true
        }
    }

    private static func isLatinLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x24F, 0x300...0x36F, 0x1E00...0x1EFF: true
        default: false
        }
    }
}
