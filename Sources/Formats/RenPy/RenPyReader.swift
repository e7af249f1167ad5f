import Text

/// Reads a script statement by statement, with the blocks around it.
struct RenPyReader {
    private let bytes: [UInt8]
    private let options: ReadOptions
    private let texts: RenPyText
    private var lexer: RenPyLexer
    private var collector: StringCollector<RenPyText.Form>
    private var blocks: [(indent: Int, kind: RenPyBlock)] = []
    /// Names by the variable of their `Character`.
    private var names: [String: String] = [:]
    private var label = ""
    /// Where the screen begins that a statement is in. Its strings belong to no label, whichever comes before it.
    private var screenIndent: Int?
    private let start: Int

    init(_ source: [UInt8], file: String, options: ReadOptions) {
        let decoded = DecodedText(source, file: file, encoding: options.encoding)
        bytes = decoded.utf8
        start = decoded.start
        self.options = options
        texts = RenPyText(options)
        lexer = RenPyLexer(bytes)
        collector = StringCollector(decoded, file: file, options: options, syntaxes: [])
    }

    mutating func document() -> Document {
        var next = start
        while next < bytes.count {
            let statement = lexer.statement(from: next)
            next = max(statement.next, next + 1)
            if statement.isBroken {
                collector.report(
                    "renpy-quote",
                    .warning,
                    "A quote is open at the end of this line: it is left as it is. Close the string.",
                    at: statement.range.lowerBound
                )
            } else if !statement.range.isEmpty {
                read(statement)
            }
        }
        return collector.document(format: RenPyFormat.name)
    }

    private mutating func read(_ statement: RenPyStatement) {
        while let last = blocks.last, last.indent >= statement.indent { blocks.removeLast() }
        let parent = blocks.last?.kind ?? .none
        let headEnd = statement.strings.first?.range.lowerBound ?? statement.range.upperBound
        let head = words(statement.range.lowerBound..<headEnd)
        if let indent = screenIndent, statement.indent <= indent { screenIndent = nil }
        if head.first == "screen", head.count > 1, statement.endsWithColon { screenIndent = statement.indent }
        if head.first == "label", let name = head.dropFirst().first { label = String(name) }
        if statement.endsWithColon {
            let kind = statement.strings.isEmpty || !head.isEmpty ? RenPyWords.block(of: head, in: parent) : parent
            if blocks.count < 200 { blocks.append((statement.indent, kind)) }
        }
        guard !statement.strings.isEmpty else { return }
        var taken: Set<Int> = []
        switch parent {
        case .dialogue: taken = dialogue(statement, head)
        case .screen: taken = screen(statement, head)
        case .none where head.first == "define" || head.first == "default": character(statement, head, &taken)
        case .none, .code: break
        }
        if parent != .none, head.first == "define" { character(statement, head, &taken) }
        marked(statement, except: taken)
    }

    private func words(_ range: Range<Int>) -> [Substring] {
        bytes.text(range).split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "." || $0 == "$") }
    }

    // MARK: Dialogue

    /// Reads what is said; returns the indexes of the strings that are dealt with.
    private mutating func dialogue(_ statement: RenPyStatement, _ head: [Substring]) -> Set<Int> {
        guard let first = statement.strings.first,
            let speaker = RenPyWords.speaker(bytes, statement.range.lowerBound..<first.range.lowerBound),
            !RenPyWords.keywords.contains(speaker.first.map(String.init) ?? ""), first.prefix != .formatted
        else { return [] }
        let strings = statement.strings
        if speaker.isEmpty, statement.endsWithColon {
            add(first, kind: .choice, speaker: nil)
            return [0]
        }
        // `"Name" "text"`: nothing but space between.
        if speaker.isEmpty, strings.count > 1,
            bytes[first.range.upperBound..<strings[1].range.lowerBound].allSatisfy({ $0 == 0x20 || $0 == 0x09 })
        {
            add(first, kind: .name, speaker: nil)
            let name = texts.inline(bytes, first.body, collapses: true).literal
            add(strings[1], kind: .dialogue, speaker: name)
            return [0, 1]
        }
        let name = speaker.first.map { names[String($0)] ?? String($0) }
        add(first, kind: .dialogue, speaker: name == "extend" ? nil : name)
        return [0]
    }

    private mutating func screen(_ statement: RenPyStatement, _ head: [Substring]) -> Set<Int> {
        guard let first = statement.strings.first, head.count == 1, let word = head.first,
            RenPyWords.shown.contains(String(word)), first.prefix == .none
        else { return [] }
        add(first, kind: .string, speaker: nil, collapses: false)
        return [0]
    }

    /// `define e = Character("Eileen", …)`.
    private mutating func character(_ statement: RenPyStatement, _ head: [Substring], _ taken: inout Set<Int>) {
        guard let first = statement.strings.first, head.count >= 2,
            head.last == "Character" || (head.last == "_" && head.dropLast().last == "Character")
        else { return }
        let line = bytes[statement.range.lowerBound..<first.range.lowerBound]
        guard line.contains(0x28) else { return }
        let variable = head.first { $0 != "define" && $0 != "default" && Int($0) == nil } ?? ""
        let name = texts.inline(bytes, first.body, collapses: false).literal
        names[String(variable)] = name
        add(first, kind: .name, speaker: nil, collapses: false)
        taken.insert(0)
    }

    /// Strings in `_("…")`, wherever they are.
    private mutating func marked(_ statement: RenPyStatement, except taken: Set<Int>) {
        for (index, string) in statement.strings.enumerated()
        where !taken.contains(index) && string.prefix != .formatted {
            var place = string.range.lowerBound - 1
            while place >= statement.range.lowerBound, bytes[place] == 0x20 { place -= 1 }
            guard place > statement.range.lowerBound, bytes[place] == 0x28 else { continue }
            var name = place
            while name > statement.range.lowerBound, PlaceholderText.isWord(bytes[name - 1]) { name -= 1 }
            guard ["_", "__", "_p", "___"].contains(bytes.text(name..<place)) else { continue }
            add(string, kind: .string, speaker: nil, collapses: false)
        }
    }

    private mutating func add(_ string: RenPyString, kind: Unit.Kind, speaker: String?, collapses: Bool = true) {
        guard string.prefix == .none else { return }
        guard string.isTriple, collapses else {
            add(string.body, string, kind: kind, speaker: speaker, collapses: collapses)
            return
        }
        // Each paragraph of a long string is said on its own.
        var start = string.body.lowerBound
        var next = start
        while next < string.body.upperBound {
            let line = ByteLine(bytes, from: next)
            let end = min(line.end, string.body.upperBound)
            next = line.next
            let isBlank = bytes.trimmed(line.start..<max(line.start, end)).isEmpty
            if isBlank || next >= string.body.upperBound {
                add(start..<(isBlank ? line.start : end), string, kind: kind, speaker: speaker, collapses: true)
                start = min(next, string.body.upperBound)
            }
        }
    }

    private mutating func add(
        _ range: Range<Int>,
        _ string: RenPyString,
        kind: Unit.Kind,
        speaker: String?,
        collapses: Bool
    ) {
        var range = range
        if string.isTriple {
            range = bytes.trimmed(range)
            while !range.isEmpty, bytes[range.upperBound - 1] == 0x0A || bytes[range.upperBound - 1] == 0x0D {
                range = bytes.trimmed(range.lowerBound..<range.upperBound - 1)
            }
        }
        guard !range.isEmpty else { return }
        let text = texts.inline(bytes, range, collapses: collapses)
        guard !options.readsChinese || text.literal.containsHan else { return }
        let label = screenIndent == nil ? label : ""
        var hash = StableHash()
        hash.combine(speaker ?? "")
        hash.separate()
        hash.combine(text.literal)
        let key = (label.isEmpty ? "" : label + "/") + hash.hex.prefix(8)
        var details = StringCollector<RenPyText.Form>.Details()
        details.kind = kind
        if let speaker { details.notes[Unit.Note.speaker] = speaker }
        if !label.isEmpty { details.notes[Unit.Note.context] = label }
        let form = RenPyText.Form(quote: string.quote, isTriple: string.isTriple, collapses: collapses)
        collector.add(text, key: key, at: range, form: form, details: details)
    }
}
