package import Formats
internal import Storage
package import Text

/// How files are read: the format and the options for each, by the rules of the settings and what was said for this run.
package struct Reading: Sendable, Equatable {
    /// The first rule that matches a file decides.
    package var rules: [FormatRule]
    /// A format for every file, whatever the rules say; nil: by rule, else by name and content.
    package var format: String?
    package var options: ReadOptions

    package init(rules: [FormatRule] = [], format: String? = nil, options: ReadOptions = ReadOptions()) {
        self.rules = rules
        self.format = format
        self.options = options
    }

    /// A file read, with the format that read it.
    package struct Result: Sendable {
        package var document: Document
        package var format: any Format.Type
        package var options: ReadOptions
    }

    package func skips(_ file: String) -> Bool { rule(for: file)?.skips ?? false }

    /// Throws `.unknownFormat` when no format knows the file, and what the format throws.
    package func read(_ bytes: [UInt8], file: String) throws(FormatError) -> Result {
        let rule = rule(for: file)
        let format: any Format.Type
        if let name = self.format ?? rule?.format {
            guard let named = FormatCatalog.format(named: name) else {
                throw FormatError(.unknownFormat, "There is no format “\(name)”. `caravan formats` lists them.")
            }
            format = named
        } else if let found = FormatCatalog.format(for: FileSample(bytes, file: file)) {
            format = found
        } else {
            throw FormatError(
                .unknownFormat,
                "\(file): no format knows this file. `caravan formats` lists them; name one with --format."
            )
        }
        var options = options
        if let rule {
            options.encoding = rule.encoding ?? options.encoding
            options.columns = rule.columns ?? options.columns
            options.elements += rule.elements
            options.placeholders.formUnion(rule.placeholders)
            options.patterns += rule.patterns
        }
        return Result(document: try format.read(bytes, file: file, options: options), format: format, options: options)
    }

    private func rule(for file: String) -> FormatRule? { rules.first { $0.matches(file) } }
}

extension Project {
    /// The locales that the project is translated into: those of the settings and every other one that was asked for.
    package var knownTargets: [LanguageTag] {
        let asked = (try? store.value("targets")) ?? ""
        var targets = settings.targets
        for tag in asked.split(separator: " ").compactMap({ LanguageTag(String($0)) }) where !targets.contains(tag) {
            targets.append(tag)
        }
        return targets
    }

    /// Keeps in mind that a locale was asked for: files are read with its plural forms and its translations.
    package func remember(targets: [LanguageTag]) throws {
        let known = knownTargets
        let new = targets.filter { !known.contains($0) }
        guard !new.isEmpty else { return }
        let asked = (try store.value("targets")).map { [$0] } ?? []
        try store.setValue((asked + new.map(\.description)).joined(separator: " "), for: "targets")
    }

    /// How the settings want files to be read.
    var reading: Reading {
        Reading(
            rules: settings.formats,
            format: settings.format,
            options: ReadOptions(
                encoding: settings.inputEncoding.flatMap { TextEncoding(name: $0) },
                source: settings.source,
                targets: knownTargets,
                placeholders: settings.placeholders,
                patterns: settings.patterns
            )
        )
    }
}
