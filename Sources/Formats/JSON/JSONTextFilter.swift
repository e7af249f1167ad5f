import Text

/// Tells the texts of a JSON file from its paths, ids and colours.
struct JSONTextFilter {
    /// Whether the file has an object or an array.
    private(set) var hasRoot = false
    /// About how many units the file will have, or a few more.
    private(set) var expectedUnits = 0
    /// What a string must hold to be a text.
    private(set) var rule = Rule.han

    enum Rule { case han, letters, prose }

    /// Looks at the first values of a file.
    ///
    /// A file of strings alone is a table of texts, and all of them with letters count. In other data, written in Chinese,
    /// only what holds Han is text; written in another language, what looks like prose.
    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, source: LanguageTag?, sampling limit: Int) {
        var json = JSONScanner(bytes, from: start)
        var strings = 0
        var han = 0
        var others = 0
        var isObject = false
        sample: while strings + others < limit {
            switch json.next() {
            case .objectStart:
                if !hasRoot { isObject = true }
                hasRoot = true
            case .arrayStart: hasRoot = true
            case .string:
                strings += 1
                if JSONBytes.containsHan(bytes, json.start..<json.stop) { han += 1 }
            case .scalar, .broken: others += 1
            case .end: break sample
            default: break
            }
        }
        let isTable = isObject && others * 20 <= strings
        if source.map({ $0.writesHan }) ?? (han > 0 || !isTable) {
            rule = isTable ? .letters : .han
        } else {
            rule = isTable ? .letters : .prose
        }
        let read = max(json.position - start, 1)
        let texts = rule == .han ? han : strings
        expectedUnits = min(bytes.count / 3, (texts + 1) * (bytes.count / read + 1) + 16)
    }

    /// A filter that is settled beforehand.
    init(_ rule: Rule) { self.rule = rule }

    /// Whatever the source is.
    mutating func takeOnlyHan() { rule = .han }

    /// For a string without escapes.
    func isText(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        switch rule {
        case .han: JSONBytes.containsHan(bytes, range)
        case .letters: JSONBytes.containsLetter(bytes, range)
        case .prose: Self.isProse(bytes, range)
        }
    }

    func isText(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { isText($0, 0..<$0.count) }
    }

    /// Words with a space between them, or a script that is not Latin: no path, no id, no colour.
    private static func isProse(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard JSONBytes.containsLetter(bytes, range) else { return false }
        return bytes[range].contains { $0 == 0x20 || $0 >= 0x80 }
    }
}
