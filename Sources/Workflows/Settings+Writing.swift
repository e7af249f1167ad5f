internal import Text

extension Settings {
    /// The text of a new `caravan.yaml`, with a remark for each thing that a person may want to change. It is written
    /// once; afterwards the file belongs to the person.
    package func yaml() -> String {
        """
        # Settings of this Caravan project: meant to be edited, and to be kept in version control.
        # Paths are relative to this folder.

        \(films.isEmpty ? "" : "film: \(Self.list(films))\n")input: \(Self.list(inputs))
        source: \(source?.description ?? "auto")
        targets: \(Self.list(targets.map(\.description)))
        \(format.map { "format: \(Self.quote($0))" } ?? "# format: csv        # of every input, when it is not found out rightly")

        # How some files are read; the first rule whose `files` matches decides.
        # formats:
        #   - {files: "*.csv", columns: {key: ID, source: Chinese, en: English, comment: Note}}
        #   - {files: "config/*.xml", elements: ["Item@Name"], skip: false}
        # placeholders: [printf, braces, tags]
        # patterns: ['<<\\w+>>']              # regular expressions whose matches are placeholders

        # Term lists, the first that knows a term wins: CSV, TSV, JSON or XLSX with src, dst, info.
        terms: \(Self.list(terms))

        # `local` is the small embedded engine: free, offline, rough. A better one is a few lines:
        #
        # engine: deepseek
        # engines:
        #   deepseek:
        #     url: https://api.deepseek.com/v1
        #     model: deepseek-chat
        #     key_env: DEEPSEEK_API_KEY       # the name of the variable, never the key itself
        #     parallel: 16                    # requests open at once
        #     requests_per_minute: 300
        #     tokens_per_minute: 1000000
        #     batch: {units: 16, tokens: 1600}
        #     prices: {input: 0.30, cached_input: 0.006, output: 1.20, currency: USD}   # a million tokens
        engine: \(Self.quote(engine))

        # An engine for the units on which the first one fails.
        # fallback: local

        # Endpoints that speak and hear as OpenAI's do, for films; what is installed does it otherwise.
        # speech: {url: "https://api.openai.com/v1", model: gpt-4o-mini-tts, key_env: OPENAI_API_KEY, voices: [alloy, nova], parallel: 4}
        # transcription: {url: "https://api.openai.com/v1", model: whisper-1, key_env: OPENAI_API_KEY}

        # How the edition should sound, in a sentence or two for the engine.
        # style: Plain, lively American English. Keep honorifics.

        # What becomes of an answer with a doubtful number or length when nothing better came:
        # strict leaves the unit untranslated, flagged keeps the answer with its finding (default for local).
        # keep: strict

        # What is translated already is not translated again: reuse takes it, offer shows it to the engine and to you, off looks at
        # nothing. With minimum: human, only what a person wrote or approved is taken where the neighbours differ.
        # memory:
        #   use: reuse
        #   minimum: human
        #   threshold: 75
        #   paths: [{path: ../../series.memory, penalty: 1}, {path: client.tmx, penalty: 5, read_only: true}]

        # What `caravan check` asks of this project.
        # checks:
        #   honorifics: keep                  # 师兄: keep (Shixiong), translate (Senior Brother), drop
        #   measures: convert                 # 里, 丈, 斤: keep, convert
        #   allow: [龙]                       # may stay as it is in the source
        #   max_characters: 60
        #   font: ui.ttf                      # with font_size and max_pixels: does the text fit its box?

        # Encoding of text editions: that of the source, or utf-8.
        # encoding: utf-8

        """
    }

    static func list(_ items: [String]) -> String {
        "[" + items.map(quote).joined(separator: ", ") + "]"
    }

    /// A YAML double-quoted scalar (YAML 1.2 §7.3.1); plain where nothing in the text could be misread.
    static func quote(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
                || [0x2E, 0x2F, 0x5F, 0x2D].contains(byte)
        }
        if isPlain, let first = text.utf8.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A,
            !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
        {
            return text
        }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case let control where control.value < 0x20 || control.value == 0x7F:
                let digits = String(control.value, radix: 16)
                quoted += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
