/// Counts syllables by the rules of scripts and, where spelling asks for it, of languages.
enum Syllables {
    /// Of a run of letters of alphabets that write vowels; 0 for an empty one, else at least 1.
    static func count(_ word: [Unicode.Scalar], _ language: String) -> Double {
        guard !word.isEmpty else { return 0 }
        var vowels = word.map(Letters.vowel)
        // Before a vowel y is a consonant: beyond, mayor.
        for place in vowels.indices.dropLast() where vowels[place] == "y" && vowels[place + 1] != nil {
            vowels[place] = nil
        }
        var count = 0
        var before: Character?
        for (place, vowel) in vowels.enumerated() {
            if let vowel, startsSyllable(vowel, after: before, language) { count += 1 }
            if language == "en", let before, let vowel, isEnglishHiatus(before, vowel, place, word) { count += 1 }
            before = vowel
        }
        if language == "en" || language == "fr" { count -= silentEnd(word, vowels, language) }
        // Letters that are said one by one: FBI, HP.
        let isInitials = (2...4).contains(word.count) && word.allSatisfy { ("A"..."Z").contains($0) } && count <= 1
        return Double(max(1, isInitials && !vowels.contains(where: { $0 != nil }) ? word.count : count))
    }

    private static func startsSyllable(_ vowel: Character, after before: Character?, _ language: String) -> Bool {
        guard let before else { return true }
        switch language {
        case "ru", "uk", "be", "bg", "tr", "az", "kk", "fi", "id", "ms", "ja", "sw":
            return true
        case "es", "pt", "it", "ca", "gl", "ro":
            // Two open vowels are two syllables: teatro, paese.
            return "aeo".contains(vowel) && "aeo".contains(before)
        default:
            return false
        }
    }

    /// Two vowels of English that are two syllables: idea, radio, video; but not nation, people, great.
    private static func isEnglishHiatus(
        _ before: Character,
        _ vowel: Character,
        _ place: Int,
        _ word: [Unicode.Scalar]
    ) -> Bool {
        if before == "e", vowel == "o" { return place == word.count - 1 }
        if before == "e", vowel == "a" {
            // idea, area, create, theatre
            return place == word.count - 1
                || place > 2 && Letters.lowered(word[place - 2]) == "r" && place < word.count - 2
                    && Letters.lowered(word[place + 1]) == "t" && word.count > 5
        }
        guard before == "i", vowel == "a" || vowel == "o" else { return false }
        let softened: [Unicode.Scalar] = ["t", "s", "c", "g", "x"]
        return place < 2 || !softened.contains(Letters.lowered(word[place - 2]))
    }

    /// Syllables that a spelling shows and nobody says.
    private static func silentEnd(_ word: [Unicode.Scalar], _ vowels: [Character?], _ language: String) -> Int {
        let letters = word.map { Letters.lowered($0) }
        guard letters.count > 2, let last = letters.last else { return 0 }
        let count = letters.count
        func isAlone(_ place: Int) -> Bool {
            vowels[place] == "e" && letters[place] == "e" && vowels[place - 1] == nil
        }
        func letter(_ fromEnd: Int) -> Unicode.Scalar { letters[count - 1 - fromEnd] }
        if language == "fr" {
            if last == "e", isAlone(count - 1) { return 1 }
            if last == "s", letter(1) == "e", count > 3, isAlone(count - 2) { return 1 }
            return 0
        }
        if last == "e", isAlone(count - 1) {
            // table, little
            let isSyllabic = letter(1) == "l" && count > 3 && vowels[count - 3] == nil
            return isSyllabic ? 0 : 1
        }
        if last == "d", letter(1) == "e", count > 3, isAlone(count - 2) {
            return letter(2) == "t" || letter(2) == "d" ? 0 : 1
        }
        if last == "s", letter(1) == "e", count > 3, isAlone(count - 2) {
            let sibilants: [Unicode.Scalar] = ["s", "z", "c", "g", "x", "h"]
            return sibilants.contains(letter(2)) ? 0 : 1
        }
        return 0
    }

    /// Of a sign of any other script, or a digit, by itself.
    static func count(sign: Unicode.Scalar, _ language: String) -> Double {
        switch sign.value {
        case 0x30...0x39, 0xFF10...0xFF19, 0x660...0x669, 0x966...0x96F:
            return 1.4
        case 0x25, 0x26, 0x2B, 0x24, 0x20AC, 0xA5:  // % & + $ € ¥
            return 2
        case 0x3041...0x30FE:
            // Small kana belong to the one before; the small tsu and the long mark have a time of their own.
            let small: Set<UInt32> = [0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3083, 0x3085, 0x3087, 0x308E]
            let hiragana = sign.value >= 0x30A1 ? sign.value - 0x60 : sign.value
            return small.contains(hiragana) ? 0 : 1
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            return language == "ja" ? 1.9 : 1
        case 0xAC00...0xD7A3:
            return 1
        case 0xE01...0xE2E, 0xE81...0xEAE:  // Thai and Lao consonants: some 1.8 in a syllable
            return 0.55
        case 0x1000...0x1021, 0x1780...0x17A2:  // Burmese and Khmer
            return 0.7
        case 0x621...0x64A, 0x671...0x6D3, 0x5D0...0x5EA:  // Arabic and Hebrew, short vowels unwritten
            return 0.5
        case 0x900...0xDFF:
            return indic(sign.value % 0x80)
        default:
            return 0
        }
    }

    /// Scripts of India share one order: a consonant carries a vowel unless a virama takes it away.
    private static func indic(_ place: UInt32) -> Double {
        switch place {
        case 0x05...0x14: 1
        // Every fifth inherent vowel or so is not said.
        case 0x15...0x39: 0.8
        case 0x4D: -0.8
        default: 0
        }
    }
}

/// Letters of the alphabets that write their vowels: Latin, Greek, Cyrillic.
enum Letters {
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: true
        case 0x370...0x3FF, 0x400...0x52F, 0x1F00...0x1FFF: true
        // Marks on letters, and apostrophes inside words.
        case 0x300...0x36F, 0x27, 0x2019: true
        default: false
        }
    }

    static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    }

    /// The plain vowel of a letter, whatever is on it; nil for a consonant.
    static func vowel(_ letter: Unicode.Scalar) -> Character? {
        let small = lowered(letter)
        switch small.value {
        case 0x61, 0xE0...0xE6, 0x100...0x105, 0x1CE, 0x1EA0...0x1EB7, 0x430, 0x44F, 0x3B1, 0x3AC: return "a"
        case 0x65, 0xE8...0xEB, 0x112...0x11B, 0x1EB8...0x1EC7, 0x435, 0x451, 0x44D, 0x454, 0x3B5, 0x3AD: return "e"
        case 0x69, 0xEC...0xEF, 0x128...0x131, 0x1EC8...0x1ECB, 0x438, 0x456, 0x457, 0x44B, 0x3B7, 0x3B9, 0x3AE, 0x3AF,
            0x3CA:
            return "i"
        case 0x6F, 0xF2...0xF6, 0xF8, 0x14C...0x153, 0x1A1, 0x1ECC...0x1EE3, 0x43E, 0x3BF, 0x3C9, 0x3CC, 0x3CE:
            return "o"
        case 0x75, 0xF9...0xFC, 0x168...0x173, 0x1B0, 0x1EE4...0x1EF1, 0x443, 0x44E, 0x3C5, 0x3CD: return "u"
        case 0x79, 0xFD, 0xFF, 0x177, 0x1EF2...0x1EF9: return "y"
        default: return nil
        }
    }
}
