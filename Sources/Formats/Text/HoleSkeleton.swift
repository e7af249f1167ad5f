import Text

/// A text file with holes where its units are: what plain text and Markdown keep of a file.
struct HoleSkeleton: Skeleton {
    var decoded: DecodedText
    /// One for each unit of the document, in order.
    var holes: [Hole]
    /// The line break that the file uses most.
    var lineBreak: TextLine.LineBreak
    /// Whether the file parts its paragraphs by blank lines.
    var hasBlankLines: Bool
}

/// The place of one unit in a text file.
struct Hole: Sendable {
    /// Where the white space before the text begins.
    var start: TwinOffset
    var contentStart: TwinOffset
    var end: TwinOffset
    /// Whether that white space holds U+3000, which belongs to a text in Han.
    var hasIdeographicIndent: Bool
    /// The line break after it; none at the end of the file and inside of a line.
    var lineBreak: TextLine.LineBreak
}

/// Writes a skeleton with some of its holes filled.
struct HoleWriter {
    let decoded: DecodedText
    /// In the order of their places.
    private(set) var changes: [Change] = []

    /// New text for a range of the file.
    struct Change {
        var start: TwinOffset
        var end: TwinOffset
        var text: String
    }

    init(_ decoded: DecodedText) { self.decoded = decoded }

    mutating func replace(_ start: TwinOffset, _ end: TwinOffset, by text: String) {
        changes.append(Change(start: start, end: end, text: text))
    }

    mutating func insert(_ text: String, at place: TwinOffset) { replace(place, place, by: text) }

    /// The file in its own encoding, or in UTF-8 when that is asked for or the encoding cannot hold the translation.
    func write(file: String, encoding: Edition.Encoding) -> WrittenFile {
        if decoded.isSource {
            return WrittenFile(bytes: fill(decoded.source, from: 0, place: \.source) { Array($0.utf8) })
        }
        if encoding == .utf8, decoded.encoding != .utf8 { return WrittenFile(bytes: utf8()) }
        let encoder = decoded.encoding.encoder()
        var missing: Set<Unicode.Scalar> = []
        let bytes = fill(decoded.source, from: 0, place: \.source) { text in
            switch encoder?.encode(text) ?? decoded.encoding.encode(text) {
            case .success(let bytes): return bytes
            case .failure(let failure):
                if let scalar = failure.scalar { missing.insert(scalar) }
                return []
            }
        }
        guard !missing.isEmpty else { return WrittenFile(bytes: bytes) }
        let shown = missing.sorted().prefix(8).map { "“\($0)”" }.joined(separator: " ")
        let finding = Finding(
            "encoding-changed",
            .warning,
            "Written as UTF-8, because \(decoded.encoding.rawValue) has no place for \(shown) in the translation.",
            at: .init(file: file)
        )
        return WrittenFile(bytes: utf8(), findings: [finding])
    }

    private func utf8() -> [UInt8] {
        fill(decoded.utf8, from: decoded.start, place: \.text) { Array($0.utf8) }
    }

    private func fill(
        _ bytes: [UInt8],
        from start: Int,
        place: KeyPath<TwinOffset, Int>,
        encode: (String) -> [UInt8]
    ) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 4)
        var position = start
        for change in changes {
            let from = change.start[keyPath: place]
            if from > position { result += bytes[position..<from] }
            result += encode(change.text)
            position = max(position, change.end[keyPath: place])
        }
        if position < bytes.count { result += bytes[position...] }
        return result
    }
}
