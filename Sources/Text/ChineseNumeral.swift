/// Values of Chinese numerals: 一百零三, 三千二百, 两万五, 1.2亿, 廿三, 二〇二六.
package enum ChineseNumeral {
    /// The value of a text that is a numeral from end to end, digits in any width and 万 亿 allowed; nil when it is none.
    ///
    /// A trailing digit after 百, 千, 万 or 亿 without 零 counts as the next lower unit: 两万五 is 25,000, 三百二 is 320.
    package static func value(of text: some StringProtocol) -> Double? {
        let scalars = Array(text.unicodeScalars)
        guard !scalars.isEmpty else { return nil }
        if let plain = positional(scalars) { return plain }
        var total = 0.0
        var section = 0.0
        var digits: [Unicode.Scalar] = []
        var lastUnit = 0.0
        var zero = false
        var smallest = Double.infinity
        for (position, scalar) in scalars.enumerated() {
            if digit(scalar) != nil || scalar == "." || scalar == "．" || scalar == "," || scalar == "，" {
                if scalar == "零" || scalar == "〇", digits.isEmpty {
                    zero = true
                } else if !(scalar == "," || scalar == "，") {
                    digits.append(scalar)
                }
                continue
            }
            guard let unit = unit(scalar) else {
                if let tens = shortTens(scalar) {
                    guard digits.isEmpty else { return nil }
                    section += tens
                    lastUnit = 10
                    continue
                }
                return nil
            }
            let factor: Double
            if digits.isEmpty {
                if unit >= 10_000 {
                    guard section > 0 || total > 0 else { return nil }
                    factor = 0
                } else {
                    guard unit == 10 || position == 0 else { return nil }
                    factor = 1
                }
            } else {
                guard let number = positional(digits) else { return nil }
                factor = number
            }
            digits = []
            zero = false
            // Within a section units only fall: 一百一百 is two numbers, not one.
            guard unit >= 10_000 || unit < smallest else { return nil }
            smallest = unit >= 10_000 ? .infinity : unit
            if unit >= 10_000 {
                if unit >= 100_000_000 {
                    total = (total + section + factor) * unit
                } else {
                    total += (section + factor) * unit
                }
                section = 0
            } else {
                section += factor * unit
            }
            lastUnit = unit
        }
        if !digits.isEmpty {
            guard let number = positional(digits) else { return nil }
            let short = digits.count == 1 && !zero && lastUnit >= 100 && isHanDigit(digits[0])
            section += short ? number * lastUnit / 10 : number
        }
        return total + section
    }

    /// The value of one digit, Chinese (formal forms too) or decimal in any width.
    package static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "零", "〇": 0
        case "一", "壹", "弌", "幺": 1
        case "二", "贰", "貳", "两", "兩", "俩": 2
        case "三", "叁", "參": 3
        case "四", "肆": 4
        case "五", "伍": 5
        case "六", "陆", "陸": 6
        case "七", "柒": 7
        case "八", "捌": 8
        case "九", "玖": 9
        case "0"..."9": Int(scalar.value) - 0x30
        case "０"..."９": Int(scalar.value) - 0xFF10
        default: nil
        }
    }

    /// The value of a unit character; 10 to 10^12.
    package static func unit(_ scalar: Unicode.Scalar) -> Double? {
        switch scalar {
        case "十", "拾": 10
        case "百", "佰": 100
        case "千", "仟": 1000
        case "万", "萬": 10_000
        case "亿", "億": 100_000_000
        case "兆": 1_000_000_000_000
        default: nil
        }
    }

    private static func shortTens(_ scalar: Unicode.Scalar) -> Double? {
        switch scalar {
        case "廿": 20
        case "卅": 30
        case "卌": 40
        default: nil
        }
    }

    private static func isHanDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.isHan }

    /// Digits side by side, with one decimal point: 二〇二六, 1.2, ３２０.
    private static func positional(_ scalars: [Unicode.Scalar]) -> Double? {
        var value = 0.0
        var scale = 0.0
        for scalar in scalars {
            if scalar == "." || scalar == "．" {
                guard scale == 0 else { return nil }
                scale = 1
            } else if let digit = digit(scalar) {
                if scale == 0 {
                    value = value * 10 + Double(digit)
                } else {
                    scale /= 10
                    value += Double(digit) * scale
                }
            } else {
                return nil
            }
        }
        return value
    }
}
