import Text

/// What XML formats keep of a file: its text, where it names its encoding, how it writes, and the places of the units.
struct XMLSkeleton<Places: Sendable>: Skeleton {
    let decoded: DecodedText
    let declarations: [Range<Int>]
    let style: XMLStyle
    let places: Places

    init(_ source: XMLSource, _ places: Places) {
        decoded = source.decoded
        declarations = source.declarations
        style = XMLStyle(of: source.xml)
        self.places = places
    }
}

/// Makes of a run of text what the file holds in a string, before it is escaped for XML.
typealias XMLEncode = (String, XMLEdges) -> String

/// Where a run of text stands in its string.
struct XMLEdges: OptionSet, Sendable {
    let rawValue: Int

    static let start = XMLEdges(rawValue: 1)
    static let end = XMLEdges(rawValue: 2)
    static let both: XMLEdges = [.start, .end]
}

/// Collects what changes in a file, and writes it.
struct XMLPatch {
    private(set) var findings: [Finding] = []
    private let decoded: DecodedText
    private let declarations: [Range<Int>]
    private let file: String
    private let encoding: Edition.Encoding
    private let escaper: XMLEscaper
    private var changes: [(range: Range<Int>, text: String)] = []

    init<Places>(_ skeleton: XMLSkeleton<Places>, _ edition: Edition, file: String) {
        decoded = skeleton.decoded
        declarations = skeleton.declarations
        self.file = file
        encoding = edition.encoding
        let isKept = edition.encoding == .asSource
        // Readers of what says GBK or GB 2312 know none of the four bytes that GB 18030 has for the rest of Unicode.
        let named = skeleton.declarations.first.map { String(decoding: skeleton.decoded.utf8[$0], as: UTF8.self) }
        let isPairs = named.map { TextEncoding(name: $0) == .gb18030 && !$0.lowercased().contains("18030") } ?? false
        escaper = XMLEscaper(
            style: skeleton.style,
            encoder: isKept ? decoded.encoding.encoder() : nil,
            isPairs: isPairs && decoded.encoding == .gb18030
        )
    }

    var isEmpty: Bool { changes.isEmpty }
    var lineBreak: String { escaper.style.lineBreak }

    /// Replaces bytes by text that is XML already.
    mutating func replace(_ range: Range<Int>, by xml: String) { changes.append((range, xml)) }

    mutating func insert(_ xml: String, at place: Int) { replace(place..<place, by: xml) }

    /// Puts a translation into its place.
    mutating func fill(_ slot: XMLSlot, with text: InlineText, key: String, encode: XMLEncode? = nil) {
        let xml = render(text, slot, key: key, encode: encode)
        replace(slot.range, by: xml)
    }

    /// XML with references for what the encoding of the file cannot hold.
    func holding(_ xml: String) -> String { escaper.holding(xml) }

    func escape(_ text: String, in container: XMLContainer = .content) -> String {
        escaper.escape(text, in: container)
    }

    /// A translation as it is written in the place of `slot`.
    mutating func render(
        _ text: InlineText,
        _ slot: XMLSlot,
        key: String,
        encode: XMLEncode? = nil
    ) -> String {
        func escape(_ run: String, _ edges: XMLEdges) -> String {
            guard let lineBreak = slot.lineBreak, run.utf8.contains(0x0A) else {
                return escaper.escape(encode?(run, edges) ?? run, in: slot.container)
            }
            let lines = run.split(separator: "\n", omittingEmptySubsequences: false)
            return lines.map { escaper.escape(String($0), in: slot.container) }.joined(separator: lineBreak)
        }
        guard !text.codes.isEmpty else { return escape(text.text, .both) }
        guard !slot.markup.isEmpty else { return escape(text.literal, .both) }
        var xml = ""
        // Text on both sides of a placeholder is one string to the file.
        var run = ""
        let parts = text.parts
        let markup = matches(of: parts, slot)
        let broken = Self.crossing(parts, markup, slot)
        for (index, part) in parts.enumerated() {
            switch part {
            case .text(let text): run += text
            case .code(let code):
                guard let match = markup[index] else {
                    run += code.data
                    continue
                }
                guard !broken.contains(index) else { continue }
                if !run.isEmpty { xml += escape(run, xml.isEmpty ? .start : []) }
                run = ""
                xml += String(decoding: decoded.utf8[slot.markup[match].range], as: UTF8.self)
            }
        }
        if !run.isEmpty { xml += escape(run, xml.isEmpty ? .both : .end) }
        if !broken.isEmpty {
            let message = "Tags of the translation do not nest; those were left out. Check the markup."
            findings.append(Finding("codes-repaired", .warning, message, at: Finding.Place(file: file, unit: key)))
        }
        return xml
    }

    /// By the index of a part, the markup of the file that it is.
    private func matches(of parts: [InlineText.Part], _ slot: XMLSlot) -> [Int: Int] {
        var matches: [Int: Int] = [:]
        for case (let index, .code(let code)) in parts.enumerated() {
            let sameID = slot.markup.firstIndex { $0.id == code.id && $0.role == code.role }
            let isSame = { (place: Int) in decoded.utf8[slot.markup[place].range].elementsEqual(code.data.utf8) }
            if let sameID, isSame(sameID) {
                matches[index] = sameID
            } else if let place = slot.markup.indices.first(where: { isSame($0) && slot.markup[$0].role == code.role })
            {
                matches[index] = place
            } else if let sameID, code.data.hasPrefix("<") || code.data.hasPrefix("&") {
                matches[index] = sameID
            }
        }
        return matches
    }

    /// Parts that are tags without a partner, or that cross another pair.
    private static func crossing(_ parts: [InlineText.Part], _ matches: [Int: Int], _ slot: XMLSlot) -> Set<Int> {
        var open: [(part: Int, id: Int)] = []
        var broken: Set<Int> = []
        for index in parts.indices {
            guard let match = matches[index], slot.markup[match].nests else { continue }
            let code = slot.markup[match]
            if code.role == .open {
                open.append((index, code.id))
            } else if let depth = open.lastIndex(where: { $0.id == code.id }) {
                for crossed in open[(depth + 1)...] { broken.insert(crossed.part) }
                open.removeSubrange(depth...)
            } else {
                broken.insert(index)
            }
        }
        return broken.union(open.map(\.part))
    }

    /// The file in its own encoding; in UTF-8, and declared so, when that is asked for or when a translation cannot be
    /// written in it even by references.
    func finish() -> WrittenFile {
        guard !changes.isEmpty else { return WrittenFile(bytes: decoded.source) }
        var written = write(encoding, changes)
        let isChanged = written.findings.contains { $0.code == "encoding-changed" }
        if decoded.encoding != .utf8, encoding == .utf8 || isChanged {
            let named = declarations.map { (range: $0, text: "UTF-8") }
            let findings = written.findings
            written = write(.utf8, changes + named)
            written.findings = findings
        }
        written.findings += findings
        return written
    }

    private func write(_ encoding: Edition.Encoding, _ changes: [(range: Range<Int>, text: String)]) -> WrittenFile {
        var patch = TextPatch(decoded)
        for change in changes { patch.replace(change.range, by: change.text) }
        return patch.write(file: file, encoding: encoding)
    }
}
