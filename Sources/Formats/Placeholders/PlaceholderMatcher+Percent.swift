import Text

/// Codes that begin with a percent sign, a dollar sign or a colon.
extension PlaceholderMatcher {
    private typealias Byte = PlaceholderText

    /// `%[n$][flags][width][.precision][length]conversion` of C, Objective-C and Java, without the flag “space”, which
    /// `100 % of` would be; after a digit only when no word goes on (`50%discount`).
    static func printf(_ text: PlaceholderText, _ start: Int) -> Match? {
        if text[start + 1] == 0x25 { return character(start..<start + 2, "%") }
        guard let end = conversion(text, start + 1, allowsPosition: true) else { return nil }
        if end == start + 2, Byte.isDigit(text[start - 1]), Byte.isLetter(text[end]) { return nil }
        return placeholder(start..<end)
    }

    /// The end of what follows the percent sign of a printf code.
    private static func conversion(_ text: PlaceholderText, _ start: Int, allowsPosition: Bool) -> Int? {
        var index = start
        let digits = text.run(from: index, limit: 4, while: Byte.isDigit)
        if allowsPosition, digits > index, text[digits] == 0x24 { index = digits + 1 }
        index = text.run(from: index, limit: 8) { [0x2D, 0x2B, 0x30, 0x23, 0x2C, 0x27].contains($0) }
        if text[index] == 0x2A { index += 1 } else { index = text.run(from: index, limit: 4, while: Byte.isDigit) }
        if text[index] == 0x2E {
            index += 1
            if text[index] == 0x2A { index += 1 } else { index = text.run(from: index, limit: 4, while: Byte.isDigit) }
        }
        // h hh l ll q j z t L
        let length = text.run(from: index, limit: 2) { [0x68, 0x6C, 0x71, 0x6A, 0x7A, 0x74, 0x4C].contains($0) }
        if isConversion(text[length]) { return length + 1 }
        return nil
    }

    private static func isConversion(_ byte: UInt8) -> Bool {
        switch byte {
        // d i o u x X e E f F g G a A c C s S p n @
        case 0x64, 0x69, 0x6F, 0x75, 0x78, 0x58, 0x65, 0x45, 0x66, 0x46, 0x67, 0x47, 0x61, 0x41, 0x63, 0x43, 0x73, 0x53,
            0x70, 0x6E, 0x40:
            true
        default: false
        }
    }

    /// `%Y`, `%-m` of `strftime`, where the text has another such code: alone, `%Y` is as likely prose.
    static func dateCode(_ text: PlaceholderText, _ start: Int) -> Match? {
        guard let end = dateCodeEnd(text, start),
            hasDateCode(text, end..<text.count) || hasDateCode(text, 0..<start)
        else { return nil }
        return placeholder(start..<end)
    }

    private static func hasDateCode(_ text: PlaceholderText, _ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            if text[index] == 0x25 {
                if dateCodeEnd(text, index) != nil { return true }
                if text[index + 1] == 0x25 { index += 1 }
            }
            index += 1
        }
        return false
    }

    /// The end of a code of `strftime`: at most one flag, a letter, and no word that goes on; not after a digit.
    private static func dateCodeEnd(_ text: PlaceholderText, _ start: Int) -> Int? {
        guard !Byte.isDigit(text[start - 1]) else { return nil }
        // - _ 0 ^ #
        let letter = [0x2D, 0x5F, 0x30, 0x5E, 0x23].contains(text[start + 1]) ? start + 2 : start + 1
        guard dateLetters.contains(text[letter]), !Byte.isLetter(text[letter + 1]) else { return nil }
        return letter + 1
    }

    /// Of what POSIX and Ruby know, those that locale files use.
    private static let dateLetters = Set("YymBbdejHIklMSLNpPAaZz".utf8)

    static func python(_ text: PlaceholderText, _ start: Int) -> Match? {
        if text[start + 1] == 0x25 { return character(start..<start + 2, "%") }
        guard text[start + 1] == 0x28, let close = text.find(0x29, from: start + 2, limit: 128), close > start + 2,
            let end = conversion(text, close + 1, allowsPosition: false)
        else { return nil }
        return placeholder(start..<end)
    }

    static func qt(_ text: PlaceholderText, _ start: Int) -> Match? {
        let number = text[start + 1] == 0x4C ? start + 2 : start + 1
        let end = text.run(from: number, limit: 2, while: Byte.isDigit)
        if end > number, text[number] != 0x30 { return placeholder(start..<end) }
        if text[start + 1] == 0x6E, !Byte.isLetter(text[start + 2]) { return placeholder(start..<start + 2) }
        return nil
    }

    static func percentBraces(_ text: PlaceholderText, _ start: Int) -> Match? {
        guard text[start + 1] == 0x7B, let end = text.find(0x7D, from: start + 2, limit: 128), end > start + 2
        else { return nil }
        return placeholder(start..<end + 1)
    }

    /// `%name%` of two characters and more that begin with a letter. In a text that has printf codes too, `%dx%d` is two.
    static func percentNames(_ text: PlaceholderText, _ start: Int, hasPrintf: Bool) -> Match? {
        guard Byte.isLetter(text[start + 1]) || text[start + 1] == 0x5F else { return nil }
        let end = text.run(from: start + 1) { Byte.isWord($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x3A }
        guard end > start + 2, text[end] == 0x25 else { return nil }
        if hasPrintf, isConversion(text[start + 1]), isConversion(text[end + 1]) { return nil }
        return placeholder(start..<end + 1)
    }

    /// `%src`: two letters and more.
    static func percentWords(_ text: PlaceholderText, _ start: Int) -> Match? {
        guard Byte.isLetter(text[start + 1]), !Byte.isDigit(text[start - 1]) else { return nil }
        let end = text.run(from: start + 1, limit: 40, while: Byte.isWord)
        guard end > start + 2, end < start + 41 else { return nil }
        return placeholder(start..<end)
    }

    static func dollarBraces(_ text: PlaceholderText, _ start: Int) -> Match? {
        guard text[start + 1] == 0x7B, let end = text.find(0x7D, from: start + 2, limit: 256), end > start + 2
        else { return nil }
        return placeholder(start..<end + 1)
    }

    /// `$KEY$`, `$VALUE|+=0$`: no spaces, and a letter first, so that `$5 and $6` is text.
    static func dollarNames(_ text: PlaceholderText, _ start: Int) -> Match? {
        guard Byte.isLetter(text[start + 1]) || text[start + 1] == 0x5F else { return nil }
        let end = text.run(from: start + 1) { $0 > 0x20 && $0 < 0x7F && $0 != 0x24 }
        guard text[end] == 0x24 else { return nil }
        return placeholder(start..<end + 1)
    }

    /// `:name` at the beginning of a word, so that `10:30`, `http://` and `note:this` are text.
    static func colonNames(_ text: PlaceholderText, _ start: Int) -> Match? {
        guard Byte.isLetter(text[start + 1]), !Byte.isWord(text[start - 1]), text[start - 1] != 0x3A else { return nil }
        return placeholder(start..<text.run(from: start + 1, limit: 40, while: Byte.isWord))
    }

    /// `$t(key, { "count": 1 })` of i18next, with the brackets in it.
    static func nesting(_ text: PlaceholderText, _ start: Int) -> Match? {
        guard text[start + 1] == 0x74, text[start + 2] == 0x28 else { return nil }
        var depth = 0
        for index in start + 2..<min(text.count, start + 514) {
            if text[index] == 0x28 { depth += 1 }
            if text[index] == 0x29 { depth -= 1 }
            if depth == 0 { return placeholder(start..<index + 1) }
        }
        return nil
    }
}
