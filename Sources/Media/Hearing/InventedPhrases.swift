import Text

/// What a recognizer says of silence and music: the phrases of `Hallucination`, and words that people say too, when nobody
/// speaks or they take too long.
enum InventedPhrases {
    /// Whether a segment is such a phrase, or is said where nobody speaks.
    static func holds(_ segment: HeardSegment, activity: [TimeSpan]) -> Bool {
        let whole = segment.text.isEmpty ? segment.words.map(\.text).joined() : segment.text
        if Hallucination.isKnown(whole) { return true }
        let text = plain(whole)
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

    private static let sometimes: Set = [
        "谢谢大家", "謝謝大家", "订阅", "訂閱", "谢谢", "謝謝", "完", "thankyou", "you", "bye",
    ]
}
