import Text

/// What Whisper is known to say of silence and music: thanks, calls to subscribe and credits of subtitles that it was trained
/// on (https://github.com/ggerganov/whisper.cpp/issues/1788).
enum InventedPhrases {
    /// Whether a segment is such a phrase, or is said where nobody speaks.
    static func holds(_ segment: HeardSegment, activity: [TimeSpan]) -> Bool {
        let text = plain(segment.text.isEmpty ? segment.words.map(\.text).joined() : segment.text)
        if text.isEmpty { return !segment.text.isEmpty && isSoundNote(segment.text) }
        if isSoundNote(segment.text) { return true }
        if always.contains(where: text.contains) { return true }
        let spoken = activity.reduce(0) { $0 + $1.overlap(with: segment.time) }
        if !activity.isEmpty, spoken < segment.time.duration / 10 { return true }
        let isSilent = segment.silence ?? 0 > 0.5
        if isSilent, segment.silence ?? 0 > 0.9 { return true }
        // Characters may say these too: then somebody speaks, and seldom for so long.
        let isDoubtful = isSilent || segment.time.duration > 0.8 * Double(text.unicodeScalars.count) + 1.5
        return isDoubtful && sometimes.contains(text)
    }

    /// Letters and digits only, small.
    static func plain(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(2_000)
        where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            plain.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
        return String(plain)
    }

    /// (音樂播放中), [Music], ♪♪: the whole text is in brackets, or notes.
    private static func isSoundNote(_ text: String) -> Bool {
        let scalars = text.trimmed.unicodeScalars
        guard let first = scalars.first, let last = scalars.last else { return false }
        if scalars.allSatisfy({ "♪♫♬~～ ".unicodeScalars.contains($0) }) { return true }
        let closing: Unicode.Scalar? =
            switch first {
            case "(": ")"
            case "（": "）"
            case "[": "]"
            case "【": "】"
            case "*": "*"
            case "♪": "♪"
            default: nil
            }
        return scalars.count > 1 && last == closing && !scalars.dropFirst().dropLast().contains(last)
    }

    private static let always = [
        "字幕由", "字幕提供", "字幕志愿者", "字幕志願者", "字幕製作", "字幕制作", "字幕by", "amaraorg", "明镜与点点", "明鏡與點點",
        "独播剧场", "獨播劇場", "请不吝点赞", "請不吝點贊", "請不吝點讚", "订阅转发打赏", "訂閱轉發打賞", "点赞订阅", "點讚訂閱",
        "yoyotelevisionseries", "thanksforwatching", "pleasesubscribe", "subtitlesby", "本字幕",
    ]
    private static let sometimes: Set = [
        "谢谢观看", "謝謝觀看", "感谢观看", "感謝觀看", "谢谢大家", "謝謝大家", "谢谢收看", "謝謝收看", "请订阅", "請訂閱", "订阅", "訂閱",
        "下期再见", "下期再見", "谢谢", "謝謝", "音乐", "音樂", "字幕", "完", "thankyou", "you", "bye", "music",
    ]
}
