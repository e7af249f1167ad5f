/// The words and numbers of a target text, for reading values.
enum NumberTokens {
    struct Token: Sendable {
        /// In lower case; of a number its digits with their marks.
        var text: String
        var isDigits: Bool
        /// The values that digits may stand for: 1.200 is 1200 and 1.2.
        var readings: [Double] = []
        /// What stands at the end of digits: `20k`, `12th`.
        var suffix = ""
        /// The value of Roman numerals in capital letters.
        var roman: Double?
        /// Whether letters stand right before the digits.
        var isPartOfName = false
        /// Whether a sentence or a clause ended before it.
        var breaks = false
        /// Whether a comma stands before it.
        var hasComma = false
        var range: Range<Int>

        func suffixScale(_ words: NumberWords?) -> Double? {
            switch suffix {
            case "k": return 1000
            case "m": return 1e6
            case "b", "bn": return 1e9
            default:
                guard !suffix.isEmpty, case .factor(let scale) = words?.kind(of: suffix) else { return nil }
                return scale
            }
        }
    }

    /// - Parameter words: the language's number words; the text of a word that cannot be one is left empty.
    static func tokens(of scalars: [Unicode.Scalar], words: NumberWords?) -> [Token] {
        var tokens: [Token] = []
        let codes = CodeSpans(scalars)
        var index = 0
        var (breaks, hasComma) = (true, false)
        while index < scalars.count {
            let scalar = scalars[index]
            if decimal(scalar) != nil {
                if let end = codes.end(at: index) {
                    index = end
                    continue
                }
                var token = number(scalars, from: index)
                token.breaks = breaks
                token.hasComma = hasComma
                // [41] is the mark of a note.
                if index > 0, scalars[index - 1] == "[", token.range.upperBound < scalars.count,
                    scalars[token.range.upperBound] == "]"
                {
                    token.isPartOfName = true
                }
                index = token.range.upperBound
                tokens.append(token)
            } else if isLetter(scalar) {
                var end = index + 1
                while end < scalars.count, isLetter(scalars[end]) || isInner(scalars, at: end) { end += 1 }
                // A4, B19: digits after letters belong to the name.
                if end < scalars.count, decimal(scalars[end]) != nil {
                    var token = number(scalars, from: end)
                    token.isPartOfName = true
                    token.breaks = true
                    index = token.range.upperBound
                    tokens.append(token)
                    breaks = true
                    continue
                }
                let text =
                    words.map { may(scalars, index, end, be: $0) } ?? false ? lowercased(scalars[index..<end]) : ""
                var token = Token(text: text, isDigits: false, range: index..<end)
                token.breaks = breaks
                token.hasComma = hasComma
                token.roman = roman(scalars[index..<end])
                tokens.append(token)
                index = end
            } else {
                switch scalar {
                case " ", "\u{A0}", "\u{202F}", "-", "\u{2010}", "\u{2011}", "'", "’": break
                case ",": hasComma = true
                default: breaks = true
                }
                index += 1
                continue
            }
            (breaks, hasComma) = (false, false)
        }
        return tokens
    }

    /// Whether a word begins like a number word.
    private static func may(_ scalars: [Unicode.Scalar], _ index: Int, _ end: Int, be words: NumberWords) -> Bool {
        words.starts.contains(
            NumberWords.start(folded(scalars[index]), index + 1 < end ? folded(scalars[index + 1]) : nil)
        )
    }

    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.value < 0x80 {
            return (0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
        }
        return scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    }

    /// The value of a decimal digit of any script that editions are written in.
    static func decimal(_ scalar: Unicode.Scalar) -> Int? {
        let value = scalar.value
        if value < 0x80 { return (0x30...0x39).contains(value) ? Int(value) - 0x30 : nil }
        guard value >= 0x660 else { return nil }
        for zero: UInt32 in [0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xED0, 0x1040, 0x17E0, 0xFF10]
        where value >= zero && value < zero + 10 {
            return Int(value - zero)
        }
        return nil
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x80 { return (0x61...0x7A).contains(value | 0x20) }
        return value >= 0xC0 && !(0x2000...0x2BFF).contains(value) && !(0x3000...0x303F).contains(value)
            && !(0xFF00...0xFFEF).contains(value) && value != 0xD7 && value != 0xF7 && value != 0xFFFC
    }

    /// An apostrophe between letters: o'clock, п'ять.
    private static func isInner(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        guard scalars[index] == "'" || scalars[index] == "’", index + 1 < scalars.count else { return false }
        return isLetter(scalars[index + 1]) && scalars[index].value != 0 && scalars[index - 1].value > 0x7F
    }

    private static func lowercased(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        for scalar in scalars {
            if scalar.value < 0x80 {
                text.append((0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
            } else {
                text.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(text)
    }

    private static func roman(_ word: ArraySlice<Unicode.Scalar>) -> Double? {
        // XXXe, XIXème: an ending of French.
        let ending = word.reversed().prefix { $0.properties.isLowercase }.count
        let scalars = ending <= 3 ? word.dropLast(ending) : word
        guard !scalars.isEmpty, scalars.count <= 9, ending == 0 || scalars.count > 1 else { return nil }
        var total = 0.0
        var last = 0.0
        for scalar in scalars.reversed() {
            let value: Double
            switch scalar {
            case "I": value = 1
            case "V": value = 5
            case "X": value = 10
            case "L": value = 50
            case "C": value = 100
            case "D": value = 500
            case "M": value = 1000
            default: return nil
            }
            total += value < last ? -value : value
            last = max(last, value)
        }
        return total
    }

    /// Digits with their marks: 3,200 or 3.200 or 3 200, 1.5, 12th.
    private static func number(_ scalars: [Unicode.Scalar], from start: Int) -> Token {
        var groups: [[Int]] = [[]]
        var marks: [Unicode.Scalar] = []
        var index = start
        while index < scalars.count {
            if let digit = decimal(scalars[index]) {
                groups[groups.count - 1].append(digit)
                index += 1
                continue
            }
            guard index + 1 < scalars.count, decimal(scalars[index + 1]) != nil,
                ".,'’٬٫\u{A0}\u{202F}\u{2009} ".unicodeScalars.contains(scalars[index])
            else { break }
            if scalars[index].isSpace {
                // Groups set apart by spaces: 36 501, three digits each.
                let group = scalars[(index + 1)...].prefix(4).prefix { decimal($0) != nil }
                guard group.count == 3, groups.count > 1 || groups[0].count <= 3 else { break }
            }
            marks.append(scalars[index])
            groups.append([])
            index += 1
        }
        let end = index
        var suffix: [Unicode.Scalar] = []
        while index < scalars.count, isLetter(scalars[index]) {
            suffix.append(scalars[index])
            index += 1
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start..<end])
        var token = Token(text: String(text), isDigits: true, range: start..<index)
        token.suffix = lowercased(suffix[...])
        token.readings = readings(groups, marks)
        return token
    }

    private static func readings(_ groups: [[Int]], _ marks: [Unicode.Scalar]) -> [Double] {
        func value(_ digits: some Sequence<Int>) -> Double { digits.reduce(0) { $0 * 10 + Double($1) } }
        let whole = value(groups.joined())
        guard let mark = marks.last, let last = groups.last else { return [whole] }
        let isGrouped = groups.dropFirst().allSatisfy { $0.count == 3 } && groups[0].count <= 3
        // Indian grouping: 12,34,567.
        let isIndian = last.count == 3 && groups.dropFirst().dropLast().allSatisfy { $0.count == 2 } && groups.count > 2
        var readings: [Double] = isGrouped || isIndian ? [whole] : []
        if mark != " " && mark != "\u{A0}" && mark != "\u{202F}" && mark != "'" && mark != "’" {
            var scale = 1.0
            var fraction = 0.0
            for digit in last {
                scale *= 10
                fraction = fraction * 10 + Double(digit)
            }
            readings.append(value(groups.dropLast().joined()) + fraction / scale)
        }
        // 9,10 may be two numbers; so may 12.30 and 2026.10.22.
        if !isGrouped || groups.count > 2 { readings += groups.map { value($0) } }
        return readings.isEmpty ? [whole] : readings
    }
}
