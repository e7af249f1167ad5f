import Text

/// Title and author as they stand in the first lines of a text: 《书名》, 书名：…, 作者：…
package enum BookTitle {
    /// What one line says.
    package struct Line: Hashable, Sendable {
        package var title: String?
        package var author: String?
    }

    /// Reads a line; nil when it names neither.
    package static func parse(_ line: some StringProtocol) -> Line? {
        let line = line.trimmed
        guard !line.isEmpty, line.unicodeScalars.count <= 60 else { return nil }
        if let value = labelled(line, by: titleLabels) {
            guard let (value, author) = splitAuthor(value) else { return Line(title: unwrapped(value)) }
            return Line(title: unwrapped(value), author: author)
        }
        if let value = labelled(line, by: authorLabels) { return Line(author: value) }
        guard line.hasPrefix("《"), let close = line.firstIndex(of: "》") else { return nil }
        let title = line[line.index(after: line.startIndex)..<close].trimmed
        let rest = line[line.index(after: close)...].trimmed
        guard !title.isEmpty else { return nil }
        if rest.isEmpty { return Line(title: title) }
        if let author = labelled(rest, by: authorLabels) { return Line(title: title, author: author) }
        // 《西游记》吴承恩（明）: a name, not a sentence that begins with a title.
        guard rest.unicodeScalars.count <= 16, !rest.unicodeScalars.contains(where: \.isPhraseEnd) else { return nil }
        return Line(title: title, author: rest.drop { $0 == "/" || $0 == "-" || $0 == "—" }.trimmed)
    }

    /// The title or the name alone in a line or its translation: without a label before a colon, without 《》.
    package static func value(of line: some StringProtocol) -> String {
        var text = line.trimmed
        if let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }) {
            let label = text[..<colon].trimmed.lowercased()
            let known = (titleLabels + authorLabels).contains(label)
            if known || ["title", "book title", "author", "by", "written by", "name"].contains(label) {
                text = text[text.index(after: colon)...].trimmed
            }
        }
        return unwrapped(text)
    }

    private static let titleLabels = ["书名", "書名", "小说名", "小說名", "作品名", "作品名称", "书籍名称"]
    private static let authorLabels = ["作者", "著者", "原著", "文", "author"]

    private static func labelled(_ line: String, by labels: [String]) -> String? {
        guard let colon = line.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
        let label = String(line[..<colon].filter { !$0.isWhitespace && $0 != "【" && $0 != "】" }).lowercased()
        guard labels.contains(label) else { return nil }
        let value = line[line.index(after: colon)...].trimmed
        return value.isEmpty || value.unicodeScalars.contains("。") ? nil : value
    }

    /// 书名：剑来　作者：烽火 in one line.
    private static func splitAuthor(_ value: String) -> (title: String, author: String)? {
        for label in ["作者：", "作者:"] {
            guard let range = value.firstRange(of: label), range.lowerBound > value.startIndex else { continue }
            return (value[..<range.lowerBound].trimmed, value[range.upperBound...].trimmed)
        }
        return nil
    }

    private static func unwrapped(_ text: String) -> String {
        guard text.hasPrefix("《"), text.hasSuffix("》"), text.count > 2 else { return text }
        return text.dropFirst().dropLast().trimmed
    }
}
