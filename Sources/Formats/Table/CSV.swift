internal import Text

/// Reads comma- or tab-separated values (RFC 4180): quoted fields, doubled quotes, line breaks in quotes; LF, CR, CRLF.
package struct CSV: Sendable {
    package struct Row: Hashable, Sendable {
        package var fields: [String]
        /// Line on which the row begins, from 1.
        package var line: Int
    }

    package private(set) var rows: [Row] = []
    /// Line of a quote that is never closed; the rest of the file is then the last field.
    package private(set) var unclosedQuote: Int?

    /// The separator, when not given, is the one of tab, comma and semicolon that the first line holds most of.
    package init(_ text: String, separator: Unicode.Scalar? = nil) {
        var text = text
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        let separator = separator ?? Self.separator(of: text)
        var fields: [String] = []
        var field = String.UnicodeScalarView()
        var line = 1
        var start = 1
        var quoteLine: Int?
        var scalars = text.unicodeScalars.makeIterator()
        var next = scalars.next()
        while let scalar = next {
            next = scalars.next()
            if quoteLine != nil {
                if scalar == "\"", next == "\"" {
                    field.append("\"")
                    next = scalars.next()
                } else if scalar == "\"" {
                    quoteLine = nil
                } else {
                    if scalar == "\n" || (scalar == "\r" && next != "\n") { line += 1 }
                    field.append(scalar)
                }
                continue
            }
            switch scalar {
            case "\"" where field.isEmpty: quoteLine = line
            case separator:
                fields.append(String(field))
                field = String.UnicodeScalarView()
            case "\r", "\n":
                if scalar == "\r", next == "\n" { next = scalars.next() }
                fields.append(String(field))
                rows.append(Row(fields: fields, line: start))
                fields = []
                field = String.UnicodeScalarView()
                line += 1
                start = line
            default: field.append(scalar)
            }
        }
        unclosedQuote = quoteLine
        if !fields.isEmpty || !field.isEmpty || quoteLine != nil {
            fields.append(String(field))
            rows.append(Row(fields: fields, line: start))
        }
    }

    private static func separator(of text: String) -> Unicode.Scalar {
        let line = text.unicodeScalars.prefix { $0 != "\n" && $0 != "\r" }
        let counts: [(Unicode.Scalar, Int)] = ["\t", ",", ";"].map { mark in (mark, line.count { $0 == mark }) }
        return counts.max { $0.1 < $1.1 }.flatMap { $0.1 > 0 ? $0.0 : nil } ?? ","
    }
}
