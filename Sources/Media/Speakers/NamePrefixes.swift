import Text

/// Finds which beginnings of lines are names.
struct NamePrefixes {
    private(set) var lines: [SpokenLine] = []

    private struct Part {
        var text: String
        var name: String?
        var isBracketed = false
        var rest = ""
    }

    init(_ source: [SpokenLine], known: Set<String>) {
        let parts = source.map { line in line.text.split(separator: "\n").map { Self.part(String($0)) } }
        var counts: [String: Int] = [:]
        var (named, all) = (0, 0)
        for (line, parts) in zip(source, parts) where line.kind == .dialogue {
            all += 1
            if parts.contains(where: { $0.name != nil && !$0.isBracketed }) { named += 1 }
            for case let name? in parts.map(\.name) { counts[name, default: 0] += 1 }
        }
        let isStyle = named >= 2 && named * 5 >= all * 3
        for (line, parts) in zip(source, parts) {
            var spoken: [(speaker: String?, text: String)] = []
            for part in parts {
                if let name = part.name, !part.rest.isEmpty,
                    known.contains(name) || counts[name, default: 0] >= (part.isBracketed ? 3 : 2)
                        || isStyle && !part.isBracketed
                {
                    spoken.append((name, part.rest))
                } else if spoken.isEmpty {
                    spoken.append((nil, part.text))
                } else {
                    // A second line of writing without a name goes on with the first.
                    spoken[spoken.count - 1].text += "\n" + part.text
                }
            }
            lines += Self.lines(of: line, spoken)
        }
    }

    /// One line a speaker, the time divided by the length of what they say.
    private static func lines(of line: SpokenLine, _ spoken: [(speaker: String?, text: String)]) -> [SpokenLine] {
        guard spoken.contains(where: { $0.speaker != nil }) else { return [line] }
        let total = Double(max(1, spoken.reduce(0) { $0 + $1.text.unicodeScalars.count }))
        var lines: [SpokenLine] = []
        var start = line.time.start
        for (index, one) in spoken.enumerated() {
            var part = line
            let share = Double(one.text.unicodeScalars.count) / total
            let end = index + 1 == spoken.count ? line.time.end : start + line.time.duration * share
            part.id = index == 0 ? line.id : "\(line.id).\(index + 1)"
            part.time = TimeSpan(start, end)
            part.text = one.text
            part.speaker = one.speaker ?? line.speaker
            if spoken.count > 1 { part.words = [] }
            lines.append(part)
            start = end
        }
        return lines
    }

    /// A line of writing with the name it may begin with.
    private static func part(_ text: String) -> Part {
        let text = text.trimmed
        var scalars = text.unicodeScalars[...]
        // A dash before each speaker of a subtitle with two.
        if let first = scalars.first, "-–—－".unicodeScalars.contains(first) { scalars.removeFirst() }
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        var part = Part(text: text)
        if let voice = voice(scalars) { return Part(text: text, name: voice.name, rest: voice.rest) }
        if let first = scalars.first, let closing = ["（": "）", "(": ")", "【": "】", "[": "]"][first] as Unicode.Scalar?,
            let end = scalars.prefix(24).firstIndex(of: closing)
        {
            var after = scalars[scalars.index(after: end)...]
            if let colon = after.first, colon == "：" || colon == ":" { after.removeFirst() }
            let name = String(scalars[scalars.index(after: scalars.startIndex)..<end]).trimmed
            if isName(name) {
                part.name = name
                part.isBracketed = true
                part.rest = String(after).trimmed
            }
            return part
        }
        guard let colon = scalars.prefix(32).firstIndex(where: { $0 == "：" || $0 == ":" }) else { return part }
        let after = scalars[scalars.index(after: colon)...]
        // 12:30 and http://
        if scalars[colon] == ":", let next = after.first, next.isASCII, !next.properties.isWhitespace { return part }
        var name = String(scalars[..<colon])
        if let bracket = name.firstIndex(where: { $0 == "(" || $0 == "（" }) { name = String(name[..<bracket]) }
        name = name.trimmed
        if isName(name) {
            part.name = name
            part.rest = String(after).trimmed
        }
        return part
    }

    /// `<v Name>` of WebVTT.
    private static func voice(_ scalars: Substring.UnicodeScalarView) -> (name: String, rest: String)? {
        let text = String(scalars)
        guard text.hasPrefix("<v"), let end = text.firstIndex(of: ">") else { return nil }
        let head = text[text.index(text.startIndex, offsetBy: 2)..<end]
        guard let space = head.firstIndex(where: { $0 == " " || $0 == "\t" }) else { return nil }
        let name = head[space...].trimmed
        var rest = String(text[text.index(after: end)...])
        if rest.hasSuffix("</v>") { rest = String(rest.dropLast(4)) }
        return name.isEmpty ? nil : (name, rest.trimmed)
    }

    private static func isName(_ name: String) -> Bool {
        let scalars = name.unicodeScalars
        guard !scalars.isEmpty, !notNames.contains(name),
            scalars.contains(where: \.properties.isAlphabetic),
            scalars.allSatisfy({
                $0.properties.isAlphabetic || $0.properties.numericType != nil || " ·•.'’-&".unicodeScalars.contains($0)
            })
        else { return false }
        let han = name.hanCount
        if han > 0 {
            // 他说：, 他想： tell of speech; names are short.
            guard scalars.count <= 8, let last = scalars.last else { return false }
            return !"说道问答想曰喊叫写是".unicodeScalars.contains(last)
        }
        return scalars.count <= 24 && name.split(separator: " ").count <= 4
    }

    private static let notNames: Set = [
        "注意", "提示", "温馨提示", "备注", "注", "时间", "地点", "结果", "例如", "比如", "总之", "记住", "答案", "问题", "原因", "第一", "第二",
        "第三", "其一", "其二", "旁注", "翻译", "校对", "字幕", "时间轴", "Note", "Warning", "PS", "P.S.", "Remember", "Question",
        "Answer", "Translation",
    ]
}
