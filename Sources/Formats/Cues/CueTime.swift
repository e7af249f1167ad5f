/// Times of cues.
enum CueTime {
    /// Milliseconds of `1:02:03,45`, `02:03.450`, `00:01:39`: two or three numbers, the fraction after `,`, `.` or `:`
    /// with three digits at most that count. Nil for anything else.
    static func milliseconds(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        var numbers: [Int] = []
        var fraction = 0
        var index = range.lowerBound
        while index < range.upperBound {
            let start = index
            var value = 0
            while index < range.upperBound, (0x30...0x39).contains(bytes[index]) {
                guard index - start < 6 else { return nil }
                value = value * 10 + Int(bytes[index]) - 0x30
                index += 1
            }
            guard index > start else { return nil }
            numbers.append(value)
            guard index < range.upperBound else { break }
            let mark = bytes[index]
            index += 1
            if mark == UInt8(ascii: ","), index < range.upperBound, bytes[index] == 0x20 { index += 1 }
            let isFraction = mark == UInt8(ascii: ",") || mark == UInt8(ascii: ".")
            if isFraction || (mark == UInt8(ascii: ":") && numbers.count == 3) {
                var scale = 100
                let first = index
                while index < range.upperBound, (0x30...0x39).contains(bytes[index]) {
                    fraction += (Int(bytes[index]) - 0x30) * scale
                    scale /= 10
                    index += 1
                }
                guard index == range.upperBound, index > first else { return nil }
                break
            }
            guard mark == UInt8(ascii: ":"), numbers.count < 3, index < range.upperBound else { return nil }
        }
        guard (2...3).contains(numbers.count) else { return nil }
        let seconds = numbers.reduce(0) { $0 * 60 + $1 }
        return seconds * 1_000 + fraction
    }

    /// `00:01:02.345`.
    static func text(_ milliseconds: Int) -> String {
        func padded(_ number: Int, _ digits: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
        }
        let seconds = milliseconds / 1_000
        return padded(seconds / 3_600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":" + padded(seconds % 60, 2) + "."
            + padded(milliseconds % 1_000, 3)
    }
}
