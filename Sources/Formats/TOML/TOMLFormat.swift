import Text

/// TOML 1.0: strings of all four kinds, with the path of tables and keys; plural forms of go-i18n.
package enum TOMLFormat: Format {
    package static let name = "toml"
    package static let summary = "TOML, go-i18n"
    package static let extensions = ["toml"]
    package static let family = FormatFamily.software
    package static let carries: Set<FormatFeature> = [.codes, .keys, .comments, .plurals]

    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) -> Document {
        let decoded = DecodedText(bytes, file: file, encoding: options.encoding)
        var scanner = TOMLScanner(decoded.utf8, from: decoded.start)
        scanner.scan()
        var collector = StringCollector<TOMLForm>(
            decoded,
            file: file,
            options: options,
            syntaxes: [.doubleBraces, .braces, .dollarBraces, .percentBraces, .printf, .tags, .lineBreaks]
        )
        for problem in scanner.problems {
            collector.report("toml-syntax", .warning, problem.message, at: problem.offset)
        }
        let takesAll = !options.readsChinese || LocaleName.isTable(file)
        let plurals = PluralGroups(
            scanner.entries.map(\.path),
            ignored: ["description", "hash", "leftDelim", "rightDelim"]
        )
        // What go-i18n has beside the forms of a message is no text of it.
        let messages = Set(
            scanner.entries.indices.filter { plurals.category(at: $0) != nil }.map { scanner.entries[$0].parent }
        )
        var remarks: [[String]: String] = [:]
        for entry in scanner.entries where entry.path.last == "description" { remarks[entry.parent] = entry.text }
        for (index, entry) in scanner.entries.enumerated() where takesAll || entry.text.containsHan {
            let category = plurals.category(at: index)
            if category == nil, messages.contains(entry.parent) { continue }
            if TextShape.isResource(entry.text, key: takesAll ? nil : entry.path.last) { continue }
            var details = StringCollector<TOMLForm>.Details()
            details.notes[Unit.Note.key] = entry.path.joined(separator: ".")
            details.notes[Unit.Note.comment] = entry.comment ?? (category == nil ? nil : remarks[entry.parent])
            let edges = TOMLEdges(entry.text)
            let base = entry.path.dropLast().joined(separator: ".")
            details.plural = category
            collector.add(
                edges.inside,
                key: category.map { "\(base)[\($0.rawValue)]" } ?? entry.path.joined(separator: "."),
                at: entry.range,
                form: .string(entry.style, edges),
                details: details,
                readsICU: category == nil
            )
            for missing in plurals.missing(after: index, options.pluralCategories) ?? [] where entry.beginsLine {
                details.plural = missing
                collector.add(
                    edges.inside,
                    key: "\(base)[\(missing.rawValue)]",
                    at: entry.lineEnd..<entry.lineEnd,
                    form: .added(missing, edges),
                    details: details
                )
            }
        }
        return collector.document(format: name)
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        let skeleton = try skeleton(of: document, form: TOMLForm.self)
        let lineBreak = skeleton.decoded.utf8.lineBreak
        let categories = PluralRules.categories(of: edition.target)
        return try write(document, as: edition, form: TOMLForm.self) { text, hole in
            switch hole.form {
            case .string(let style, let edges): return style.escape(edges.around(text), lineBreak: lineBreak)
            case .added(let category, let edges):
                guard categories.contains(category) else { return nil }
                let value = TOMLStyle.basic.escape(edges.around(text), lineBreak: lineBreak)
                return "\(lineBreak)\(category.rawValue) = \"\(value)\""
            }
        }
    }
}

enum TOMLForm: Sendable {
    case string(TOMLStyle, TOMLEdges)
    /// A plural form that the file does not have: a line after that of `other`.
    case added(PluralCategory, TOMLEdges)
}

/// White space at the ends of a value, which its translation must have too: no part of the unit.
struct TOMLEdges: Sendable {
    var before = ""
    var inside: String
    var after = ""

    init(_ text: String) {
        inside = text
        guard let first = text.utf8.first, let last = text.utf8.last, Self.isSpace(first) || Self.isSpace(last) else {
            return
        }
        let bytes = text.utf8
        let start = bytes.firstIndex { !Self.isSpace($0) } ?? text.endIndex
        let end = bytes[start...].lastIndex { !Self.isSpace($0) }.map { bytes.index(after: $0) } ?? start
        before = String(text[..<start])
        inside = String(text[start..<end])
        after = String(text[end...])
    }

    func around(_ text: String) -> String { before + text + after }

    private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
}

/// The four kinds of strings. A literal string that cannot hold the text is written as a basic one, quotes and all.
enum TOMLStyle: Sendable {
    case basic, basicLines, literal, literalLines

    func escape(_ text: String, lineBreak: String) -> String {
        switch self {
        case .basic: return Self.escaped(text)
        case .basicLines:
            let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
            return lines.map { Self.escaped(String($0)) }.joined(separator: lineBreak)
        // The quotes of literal strings are in the hole.
        case .literal:
            let isSafe = text.unicodeScalars.allSatisfy {
                $0 != "'" && ($0.value >= 0x20 || $0 == "\t") && $0.value != 0x7F
            }
            return isSafe ? "'\(text)'" : "\"\(Self.escaped(text))\""
        case .literalLines:
            let isSafe =
                !text.contains("'''") && !text.hasSuffix("'")
                && text.unicodeScalars.allSatisfy { ($0.value >= 0x20 || $0 == "\t" || $0 == "\n") && $0.value != 0x7F }
            guard isSafe else {
                return "\"\"\"" + Self.basicLines.escape(text, lineBreak: lineBreak) + "\"\"\""
            }
            return "'''" + text.replacing("\n", with: lineBreak) + "'''"
        }
    }

    private static func escaped(_ text: String) -> String {
        var output: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22: output += [0x5C, 0x22]
            case 0x5C: output += [0x5C, 0x5C]
            case 0x0A: output += [0x5C, 0x6E]
            case 0x0D: output += [0x5C, 0x72]
            case 0x09: output += [0x5C, 0x74]
            case 0..<0x20, 0x7F: UnicodeEscape(letter: 0x75, isUpper: true).write(scalar, into: &output)
            default: output += Array(String(scalar).utf8)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
