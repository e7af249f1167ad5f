import Text

/// A whole book as small numbers: one for each character, marks apart, so that everything else is arithmetic on arrays.
struct MiningText: Sendable {
    /// A number for each character of the book in order; below `firstHan` the kind of a mark.
    private(set) var ids: [UInt16] = []
    /// The characters as written, for the forms that are proposed.
    private(set) var written: [UInt32] = []
    /// By number: the folded character.
    private(set) var scalars: [UInt32]
    /// Where each unit begins in `ids`; a mark stands after each.
    private(set) var unitStarts: [Int32] = []
    private(set) var units: [(chapter: Int, key: String)] = []
    /// By position: a word of the dictionary begins here.
    private(set) var isWordStart: [Bool] = []

    /// Kinds of marks, as numbers in `ids`.
    enum Mark {
        static let unitEnd: UInt16 = 0
        static let clause: UInt16 = 1
        static let quoteOpen: UInt16 = 2
        static let quoteClose: UInt16 = 3
        static let colon: UInt16 = 4
        static let other: UInt16 = 5
        static let latin: UInt16 = 6
        static let dot: UInt16 = 7
        static let titleOpen: UInt16 = 8
        static let titleClose: UInt16 = 9
        static let boxOpen: UInt16 = 10
        static let boxClose: UInt16 = 11
        static let list: UInt16 = 12
    }
    static let firstHan: UInt16 = 16

    /// - Parameter fold: the character that counts for a character, as traditional ones for their simplified.
    init(_ chapters: [MiningChapter], segmenter: Segmenter?, fold: (UInt32) -> UInt32) {
        scalars = [UInt32](repeating: 0, count: Int(Self.firstHan))
        var numbers: [UInt32: UInt16] = [:]
        var basic = [UInt16](repeating: 0, count: 0x10000)
        for chapter in chapters {
            for unit in chapter.units {
                unitStarts.append(Int32(ids.count))
                units.append((chapter.number, unit.key))
                var offset = 0
                var wordStarts: [Int] = []
                segmenter?.segment(unit.text) { start, _ in wordStarts.append(start) }
                var next = 0
                var isInsideQuotes = false
                for scalar in unit.text.unicodeScalars {
                    while next < wordStarts.count, wordStarts[next] < offset { next += 1 }
                    isWordStart.append(segmenter == nil || next < wordStarts.count && wordStarts[next] == offset)
                    offset += UTF8.width(scalar)
                    guard scalar.isHan else {
                        if scalar == "\"" || scalar == "＂" {
                            // Straight quotes open and close in turn within a paragraph.
                            ids.append(isInsideQuotes ? Mark.quoteClose : Mark.quoteOpen)
                            isInsideQuotes.toggle()
                        } else {
                            ids.append(Self.mark(scalar))
                        }
                        written.append(scalar.value)
                        continue
                    }
                    let folded = fold(scalar.value)
                    let known = folded < 0x10000 ? basic[Int(folded)] : numbers[folded] ?? 0
                    if known != 0 {
                        ids.append(known)
                    } else if scalars.count < 0xFFFF {
                        let number = UInt16(scalars.count)
                        scalars.append(folded)
                        if folded < 0x10000 { basic[Int(folded)] = number } else { numbers[folded] = number }
                        ids.append(number)
                    } else {
                        ids.append(Mark.other)
                    }
                    written.append(scalar.value)
                }
                ids.append(Mark.unitEnd)
                isWordStart.append(true)
                written.append(0x0A)
            }
        }
        isWordStart.append(true)
    }

    func isHan(_ position: Int) -> Bool { position >= 0 && position < ids.count && ids[position] >= Self.firstHan }

    /// The unit that a position is in.
    func unit(at position: Int) -> Int {
        var low = 0
        var high = unitStarts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if Int(unitStarts[middle]) <= position { low = middle } else { high = middle }
        }
        return low
    }

    func chapter(at position: Int) -> Int { units.isEmpty ? 1 : units[unit(at: position)].chapter }

    /// The sentence that a range stands in, as written, at most 60 characters to either side.
    func sentence(around range: Range<Int>) -> String {
        func ends(_ position: Int) -> Bool {
            if ids[position] == Mark.unitEnd { return true }
            guard ids[position] == Mark.clause, let scalar = Unicode.Scalar(written[position]) else { return false }
            return "。！？!?…．".unicodeScalars.contains(scalar)
        }
        var start = range.lowerBound
        while start > 0, range.lowerBound - start < 60, !ends(start - 1) { start -= 1 }
        var end = range.upperBound
        while end < ids.count, end - range.upperBound < 60, !ends(end) { end += 1 }
        // The mark that ends it, and a quote that it closes.
        while end < ids.count, ids[end] != Mark.unitEnd, ids[end] == Mark.quoteClose || ends(end) { end += 1 }
        while start < range.lowerBound, ids[start] == Mark.quoteClose || ids[start] == Mark.clause { start += 1 }
        return Self.string(written[start..<end])
    }

    static func string(_ values: some Sequence<UInt32>) -> String {
        var view = String.UnicodeScalarView()
        for value in values { if let scalar = Unicode.Scalar(value) { view.append(scalar) } }
        return String(view)
    }

    /// The exponential function, good enough for odds.
    static func exp(_ value: Double) -> Double {
        let part = max(-40, min(40, value)) / 64
        var sum = 1.0
        var term = 1.0
        for step in 1..<10 {
            term *= part / Double(step)
            sum += term
        }
        for _ in 0..<6 { sum *= sum }
        return sum
    }

    /// Natural logarithm, good to a thousandth; the rooms do without a mathematics library.
    static func log(_ value: Double) -> Float {
        guard value > 0 else { return -100 }
        let exponent = value.exponent
        let mantissa = value.significand
        let y = (mantissa - 1) / (mantissa + 1)
        let square = y * y
        let series = 2 * y * (1 + square / 3 + square * square / 5 + square * square * square / 7)
        return Float(series + Double(exponent) * 0.693_147_180_56)
    }

    private static func mark(_ scalar: Unicode.Scalar) -> UInt16 {
        switch scalar {
        case "，", "。", "！", "？", "；", "…", "—", ",", ".", "!", "?", ";", "．", "～", "\u{3000}", " ", "\n", "｡", "﹐":
            Mark.clause
        case "“", "「", "‘", "『", "〝": Mark.quoteOpen
        case "”", "」", "’", "』", "〞": Mark.quoteClose
        case "：", ":", "∶": Mark.colon
        case "·", "•", "・", "‧": Mark.dot
        case "《", "〈": Mark.titleOpen
        case "》", "〉": Mark.titleClose
        case "【", "〖", "[": Mark.boxOpen
        case "】", "〗", "]": Mark.boxClose
        case "、": Mark.list
        case "0"..."9", "a"..."z", "A"..."Z", "０"..."９", "Ａ"..."Ｚ", "ａ"..."ｚ": Mark.latin
        default: Mark.other
        }
    }
}
