package import Text

/// Localisation of Paradox's games: `l_simp_chinese:` and ` KEY:0 "text"` lines, which look like YAML and are not.
package enum ParadoxFormat: Format {
    package static let name = "paradox"
    package static let summary = "Paradox localisation .yml"
    package static let extensions = ["yml"]
    package static let family = FormatFamily.games
    package static let carries: Set<FormatFeature> = [.codes, .keys, .comments]

    package static func recognize(_ sample: FileSample) -> Recognition {
        guard sample.ending == "yml" || sample.ending == "yaml" else { return .no }
        var next = 0
        while next < sample.head.count {
            let line = ByteLine(sample.head, from: next)
            next = line.next
            let content = sample.head.trimmed(line.range)
            if content.isEmpty || sample.head[content.lowerBound] == 0x23 { continue }
            return ParadoxReader.language(sample.head, content) == nil ? .no : .certain
        }
        return .no
    }

    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) -> Document {
        var reader = ParadoxReader(bytes, file: file, options: options)
        return reader.document()
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        let skeleton = try skeleton(of: document, form: ParadoxForm.self)
        var patch = TextPatch(skeleton.decoded)
        let isTranslated = skeleton.holes.contains { edition.texts[$0.key] != nil }
        guard isTranslated else { return patch.write(file: document.file, encoding: edition.encoding) }
        var findings: [Finding] = []
        for hole in skeleton.holes {
            switch hole.form {
            case .header(let isSole):
                // Beside another language the header stays: two parts of one language would be read as one.
                guard isSole else { continue }
                let language = ParadoxLanguage.name(of: edition.target)
                patch.replace(hole.range, by: language ?? "english")
                if language == nil {
                    findings.append(
                        Finding(
                            "paradox-language",
                            .note,
                            "The games have no \(edition.target): the edition says l_english, in whose place players can load it.",
                            at: .init(file: document.file)
                        )
                    )
                }
            case .value(let escapesQuotes):
                guard let text = hole.text(in: edition) else { continue }
                patch.replace(hole.range, by: escape(text, escapesQuotes: escapesQuotes))
            }
        }
        var written = patch.write(file: document.file, encoding: edition.encoding)
        written.findings += findings
        return written
    }

    private static func escape(_ text: String, escapesQuotes: Bool) -> String {
        let line = text.replacing("\r\n", with: "\\n").replacing("\n", with: "\\n").replacing("\r", with: "\\n")
        return escapesQuotes ? line.replacing("\"", with: "\\\"") : line
    }
}

enum ParadoxForm: Sendable {
    /// The name of the language in `l_simp_chinese:`.
    case header(isSole: Bool)
    case value(escapesQuotes: Bool)
}

/// Names of the languages of Clausewitz and Jomini games.
enum ParadoxLanguage {
    static func name(of locale: LanguageTag) -> String? {
        switch locale.language {
        case "en": "english"
        case "fr": "french"
        case "de": "german"
        case "es": "spanish"
        case "pt": "braz_por"
        case "pl": "polish"
        case "ru": "russian"
        case "ja": "japanese"
        case "ko": "korean"
        case "tr": "turkish"
        case "it": "italian"
        case "zh": "simp_chinese"
        default: nil
        }
    }
}

extension ParadoxFormat {
    /// `localisation/simp_chinese/a_l_simp_chinese.yml` → `localisation/english/a_l_english.yml`: the games take a file for the
    /// language of its name, and warn when its header says another.
    package static func path(of file: String, in target: LanguageTag) -> String {
        let language = ParadoxLanguage.name(of: target) ?? "english"
        let parts = file.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        return parts.enumerated().map { place, part in
            if place < parts.count - 1 { return languages.contains(part) ? language : part }
            guard let own = languages.first(where: { part.lowercased().hasSuffix("l_\($0).yml") }) else { return part }
            return part.dropLast(own.count + 4) + language + ".yml"
        }.joined(separator: "/")
    }

    private static let languages: [String] = [
        "english", "braz_por", "french", "german", "polish", "russian", "spanish", "japanese", "simp_chinese", "korean",
        "turkish",
    ]
}
