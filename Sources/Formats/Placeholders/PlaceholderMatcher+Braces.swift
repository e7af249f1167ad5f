import Text

/// Codes in braces and square brackets.
extension PlaceholderMatcher {
    private typealias Byte = PlaceholderText

    /// `{}`, `{0}`, `{0,8:N2}`, `{user.name!r}`: a name without spaces, then what it likes after a colon or comma, all ASCII.
    /// `{{` and `}}` are escapes, but `{{name}}` is one code, for those who meant that.
    static func braces(_ text: PlaceholderText, _ start: Int) -> Match? {
        if text[start] == 0x7D {
            return text[start + 1] == 0x7D ? character(start..<start + 2, "}") : nil
        }
        if text[start + 1] == 0x7B {
            return doubleBraces(text, start) ?? character(start..<start + 2, "{")
        }
        if text[start + 1] == 0x7D { return placeholder(start..<start + 2) }
        let name = text.run(from: start + 1) {
            Byte.isWord($0) || [0x2E, 0x2D, 0x24, 0x40, 0x23, 0x5B, 0x5D, 0x28, 0x29, 0x2F, 0x2B].contains($0)
        }
        guard name > start + 1 else { return nil }
        if text[name] == 0x7D { return placeholder(start..<name + 1) }
        guard [0x3A, 0x2C, 0x21, 0x7C, 0x3D].contains(text[name]),
            let end = text.find(0x7D, from: name, limit: 128), text.isPlainASCII(name..<end),
            !(name..<end).contains(where: { text[$0] == 0x7B })
        else { return nil }
        return placeholder(start..<end + 1)
    }

    /// `{{name}}`, `{{ user.name | upper }}`, `{{{raw}}}`.
    static func doubleBraces(_ text: PlaceholderText, _ start: Int) -> Match? {
        guard text[start + 1] == 0x7B else { return nil }
        let inner = text[start + 2] == 0x7B ? start + 3 : start + 2
        let width = inner - start
        guard let close = text.find(0x7D, from: inner, limit: 128), close > inner,
            (0..<width).allSatisfy({ text[close + $0] == 0x7D }), text.isPlainASCII(inner..<close),
            !(inner..<close).contains(where: { text[$0] == 0x7B })
        else { return nil }
        return placeholder(start..<close + width)
    }

    /// Tags of Ren'Py, which are pairs unless they wait, break or show something. `{{` is an escape.
    static func renpyTag(_ text: PlaceholderText, _ start: Int) -> Match? {
        if text[start] == 0x7D { return nil }
        if text[start + 1] == 0x7B { return character(start..<start + 2, "{") }
        guard let close = text.find(0x7D, from: start + 1, limit: 256), close > start + 1,
            !(start + 1..<close).contains(where: { text[$0] == 0x7B })
        else { return nil }
        let range = start..<close + 1
        if text[start + 1] == 0x2F {
            return .code(.init(range, .markup, .close(.init(family: .renpyTags, name: text.name(start + 2..<close)))))
        }
        let end = text.run(from: start + 1, limit: 256) { $0 != 0x3D && $0 != 0x7D && $0 != 0x20 && $0 != 0x3A }
        switch String(decoding: text.slice(start + 1..<end), as: UTF8.self) {
        case "p": return lineBreak(range)
        case "w", "nw", "fast", "done", "clear", "space", "vspace", "lenticular": return .code(.init(range, .markup))
        case "image": return .code(.init(range, .object))
        default:
            if text[start + 1] == 0x23 { return .code(.init(range, .comment)) }
            let pair = PlaceholderToken.Pair(family: .renpyTags, name: text.name(start + 1..<end))
            return .code(.init(range, .markup, .open(pair)))
        }
    }

    /// `[[` is an escape. Brackets inside brackets belong to the code: `[items[0].name!t]`.
    static func brackets(_ text: PlaceholderText, _ start: Int) -> Match? {
        if text[start + 1] == 0x5B { return character(start..<start + 2, "[") }
        var depth = 0
        for index in start..<min(text.count, start + 256) {
            switch text[index] {
            case 0x5B: depth += 1
            case 0x5D:
                depth -= 1
                if depth == 0 { return index > start + 1 ? placeholder(start..<index + 1) : nil }
            case 0x0A, 0x0D: return nil
            default: break
            }
        }
        return nil
    }

    /// `[FFA500]`, `[FFA500FF]` and `[-]`, and the letters of NGUI: `[b] [i] [u] [s] [c] [sub] [sup] [url=…]`.
    static func ngui(_ text: PlaceholderText, _ start: Int) -> Match? {
        if text[start + 1] == 0x2D, text[start + 2] == 0x5D {
            return .code(.init(start..<start + 3, .markup, .close(.init(family: .ngui))))
        }
        let hex = text.run(from: start + 1, limit: 8, while: Byte.isHex)
        if hex - start == 7 || hex - start == 9, text[hex] == 0x5D {
            return .code(.init(start..<hex + 1, .markup, .open(.init(family: .ngui))))
        }
        return bracketTag(text, start) { ["b", "i", "u", "s", "c", "t", "sub", "sup", "url"].contains($0) }
    }

    static func bbcode(_ text: PlaceholderText, _ start: Int) -> Match? {
        bracketTag(text, start) { knownBBCode.contains($0) }
    }

    /// Tags of forums and of Godot's RichTextLabel.
    private static let knownBBCode: Set<String> = [
        "b", "i", "u", "s", "color", "size", "font", "font_size", "url", "img", "quote", "code", "center", "left",
        "right", "fill", "indent", "list", "ul", "ol", "li", "table", "cell", "tr", "td", "th", "spoiler", "wave",
        "shake", "rainbow", "tornado", "fade", "pulse", "bgcolor", "fgcolor", "outline_size", "outline_color", "p",
        "hint", "email", "sub", "sup", "hr", "br", "lb", "rb", "dropcap", "opentype_features", "lang", "cast",
    ]

    /// `[name]`, `[name=value]`, `[name a=b]` and `[/name]`. A name that is not known is text unless both sides are there.
    private static func bracketTag(_ text: PlaceholderText, _ start: Int, knows: (String) -> Bool) -> Match? {
        if text[start + 1] == 0x2A, text[start + 2] == 0x5D { return .code(.init(start..<start + 3, .markup)) }
        let isClosing = text[start + 1] == 0x2F
        let nameStart = isClosing ? start + 2 : start + 1
        guard Byte.isLetter(text[nameStart]) else { return nil }
        let nameEnd = text.run(from: nameStart, limit: 32, while: Byte.isWord)
        let hasValue = text[nameEnd] == 0x3D || text[nameEnd] == 0x20
        guard text[nameEnd] == 0x5D || (hasValue && !isClosing),
            let close = text.find(0x5D, from: nameEnd, limit: 256),
            !(nameEnd..<close).contains(where: { text[$0] == 0x5B })
        else { return nil }
        let name = text.name(nameStart..<nameEnd)
        let word = String(decoding: name, as: UTF8.self)
        let isKnown = knows(word)
        let range = start..<close + 1
        let pair = PlaceholderToken.Pair(family: .bbcode, name: name)
        if isClosing { return .code(.init(range, .markup, isKnown ? .close(pair) : .closeIfOpened(pair))) }
        if text[nameEnd] == 0x20, !(nameEnd..<close).contains(where: { text[$0] == 0x3D }) { return nil }
        if isKnown, word == "hr" || word == "lb" || word == "rb" { return .code(.init(range, .markup)) }
        if isKnown, word == "br" { return lineBreak(range) }
        let isValued = isKnown || text[nameEnd] == 0x3D
        return .code(.init(range, .markup, isValued ? .open(pair) : .openIfClosed(pair)))
    }
}
