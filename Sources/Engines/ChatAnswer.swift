import Text

/// Reads what a chat model said: JSON as it was asked for, JSON with something wrong, numbered lines, or the bare text.
enum ChatAnswer {
    /// The texts by their ids, in the order in which they came; nil when the answer is none of these.
    static func read(_ content: String, ids: [Int]) -> (texts: [Answer.Text], isCut: Bool)? {
        let said = withoutThinking(content)
        if let found = json(said, ids: ids) { return found }
        if let lines = numberedLines(said, ids: ids) { return (lines, false) }
        guard ids.count == 1, let id = ids.first else { return nil }
        let text = unfenced(said).trimmed
        // What began as JSON and cannot be read is no translation.
        guard !text.isEmpty, !text.hasPrefix("{"), !text.hasPrefix("[{") else { return nil }
        return ([Answer.Text(id: id, tagged: text)], false)
    }

    /// Without `<think>…</think>`, also where one of the tags is missing.
    static func withoutThinking(_ content: String) -> String {
        guard content.utf8.contains(UInt8(ascii: "<")) else { return content }
        if let end = content.ranges(of: "</think>").last { return String(content[end.upperBound...]) }
        if content.trimmed.hasPrefix("<think>") { return "" }
        return content
    }

    /// Whether so much was said that the model has to be stopped; thinking may take longer.
    static func isRunaway(_ content: String, limit: Int) -> Bool {
        if content.utf8.count > limit + 400_000 { return true }
        return withoutThinking(content).utf8.count > limit
    }

    /// Whether an answer that came without a word about its end may be whole.
    static func looksComplete(_ content: String) -> Bool {
        guard let last = content.trimmed.last else { return false }
        return !content.contains("{") || last == "}" || last == "]" || last == "`"
    }

    private static func json(_ said: String, ids: [Int]) -> (texts: [Answer.Text], isCut: Bool)? {
        var said = said
        return said.withUTF8 { bytes in
            var start = 0
            var tries = 0
            while tries < 8, let next = bytes[start...].firstIndex(where: { $0 == 0x7B || $0 == 0x5B }) {
                tries += 1
                start = next + 1
                guard let (value, isCut, _) = JSONReader.readLenient(bytes, from: next) else { continue }
                let texts = texts(of: value, ids: ids)
                if !texts.isEmpty || isCut && bytes[next] == 0x7B { return (texts, isCut) }
            }
            return nil
        }
    }

    private static func texts(of value: JSONValue, ids: [Int]) -> [Answer.Text] {
        switch value {
        case .array(let values): return list(values, ids: ids)
        case .object(let members):
            if let id = id(value), let text = text(value) { return [Answer.Text(id: id, tagged: text)] }
            let numbered = members.compactMap { member -> Answer.Text? in
                guard let id = number(member.name), let text = member.value.string ?? text(member.value) else {
                    return nil
                }
                return Answer.Text(id: id, tagged: text)
            }
            if !numbered.isEmpty { return numbered }
            for member in members {
                switch member.value {
                case .array(let values): return list(values, ids: ids)
                case .object:
                    let inner = texts(of: member.value, ids: ids)
                    if !inner.isEmpty { return inner }
                default: continue
                }
            }
            guard ids.count == 1, let id = ids.first, members.count == 1, let text = members[0].value.string else {
                return []
            }
            return [Answer.Text(id: id, tagged: text)]
        default: return []
        }
    }

    /// Objects with an id and a text, or bare strings in order.
    private static func list(_ values: [JSONValue], ids: [Int]) -> [Answer.Text] {
        var texts: [Answer.Text] = []
        for (place, value) in values.enumerated() {
            if let text = value.string {
                texts.append(
                    numbered(text) ?? Answer.Text(id: place < ids.count ? ids[place] : place + 1, tagged: text)
                )
            } else if let id = id(value), let text = text(value) {
                texts.append(Answer.Text(id: id, tagged: text))
            } else if case .object(let members) = value, members.count == 1, let id = number(members[0].name),
                let text = members[0].value.string
            {
                texts.append(Answer.Text(id: id, tagged: text))
            }
        }
        return texts
    }

    /// `12|text`, as the prompt asks for.
    private static func numbered(_ text: String) -> Answer.Text? {
        guard let bar = text.firstIndex(of: "|"), let id = number(String(text[..<bar])) else { return nil }
        return Answer.Text(id: id, tagged: text[text.index(after: bar)...].trimmed)
    }

    private static func id(_ value: JSONValue) -> Int? {
        for name in ["id", "key", "index", "n", "line"] {
            if let found = value[name] { return found.int ?? found.string.flatMap(number) }
        }
        return nil
    }

    private static func text(_ value: JSONValue) -> String? {
        for name in ["text", "translation", "target", "value", "t", "translated"] {
            if let found = value[name]?.string { return found }
        }
        return nil
    }

    private static func number(_ name: String) -> Int? { Int(name.trimmed) }

    /// `1. text`, `2) text`, `3: text`, `4、text`; lines without a number belong to the one before.
    private static func numberedLines(_ said: String, ids: [Int]) -> [Answer.Text]? {
        guard ids.count > 1 else { return nil }
        var texts: [Answer.Text] = []
        for line in unfenced(said).split(whereSeparator: \.isNewline) {
            let line = line.trimmed
            let digits = line.prefix { $0.isASCII && $0.isNumber }
            let rest = line.dropFirst(digits.count)
            if let id = Int(digits), ids.contains(id), let mark = rest.first, ".):：、．".contains(mark) {
                texts.append(Answer.Text(id: id, tagged: rest.dropFirst().trimmed))
            } else if let last = texts.indices.last {
                texts[last].tagged += "\n" + line
            }
        }
        return texts.count > 1 ? texts : nil
    }

    /// Without the code fence around it.
    private static func unfenced(_ said: String) -> String {
        guard let start = said.firstRange(of: "```") else { return said }
        let inside = said[start.upperBound...]
        guard let line = inside.firstIndex(where: \.isNewline) else { return said }
        let body = inside[inside.index(after: line)...]
        return String(body[..<(body.ranges(of: "```").last?.lowerBound ?? body.endIndex)])
    }
}
