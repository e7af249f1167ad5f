internal import Checks
internal import Formats
package import Text

/// A source file and its translation, or two folders of them, that Caravan need not have made.
package struct ParallelInput: CheckInput {
    private let source: String
    private let target: String
    private let reading: Reading
    private let sourceLocale: LanguageTag?
    private let targetLocale: LanguageTag

    /// Two files or two folders.
    package init(
        source: String,
        target: String,
        reading: Reading,
        sourceLocale: LanguageTag?,
        targetLocale: LanguageTag
    ) throws(WorkflowError) {
        for path in [source, target] where !Files.exists(path) {
            throw WorkflowError(.file, "\(path) is not there.")
        }
        guard Files.isFolder(source) == Files.isFolder(target) else {
            throw WorkflowError(.wrongUse, "--source and --target are two files or two folders.")
        }
        self.source = source
        self.target = target
        self.reading = reading
        self.sourceLocale = sourceLocale
        self.targetLocale = targetLocale
    }

    package func forEachDocument(_ body: (CheckedDocument) throws -> Void) throws {
        guard Files.isFolder(source) else {
            try body(try checked(source, target))
            return
        }
        let translated = try Files.below(target)
        for file in try Files.below(source) where FormatCatalog.knows(name: file) {
            let path = Files.join(source, file)
            if let name = partner(of: file, among: Set(translated)) {
                try body(try checked(path, Files.join(target, name)))
            } else {
                var document = CheckedDocument(file: path, source: .simplifiedChinese, target: targetLocale)
                let message = "\(path) has no translation in \(target)."
                document.findings = [Finding("file-missing", .error, message, at: .init(file: path))]
                try body(document)
            }
        }
    }

    /// The translation's name: the same, or with the target's locale in the place of the source's.
    private func partner(of file: String, among names: Set<String>) -> String? {
        if names.contains(file) { return file }
        let source = sourceLocale?.description ?? "zh"
        let tags = [source, "zh-Hans", "zh_Hans", "zh-CN", "zh_CN", "zh-Hant", "zh_TW", "zh-TW", "zh", "cn", "chs"]
        let target = targetLocale.description
        for tag in tags {
            for new in [target, target.replacing("-", with: "_"), targetLocale.language] {
                for (left, right) in [("/", "/"), ("/", "."), (".", "."), ("_", "."), ("-", "."), ("", ".")] {
                    let name = ("/" + file).replacing(left + tag + right, with: left + new + right).dropFirst()
                    if names.contains(String(name)) { return String(name) }
                }
            }
        }
        return nil
    }

    private func checked(_ sourceFile: String, _ targetFile: String) throws -> CheckedDocument {
        var first = reading
        first.options.source = sourceLocale
        first.options.targets = [targetLocale]
        let original = try first.read(try Files.read(sourceFile), file: sourceFile)
        let sourceLocale = try sourceLocale ?? BilingualInput.sourceLocale(of: original.document)
        var second = reading
        second.format = second.format ?? original.document.format
        second.options.source = targetLocale
        second.options.targets = []
        let translation = try second.read(try Files.read(targetFile), file: targetFile)
        var checked = CheckedDocument(file: targetFile, source: sourceLocale, target: targetLocale)
        checked.findings = original.document.findings + translation.document.findings
        // The key of a pair is the source's; what is written back goes by the target's own.
        var keys: [String: String] = [:]
        let isKeyed = original.format.carries.contains(.keys) && translation.format == original.format
        for (unit, other) in match(original.document, translation.document, isKeyed: isKeyed, &checked.findings) {
            keys[unit.key] = other?.key
            var pair = Pair(unit, target: other?.source ?? InlineText(""), source: sourceLocale, locale: targetLocale)
            // Times are those at which the translation is shown.
            if unit.kind == .cue, let other { pair.notes = other.notes }
            checked.pairs.append(pair)
        }
        let own = keys
        checked.save = { texts in
            var changed: [String: InlineText] = [:]
            for (key, mended) in texts {
                if let key = own[key] { changed[key] = mended.text }
            }
            let edition = Edition(source: targetLocale, target: targetLocale, texts: changed)
            try Files.write(try translation.format.write(translation.document, as: edition).bytes, to: targetFile)
        }
        return checked
    }

    /// Units that belong together: by key where files have keys, else by their places, chapter by chapter.
    private func match(
        _ source: Document,
        _ target: Document,
        isKeyed: Bool,
        _ findings: inout [Finding]
    ) -> [(Unit, Unit?)] {
        let byKey = Dictionary(target.units.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let known = source.units.count { byKey[$0.key] != nil }
        // Names that the file itself gives its strings hold for few of them, too: the others have no translation.
        if isKeyed, known > 0 || target.units.isEmpty {
            let strangers = Set(byKey.keys).subtracting(source.units.map(\.key)).sorted()
            if !strangers.isEmpty {
                let names = strangers.prefix(5).joined(separator: ", ") + (strangers.count > 5 ? " …" : "")
                let message = "\(strangers.count) string(s) are not in the source: \(names)."
                findings.append(Finding("unit-unknown", .warning, message, at: .init(file: target.file)))
            }
            return source.units.map { ($0, byKey[$0.key]) }
        }
        // Keys that are made of times or texts may be the same by chance: as many units then stand in the same order.
        if known * 10 >= source.units.count * 9 { return source.units.map { ($0, byKey[$0.key]) } }
        if source.units.count == target.units.count { return zip(source.units, target.units).map { ($0, $1) } }
        if known * 2 >= source.units.count { return source.units.map { ($0, byKey[$0.key]) } }
        guard source.chapters.count == target.chapters.count, source.chapters.count > 1 else {
            let message =
                "The source has \(source.units.count) units and the translation \(target.units.count); without keys they "
                + "cannot be held against each other."
            findings.append(Finding("unit-count", .error, message, at: .init(file: target.file)))
            return []
        }
        var pairs: [(Unit, Unit?)] = []
        for (left, right) in zip(source.chapters, target.chapters) {
            guard left.units.count == right.units.count else {
                let name = left.title ?? left.key
                let message =
                    "“\(name)” has \(left.units.count) units, its translation \(right.units.count); it is not compared."
                findings.append(Finding("unit-count", .error, message, at: .init(file: target.file)))
                continue
            }
            pairs += zip(source.units[left.units], target.units[right.units]).map { ($0, $1) }
        }
        return pairs
    }
}
