/// The lines of a decoded file, whatever ends them.
struct CueLines {
    struct Line {
        /// Without the line break.
        var range: Range<Int>
        /// From 1.
        var number: Int
        /// The line break as it is written; empty at the end of the file.
        var lineBreak: String
    }

    private let bytes: [UInt8]
    private(set) var lines: [Line] = []

    init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        var lines: [Line] = []
        bytes.withUnsafeBufferPointer { bytes in
            var position = start
            while position < bytes.count {
                var end = position
                while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
                var lineBreak = ""
                var next = end
                if end < bytes.count {
                    if bytes[end] == 0x0A {
                        (lineBreak, next) = ("\n", end + 1)
                    } else if end + 1 < bytes.count, bytes[end + 1] == 0x0A {
                        (lineBreak, next) = ("\r\n", end + 2)
                    } else {
                        (lineBreak, next) = ("\r", end + 1)
                    }
                }
                lines.append(Line(range: position..<end, number: lines.count + 1, lineBreak: lineBreak))
                position = next
            }
        }
        self.lines = lines
    }

    /// Without spaces, tabs, NUL and no-break or ideographic spaces at the ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> { Self.trimmed(bytes, range) }

    static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end {
            if isSpace(bytes[start]) {
                start += 1
            } else if start + 3 <= end, isIdeographicSpace(bytes, start) {
                start += 3
            } else {
                break
            }
        }
        while start < end {
            if isSpace(bytes[end - 1]) {
                end -= 1
            } else if start + 3 <= end, isIdeographicSpace(bytes, end - 3) {
                end -= 3
            } else {
                break
            }
        }
        return start..<end
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C || byte == 0
    }

    private static func isIdeographicSpace(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes[index] == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80
    }

    /// The beginning and the end of the arrow in a timing line: `-->`, `->`, `—>`; nil in a line without one or one
    /// that does not begin with a digit.
    func arrow(in range: Range<Int>) -> Range<Int>? {
        guard let first = trimmed(range).first, (0x30...0x39).contains(bytes[first]) else { return nil }
        var index = range.lowerBound + 1
        while index < range.upperBound {
            if bytes[index] == UInt8(ascii: ">"), bytes[index - 1] == UInt8(ascii: "-") {
                var start = index
                while start > range.lowerBound, bytes[start - 1] == UInt8(ascii: "-") { start -= 1 }
                return start..<index + 1
            }
            index += 1
        }
        return nil
    }

    /// Start and end of a timing line, and whether both could be read.
    func times(_ range: Range<Int>, arrow: Range<Int>) -> (start: Int?, end: Int?) {
        let left = trimmed(range.lowerBound..<arrow.lowerBound)
        var right = trimmed(arrow.upperBound..<range.upperBound)
        // Coordinates and cue settings come after the end.
        var index = right.lowerBound
        while index < right.upperBound, bytes[index] != 0x20 && bytes[index] != 0x09 { index += 1 }
        right = right.lowerBound..<index
        return (CueTime.milliseconds(bytes, left), CueTime.milliseconds(bytes, right))
    }

    func isNumber(_ range: Range<Int>) -> Bool {
        let inside = trimmed(range)
        return !inside.isEmpty && inside.count < 9 && bytes[inside].allSatisfy { (0x30...0x39).contains($0) }
    }

    func number(_ range: Range<Int>) -> Int? {
        isNumber(range) ? Int(String(decoding: bytes[trimmed(range)], as: UTF8.self)) : nil
    }

    func isBlank(_ range: Range<Int>) -> Bool { trimmed(range).isEmpty }
}
