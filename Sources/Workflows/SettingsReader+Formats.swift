internal import Formats
internal import Text
internal import Yams

/// How files are read, as `caravan.yaml` says it.
extension SettingsReader {
    /// One entry of `formats:`.
    func rule(_ node: Node) throws(WorkflowError) -> FormatRule {
        var rule = FormatRule(files: "")
        for (name, value) in try entries(node, under: "formats") {
            switch name {
            case "files": rule.files = try text(value)
            case "format": rule.format = try format(value)
            case "skip": rule.skips = try flag(value)
            case "encoding": rule.encoding = try inputEncoding(value).flatMap { TextEncoding(name: $0) }
            case "columns": rule.columns = try columns(value)
            case "elements": rule.elements = try list(value).map { node throws(WorkflowError) in try text(node) }
            case "placeholders": rule.placeholders = try placeholders(value)
            case "patterns": rule.patterns = try patterns(value)
            default: throw unknown(name, value)
            }
        }
        guard !rule.files.isEmpty else { throw wrong(node, "a rule needs `files:`, such as `files: \"*.csv\"`") }
        return rule
    }

    /// The name of a format; nil for `auto`.
    func format(_ node: Node) throws(WorkflowError) -> String? {
        let name = try text(node)
        if name == "auto" { return nil }
        guard FormatCatalog.format(named: name) != nil else {
            throw wrong(node, "“\(name)” is no format; `caravan formats` lists them")
        }
        return name
    }

    func placeholders(_ node: Node) throws(WorkflowError) -> Set<PlaceholderSyntax> {
        var syntaxes: Set<PlaceholderSyntax> = []
        for node in try list(node) { syntaxes.insert(try choice(node, PlaceholderSyntax.self)) }
        return syntaxes
    }

    /// Regular expressions; one that cannot be read is an error here, where its line is known.
    func patterns(_ node: Node) throws(WorkflowError) -> [String] {
        try list(node).map { node throws(WorkflowError) in
            let pattern = try text(node)
            guard (try? Regex(pattern)) != nil else { throw wrong(node, "“\(pattern)” is no regular expression") }
            return pattern
        }
    }

    /// `columns: {key: id, source: zh, en: English, comment: note}`; other names are locales.
    private func columns(_ node: Node) throws(WorkflowError) -> ColumnMapping {
        var mapping = ColumnMapping(source: "")
        for (name, value) in try entries(node, under: "columns") {
            switch name {
            case "key": mapping.key = try text(value)
            case "source": mapping.source = try text(value)
            case "comment": mapping.comment = try text(value)
            case "speaker": mapping.speaker = try text(value)
            case "max_length": mapping.maxLength = try text(value)
            case "header": mapping.hasHeader = try flag(value)
            default:
                guard let tag = LanguageTag(name) else {
                    throw wrong(
                        value,
                        "“\(name)” is none of key, source, comment, speaker, max_length, header, and no locale"
                    )
                }
                mapping.targets[tag.description] = try text(value)
            }
        }
        guard !mapping.source.isEmpty else { throw wrong(node, "`columns:` needs `source:`") }
        return mapping
    }
}
