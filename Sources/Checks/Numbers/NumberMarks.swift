internal import Text

/// What stands around digits and must stay: versions, signs, the order of a list of values.
struct NumberMarks {
    struct Problem {
        var message: String
        var severity: Finding.Severity
        var source: Range<Int>
        var target: Range<Int>
    }

    private struct Number {
        var value: String
        /// `+` or `-`, where one stands right before the digits and it is no range.
        var sign: Unicode.Scalar?
        var range: Range<Int>
    }

    static func problem(_ source: TextScan, _ target: TextScan, _ language: String) -> Problem? {
        guard source.traits.contains(.digit), target.traits.contains(.digit) else {
            return belowZero(source, target, language)
        }
        let left = numbers(source.scalars)
        let right = numbers(target.scalars)
        guard left.count <= 40, right.count <= 40 else { return nil }
        return versions(left, right) ?? signs(left, right) ?? ratios(left, right, source.scalars, target.scalars)
            ?? order(left, right, source.scalars, target.scalars) ?? belowZero(source, target, language)
    }

    /// Runs of digits with the points and commas inside them.
    private static func numbers(_ scalars: [Unicode.Scalar]) -> [Number] {
        var numbers: [Number] = []
        let codes = CodeSpans(scalars)
        var index = 0
        while index < scalars.count {
            guard NumeralRun.isDecimal(scalars[index]) else {
                index += 1
                continue
            }
            if let end = codes.end(at: index) {
                index = end
                continue
            }
            let start = index
            var value = String.UnicodeScalarView()
            while index < scalars.count {
                if let digit = ChineseNumeral.digit(scalars[index]), NumeralRun.isDecimal(scalars[index]) {
                    value.append(contentsOf: "\(digit)".unicodeScalars)
                } else if scalars[index] == ".", index + 1 < scalars.count, NumeralRun.isDecimal(scalars[index + 1]) {
                    value.append(".")
                } else {
                    break
                }
                index += 1
            }
            var number = Number(value: String(value), range: start..<index)
            if start > 0 {
                let before = start > 1 ? scalars[start - 2] : " "
                let isFree = before.isSpace || before.isHan || "(（[【:：,，、>".unicodeScalars.contains(before)
                switch scalars[start - 1] {
                case "+",
                    "＋" where isFree:
                    number.sign = "+"
                case "-", "－", "\u{2212}": if isFree { number.sign = "-" }
                default: break
                }
            }
            numbers.append(number)
        }
        return numbers
    }

    private static func isVersion(_ value: String) -> Bool {
        let parts = value.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count >= 3 && parts.allSatisfy { !$0.isEmpty && $0.count <= 5 } && parts[0].count <= 3
    }

    private static func versions(_ left: [Number], _ right: [Number]) -> Problem? {
        let others = right.filter { isVersion($0.value) }
        guard
            let version = left.first(where: { number in
                isVersion(number.value) && !others.contains { $0.value == number.value }
            }), let other = others.first(where: { other in !left.contains { $0.value == other.value } })
        else { return nil }
        return Problem(
            message: "The source says “\(version.value)”, the translation \(other.value).",
            severity: .error,
            source: version.range,
            target: other.range
        )
    }

    private static func signs(_ left: [Number], _ right: [Number]) -> Problem? {
        for number in left {
            guard let sign = number.sign, left.count(where: { $0.value == number.value }) == 1,
                let other = right.first(where: { $0.value == number.value && $0.sign != nil }),
                right.count(where: { $0.value == number.value }) == 1, let found = other.sign, found != sign
            else { continue }
            return Problem(
                message: "The source says “\(sign)\(number.value)”, the translation \(found)\(other.value).",
                severity: .error,
                source: number.range,
                target: other.range
            )
        }
        return nil
    }

    /// 3/5 as 5/3, 1-3 as 3-1: two numbers with a mark between that keeps their order.
    private static func ratios(
        _ left: [Number],
        _ right: [Number],
        _ source: [Unicode.Scalar],
        _ target: [Unicode.Scalar]
    ) -> Problem? {
        func ratio(_ numbers: [Number], _ scalars: [Unicode.Scalar]) -> (Number, Number)? {
            guard numbers.count == 2, numbers[1].range.lowerBound - numbers[0].range.upperBound == 1,
                "/／-–~～:".unicodeScalars.contains(scalars[numbers[0].range.upperBound])
            else { return nil }
            return (numbers[0], numbers[1])
        }
        guard let one = ratio(left, source), let other = ratio(right, target), one.0.value != one.1.value,
            one.0.value == other.1.value, one.1.value == other.0.value
        else { return nil }
        return Problem(
            message: "The two numbers have changed places: \(one.0.value), \(one.1.value) in the source.",
            severity: .error,
            source: one.0.range.lowerBound..<one.1.range.upperBound,
            target: other.0.range.lowerBound..<other.1.range.upperBound
        )
    }

    /// A list of as many parts in both, one number in each: 攻击力+50，防御力+30.
    private static func order(
        _ left: [Number],
        _ right: [Number],
        _ source: [Unicode.Scalar],
        _ target: [Unicode.Scalar]
    ) -> Problem? {
        guard (2...8).contains(left.count), left.count == right.count, left.map(\.value) != right.map(\.value),
            Set(left.map(\.value)).count == left.count, Set(left.map(\.value)) == Set(right.map(\.value)),
            left.allSatisfy({ $0.sign != nil }), right.allSatisfy({ $0.sign != nil }), isList(left, source),
            isList(right, target)
        else { return nil }
        guard let index = left.indices.first(where: { left[$0].value != right[$0].value }) else { return nil }
        return Problem(
            message: "The numbers stand in another order than in the source: \(left[index].value) has the place of "
                + "\(right[index].value).",
            severity: .warning,
            source: left[index].range,
            target: right[index].range
        )
    }

    private static func isList(_ numbers: [Number], _ scalars: [Unicode.Scalar]) -> Bool {
        zip(numbers, numbers.dropFirst()).allSatisfy { pair in
            scalars[pair.0.range.upperBound..<pair.1.range.lowerBound].count {
                ",，、;；\n".unicodeScalars.contains($0)
            } == 1
        }
    }

    /// 零下二十度 as twenty degrees, in English.
    private static func belowZero(_ source: TextScan, _ target: TextScan, _ language: String) -> Problem? {
        guard language == "en", source.traits.contains(.han) else { return nil }
        let scalars = source.scalars
        guard
            let place = scalars.indices.dropLast(2).first(where: {
                scalars[$0] == "零" && scalars[$0 + 1] == "下" && SourceNumbers.isNumeral(scalars[$0 + 2])
            })
        else { return nil }
        let text = target.string(0..<target.scalars.count).lowercased()
        let signs = ["below", "minus", "negative", "zero", "freez", "frost", "-", "\u{2212}", "–"]
        guard !signs.contains(where: text.contains), text.contains("degree") || text.contains("°") else { return nil }
        return Problem(
            message: "The source says below zero, the translation does not.",
            severity: .warning,
            source: place..<(place + 2),
            target: 0..<target.scalars.count
        )
    }
}
