import Text

/// Tags in angle brackets.
extension PlaceholderMatcher {
    private typealias Byte = PlaceholderText

    /// A longer tag is text: bounds the work on a text of nothing but `<a "`.
    private static let tagLimit = 512

    /// `<b>`, `</b>`, `<br/>`, `<color=#f00>`, `<#f00>`, `<sprite name="a">`, `</>`, `<1>`, `<0/>` and comments. `a < b`, `<3` and
    /// `<名字>` are text.
    static func tag(_ text: PlaceholderText, _ start: Int) -> Match? {
        switch text[start + 1] {
        case 0x2F: return closingTag(text, start)
        case 0x21: return comment(text, start)
        case 0x23:
            let end = text.run(from: start + 2, limit: 8, while: Byte.isHex)
            guard end > start + 4, text[end] == 0x3E else { return nil }
            return .code(.init(start..<end + 1, .markup, .open(.init(family: .tags, name: Array("color".utf8)))))
        default: return openingTag(text, start)
        }
    }

    private static func closingTag(_ text: PlaceholderText, _ start: Int) -> Match? {
        let end = text.run(from: start + 2, limit: 64, while: isNameByte)
        let isNamed = end == start + 2 || Byte.isLetter(text[start + 2]) || numberEnd(text, start + 2) == end
        guard text[end] == 0x3E, isNamed else { return nil }
        return .code(.init(start..<end + 1, .markup, .close(.init(family: .tags, name: text.name(start + 2..<end)))))
    }

    /// The end of a tag's number, of three digits at most; nil without one.
    private static func numberEnd(_ text: PlaceholderText, _ start: Int) -> Int? {
        let end = text.run(from: start, limit: 4, while: Byte.isDigit)
        return end > start && end <= start + 3 ? end : nil
    }

    /// `<1>` and `<0/>`, as React's translations have them; nothing else may stand in them.
    private static func numberedTag(_ text: PlaceholderText, _ start: Int) -> Match? {
        guard let end = numberEnd(text, start + 1) else { return nil }
        if text[end] == 0x2F, text[end + 1] == 0x3E { return .code(.init(start..<end + 2, .markup)) }
        guard text[end] == 0x3E else { return nil }
        let name = text.name(start + 1..<end)
        return .code(.init(start..<end + 1, .markup, .open(.init(family: .tags, name: name))))
    }

    private static func comment(_ text: PlaceholderText, _ start: Int) -> Match? {
        guard text[start + 2] == 0x2D, text[start + 3] == 0x2D else { return nil }
        for index in start + 4..<max(start + 4, min(text.count, start + tagLimit))
        where text[index] == 0x2D && text[index + 1] == 0x2D && text[index + 2] == 0x3E {
            return .code(.init(start..<index + 3, .comment))
        }
        return nil
    }

    private static func openingTag(_ text: PlaceholderText, _ start: Int) -> Match? {
        guard Byte.isLetter(text[start + 1]) else { return numberedTag(text, start) }
        let nameEnd = text.run(from: start + 1, limit: 64, while: isNameByte)
        guard let end = tagEnd(text, from: nameEnd, limit: start + tagLimit) else { return nil }
        let range = start..<end
        let name = text.name(start + 1..<nameEnd)
        switch String(decoding: name, as: UTF8.self) {
        case "br": return lineBreak(range)
        case "img", "sprite", "image", "icon", "quad": return .code(.init(range, .object))
        case "hr", "wbr", "input", "space", "page", "pos", "voffset": return .code(.init(range, .markup))
        default:
            if text[end - 2] == 0x2F { return .code(.init(range, .markup)) }
            return .code(.init(range, .markup, .open(.init(family: .tags, name: name))))
        }
    }

    /// The offset after `>` when what follows the name is `=value`, attributes or nothing.
    private static func tagEnd(_ text: PlaceholderText, from nameEnd: Int, limit: Int) -> Int? {
        var index = nameEnd
        var words = 0
        var values = 0
        while index < min(text.count, limit) {
            switch text[index] {
            case 0x3E:
                // `a <b and c> d` is prose: bare words beside each other, none with a value.
                return words > 1 && values == 0 ? nil : index + 1
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            case 0x2F where text[index + 1] == 0x3E: return index + 2
            case 0x3D:
                values += 1
                guard let end = valueEnd(text, from: index + 1, limit: limit) else { return nil }
                index = end
            case let byte where isNameByte(byte) || byte == 0x22 || byte == 0x27:
                guard index > nameEnd else { return nil }
                words += 1
                if byte == 0x22 || byte == 0x27 {
                    guard let end = valueEnd(text, from: index, limit: limit) else { return nil }
                    index = end
                } else {
                    index = text.run(from: index, while: isNameByte)
                }
            default: return nil
            }
        }
        return nil
    }

    /// The end of a value: quoted, or without white space.
    private static func valueEnd(_ text: PlaceholderText, from start: Int, limit: Int) -> Int? {
        var start = start
        while text[start] == 0x20, start < limit { start += 1 }
        let quote = text[start]
        if quote == 0x22 || quote == 0x27 {
            guard let end = text.find(quote, from: start + 1, limit: max(0, limit - start)) else { return nil }
            return end + 1
        }
        let end = text.run(from: start, limit: max(0, limit - start)) {
            $0 > 0x20 && $0 != 0x3E && $0 != 0x3C && $0 != 0x22
        }
        guard end > start else { return nil }
        // `<br/>` and `<a href=x/>`: the slash before `>` closes.
        return text[end] == 0x3E && text[end - 1] == 0x2F && end - 1 > start ? end - 1 : end
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        Byte.isWord(byte) || byte == 0x2D || byte == 0x3A || byte == 0x2E
    }
}
