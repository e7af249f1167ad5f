import Text

/// Translates the number of a heading, and the label of a title or an author, by rule, so that no small model counts chapters: 第三卷 第十二章 雨夜 → Volume 3,
/// Chapter 12: and 雨夜 for the model.
enum HeadingNumber {
    /// The English of what numbers the heading, and what is left to translate; nil when the heading has no number.
    static func split(_ heading: String) -> (english: String, rest: String)? {
        var rest = heading.trimmed
        var parts: [String] = []
        while let (part, after) = next(rest) {
            parts.append(part)
            rest = after
        }
        return parts.isEmpty ? nil : (parts.joined(separator: ", "), rest)
    }

    private static func next(_ text: String) -> (String, String)? {
        for (word, english) in words where text.hasPrefix(word) {
            let rest = text.dropFirst(word.count)
            if rest.isEmpty || isSeparator(rest.first) { return (english, trimmedStart(rest)) }
        }
        let scalars = Array(text.unicodeScalars)
        guard scalars.first == "第", let end = scalars.firstIndex(where: { counters[$0] != nil }), end > 1, end < 14,
            let counter = counters[scalars[end]],
            let value = ChineseNumeral.value(of: String(scalars: scalars[1..<end])),
            let number = NumeralWriter.english(value)
        else { return nil }
        return ("\(counter) \(number.filter { $0 != "," })", trimmedStart(String(scalars: scalars[(end + 1)...])))
    }

    private static func isSeparator(_ character: Character?) -> Bool {
        character.map { $0.isWhitespace || "：:、·-—".contains($0) } ?? true
    }

    private static func trimmedStart(_ text: some StringProtocol) -> String {
        String(text.drop { isSeparator($0) }).trimmed
    }

    private static let counters: [Unicode.Scalar: String] = [
        "章": "Chapter", "回": "Chapter", "卷": "Volume", "部": "Part", "篇": "Part", "节": "Section", "集": "Episode",
        "话": "Episode", "幕": "Act",
    ]

    private static let words = [
        ("序章", "Prologue"), ("楔子", "Prologue"), ("引子", "Prologue"), ("序言", "Preface"), ("尾声", "Epilogue"),
        ("终章", "Epilogue"), ("后记", "Afterword"), ("番外", "Side Story"), ("书名", "Title"), ("書名", "Title"),
        ("作品名", "Title"), ("小说名", "Title"), ("作者", "Author"), ("著者", "Author"),
    ]
}
