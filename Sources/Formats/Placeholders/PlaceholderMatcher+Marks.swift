import Text

/// Codes of games that begin with a backslash, a section sign or a mark of their own, and line breaks.
extension PlaceholderMatcher {
    private typealias Byte = PlaceholderText

    /// `\C[n]` and its like with any letters, `\n<…>` of message plug-ins (the name in it is text), and the signs
    /// `\. \| \! \> \< \^ \$ \{ \} \\ \G`. A colour that `\C[0]` ends is a pair.
    static func rpgMaker(_ text: PlaceholderText, _ start: Int) -> Match? {
        if text[start] == 0x3E {
            return .code(.init(start..<start + 1, .markup, .closeIfOpened(.init(family: .rpgMaker, name: [0x3C]))))
        }
        switch text[start + 1] {
        case 0x5C: return character(start..<start + 2, "\\")
        case 0x2E, 0x7C, 0x21, 0x3E, 0x3C, 0x5E, 0x24, 0x7B, 0x7D: return .code(.init(start..<start + 2, .markup))
        case let byte where Byte.isLetter(byte): break
        default: return nil
        }
        let name = text.run(from: start + 1, limit: 24, while: Byte.isLetter)
        switch text[name] {
        case 0x5B:
            guard let close = text.find(0x5D, from: name + 1, limit: 256) else { return nil }
            let range = start..<close + 1
            if name == start + 2, text[start + 1] | 0x20 == 0x63 {
                let pair = PlaceholderToken.Pair(family: .rpgMaker, name: [0x63])
                let isEnd = close == name + 2 && text[name + 1] == 0x30
                return .code(.init(range, .markup, isEnd ? .close(pair) : .open(pair)))
            }
            let isVariable = name == start + 2 && [0x6E, 0x76, 0x70].contains(text[start + 1] | 0x20)
            return .code(.init(range, isVariable ? .placeholder : .markup))
        case 0x3C:
            guard text.find(0x3E, from: name + 1, limit: 256) != nil else { return nil }
            return .code(.init(start..<name + 1, .markup, .openIfClosed(.init(family: .rpgMaker, name: [0x3C]))))
        default:
            if text[start + 1] | 0x20 == 0x67 { return .code(.init(start..<start + 2, .placeholder)) }
            let isStyle = text[start + 1] | 0x20 == 0x66 && [0x62, 0x69, 0x72].contains(text[start + 2] | 0x20)
            return isStyle ? .code(.init(start..<start + 3, .markup)) : nil
        }
    }

    /// `\t[name,icon]` with a backslash or with the control character that it stood for; `\r` alone ends a colour.
    static func backslash(_ text: PlaceholderText, _ start: Int) -> Match? {
        let letter = text[start] == 0x5C ? start + 1 : start
        let isControl = text[start] != 0x5C
        if !isControl, text[letter] == 0x5C { return .text(letter + 1) }
        guard isControl || Byte.isLetter(text[letter]) else { return nil }
        let end = letter + 1
        let isColor = text[letter] == 0x72 || text[letter] == 0x0D
        let pair = PlaceholderToken.Pair(family: .backslash, name: [0x72])
        if text[end] == 0x5B, let close = text.find(0x5D, from: end + 1, limit: 256) {
            return .code(.init(start..<close + 1, .markup, isColor ? .open(pair) : .standalone))
        }
        if isColor, !isControl { return .code(.init(start..<end, .markup, .closeIfOpened(pair))) }
        if isColor, text[end] != 0x0A { return .code(.init(start..<end, .markup, .closeIfOpened(pair))) }
        return nil
    }

    /// A section sign and one letter, digit or `!`; `§!` and `§r` end what is open.
    static func section(_ text: PlaceholderText, _ start: Int) -> Match? {
        let byte = text[start + 2]
        guard text[start + 1] == 0xA7, Byte.isLetter(byte) || Byte.isDigit(byte) || byte == 0x21 else { return nil }
        let pair = PlaceholderToken.Pair(family: .section)
        let isEnd = byte == 0x21 || byte == 0x72
        return .code(.init(start..<start + 3, .markup, isEnd ? .close(pair) : .open(pair)))
    }

    /// `£gold£` and `£gold`, `@icon!`, and the formatting `#bold …#!`, which is text without its end.
    static func paradox(_ text: PlaceholderText, _ start: Int) -> Match? {
        let pair = PlaceholderToken.Pair(family: .paradox)
        switch text[start] {
        case 0xC2:
            guard text[start + 1] == 0xA3 else { return nil }
            let end = text.run(from: start + 2, limit: 64) { Byte.isWord($0) || $0 == 0x7C }
            guard end > start + 2 else { return nil }
            return .code(.init(start..<(text[end] == 0xC2 && text[end + 1] == 0xA3 ? end + 2 : end), .object))
        case 0x40:
            let end = text.run(from: start + 1, limit: 64, while: Byte.isWord)
            guard end > start + 1, text[end] == 0x21 else { return nil }
            return .code(.init(start..<end + 1, .object))
        default:
            if text[start + 1] == 0x21 { return .code(.init(start..<start + 2, .markup, .closeIfOpened(pair))) }
            guard Byte.isLetter(text[start + 1]) else { return nil }
            let end = text.run(from: start + 1, limit: 64) { Byte.isWord($0) || [0x3B, 0x3A, 0x2C].contains($0) }
            guard text[end] == 0x20 else { return nil }
            return .code(.init(start..<end + 1, .markup, .openIfClosed(pair)))
        }
    }

    /// `!D!`, `#y` before a word, `NL` and `TAB` that stand alone, `[E]`.
    static func slayTheSpire(_ text: PlaceholderText, _ start: Int) -> Match? {
        switch text[start] {
        case 0x21:
            let end = text.run(from: start + 1, limit: 8) { Byte.isUpper($0) || Byte.isDigit($0) }
            guard end > start + 1, text[end] == 0x21, Byte.isUpper(text[start + 1]) else { return nil }
            return placeholder(start..<end + 1)
        case 0x23:
            guard [0x72, 0x67, 0x62, 0x79, 0x70].contains(text[start + 1]), !Byte.isWord(text[start - 1]),
                text[start + 2] > 0x20
            else { return nil }
            return .code(.init(start..<start + 2, .markup))
        case 0x5B:
            guard Byte.isUpper(text[start + 1]), text[start + 2] == 0x5D else { return nil }
            return .code(.init(start..<start + 3, .object))
        default:
            let length = text[start] == 0x4E ? 2 : 3
            let isBreak = text[start] == 0x4E && text[start + 1] == 0x4C
            let isTab = text[start] == 0x54 && text[start + 1] == 0x41 && text[start + 2] == 0x42
            guard isBreak || isTab, !Byte.isWord(text[start - 1]), !Byte.isWord(text[start + length]) else {
                return nil
            }
            return isBreak ? lineBreak(start..<start + 2) : character(start..<start + 3, "\t")
        }
    }

    /// `\n`, `\r\n`, `\t`; `\\` is a backslash, so that what follows it is text.
    static func literalBreak(_ text: PlaceholderText, _ start: Int) -> Match? {
        switch text[start + 1] {
        case 0x5C: return .text(start + 2)
        case 0x6E: return lineBreak(start..<start + 2)
        case 0x72:
            let hasFeed = text[start + 2] == 0x5C && text[start + 3] == 0x6E
            return lineBreak(start..<start + (hasFeed ? 4 : 2))
        case 0x74: return character(start..<start + 2, "\t")
        default: return nil
        }
    }

    static func lineBreak(_ text: PlaceholderText, _ start: Int) -> Match? {
        lineBreak(start..<start + (text[start] == 0x0D && text[start + 1] == 0x0A ? 2 : 1))
    }

    /// `&` before a letter or digit, unless an entity (`&amp;`) begins there; `&&` is an ampersand.
    static func accelerator(_ text: PlaceholderText, _ start: Int) -> Match? {
        if text[start + 1] == 0x26 { return character(start..<start + 2, "&") }
        guard text[start + 1] > 0x20, text[start + 1] != 0x23 else { return nil }
        if text[text.run(from: start + 1, limit: 12, while: Byte.isWord)] == 0x3B { return nil }
        guard Byte.isWord(text[start + 1]) || text[start + 1] >= 0x80 else { return nil }
        return .code(.init(start..<start + 1, .markup))
    }
}
