import Text

/// An XML file of any encoding, read to be patched: the text in UTF-8, its tokens, and where it names its encoding.
struct XMLSource: Sendable {
    let decoded: DecodedText
    let xml: XMLFile
    /// The values that name the encoding (`encoding="GBK"`, `charset=gbk`), as ranges of `decoded.utf8`.
    let declarations: [Range<Int>]
    let findings: [Finding]

    /// Reads a file in the encoding that is asked for, that its mark or its declaration names, or that is found out.
    ///
    /// Throws `.refused` for a file that nests too deeply or whose entities would grow without limit, `.malformed` for a file
    /// without any element.
    init(_ bytes: [UInt8], file: String, options: ReadOptions, dialect: XMLDialect = .xml) throws(FormatError) {
        let declared = XMLDeclaration(bytes, dialect: dialect)
        if let encoding = options.encoding {
            decoded = DecodedText(bytes, file: file, encoding: encoding)
        } else {
            let (encoding, isValid) = declared.encoding(of: bytes)
            decoded = DecodedText(bytes, file: file, encoding: encoding, isValidUTF8: isValid)
        }
        xml = XMLFile(decoded, file: file, dialect: dialect)
        declarations = XMLDeclaration(decoded.utf8, dialect: dialect).ranges
        var findings = decoded.findings + xml.findings
        if let name = declared.name, options.encoding == nil, let wanted = TextEncoding(name: name),
            wanted != decoded.encoding, wanted.unitSize == 1 || decoded.encoding.unitSize == 1, wanted.unitSize == 1
        {
            let message =
                "The file says that it is in \(name), and is in \(decoded.encoding.rawValue). It is read as that; "
                + "correct the declaration."
            findings.append(Finding("xml-encoding", .warning, message, at: Finding.Place(file: file, line: 1)))
        }
        self.findings = findings
        if xml.findings.contains(where: { $0.code == "xml-deep" }) {
            let limit = XMLTokenizer.deepest
            throw FormatError(.refused, "\(file): more than \(limit) elements inside one another; the file is refused.")
        }
        if XMLEntityBomb.isArmed(xml) {
            let message = "its entities are made of one another and would grow without limit; the file is refused."
            throw FormatError(.refused, "\(file): \(message)")
        }
        guard xml.tokens.contains(where: { $0.kind == .startTag }) else {
            throw FormatError(.malformed, "\(file): there is no element in the file; it is no XML.")
        }
    }

    /// The line, from 1, of an offset.
    func line(at offset: Int) -> Int {
        decoded.utf8[..<min(offset, decoded.utf8.count)].count { $0 == 0x0A } + 1
    }
}

/// What a file says of its own encoding.
private struct XMLDeclaration {
    private(set) var name: String?
    /// Where the names stand.
    private(set) var ranges: [Range<Int>] = []

    init(_ bytes: [UInt8], dialect: XMLDialect) {
        let head = Array(bytes.prefix(dialect == .html ? 4096 : 256))
        let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard start < head.count else { return }
        if head[start...].starts(with: "<?xml".utf8), let end = Self.find("?>", in: head, from: start) {
            add("encoding", in: head, from: start, to: end)
        }
        guard dialect == .html else { return }
        var place = start
        while let tag = Self.find("<meta", in: head, from: place) {
            let end = head[tag...].firstIndex(of: UInt8(ascii: ">")) ?? head.count
            add("charset", in: head, from: tag, to: end)
            place = tag + 5
        }
    }

    private mutating func add(_ word: StaticString, in head: [UInt8], from start: Int, to end: Int) {
        guard let found = Self.find(word, in: head, from: start), found < end else { return }
        var index = found + word.utf8CodeUnitCount
        while index < end, " =\"'\t\r\n".utf8.contains(head[index]) { index += 1 }
        let first = index
        while index < end, !" \"';>/?\t\r\n".utf8.contains(head[index]) { index += 1 }
        guard index > first else { return }
        ranges.append(first..<index)
        name = name ?? String(decoding: head[first..<index], as: UTF8.self)
    }

    /// The offset of a word in lower case, in whatever case it is written.
    private static func find(_ word: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
        let count = word.utf8CodeUnitCount
        guard bytes.count - start >= count else { return nil }
        return word.withUTF8Buffer { word in
            (start...bytes.count - count).first { place in
                (0..<count).allSatisfy { step in
                    let byte = bytes[place + step]
                    return word[step] == (0x41...0x5A ~= byte ? byte | 0x20 : byte)
                }
            }
        }
    }

    /// The encoding to read the file in, where nil has it detected, and whether the file was seen to be valid UTF-8.
    func encoding(of bytes: [UInt8]) -> (encoding: TextEncoding?, isValidUTF8: Bool) {
        for encoding in [TextEncoding.utf8, .gb18030, .utf16LE, .utf16BE] where bytes.starts(with: encoding.mark) {
            return (encoding, false)
        }
        switch (bytes.first, bytes.dropFirst().first) {
        case (0x3C, 0x00): return (.utf16LE, false)
        case (0x00, 0x3C): return (.utf16BE, false)
        default: break
        }
        let isUTF8 = (try? UTF8Span(validating: bytes.span)) != nil
        guard let name, let declared = TextEncoding(name: name), declared != .utf8, declared.unitSize == 1 else {
            return (isUTF8 ? .utf8 : nil, isUTF8)
        }
        // A dozen bytes of another encoding are never valid UTF-8 by chance.
        return (isUTF8 && bytes.count(where: { $0 >= 0x80 }) >= 12 ? .utf8 : declared, isUTF8)
    }
}

/// Entities that are declared by way of one another.
private enum XMLEntityBomb {
    /// Whether the file declares three entities or more, each of which repeats another one.
    static func isArmed(_ xml: XMLFile) -> Bool {
        guard let type = xml.tokens.prefix(64).first(where: { $0.kind == .doctype }) else { return false }
        let bytes = xml.bytes[type.range]
        var repeating = 0
        var references = 0
        var isInside = false
        for (index, byte) in zip(bytes.indices, bytes) {
            switch byte {
            case UInt8(ascii: "<"):
                isInside = bytes[index...].starts(with: "<!ENTITY".utf8)
                references = 0
            case UInt8(ascii: ">"):
                if isInside, references >= 2 { repeating += 1 }
                isInside = false
            case UInt8(ascii: "&") where index + 1 < bytes.endIndex && bytes[index + 1] != UInt8(ascii: "#"):
                references += 1
            case UInt8(ascii: "%") where isInside && index + 1 < bytes.endIndex && bytes[index + 1] > 0x40:
                references += 1
            default: break
            }
        }
        return repeating >= 3
    }
}
