internal import FoundationEssentials
internal import Text

/// Writes a corpus as a file.
package enum CorpusFile: String, Sendable, CaseIterable {
    /// TMX 1.4b (https://www.gala-global.org/tmx-14b).
    case tmx
    /// One JSON object a line: `zh`, `en` (the languages of the pair), `confidence`, `chapter`, `bead`.
    case jsonl
    case csv

    /// By the ending of a name; nil for another.
    package init?(fileName: String) {
        let ending = fileName.lowercased().split(separator: ".").last.map(String.init) ?? ""
        self.init(rawValue: ending == "ndjson" ? "jsonl" : ending)
    }

    package static func write(_ corpus: AlignedCorpus, to path: String) throws(WorkflowError) {
        guard let form = CorpusFile(fileName: path) else {
            throw WorkflowError(.wrongUse, "\(path): a corpus is written as .tmx, .jsonl or .csv.")
        }
        let text =
            switch form {
            case .tmx: tmx(corpus)
            case .jsonl: jsonl(corpus)
            case .csv: csv(corpus)
            }
        try Files.write(text, to: path)
    }

    static func tmx(_ corpus: AlignedCorpus) -> String {
        let (from, into) = (corpus.sourceLocale.description, corpus.targetLocale.description)
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE tmx SYSTEM "tmx14.dtd">
            <tmx version="1.4">
              <header creationtool="caravan" creationtoolversion="0.1.0" segtype="block" o-tmf="caravan" adminlang="en" \
            srclang="\(from)" datatype="plaintext"/>
              <body>

            """
        for pair in corpus.pairs {
            text += "    <tu>\n"
            text += "      <prop type=\"x-confidence\">\(AlignedCorpus.fixed(pair.confidence))</prop>\n"
            text += "      <prop type=\"x-chapter\">\(escaped(pair.chapterName))</prop>\n"
            text += "      <prop type=\"x-bead\">\(pair.bead)</prop>\n"
            text += "      <tuv xml:lang=\"\(from)\"><seg>\(escaped(pair.source))</seg></tuv>\n"
            text += "      <tuv xml:lang=\"\(into)\"><seg>\(escaped(pair.target))</seg></tuv>\n"
            text += "    </tu>\n"
        }
        return text + "  </body>\n</tmx>\n"
    }

    /// Characters that XML 1.0 has no place for become U+FFFD.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\t", "\n", "\r": escaped += " "
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    static func jsonl(_ corpus: AlignedCorpus) -> String {
        var (from, into) = (corpus.sourceLocale.language, corpus.targetLocale.language)
        if from == into { (from, into) = (corpus.sourceLocale.description, corpus.targetLocale.description) }
        if from == into { (from, into) = ("source", "target") }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        func quoted(_ text: String) -> String {
            (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
        }
        var text = ""
        for pair in corpus.pairs {
            text += "{\"\(from)\":\(quoted(pair.source)),\"\(into)\":\(quoted(pair.target))"
            text += ",\"confidence\":\(AlignedCorpus.fixed(pair.confidence)),\"chapter\":\(quoted(pair.chapterName))"
            text += ",\"bead\":\"\(pair.bead)\"}\n"
        }
        return text
    }

    static func csv(_ corpus: AlignedCorpus) -> String {
        func quoted(_ text: String) -> String {
            guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
                return text
            }
            return "\"\(text.replacing("\"", with: "\"\""))\""
        }
        var text = "\(corpus.sourceLocale),\(corpus.targetLocale),confidence,chapter,bead\n"
        for pair in corpus.pairs {
            let fields = [
                pair.source, pair.target, AlignedCorpus.fixed(pair.confidence), pair.chapterName, pair.bead,
            ]
            text += fields.map(quoted).joined(separator: ",") + "\n"
        }
        return text
    }
}
