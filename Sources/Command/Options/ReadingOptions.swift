internal import ArgumentParser
internal import Formats
internal import Text
internal import Workflows

/// How files are read, for commands that need no project.
struct ReadingOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The format of every file; found out when not given.", valueName: "name"))
    var format: String?
    @Option(name: .long, help: ArgumentHelp("The encoding of text files: UTF-8, GB18030, Big5 …", valueName: "name"))
    var encoding: String?
    @Option(name: .customLong("from"), help: ArgumentHelp("Source locale.", valueName: "locale"))
    var source: LanguageTag?
    @Option(
        name: .customLong("to"),
        help: ArgumentHelp("Target locale: its plural forms and translations are read.", valueName: "locale")
    )
    var targets: [LanguageTag] = []
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Columns of a table: source=zh,key=id,en=English,comment=note.",
            valueName: "name=column"
        )
    )
    var columns: String?
    @Option(
        name: .long,
        help: ArgumentHelp("Element or attribute of generic XML that holds text. Repeat it.", valueName: "path")
    )
    var element: [String] = []
    @Option(
        name: .long,
        help: ArgumentHelp("A regular expression whose matches are placeholders. Repeat it.", valueName: "regex")
    )
    var pattern: [String] = []

    func reading() throws -> Reading {
        var options = ReadOptions(source: source, targets: targets, elements: element, patterns: pattern)
        if let encoding {
            guard let known = TextEncoding(name: encoding) else {
                let all = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("“\(encoding)” is none of \(all).")
            }
            options.encoding = known
        }
        if let format, FormatCatalog.format(named: format) == nil {
            throw ValidationError("There is no format “\(format)”. `caravan formats` lists them.")
        }
        for text in pattern where (try? Regex(text)) == nil {
            throw ValidationError("“\(text)” is no regular expression.")
        }
        options.columns = try columns.map(Self.mapping)
        return Reading(format: format, options: options)
    }

    /// Nothing said but the locales.
    static func plain(source: LanguageTag?, target: LanguageTag?) throws -> Reading {
        Reading(options: ReadOptions(source: source, targets: target.map { [$0] } ?? []))
    }

    private static func mapping(_ text: String) throws -> ColumnMapping {
        var mapping = ColumnMapping(source: "")
        for part in text.split(separator: ",") {
            let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
            guard sides.count == 2 else {
                throw ValidationError("--columns takes name=column pairs: source=zh,en=English.")
            }
            switch sides[0] {
            case "source": mapping.source = sides[1]
            case "key": mapping.key = sides[1]
            case "comment": mapping.comment = sides[1]
            case "speaker": mapping.speaker = sides[1]
            case "max_length": mapping.maxLength = sides[1]
            default:
                guard let tag = LanguageTag(sides[0]) else {
                    throw ValidationError(
                        "“\(sides[0])” is none of source, key, comment, speaker, max_length, and no locale."
                    )
                }
                mapping.targets[tag.description] = sides[1]
            }
        }
        guard !mapping.source.isEmpty else { throw ValidationError("--columns needs source=COLUMN.") }
        return mapping
    }
}
