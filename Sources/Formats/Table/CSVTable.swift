import Text

/// Delimited text as places in its bytes: quoted fields with doubled quotes and line breaks in them; LF, CR, CRLF,
/// mixed.
struct CSVTable: Sendable {
    /// A cell with its quotes.
    struct Cell: Sendable {
        var start: UInt32
        var end: UInt32
        var isQuoted: Bool

        var range: Range<Int> { Int(start)..<Int(end) }
    }

    private(set) var cells: [Cell] = []
    /// Index of the first cell of each row, and the number of cells at the end.
    private(set) var rowStarts: [Int] = []
    let separator: UInt8
    /// Offset of a quotation mark that is never closed; it is then read as a character.
    private(set) var unclosedQuote: Int?
    let bytes: [UInt8]

    var rowCount: Int { rowStarts.count - 1 }

    /// - Parameter separator: nil has it found out.
    init(_ bytes: [UInt8], from start: Int, separator: UInt8?) {
        self.bytes = bytes
        var first = start
        var separator = separator
        // Excel's own line: `sep=;`.
        if bytes[min(start, bytes.count)...].starts(with: "sep=".utf8), start + 4 < bytes.count {
            separator = separator ?? bytes[start + 4]
            while first < bytes.count, bytes[first] != 0x0A, bytes[first] != 0x0D { first += 1 }
        }
        self.separator = separator ?? Self.separator(bytes, from: start)
        cells.reserveCapacity(bytes.count / 16)
        bytes.withUnsafeBufferPointer { parse($0, from: first) }
        rowStarts.append(cells.count)
    }

    private mutating func parse(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        let count = bytes.count
        let separator = separator
        var index = start
        var isRowStart = true
        while index < count || !isRowStart {
            if isRowStart {
                rowStarts.append(cells.count)
                isRowStart = false
            }
            let cellStart = index
            var isQuoted = false
            if index < count, bytes[index] == 0x22 {
                var end = index + 1
                while end < count {
                    if bytes[end] == 0x22 {
                        if end + 1 < count, bytes[end + 1] == 0x22 { end += 1 } else { break }
                    }
                    end += 1
                }
                if end < count || unclosedQuote != nil {
                    isQuoted = true
                    index = min(end + 1, count)
                } else {
                    unclosedQuote = index
                }
            }
            while index < count, bytes[index] != separator, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
            cells.append(Cell(start: UInt32(cellStart), end: UInt32(index), isQuoted: isQuoted))
            guard index < count else { break }
            if bytes[index] == separator {
                index += 1
                continue
            }
            index += bytes[index] == 0x0D && index + 1 < count && bytes[index + 1] == 0x0A ? 2 : 1
            isRowStart = true
        }
    }

    /// The separator of which the first lines hold most, and all the same number.
    private static func separator(_ bytes: [UInt8], from start: Int) -> UInt8 {
        let marks: [UInt8] = [0x2C, 0x09, 0x3B, 0x7C]
        var counts: [[Int]] = [[0, 0, 0, 0]]
        var isQuoted = false
        let sample = bytes[min(start, bytes.count)...].prefix(65_536)
        for (index, byte) in zip(sample.indices, sample) {
            // With a space behind it, it is more likely a mark in a sentence.
            if byte == 0x3B || byte == 0x7C, index + 1 < bytes.count, bytes[index + 1] == 0x20 { continue }
            if byte == 0x22 { isQuoted.toggle() }
            guard !isQuoted else { continue }
            if byte == 0x0A || byte == 0x0D {
                if counts.count == 20 { break }
                if counts.last != [0, 0, 0, 0] { counts.append([0, 0, 0, 0]) }
            } else if let mark = marks.firstIndex(of: byte) {
                counts[counts.count - 1][mark] += 1
            }
        }
        if counts.count > 1 { counts.removeLast() }
        let scores = marks.indices.map { mark in
            let least = counts.map { $0[mark] }.min() ?? 0
            return least * 1_000 + (counts.first?[mark] ?? 0)
        }
        let best = scores.indices.max { (scores[$0], -$0) < (scores[$1], -$1) } ?? 0
        return marks[best]
    }

    func cells(ofRow row: Int) -> Range<Int> { rowStarts[row]..<rowStarts[row + 1] }

    func cell(_ row: Int, _ column: Int) -> Cell? {
        let range = cells(ofRow: row)
        return column >= 0 && column < range.count ? cells[range.lowerBound + column] : nil
    }

    /// The text of a cell without its quotes.
    func text(_ cell: Cell) -> String {
        let range = cell.range
        guard cell.isQuoted else {
            return bytes.withUnsafeBufferPointer {
                String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
            }
        }
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        var index = range.lowerBound + 1
        while index < range.upperBound,
            bytes[index] != 0x22 || (index + 1 < range.upperBound && bytes[index + 1] == 0x22)
        {
            text.append(bytes[index])
            index += bytes[index] == 0x22 ? 2 : 1
        }
        // What stands behind the closing mark belongs to the text for most readers.
        if index + 1 < range.upperBound { text += bytes[(index + 1)..<range.upperBound] }
        return String(decoding: text, as: UTF8.self)
    }

    func text(_ row: Int, _ column: Int) -> String { cell(row, column).map { text($0) } ?? "" }

    /// The line, from 1, of an offset.
    func line(of offset: Int) -> Int {
        var line = 1
        for index in 0..<min(offset, bytes.count) {
            let isBreak =
                bytes[index] == 0x0A || (bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A))
            if isBreak { line += 1 }
        }
        return line
    }

    /// A text as a cell, quoted where it must be or `isQuoted` asks for it.
    func written(_ text: String, isQuoted: Bool) -> String {
        var needs = isQuoted
        for byte in text.utf8 where !needs {
            needs = byte == separator || byte == 0x0A || byte == 0x0D || (byte == 0x22 && separator != 0x09)
        }
        if text.utf8.first == 0x22 { needs = true }
        return needs ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
