internal import Checks
package import Formats
package import Text

/// Pairs in a table with tabs: columns `source`, `target` and perhaps `id`, by a header or in this order.
///
/// A line break inside of a text is written `\n`. A field in quotes whose inner quotes are doubled is read as tables write it.
package struct TableInput: CheckInput {
    private let file: String
    private let source: LanguageTag
    private let target: LanguageTag
    private let patterns: [String]
    private let encoding: TextEncoding?

    /// - Parameter encoding: nil has it found out. What is mended is written in UTF-8.
    package init(
        _ file: String,
        source: LanguageTag,
        target: LanguageTag,
        patterns: [String] = [],
        encoding: TextEncoding? = nil
    ) {
        self.encoding = encoding
        self.file = file
        self.source = source
        self.target = target
        self.patterns = patterns
    }

    /// What texts of unknown origin may have for codes: those that prose does not look like.
    private static let syntaxes: Set<PlaceholderSyntax> = [
        .printf, .python, .braces, .doubleBraces, .dollarBraces, .percentBraces, .tags, .bbcode, .rpgMaker, .section,
        .literalBreaks,
    ]

    private struct Columns {
        var source = 0
        var target = 1
        var id: Int?
        var hasHeader = false
    }

    package func forEachDocument(_ body: (CheckedDocument) throws -> Void) throws {
        let decoded = DecodedText(try Files.read(file), file: file, encoding: encoding)
        let bytes = decoded.utf8[decoded.start...]
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let scanner = PlaceholderScanner(Self.syntaxes, patterns: patterns)
        var columns = Columns()
        var document = CheckedDocument(file: file, source: source, target: target)
        document.findings = decoded.findings + scanner.findings(file: file)
        guard bytes.contains(0x09) else {
            throw WorkflowError(
                .wrongUse,
                "\(file) has no tabs. Write a line for each pair, source and target with a tab between; other tables are checked by "
                    + "`caravan check FILE --columns source=…`."
            )
        }
        var rows: [Int] = []
        for (index, line) in lines.enumerated() {
            guard !line.isEmpty, line != [0x0D] else { continue }
            let fields = Self.fields(line)
            if index == 0 {
                columns = Self.columns(fields.map(\.text))
                if columns.hasHeader { continue }
            }
            guard fields.count > max(columns.source, columns.target) else {
                let message = "The row has \(fields.count) column(s). Write source and target with a tab between."
                document.findings.append(
                    Finding("row-incomplete", .warning, message, at: .init(file: file, line: index + 1))
                )
                continue
            }
            let id = columns.id.flatMap { $0 < fields.count ? fields[$0].text : nil }
            document.pairs.append(
                Pair(
                    source: scanner.inline(fields[columns.source].text),
                    target: scanner.inline(fields[columns.target].text),
                    sourceLocale: source,
                    targetLocale: target,
                    key: id ?? "\(index + 1)",
                    kind: .string
                )
            )
            document.lines.append(index + 1)
            rows.append(index)
        }
        let keys = document.pairs.map(\.key)
        let column = columns.target
        document.save = { texts in
            var lines = lines.map { Array($0) }
            for (key, row) in zip(keys, rows) {
                guard let mended = texts[key] else { continue }
                lines[row] = Self.replacing(column, of: lines[row], by: mended.text.literal)
            }
            try Files.write(Array(lines.joined(separator: [0x0A])), to: file)
        }
        try body(document)
    }

    private static func columns(_ header: [String]) -> Columns {
        let names = header.map { $0.trimmed.lowercased() }
        guard let source = names.firstIndex(of: "source"), let target = names.firstIndex(of: "target") else {
            return Columns()
        }
        return Columns(source: source, target: target, id: names.firstIndex(of: "id"), hasHeader: true)
    }

    private static func fields(_ line: ArraySlice<UInt8>) -> [(text: String, isQuoted: Bool)] {
        let line = line.last == 0x0D ? line.dropLast() : line
        return line.split(separator: 0x09, omittingEmptySubsequences: false).map(unquoted)
    }

    /// A field as a writer of tables quotes it: only one that holds a quote, which is doubled. A speech in quotes is none.
    private static func unquoted(_ field: ArraySlice<UInt8>) -> (text: String, isQuoted: Bool) {
        let plain = (String(decoding: field, as: UTF8.self), false)
        guard field.count >= 4, field.first == 0x22, field.last == 0x22 else { return plain }
        var result: [UInt8] = []
        var index = field.startIndex + 1
        let end = field.endIndex - 1
        var isDoubled = false
        while index < end {
            if field[index] == 0x22 {
                guard index + 1 < end, field[index + 1] == 0x22 else { return plain }
                isDoubled = true
                index += 1
            }
            result.append(field[index])
            index += 1
        }
        return isDoubled ? (String(decoding: result, as: UTF8.self), true) : plain
    }

    private static func replacing(_ column: Int, of line: [UInt8], by text: String) -> [UInt8] {
        let hasReturn = line.last == 0x0D
        var fields = (hasReturn ? line.dropLast() : line[...]).split(separator: 0x09, omittingEmptySubsequences: false)
        guard column < fields.count else { return line }
        let isQuoted = unquoted(fields[column]).isQuoted
        let written = isQuoted ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
        fields[column] = Array(written.utf8)[...]
        return Array(fields.joined(separator: [0x09])) + (hasReturn ? [0x0D] : [])
    }
}
