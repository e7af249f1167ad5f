import Text

/// Writes Chinese numerals as digits before a small model sees them: 三千二百 → 3,200. Measured with Gemma 3 270M on 67
/// numbers of 50 sentences: 51 arrive as digits, against 3 of the numerals as they stand.
enum NumeralWriter {
    /// The text with its plain numerals in digits. Left alone are single characters (一 is mostly “a”), approximations
    /// (三四个, 十七八岁), adverbs (千万) and weights in 两.
    static func write(into text: String) -> String {
        guard text.unicodeScalars.contains(where: { ChineseNumeral.unit($0) != nil || $0 == "零" || $0 == "〇" }) else {
            return text
        }
        let scalars = Array(text.unicodeScalars)
        var written = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            var end = index
            while end < scalars.count, isPart(scalars[end]), scalars[end] != "两" || end == index { end += 1 }
            let run = scalars[index..<end]
            if let digits = digits(run) {
                let isOrdinal = index > 0 && scalars[index - 1] == "第"
                written.append(contentsOf: digits.unicodeScalars.filter { !isOrdinal || $0 != "," })
            } else if run.isEmpty {
                written.append(scalars[index])
                end = index + 1
            } else {
                written.append(contentsOf: run)
            }
            index = end
        }
        return String(written)
    }

    /// A value as English prose writes it: 3,200; 300 million.
    static func english(_ value: Double) -> String? {
        guard value == value.rounded(), value >= 0, value < 1e15 else { return nil }
        for (unit, name) in [(1e9, "billion"), (1e6, "million")] where value >= unit {
            let tenths = value / unit * 10
            guard tenths == tenths.rounded() else { continue }
            let whole = Int(tenths) / 10
            return Int(tenths) % 10 == 0 ? "\(whole) \(name)" : "\(whole).\(Int(tenths) % 10) \(name)"
        }
        var text = String(Int(value))
        guard text.count > 3 else { return text }
        var place = text.count - 3
        while place > 0 {
            text.insert(",", at: text.index(text.startIndex, offsetBy: place))
            place -= 3
        }
        return text
    }

    private static func digits(_ run: ArraySlice<Unicode.Scalar>) -> String? {
        guard run.count > 1, let first = run.first, isDigit(first) || first == "十" || first == "廿" else { return nil }
        let hasUnit = run.contains { ChineseNumeral.unit($0) != nil }
        if hasUnit {
            let pairs = zip(run, run.dropFirst())
            guard !pairs.contains(where: { isDigit($0) && isDigit($1) && $0 != "零" && $0 != "〇" }) else { return nil }
        } else {
            // 二〇二六 is a year, and read digit by digit; 三四 is three or four.
            guard run.count > 2 || run.contains("〇") || run.contains("零") else { return nil }
            return run.reduce(into: "") { $0 += String(ChineseNumeral.digit($1) ?? 0) }
        }
        return ChineseNumeral.value(of: String(scalars: run)).flatMap(english)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isHan && ChineseNumeral.digit(scalar) != nil
    }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        isDigit(scalar) || (scalar.isHan && ChineseNumeral.unit(scalar) != nil)
    }
}
