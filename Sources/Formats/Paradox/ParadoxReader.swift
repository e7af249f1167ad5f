import Text

/// Reads line by line. A text ends at the last quote of its line, so that quotes inside need no escape.
struct ParadoxReader {
    private let bytes: [UInt8]
    private let decoded: DecodedText
    private let options: ReadOptions
    private var collector: StringCollector<ParadoxForm>
    private var headers: [StringHole<ParadoxForm>] = []
    private var language = ""
    private var comment: [String] = []
    private let escapesQuotes: Bool

    init(_ source: [UInt8], file: String, options: ReadOptions) {
        decoded = DecodedText(source, file: file, encoding: options.encoding)
        bytes = decoded.utf8
        self.options = options
        escapesQuotes = zip(bytes, bytes.dropFirst()).contains { $0 == 0x5C && $1 == 0x22 }
        collector = StringCollector(
            decoded,
            file: file,
            options: options,
            syntaxes: [.section, .dollarNames, .brackets, .literalBreaks, .paradox]
        )
        if decoded.encoding == .utf8, decoded.detection.markLength == 0 {
            collector.report(
                "paradox-mark",
                .note,
                "The file has no byte order mark: the games skip such files. Save it as UTF-8 with BOM.",
                at: 0
            )
        }
    }

    /// The name in `l_english:`; nil for another line.
    static func language(_ bytes: [UInt8], _ content: Range<Int>) -> Range<Int>? {
        guard content.count > 3, bytes[content.lowerBound] == 0x6C, bytes[content.lowerBound + 1] == 0x5F else {
            return nil
        }
        var end = content.lowerBound + 2
        while end < content.upperBound, (bytes[end] >= 0x61 && bytes[end] <= 0x7A) || bytes[end] == 0x5F { end += 1 }
        guard end > content.lowerBound + 2, end < content.upperBound, bytes[end] == 0x3A else { return nil }
        let rest = bytes.trimmed(end + 1..<content.upperBound)
        return rest.isEmpty || bytes[rest.lowerBound] == 0x23 ? content.lowerBound + 2..<end : nil
    }

    /// Whether the strings under the header now are in the source language. A file with one header is.
    private func isSource(_ sole: Bool) -> Bool {
        if sole { return true }
        if let source = options.source { return ParadoxLanguage.name(of: source) == language }
        return language == "simp_chinese" || language == "trad_chinese"
    }

    mutating func document() -> Document {
        let isSole = headerCount() < 2
        var next = decoded.start
        while next < bytes.count {
            let line = ByteLine(bytes, from: next)
            next = line.next
            let content = bytes.trimmed(line.range)
            if content.isEmpty {
                comment = []
            } else if bytes[content.lowerBound] == 0x23 {
                let text = bytes.text(content).drop { $0 == "#" || $0 == " " }
                if !text.isEmpty { comment.append(String(text)) }
            } else if let name = Self.language(bytes, content) {
                language = bytes.text(name)
                comment = []
                if isSource(isSole) { headers.append(StringHole(range: name, key: "", form: .header(isSole: isSole))) }
            } else if isSource(isSole) {
                entry(content)
                comment = []
            }
        }
        var document = collector.document(format: ParadoxFormat.name)
        document.skeleton = StringSkeleton(decoded: decoded, holes: headers + collector.holes)
        return document
    }

    private func headerCount() -> Int {
        var count = 0
        var next = decoded.start
        while next < bytes.count, count < 2 {
            let line = ByteLine(bytes, from: next)
            next = line.next
            if Self.language(bytes, bytes.trimmed(line.range)) != nil { count += 1 }
        }
        return count
    }

    private mutating func entry(_ content: Range<Int>) {
        guard let colon = bytes[content].firstIndex(of: 0x3A), colon > content.lowerBound,
            let open = bytes[colon..<content.upperBound].firstIndex(of: 0x22),
            bytes[colon + 1..<open].allSatisfy({ $0 == 0x20 || $0 == 0x09 || ($0 >= 0x30 && $0 <= 0x39) }),
            let close = close(after: open, content)
        else {
            collector.report(
                "paradox-line",
                .warning,
                "This line is no `KEY:0 \"text\"`: it is left as it is. Give it both quotes.",
                at: content.lowerBound
            )
            return
        }
        let key = bytes.text(bytes.trimmed(content.lowerBound..<colon))
        var details = StringCollector<ParadoxForm>.Details()
        details.notes[Unit.Note.key] = key
        if !comment.isEmpty { details.notes[Unit.Note.comment] = comment.joined(separator: "\n") }
        let text = bytes.text(open + 1..<close)
        let form = ParadoxForm.value(escapesQuotes: escapesQuotes)
        collector.add(
            escapesQuotes ? text.replacing("\\\"", with: "\"") : text,
            key: key,
            at: open + 1..<close,
            form: form,
            details: details
        )
    }

    /// The quote that ends the text: the last of the line, or the first that a comment follows.
    private func close(after open: Int, _ content: Range<Int>) -> Int? {
        var last: Int?
        for index in open + 1..<max(open + 1, content.upperBound) where bytes[index] == 0x22 {
            last = index
            let next = bytes.skippingSpace(index + 1)
            if next > index + 1, next < content.upperBound, bytes[next] == 0x23, bytes[index - 1] != 0x5C {
                return index
            }
        }
        return last
    }
}
