import Text

/// Walking the elements of a file.
extension XMLFile {
    /// Whether the tag has this name, whatever its prefix.
    func has(_ name: StaticString, _ index: Int) -> Bool {
        isLocal(tokens[index].name, name)
    }

    /// Whether what stands at a range is this name, whatever its prefix.
    private func isLocal(_ range: Range<Int>, _ name: StaticString) -> Bool {
        let count = name.utf8CodeUnitCount
        guard range.count >= count else { return false }
        let start = range.upperBound - count
        guard start == range.lowerBound || bytes[start - 1] == UInt8(ascii: ":") else { return false }
        let own = name.utf8Start
        return bytes.withUnsafeBufferPointer { bytes in
            for step in 0..<count where bytes[start + step] != own[step] { return false }
            return true
        }
    }

    /// The start tags right inside of an element. Elements that are never closed count as empty.
    func children(of start: Int) -> [Int] {
        guard let end = tokens[start].partner else { return [] }
        var children: [Int] = []
        var index = start + 1
        while index < end {
            if tokens[index].kind == .startTag {
                children.append(index)
                index = max(index, tokens[index].partner ?? index)
            }
            index += 1
        }
        return children
    }

    /// The first start tag right inside of an element from an index on, which is within it and in no child.
    func child(of start: Int, from index: Int) -> Int? {
        guard let end = tokens[start].partner else { return nil }
        var index = index
        while index < end {
            if tokens[index].kind == .startTag { return index }
            index += 1
        }
        return nil
    }

    func child(_ name: StaticString, of start: Int) -> Int? {
        guard let end = tokens[start].partner else { return nil }
        var index = start + 1
        while index < end {
            if tokens[index].kind == .startTag {
                if has(name, index) { return index }
                index = max(index, tokens[index].partner ?? index)
            }
            index += 1
        }
        return nil
    }

    /// The text of an element without white space around it; nil without any.
    func content(of start: Int) -> String? {
        guard let end = tokens[start].partner, start + 1 < end else { return nil }
        let text = XMLText.lineFeeds(text(inside: start + 1..<end)).trimmed
        return text.isEmpty ? nil : text
    }

    /// The first element of the file.
    var root: Int? { tokens.firstIndex { $0.kind == .startTag } }

    /// The bytes between the tags of an element; nil for one that is empty by its tag or never closed.
    func inside(_ start: Int) -> Range<Int>? {
        guard let end = tokens[start].partner else { return nil }
        return tokens[start].range.upperBound..<tokens[end].range.lowerBound
    }

    /// The end of an element: of its end tag where it has one.
    func end(of start: Int) -> Int {
        tokens[tokens[start].partner ?? start].range.upperBound
    }

    /// White space right before a tag, from the line break on: how the file sets elements of this depth.
    func indent(before index: Int) -> String { string(indentRange(before: index)) }

    func indentRange(before index: Int) -> Range<Int> {
        let none = tokens[index].range.lowerBound..<tokens[index].range.lowerBound
        guard index > 0, tokens[index - 1].kind == .text else { return none }
        let range = tokens[index - 1].range
        guard XMLSpace.isBlank(bytes[range]) else { return none }
        var start = range.upperBound
        while start > range.lowerBound {
            start -= 1
            if bytes[start] == 0x0A { break }
        }
        if start > range.lowerBound, bytes[start] == 0x0A, bytes[start - 1] == 0x0D { start -= 1 }
        return start..<range.upperBound
    }

    /// The prefix of a tag's name, with its colon.
    func prefix(_ index: Int) -> String {
        let range = tokens[index].name
        guard let colon = bytes[range].lastIndex(of: UInt8(ascii: ":")) else { return "" }
        return string(range.lowerBound..<colon + 1)
    }

    /// An attribute by its name without a prefix.
    func local(_ name: StaticString, of index: Int) -> XMLAttribute? {
        let token = tokens[index]
        guard token.hasAttributes else { return nil }
        for attribute in attributes(of: token) where isLocal(attribute.name, name) { return attribute }
        return nil
    }

    /// The value of an attribute, by its name without a prefix.
    func value(_ name: StaticString, of index: Int) -> String? {
        local(name, of: index).map { known($0.value) ?? XMLText.decode(bytes, in: $0.value) }
    }

    /// The bytes of an attribute with the white space before it.
    func whole(_ attribute: XMLAttribute) -> Range<Int> {
        var start = attribute.name.lowerBound
        while start > 0, XMLSpace.isSpace(bytes[start - 1]) { start -= 1 }
        return start..<attribute.value.upperBound + (attribute.quote == nil ? 0 : 1)
    }
}

/// The root element of a file, as far as its head shows it.
struct XMLRoot {
    let name: String
    let attributes: [String: String]
    /// Whether a document type comes before it.
    let type: String?

    /// Nil for what does not begin as XML.
    init?(_ sample: FileSample) {
        // Tags are ASCII in every encoding but UTF-16: what encoding that is need not be found out.
        let start = sample.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let raw = sample.bytes.dropFirst(start).prefix(8192)
        let isWide = raw.prefix(64).contains(0) || raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF])
        let head = Array(isWide ? sample.head.prefix(8192) : raw)
        guard let first = head.first(where: { !XMLSpace.isSpace($0) && $0 < 0x80 }), first == UInt8(ascii: "<") else {
            return nil
        }
        let xml = XMLFile(head, file: "")
        guard let root = xml.tokens.first(where: { $0.kind == .startTag }) else { return nil }
        name = xml.localName(root)
        var attributes: [String: String] = [:]
        for attribute in xml.attributes(of: root) {
            attributes[xml.string(attribute.name)] = XMLText.decode(xml.bytes, in: attribute.value)
        }
        self.attributes = attributes
        let types = xml.tokens.first { $0.kind == .doctype }
        type = types.map { xml.string($0.range).lowercased() }
    }
}
