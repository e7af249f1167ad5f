import Text

/// Reads `translate` blocks: what a comment says is the source of the line that says it again.
struct RenPyTranslationReader {
    private let bytes: [UInt8]
    private let start: Int
    private let options: ReadOptions
    private let texts: RenPyText
    private var lexer: RenPyLexer
    private var collector: StringCollector<RenPyTranslationForm>
    private var block: Block?
    private var reference: String?
    /// What the comments of the block say, not yet met in the block.
    private var sources: [Source] = []
    private var old: InlineText?

    private struct Block {
        var locale: String?
        /// ISO 639 code of the language that the block names; nil where the name is no known language.
        var language: String?
        var id: String
    }

    private struct Source {
        var speaker: String
        var text: InlineText
    }

    init(_ source: [UInt8], file: String, options: ReadOptions) {
        let decoded = DecodedText(source, file: file, encoding: options.encoding)
        bytes = decoded.utf8
        start = decoded.start
        self.options = options
        texts = RenPyText(options)
        lexer = RenPyLexer(bytes)
        collector = StringCollector(decoded, file: file, options: options, syntaxes: [])
    }

    /// Language and id in `translate english start_1a2b3c4d:`.
    static func header(_ bytes: [UInt8], _ line: Range<Int>) -> (language: Range<Int>, id: Range<Int>)? {
        guard bytes[line].starts(with: Array("translate ".utf8)), let colon = bytes[line].lastIndex(of: 0x3A) else {
            return nil
        }
        let languageStart = bytes.skippingSpace(line.lowerBound + 10)
        var index = languageStart
        while index < colon, PlaceholderText.isWord(bytes[index]) || bytes[index] >= 0x80 { index += 1 }
        let idStart = bytes.skippingSpace(index)
        guard index > languageStart, idStart > index, idStart < colon else { return nil }
        let id = bytes.trimmed(idStart..<colon)
        guard !bytes[id].contains(0x20), !bytes[id].contains(0x22) else { return nil }
        return (languageStart..<index, id)
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
            } else if statement.indent == 0, !statement.range.isEmpty {
                begin(statement)
            } else if statement.range.isEmpty, let comment = statement.comment {
                read(comment: comment)
            } else if block != nil, !statement.strings.isEmpty {
                read(statement)
            }
        }
        return collector.document(format: RenPyTranslationFormat.name)
    }

    private mutating func begin(_ statement: RenPyStatement) {
        sources = []
        old = nil
        guard let (language, id) = Self.header(bytes, statement.range) else {
            block = nil
            return
        }
        let name = bytes.text(id)
        guard !["python", "style"].contains(name) else {
            block = nil
            return
        }
        let named = RenPyLanguage.locale(bytes.text(language))
        let known = named.flatMap { LanguageTag($0)?.language }
        // A block of a language that nobody asks for is the work of others: it stays as it is.
        if let known, !options.targets.isEmpty, !options.targets.contains(where: { $0.language == known }) {
            block = nil
            return
        }
        block = Block(locale: named ?? options.targets.first?.description, language: known, id: name)
    }

    /// `# game/script.rpy:12` says where; `# e "…"` is the original.
    private mutating func read(comment range: Range<Int>) {
        let range = bytes.trimmed(range)
        guard !range.isEmpty else { return }
        let line = Array(bytes[range])
        if let mark = bytes.text(range).firstRange(of: ".rpy"), !line.contains(0x22) {
            let text = bytes.text(range)
            if text[mark.upperBound...].hasPrefix(":") || text[mark.upperBound...].hasPrefix("m:") { reference = text }
            return
        }
        guard block != nil, line.contains(0x22) || line.contains(0x27) else { return }
        var inner = RenPyLexer(line)
        let statement = inner.statement(from: 0)
        guard !statement.isBroken, let (speaker, string, _) = Self.said(line, statement) else { return }
        sources.append(Source(speaker: speaker, text: texts.inline(line, string.body, collapses: true)))
    }

    /// Who says what: the speaker as written, the string, and the name when that is a string too.
    private static func said(
        _ bytes: [UInt8],
        _ statement: RenPyStatement
    ) -> (speaker: String, string: RenPyString, name: RenPyString?)? {
        guard let first = statement.strings.first, first.prefix == .none,
            let head = RenPyWords.speaker(bytes, statement.range.lowerBound..<first.range.lowerBound),
            !RenPyWords.keywords.subtracting(["old", "new"]).contains(head.first.map(String.init) ?? "")
        else { return nil }
        if head.isEmpty, statement.strings.count > 1,
            bytes[first.range.upperBound..<statement.strings[1].range.lowerBound].allSatisfy({ $0 == 0x20 })
        {
            return (bytes.text(first.body), statement.strings[1], first)
        }
        return (head.joined(separator: " "), first, nil)
    }

    private mutating func read(_ statement: RenPyStatement) {
        guard let block, let (speaker, string, _) = Self.said(bytes, statement) else { return }
        if block.id == "strings" {
            if speaker == "old" {
                old = texts.inline(bytes, string.body, collapses: false)
            } else if speaker == "new", let source = old {
                old = nil
                add(string, source: source, speaker: nil, key: "strings/" + StableHash(source.literal).hex.prefix(12))
            }
            return
        }
        let match = sources.firstIndex { $0.speaker == speaker } ?? (sources.isEmpty ? nil : 0)
        guard let match else { return }
        let source = sources.remove(at: match)
        let name = source.speaker == "extend" ? nil : source.speaker.split(separator: " ").first.map(String.init)
        add(string, source: source.text, speaker: name, key: block.id)
    }

    private mutating func add(_ string: RenPyString, source: InlineText, speaker: String?, key: String) {
        let collapses = block?.id != "strings"
        var details = StringCollector<RenPyTranslationForm>.Details()
        details.kind = collapses ? .dialogue : .string
        details.notes[Unit.Note.key] = block?.id == "strings" ? nil : key
        if let speaker { details.notes[Unit.Note.speaker] = speaker }
        if let reference { details.notes[Unit.Note.reference] = reference }
        let target = texts.inline(bytes, string.body, collapses: collapses)
        // The engine's own tool puts the original there for what is not translated yet.
        if let locale = block?.locale, !target.isEmpty, target.literal != source.literal {
            details.existing[locale] = Unit.Existing(target)
        }
        let form = RenPyTranslationForm(
            text: RenPyText.Form(quote: string.quote, isTriple: string.isTriple, collapses: collapses),
            language: block?.language
        )
        collector.add(source, key: key, at: string.body, form: form, details: details)
    }
}

/// How a string of a block is written, and for whom.
struct RenPyTranslationForm: Sendable {
    var text: RenPyText.Form
    /// ISO 639 code of the language that the block names; nil where the name is no known language.
    var language: String?
}

/// Names that games give their languages in Ren'Py.
enum RenPyLanguage {
    static func locale(_ name: String) -> String? {
        switch name.lowercased() {
        case "english": "en"
        case "schinese", "chinese", "simplified_chinese", "chinese_s": "zh-Hans"
        case "tchinese", "traditional_chinese", "chinese_t": "zh-Hant"
        case "japanese": "ja"
        case "korean": "ko"
        case "french": "fr"
        case "german": "de"
        case "spanish": "es"
        case "italian": "it"
        case "portuguese": "pt"
        case "brazilian", "brazilian_portuguese": "pt-BR"
        case "russian": "ru"
        case "ukrainian": "uk"
        case "polish": "pl"
        case "turkish": "tr"
        case "vietnamese": "vi"
        case "thai": "th"
        case "indonesian": "id"
        case "malay": "ms"
        case "arabic": "ar"
        case "piglatin", "none": nil
        default: LocaleName.tag(name)?.description
        }
    }
}
