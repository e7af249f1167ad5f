internal import Formats
internal import Text
internal import Yams

/// Reads values of `caravan.yaml` and says the line when one is not what it should be.
struct SettingsReader {
    var file: String

    func place(_ node: Node) -> String { node.mark.map { "\(file), line \($0.line)" } ?? file }

    func unknown(_ name: String, _ node: Node) -> WorkflowError {
        WorkflowError(.settings, "\(place(node)): there is no setting “\(name)”. `caravan help init` lists them.")
    }

    func entries(_ node: Node, under name: String?) throws(WorkflowError) -> [(String, Node)] {
        if node.null != nil { return [] }
        guard let mapping = node.mapping else {
            throw wrong(node, "\(name.map { "`\($0)`" } ?? "the file") should hold `name: value` lines")
        }
        var entries: [(String, Node)] = []
        for (key, value) in mapping { entries.append((try text(key), value)) }
        return entries
    }

    func list(_ node: Node) throws(WorkflowError) -> [Node] {
        if node.null != nil { return [] }
        if let sequence = node.sequence { return Array(sequence) }
        return [node]
    }

    func text(_ node: Node) throws(WorkflowError) -> String {
        guard let scalar = node.scalar else { throw wrong(node, "a text is expected here") }
        return scalar.string
    }

    func optionalText(_ node: Node) throws(WorkflowError) -> String? {
        if node.null != nil { return nil }
        let text = try text(node)
        return text.isEmpty ? nil : text
    }

    func locale(_ node: Node) throws(WorkflowError) -> LanguageTag {
        let text = try text(node)
        guard let tag = LanguageTag(text) else {
            throw wrong(node, "“\(text)” is no language tag; write it like en, es-419 or zh-Hans")
        }
        return tag
    }

    func flag(_ node: Node) throws(WorkflowError) -> Bool {
        guard let value = node.bool else { throw wrong(node, "true or false is expected here") }
        return value
    }

    func whole(_ node: Node, in range: ClosedRange<Int>) throws(WorkflowError) -> Int {
        guard let value = node.int, range.contains(value) else {
            throw wrong(node, "a whole number from \(range.lowerBound) to \(range.upperBound) is expected here")
        }
        return value
    }

    func number(_ node: Node, in range: ClosedRange<Double>) throws(WorkflowError) -> Double {
        guard let value = node.float, range.contains(value) else {
            throw wrong(node, "a number from \(range.lowerBound) to \(range.upperBound) is expected here")
        }
        return value
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        _ node: Node,
        _: Choice.Type
    ) throws(WorkflowError) -> Choice where Choice.RawValue == String {
        let text = try text(node)
        guard let choice = Choice(rawValue: text) else {
            let all = Choice.allCases.map { "`\($0.rawValue)`" }.joined(separator: " or ")
            throw wrong(node, "“\(text)” is none of \(all)")
        }
        return choice
    }

    func outputEncoding(_ node: Node) throws(WorkflowError) -> Edition.Encoding {
        switch try text(node).lowercased() {
        case "source": return .asSource
        case "utf-8", "utf8": return .utf8
        default: throw wrong(node, "`source` or `utf-8` is expected here")
        }
    }

    /// The name of an environment variable; anything else may be a key.
    func variable(_ node: Node) throws(WorkflowError) -> String {
        let text = try text(node)
        let isName = text.utf8.allSatisfy { byte in
            (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x5F
        }
        guard isName, !text.isEmpty else {
            throw wrong(node, "the name of an environment variable is expected here, never the key itself")
        }
        return text
    }

    /// A web address without a password in it.
    func address(_ node: Node) throws(WorkflowError) -> String {
        let text = try text(node)
        if text.split(separator: "/").dropFirst().first?.contains("@") == true {
            throw wrong(node, "a password does not belong in an address; put the key into the environment (`key_env:`)")
        }
        return text
    }

    /// The IANA name of an encoding that text can be read in; nil for `auto`.
    func inputEncoding(_ node: Node) throws(WorkflowError) -> String? {
        let text = try text(node)
        if text.lowercased() == "auto" { return nil }
        guard let encoding = TextEncoding(name: text) else {
            let all = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
            throw wrong(node, "“\(text)” is none of auto, \(all)")
        }
        return encoding.rawValue
    }

    func wrong(_ node: Node, _ what: String) -> WorkflowError {
        WorkflowError(.settings, "\(place(node)): \(what).")
    }
}
