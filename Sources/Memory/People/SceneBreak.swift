internal import Text

/// Where a scene begins: after a line of marks, at a heading, at a jump in time or place.
enum SceneBreak {
    /// Whether a unit of this text, in UTF-8, begins another scene than the one before it.
    static func begins(_ bytes: [UInt8]) -> Bool {
        guard !bytes.isEmpty else { return false }
        if isMarks(bytes) { return true }
        var start = 0
        // Ideographic spaces and quotes of thought before the words.
        while start + 2 < bytes.count, bytes[start] == 0xE3, bytes[start + 1] == 0x80, bytes[start + 2] == 0x80 {
            start += 3
        }
        let head = bytes[start..<min(bytes.count, start + 36)]
        return jumps.isPrefixed(head, within: 0) || isInterval(head)
    }

    /// A line with neither letter, digit nor Han: ***, ——, ◇◇◇. Marks of speech (……, ？！) are said by somebody.
    private static func isMarks(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes.prefix(120), as: UTF8.self)
        var marks = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "*", "＊", "※", "-", "—", "─", "=", "＝", "~", "～", "#", "·", "◇", "◆", "○", "●", "☆", "★", "□", "■",
                "△", "▲", "_":
                marks += 1
            default: guard scalar.properties.isWhitespace else { return false }
            }
        }
        return marks >= 2 || text == "※" || text == "◇" || text == "◆" || text == "☆" || text == "★"
    }

    private static let jumps = WordTable([
        "次日", "翌日", "隔日", "第二天", "第三天", "第二日", "第三日", "第二年", "来年", "几天后", "几日后", "数日后", "数天后", "几个月后", "数月后",
        "数年后", "几年后", "多年以后", "多年后", "许多年后", "很多年后", "转眼", "一晃", "半个月后", "半月后", "半年后", "过了几天", "过了几日", "过了三天",
        "与此同时", "与此同時", "另一边", "另一邊", "另一头", "话分两头", "同一时间", "同一时刻", "当天晚上", "当天夜里", "当日夜里", "是夜", "入夜之后",
        "天亮以后", "第1", "番外", "后来的日子", "三日后", "三天后", "三年后", "第二章",
    ])

    /// 三天后, 十五日之后, 两个月以后, 100年后, 第十七章.
    private static func isInterval(_ head: ArraySlice<UInt8>) -> Bool {
        let scalars = Array(String(decoding: head, as: UTF8.self).unicodeScalars)
        var index = 0
        if scalars.first == "第" { index = 1 }
        if scalars.first == "又" { index = 1 }
        // 过了半个月 needs no 后.
        let isPast =
            scalars.count > index + 1 && (scalars[index] == "过" || scalars[index] == "過") && scalars[index + 1] == "了"
        if isPast { index += 2 }
        let first = index
        while index < scalars.count, isNumeral(scalars[index]) { index += 1 }
        guard index > first, index < scalars.count else { return false }
        if scalars.first == "第" {
            if scalars[index] == "章" || scalars[index] == "回" || scalars[index] == "卷" || scalars[index] == "节" {
                return true
            }
            // 第五天 begins a scene; 第五个 does not.
            return scalars[index] == "天" || scalars[index] == "日"
        }
        if scalars[index] == "个" || scalars[index] == "個" { index += 1 }
        guard index < scalars.count else { return false }
        switch scalars[index] {
        case "天", "日", "月", "年", "周", "载", "載": index += 1
        case "星", "礼": index += 2
        default: return false
        }
        if isPast { return true }
        while index < scalars.count, scalars[index] == "之" || scalars[index] == "以" || scalars[index] == "过" {
            index += 1
        }
        return index < scalars.count && (scalars[index] == "后" || scalars[index] == "後")
    }

    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        if ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar) { return true }
        return "几幾数數半多".unicodeScalars.contains(scalar) || ChineseNumeral.digit(scalar) != nil
            || ChineseNumeral.unit(scalar) != nil
    }
}
