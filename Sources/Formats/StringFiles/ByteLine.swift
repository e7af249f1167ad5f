/// One line of a text: its content without the line break, and where the next begins.
struct ByteLine {
    var start: Int
    var end: Int
    var next: Int

    var range: Range<Int> { start..<end }

    /// The line that begins at `start`; LF, CRLF and CR end one.
    init(_ bytes: [UInt8], from start: Int) {
        var index = start
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        self.start = start
        end = index
        let isPair = index + 1 < bytes.count && bytes[index] == 0x0D && bytes[index + 1] == 0x0A
        next = min(bytes.count, index + (isPair ? 2 : 1))
    }
}

extension [UInt8] {
    /// The byte at an offset; zero beyond the ends.
    func at(_ index: Int) -> UInt8 { index >= 0 && index < count ? self[index] : 0 }

    /// The range without spaces and tabs at both ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, self[start] == 0x20 || self[start] == 0x09 { start += 1 }
        while end > start, self[end - 1] == 0x20 || self[end - 1] == 0x09 { end -= 1 }
        return start..<end
    }

    /// The text of a range in UTF-8.
    func text(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }

    /// The end of the run of spaces and tabs from `start`.
    func skippingSpace(_ start: Int) -> Int {
        var index = start
        while index < count, self[index] == 0x20 || self[index] == 0x09 { index += 1 }
        return index
    }

    /// The line break that the text uses: that of its first line; LF without one.
    var lineBreak: String {
        guard let index = firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return "\n" }
        return self[index] == 0x0A ? "\n" : at(index + 1) == 0x0A ? "\r\n" : "\r"
    }
}
