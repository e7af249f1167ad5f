/// A message of a catalog, as places in its bytes.
struct POEntry: Sendable {
    /// From the first comment on.
    var start: Int
    /// Line of the first keyword, from 1.
    var line: Int
    /// The comment lines before the keywords.
    var comments: Range<Int>
    var context: POField?
    var id: POField
    var plural: POField?
    /// `msgstr`; empty for a plural message.
    var string: POField
    /// `msgstr[n]` in the order written; empty for a message without plural.
    var forms: [Form]

    struct Form: Sendable {
        var index: Int
        /// Where `msgstr[n]` begins.
        var start: Int
        var field: POField
    }
}

/// A string in quotes, in one line or several.
struct POField: Sendable {
    /// From the first quotation mark to after the last.
    var range: Range<Int>
    /// How many quoted pieces it has.
    var pieces: Int
    var hasEscapes: Bool

    static let none = POField(range: 0..<0, pieces: 0, hasEscapes: false)

    /// Whether it is `""`.
    var isEmpty: Bool { pieces <= 1 && range.count <= 2 }

    /// The text without quotes and escapes.
    func text(in bytes: [UInt8]) -> String {
        guard pieces > 0, range.count > 2 else { return "" }
        if pieces == 1, !hasEscapes {
            return bytes.withUnsafeBufferPointer { buffer in
                let inside = range.lowerBound + 1..<range.upperBound - 1
                return String(decoding: UnsafeBufferPointer(rebasing: buffer[inside]), as: UTF8.self)
            }
        }
        var output: [UInt8] = []
        output.reserveCapacity(range.count)
        POEscape.unescape(bytes, in: range, into: &output)
        return String(decoding: output, as: UTF8.self)
    }
}
