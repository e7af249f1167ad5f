import Text

/// Collects the changes of a JSON file and writes it.
struct JSONPatch {
    let decoded: DecodedText
    let style: JSONStyle
    private var changes: [Change] = []
    /// What is written in the places of the changes, one after another.
    private var pool: [UInt8] = []
    private var isSorted = true

    private struct Change {
        var place: JSONPlace
        /// Where its bytes end in the pool; they begin where those of the change before it end.
        var start: Int
        var end: Int
    }

    init(_ decoded: DecodedText, style: JSONStyle) {
        self.decoded = decoded
        self.style = style
    }

    /// The inside of a string, which stays between the quotes that it has.
    mutating func replace(_ range: Range<Int>, byTextOf text: InlineText) {
        replace(range) { [quote = quote(before: range.lowerBound)] pool, style in
            style.append(text.literal, quote: quote, to: &pool)
        }
    }

    /// A message with its translated branches; false when there are none.
    mutating func replace(_ message: JSONMessage, in edition: Edition) -> Bool {
        guard let text = message.text(in: edition) else { return false }
        let range = message.place.range
        replace(range) { [quote = quote(before: range.lowerBound)] pool, style in
            style.append(text, quote: quote, to: &pool)
        }
        return true
    }

    mutating func replace(_ range: Range<Int>, by raw: String) {
        replace(range) { pool, _ in pool += raw.utf8 }
    }

    /// A text with escapes between two pieces of JSON.
    mutating func insert(_ before: String, _ text: InlineText, _ after: String, at place: Int) {
        replace(place..<place, by: before, text, after)
    }

    private mutating func replace(_ range: Range<Int>, by before: String, _ text: InlineText, _ after: String) {
        replace(range) { pool, style in
            pool += before.utf8
            style.append(text.literal, to: &pool)
            pool += after.utf8
        }
    }

    mutating func apply(_ edit: JSONEdit, _ text: InlineText, _ edition: Edition) {
        switch edit.content {
        case .text("", ""): replace(edit.place, byTextOf: text)
        case .text(let before, let after): replace(edit.place, by: before, text, after)
        case .bracketed: replace(edit.place, byTextOf: InlineText(Self.bracketed(text.literal)))
        case .raw(let raw): replace(edit.place, by: raw)
        case .locale(let form): replace(edit.place, byTextOf: InlineText(form.name(of: edition.target)))
        case .lines(let lines): lines.write(text, to: &self)
        }
    }

    private mutating func replace(_ range: Range<Int>, _ append: (inout [UInt8], JSONStyle) -> Void) {
        let start = pool.count
        append(&pool, style)
        if let last = changes.last, last.place.range.upperBound > range.lowerBound { isSorted = false }
        changes.append(Change(place: JSONPlace(range), start: start, end: pool.count))
    }

    /// The engine knows no escapes there: full-width signs look the same and end nothing.
    private static func bracketed(_ text: String) -> String {
        String(
            text.map { character in
                switch character {
                case ",": "，"
                case "[": "［"
                case "]": "］"
                default: character
                }
            }
        )
    }

    private func quote(before place: Int) -> UInt8 {
        place > 0 && decoded.utf8[place - 1] == 0x27 ? 0x27 : 0x22
    }

    /// The file in its own encoding, or in UTF-8 when that is asked for or the encoding cannot hold the new text.
    consuming func write(file: String, encoding: Edition.Encoding) -> WrittenFile {
        guard !changes.isEmpty else { return WrittenFile(bytes: decoded.source) }
        if !isSorted {
            let order = changes.indices.sorted {
                let (left, right) = (changes[$0].place, changes[$1].place)
                return (left.start, left.length, $0) < (right.start, right.length, $1)
            }
            changes = order.map { changes[$0] }
        }
        guard decoded.isSource else {
            var patch = TextPatch(decoded)
            for change in changes {
                patch.replace(change.place.range, by: String(decoding: pool[change.start..<change.end], as: UTF8.self))
            }
            return patch.write(file: file, encoding: encoding)
        }
        let removed = changes.reduce(0) { $0 + Int($1.place.length) }
        var result: [UInt8] = []
        result.reserveCapacity(max(0, decoded.source.count - removed) + pool.count)
        var position = 0
        for change in changes {
            let range = change.place.range
            if range.lowerBound > position { result += decoded.source[position..<range.lowerBound] }
            result += pool[change.start..<change.end]
            position = max(position, range.upperBound)
        }
        result += decoded.source[position...]
        return WrittenFile(bytes: result)
    }
}
