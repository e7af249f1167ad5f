import Text

/// A source text with its numbers, terms and codes taken out: two texts with the same frame say the same of other things.
struct SourceSlots {
    /// What is left, with one mark for each slot.
    private(set) var frame: [Unicode.Scalar] = []
    private(set) var slots: [Slot] = []

    /// Every number.
    var numbers: [Double] {
        slots.compactMap { slot in
            if case .number(let value, _) = slot { return value }
            return nil
        }
    }

    /// Whether words of a translation may follow from a number: 3倍 is tripled, 八折 20 % off, 3月8日 a Friday, 5打 sixty.
    func isTied(_ slot: Int) -> Bool {
        guard let place = frame.indices.filter({ isMark(frame[$0]) }).dropFirst(slot).first else { return true }
        return frame[(place + 1)...].prefix(2).contains { Self.ties.contains($0) }
            || frame[..<place].suffix(2).contains { Self.tiesBefore.contains($0) }
    }

    private func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar == Self.numberMark || scalar == Self.termMark || scalar == InlineText.place
    }

    private static let ties: Set<Unicode.Scalar> = [
        "倍", "成", "折", "半", "打", "番", "刻", "月", "日", "号", "號", "旬", "世", "余", "餘", "多", "几", "幾",
    ]
    private static let tiesBefore: Set<Unicode.Scalar> = ["月", "周", "期", "拜", "星", "翻", "初", "几", "幾", "数", "數"]

    enum Slot: Hashable {
        case number(Double, text: String)
        case term(Term)
        case code(Int)
    }

    /// Marks from a plane of private use (U+100000 and up), which no file of stories has.
    private static let numberMark = Unicode.Scalar(0x100000 as UInt32) ?? "#"
    private static let termMark = Unicode.Scalar(0x100001 as UInt32) ?? "#"

    init(_ text: InlineText, matcher: TermMatcher) {
        let scalars = Array(text.text.unicodeScalars)
        // Matches are told in bytes.
        var places: [Int: Int] = [:]
        var byte = 0
        for (place, scalar) in scalars.enumerated() {
            places[byte] = place
            byte += UTF8.width(scalar)
        }
        places[byte] = scalars.count
        var matches = matcher.matches(in: text.text).compactMap { match in
            places[match.range.lowerBound].flatMap { start in
                places[match.range.upperBound].map { (term: match.term, range: start..<max(start, $0)) }
            }
        }[...]
        var code = 0
        var index = 0
        while index < scalars.count {
            while let next = matches.first, next.range.lowerBound < index { matches.removeFirst() }
            if let match = matches.first, match.range.lowerBound == index, !match.range.isEmpty {
                frame.append(Self.termMark)
                slots.append(.term(matcher.terms[match.term]))
                index = match.range.upperBound
            } else if scalars[index] == InlineText.place {
                frame.append(InlineText.place)
                slots.append(.code(code))
                code += 1
                index += 1
            } else if let (value, end) = Self.number(scalars, at: index) {
                frame.append(Self.numberMark)
                slots.append(.number(value, text: String(String.UnicodeScalarView(scalars[index..<end]))))
                index = end
            } else {
                frame.append(scalars[index])
                index += 1
            }
        }
    }

    /// A number in digits of any width, or in Chinese numerals.
    private static func number(_ scalars: [Unicode.Scalar], at start: Int) -> (Double, Int)? {
        var end = start
        if digit(scalars[start]) != nil {
            var text = ""
            while end < scalars.count {
                if let digit = digit(scalars[end]) {
                    text += String(digit)
                } else if scalars[end] == ".", end + 1 < scalars.count, digit(scalars[end + 1]) != nil,
                    !text.contains(".")
                {
                    text += "."
                } else if scalars[end] != "," || !Self.groups(scalars, at: end) {
                    break
                }
                end += 1
            }
            return Double(text).map { ($0, end) }
        }
        while end < scalars.count,
            ChineseNumeral.digit(scalars[end]) != nil || ChineseNumeral.unit(scalars[end]) != nil,
            digit(scalars[end]) == nil
        {
            end += 1
        }
        guard end > start else { return nil }
        let text = String(String.UnicodeScalarView(scalars[start..<end]))
        return ChineseNumeral.value(of: text).map { ($0, end) }
    }

    /// Whether a comma has three digits behind it, and no fourth.
    private static func groups(_ scalars: [Unicode.Scalar], at comma: Int) -> Bool {
        let behind = scalars[(comma + 1)...].prefix(4)
        return behind.count >= 3 && behind.prefix(3).allSatisfy { digit($0) != nil }
            && (behind.count == 3 || behind.last.map { digit($0) == nil } ?? true)
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value - 0x30)
        case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
        default: nil
        }
    }
}
