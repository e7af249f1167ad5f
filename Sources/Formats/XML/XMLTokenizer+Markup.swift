/// What follows a `<`: tags, comments, sections, declarations.
extension XMLTokenizer {
    /// The token that begins with the `<` at `start`; nil when that is no markup.
    mutating func markup(at start: Int) -> XMLToken? {
        // Hostile bytes can make every “<” look to the end of the file; after some of that the rest is text.
        guard start + 1 < bytes.count, wasted <= 1 << 22 else { return notMarkup(at: start) }
        switch bytes[start + 1] {
        case UInt8(ascii: "!"): return declaration(at: start)
        case UInt8(ascii: "?"):
            guard let end = end(of: "?>", from: start + 2) else { return notMarkup(at: start) }
            return XMLToken(.instruction, start..<end, name: name(from: start + 2))
        case UInt8(ascii: "/"): return endTag(at: start)
        case let byte where Self.startsName(byte): return startTag(at: start)
        default: return notMarkup(at: start)
        }
    }

    private mutating func notMarkup(at start: Int) -> XMLToken? {
        report("xml-markup", "“<” does not begin any markup here; it is read as text", at: start)
        return nil
    }

    /// Markup that reaches the end of the file unclosed: everything after `start` was looked at in vain.
    private mutating func gaveUp(at start: Int) -> XMLToken? {
        wasted += bytes.count - start
        return notMarkup(at: start)
    }

    private mutating func declaration(at start: Int) -> XMLToken? {
        if starts(with: "<!--", at: start) {
            guard let end = end(of: "-->", from: start + 4) else { return notMarkup(at: start) }
            return XMLToken(.comment, start..<end)
        }
        if starts(with: "<![CDATA[", at: start) {
            guard let end = end(of: "]]>", from: start + 9) else { return notMarkup(at: start) }
            return XMLToken(.cdata, start..<end)
        }
        let word = bytes[(start + 2)...].prefix(7)
        guard word.count == 7, zip(word, "doctype".utf8).allSatisfy({ $0 | 0x20 == $1 }) else {
            return notMarkup(at: start)
        }
        return doctype(at: start)
    }

    /// Skips a document type with its internal subset: quotes, comments and brackets are seen, nothing is read.
    private mutating func doctype(at start: Int) -> XMLToken? {
        var index = start + 9
        var isInside = false
        var declaresEntities = false
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard let end = end(of: [bytes[index]], from: index + 1) else { return gaveUp(at: start) }
                index = end
                continue
            case UInt8(ascii: "<") where starts(with: "<!--", at: index):
                guard let end = end(of: "-->", from: index + 4) else { return gaveUp(at: start) }
                index = end
                continue
            case UInt8(ascii: "<") where starts(with: "<?", at: index):
                guard let end = end(of: "?>", from: index + 2) else { return gaveUp(at: start) }
                index = end
                continue
            case UInt8(ascii: "<") where starts(with: "<!ENTITY", at: index): declaresEntities = true
            case UInt8(ascii: "["): isInside = true
            case UInt8(ascii: "]"): isInside = false
            case UInt8(ascii: ">") where !isInside:
                if declaresEntities {
                    let message = "the file declares entities of its own; they are kept as they are and never expanded"
                    report("xml-entities", message, at: start)
                }
                return XMLToken(.doctype, start..<index + 1)
            default: break
            }
            index += 1
        }
        return gaveUp(at: start)
    }

    private mutating func endTag(at start: Int) -> XMLToken? {
        let name = name(from: start + 2)
        let after = skipSpace(from: name.upperBound)
        guard !name.isEmpty, after < bytes.count, bytes[after] == UInt8(ascii: ">") else { return notMarkup(at: start) }
        return XMLToken(.endTag, start..<after + 1, name: name)
    }

    private mutating func startTag(at start: Int) -> XMLToken? {
        let name = name(from: start + 1)
        let first = attributes.count
        var index = name.upperBound
        while true {
            let next = skipSpace(from: index)
            guard next < bytes.count else {
                attributes.removeSubrange(first...)
                return gaveUp(at: start)
            }
            let found = first..<attributes.count
            switch bytes[next] {
            case UInt8(ascii: ">"):
                return XMLToken(.startTag, start..<next + 1, name: name, attributes: found)
            case UInt8(ascii: "/") where next + 1 < bytes.count && bytes[next + 1] == UInt8(ascii: ">"):
                return XMLToken(.startTag, start..<next + 2, name: name, attributes: found, isSelfClosing: true)
            case UInt8(ascii: "<"):
                attributes.removeSubrange(first...)
                report("xml-markup", "<\(text(name)) is not closed; it is left as it is", at: start)
                return XMLToken(.junk, start..<next)
            case UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "/"), UInt8(ascii: "?"):
                report("xml-markup", "a stray “\(text(next..<next + 1))” in <\(text(name))>", at: start)
                index = next + 1
            default:
                guard let attribute = attribute(at: next, tag: start) else {
                    attributes.removeSubrange(first...)
                    return gaveUp(at: start)
                }
                attributes.append(attribute.0)
                index = attribute.end
            }
        }
    }

    /// The attribute at an offset and where it ends; nil when its quote is never closed.
    private mutating func attribute(at start: Int, tag: Int) -> (XMLAttribute, end: Int)? {
        let name = name(from: start)
        var index = skipSpace(from: name.upperBound)
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
            if dialect == .xml { report("xml-markup", "the attribute “\(text(name))” has no value", at: tag) }
            return (XMLAttribute(name: name, value: name.upperBound..<name.upperBound), name.upperBound)
        }
        index = skipSpace(from: index + 1)
        guard index < bytes.count else { return nil }
        let quote = bytes[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            guard let end = end(ofValueIn: quote, from: index + 1) else { return nil }
            return (XMLAttribute(name: name, value: index + 1..<end - 1, quote: quote), end)
        }
        var end = index
        while end < bytes.count, !Self.isSpace(bytes[end]), bytes[end] != UInt8(ascii: ">"),
            bytes[end] != UInt8(ascii: "<")
        {
            end += 1
        }
        if dialect == .xml { report("xml-markup", "the value of “\(text(name))” has no quotes", at: tag) }
        return (XMLAttribute(name: name, value: index..<end), end)
    }
}

/// Looking at bytes.
extension XMLTokenizer {
    /// A name from an offset: everything up to white space, a quote, `/`, `>`, `<` or `=`.
    fileprivate func name(from start: Int) -> Range<Int> {
        var end = start
        while end < bytes.count {
            let byte = bytes[end]
            // A space, a tab, a line break or one of " ' / < = > ?.
            if byte <= 0x3F, Self.endsName & (1 &<< UInt64(byte)) != 0 { break }
            end += 1
        }
        return start..<end
    }

    /// A bit for each byte below 0x40.
    private static var endsName: UInt64 {
        let spaces: UInt64 = 1 << 0x09 | 1 << 0x0A | 1 << 0x0D | 1 << 0x20
        let marks: UInt64 = 1 << 0x22 | 1 << 0x27 | 1 << 0x2F | 1 << 0x3C
        return spaces | marks | 1 << 0x3D | 1 << 0x3E | 1 << 0x3F
    }

    fileprivate func skipSpace(from start: Int) -> Int {
        var index = start
        while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
        return index
    }

    fileprivate mutating func end(of terminator: String, from start: Int) -> Int? {
        end(of: Array(terminator.utf8), from: start)
    }

    /// The offset after the quote that ends a value.
    private mutating func end(ofValueIn quote: UInt8, from start: Int) -> Int? {
        guard absent.isEmpty || !absent.contains([quote]) else { return nil }
        let end = ByteScan.index(of: quote, in: bytes, from: start)
        if end < bytes.count { return end + 1 }
        absent.insert([quote])
        return nil
    }

    /// The offset after the first `terminator` from `start` on.
    fileprivate mutating func end(of terminator: [UInt8], from start: Int) -> Int? {
        guard let first = terminator.first, !absent.contains(terminator) else { return nil }
        var index = start
        while index <= bytes.count - terminator.count,
            let found = bytes[index...].firstIndex(of: first), found <= bytes.count - terminator.count
        {
            let after = found + terminator.count
            if terminator.count == 1 || bytes[found..<after].elementsEqual(terminator) { return after }
            index = found + 1
        }
        absent.insert(terminator)
        return nil
    }

    fileprivate func starts(with text: StaticString, at start: Int) -> Bool {
        text.withUTF8Buffer { bytes[start...].starts(with: $0) }
    }

    fileprivate static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    fileprivate static func startsName(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || byte >= 0x80
    }
}
