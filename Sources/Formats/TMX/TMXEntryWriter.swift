package import Text

/// Writes entries as TMX 1.4b, one by one, valid by its DTD: nothing but the entry at hand is held.
///
/// An entry is a `<tu>` with its two variants. Dates and persons are attributes; origin, state, document and neighbours, which TMX
/// has no place for, are properties of types `x-origin`, `x-state`, `x-document`, `x-before` and `x-after`.
package struct TMXEntryWriter {
    private let header: TMXHeader

    /// - Parameter header: whose notes, properties and format are kept; nil for a memory that came from no TMX.
    package init(header: TMXHeader? = nil) { self.header = header ?? TMXHeader() }

    package static let end: [UInt8] = Array("</body>\n</tmx>\n".utf8)

    /// What comes before the first entry.
    /// - Parameter source: the locale of all sources; nil when there are several.
    package func start(source: LanguageTag?) -> [UInt8] {
        var output = Output()
        output.raw(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx version=\"1.4\">\n"
        )
        output.raw("<header creationtool=\"Caravan\" creationtoolversion=\"0.1\"")
        let kinds: Set = ["block", "paragraph", "sentence", "phrase"]
        output.attribute("segtype", header.segmentation.flatMap { kinds.contains($0) ? $0 : nil } ?? "paragraph")
        output.attribute("o-tmf", header.format ?? "Caravan")
        output.attribute("adminlang", header.adminLanguage ?? "en")
        output.attribute("srclang", source?.description ?? "*all*")
        output.attribute("datatype", header.datatype ?? "plaintext")
        if header.notes.isEmpty, header.properties.isEmpty {
            output.raw("/>\n<body>\n")
            return output.bytes
        }
        output.raw(">\n")
        for note in header.notes { output.element("note", note) }
        for property in header.properties where property.count == 2 { output.property(property[0], property[1]) }
        output.raw("</header>\n<body>\n")
        return output.bytes
    }

    /// Adds an entry.
    package func write(_ entry: MemoryEntry, to bytes: inout [UInt8]) {
        var output = Output(bytes: bytes)
        bytes = []
        output.raw("<tu")
        if let key = entry.key { output.attribute("tuid", key) }
        let (origin, user) = TMXOrigin.text(entry.origin)
        if let changed = entry.changed.flatMap(TMXDate.text) { output.attribute("changedate", changed) }
        if !user.isEmpty { output.attribute("changeid", user) }
        output.attribute("srclang", entry.sourceLocale.description)
        output.raw(">\n")
        if let note = entry.note { output.element("note", note) }
        if origin != "human" { output.property("x-origin", origin) }
        if entry.state != .translated { output.property("x-state", entry.state.rawValue) }
        if let document = entry.document { output.property("x-document", document) }
        if let before = entry.before { output.property("x-before", String(before, radix: 16)) }
        if let after = entry.after { output.property("x-after", String(after, radix: 16)) }
        for (locale, text) in [(entry.sourceLocale, entry.source), (entry.targetLocale, entry.target)] {
            output.raw("<tuv")
            output.attribute("xml:lang", locale.description)
            output.raw("><seg>")
            Self.write(text, to: &output)
            output.raw("</seg></tuv>\n")
        }
        output.raw("</tu>\n")
        bytes = output.bytes
    }

    private static func write(_ text: InlineText, to output: inout Output) {
        guard !text.codes.isEmpty else { return output.text(text.text) }
        let partners = partners(of: text.codes)
        let highlights = highlights(of: text.codes, partners)
        var next = 0
        for part in text.parts {
            switch part {
            case .text(let run): output.text(run)
            case .code(let code):
                if highlights.contains(next) {
                    output.raw(code.role == .open ? code.data : "</hi>")
                } else {
                    write(code, number: partners[next], to: &output)
                }
                next += 1
            }
        }
    }

    /// For each code of a pair the pair's number, from 1; nil for what stands alone.
    private static func partners(of codes: [InlineCode]) -> [Int?] {
        var numbers = [Int?](repeating: nil, count: codes.count)
        var open: [Int: [Int]] = [:]
        var count = 0
        for (index, code) in codes.enumerated() {
            switch code.role {
            case .open: open[code.id, default: []].append(index)
            case .close:
                guard let start = open[code.id]?.popLast() else { continue }
                count += 1
                numbers[start] = count
                numbers[index] = count
            case .standalone: break
            }
        }
        return numbers
    }

    /// The codes that are `<hi>` elements and can be so again: all of them when they are nested well, else none.
    private static func highlights(of codes: [InlineCode], _ partners: [Int?]) -> Set<Int> {
        var open: [Int] = []
        var found: Set<Int> = []
        for (index, code) in codes.enumerated() {
            guard let number = partners[index] else { continue }
            if code.role == .open, isHighlight(code.data) {
                open.append(number)
                found.insert(index)
            } else if code.role == .close, let place = open.lastIndex(of: number) {
                guard place == open.count - 1 else { return [] }
                open.removeLast()
                found.insert(index)
            }
        }
        return open.isEmpty ? found : []
    }

    /// Whether the data is the start tag of `<hi>` as the DTD has it: `x` and `type`, and nothing that XML would stumble on.
    private static func isHighlight(_ data: String) -> Bool {
        guard data.hasPrefix("<hi"), data.hasSuffix(">"), !data.hasSuffix("/>") else { return false }
        let attributes = data.dropFirst(3).dropLast()
        guard attributes.isEmpty || attributes.hasPrefix(" "), !attributes.contains(where: { "<>&".contains($0) })
        else {
            return false
        }
        let parts = attributes.split(separator: "\"", omittingEmptySubsequences: false)
        guard parts.count % 2 == 1, parts.last?.allSatisfy(\.isWhitespace) == true else { return false }
        return stride(from: 0, to: parts.count - 1, by: 2).allSatisfy { place in
            [" x=", " type="].contains(String(parts[place]))
        }
    }

    private static func write(_ code: InlineCode, number: Int?, to output: inout Output) {
        let name: String
        switch (code.role, number) {
        case (.standalone, _): name = "ph"
        case (.open, .some): name = "bpt"
        case (.close, .some): name = "ept"
        default: name = "it"
        }
        output.raw("<\(name)")
        if let number { output.attribute("i", "\(number)") }
        if name == "it" { output.attribute("pos", code.role == .open ? "begin" : "end") }
        // `ept` has no more attributes.
        if name != "ept" {
            if code.id > 0 { output.attribute("x", "\(code.id)") }
            if let type = TMXCodeKind.type(code.kind, isStandalone: name == "ph") { output.attribute("type", type) }
        }
        if isElement(code.data) { return output.raw("/>") }
        output.raw(">")
        output.text(code.data)
        output.raw("</\(name)>")
    }

    /// Whether the data is an empty element of TMX, which holds no native code.
    private static func isElement(_ data: String) -> Bool {
        data.isEmpty
            || (data.hasSuffix(">")
                && ["<bpt", "<ept", "<ph", "<it", "<ut"].contains { name in
                    data.hasPrefix("\(name) ") || data.hasPrefix("\(name)/") || data.hasPrefix("\(name)>")
                })
    }

    /// Bytes of XML.
    private struct Output {
        var bytes: [UInt8] = []

        mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

        mutating func attribute(_ name: String, _ value: String) {
            raw(" \(name)=\"\(XMLText.escapeAttribute(value))\"")
        }

        mutating func element(_ name: String, _ content: String) {
            raw("<\(name)>")
            text(content)
            raw("</\(name)>\n")
        }

        mutating func property(_ type: String, _ value: String) {
            raw("<prop")
            attribute("type", type)
            raw(">")
            text(value)
            raw("</prop>\n")
        }

        /// Characters of content. Those that XML forbids are left out.
        mutating func text(_ text: String) {
            var text = text
            let isPlain = text.withUTF8 { utf8 in
                // U+FFFE and U+FFFF begin with EF BF.
                for (index, byte) in utf8.enumerated() {
                    switch byte {
                    case 0x26, 0x3C, 0x3E, 0x00...0x08, 0x0B...0x1F: return false
                    case 0xBF where index > 0 && utf8[index - 1] == 0xEF: return false
                    default: break
                    }
                }
                bytes.append(contentsOf: utf8)
                return true
            }
            if !isPlain { raw(XMLText.escape(text)) }
        }
    }
}
