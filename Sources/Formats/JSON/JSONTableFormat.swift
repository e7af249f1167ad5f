import Text

/// Tables of texts with a member for each language, as game tables are exported: `[{"key", "zh", "en"}]`.
package enum JSONTableFormat: Format {
    package static let name = "json-table"
    package static let summary = "JSON table with a member for each language"
    package static let extensions = ["json"]
    package static let family = FormatFamily.games
    package static let carries: Set<FormatFeature> = [.codes, .keys, .comments, .targets]

    package static func recognize(_ sample: FileSample) -> Recognition {
        guard sample.ending == "json", let head = JSONHead(sample) else { return .no }
        let records = head.children()
        guard !records.isEmpty, records.allSatisfy({ head.tree.kind($0) == .object }) else { return .no }
        let isTable = records.allSatisfy { record in
            let locales = head.tree.children(record).compactMap { JSONTableLocale.locale(head.tree.key($0)) }
            return locales.count > 1 && locales.contains { $0.language == "zh" }
        }
        return isTable ? .likely : .no
    }

    package static func read(
        _ bytes: [UInt8],
        file: String,
        options: ReadOptions
    ) throws(FormatError) -> Document {
        let json = try JSONFile(bytes, file: file, options: options)
        var units = JSONUnits(
            json,
            syntaxes: [.printf, .braces, .doubleBraces, .dollarBraces, .tags, .literalBreaks, .lineBreaks],
            texts: .letters
        )
        let tree = json.tree
        let targets = options.targets.isEmpty ? nil : options.targets
        let wanted = options.source ?? LanguageTag("zh")
        for (place, record) in tree.children(0).enumerated() where tree.kind(record) == .object {
            var members: [(locale: LanguageTag, node: Int)] = []
            for member in tree.children(record) {
                if let locale = JSONTableLocale.locale(tree.key(member)) { members.append((locale, member)) }
            }
            guard let source = members.first(where: { JSONTableLocale.fits($0.locale, wanted) }),
                let text = units.text(source.node), !TextShape.isResource(text)
            else { continue }
            members.removeAll { $0.node == source.node }
            // Without a target that is told, any language of the record may become one.
            let slots = (targets ?? members.map(\.locale)).map { target in
                let slot =
                    members.first { $0.locale == target } ?? members.first { JSONTableLocale.fits($0.locale, target) }
                return (target: target, node: slot?.node)
            }
            if slots.contains(where: { $0.node.map { tree.kind($0) == .broken } ?? false }) { continue }
            var existing: [String: Unit.Existing] = [:]
            for slot in slots {
                guard let text = tree.text(slot.node), !text.isEmpty else { continue }
                existing[slot.target.description] = .init(units.scanner.inline(text))
            }
            let key = name(of: record, tree) ?? (tree.nodes[record].keyStop > 0 ? tree.key(record) : "\(place)")
            let unit = units.add(text, key: key, notes: [Unit.Note.key: key], existing: existing)
            for slot in slots {
                var edit = tree.filling(slot.node, of: slot.target.description, behind: source.node, for: unit)
                edit.target = slot.target
                units.edit(edit)
            }
        }
        return json.document(format: name, units, language: options.source)
    }

    /// The id of a record.
    private static func name(of record: Int, _ tree: JSONTree) -> String? {
        for name in ["key", "Key", "id", "ID", "Id"] {
            guard let member = tree.member(name, of: record) else { continue }
            let text = tree.text(member) ?? (tree.kind(member) == .scalar ? tree.literal(member) : "")
            if !text.isEmpty { return text }
        }
        return nil
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        try JSONSkeleton.write(document, as: edition)
    }
}

/// What tables call their languages.
private enum JSONTableLocale {
    /// `zh`, `zh_CN`, `text_en`; nil for another word.
    static func locale(_ name: String) -> LanguageTag? {
        let name = name.lowercased()
        switch name {
        case "cn", "chs", "sc", "schinese", "chinese", "zh_chs", "chinesesimplified": return LanguageTag("zh-Hans")
        case "cht", "tc", "tchinese", "chinesetraditional": return LanguageTag("zh-Hant")
        case "english": return LanguageTag("en")
        case "japanese", "jp": return LanguageTag("ja")
        case "korean", "kr": return LanguageTag("ko")
        default: break
        }
        guard let tag = LanguageTag(name), tag.rest.isEmpty, languages.contains(tag.language) else { return nil }
        return tag
    }

    /// Whether a member for one locale serves another: `zh` for `zh-Hans`.
    static func fits(_ own: LanguageTag, _ wanted: LanguageTag?) -> Bool {
        guard let wanted, own.language == wanted.language else { return false }
        let scripts = Set([own.script ?? script(of: own), wanted.script ?? script(of: wanted)].compactMap(\.self))
        return scripts.count < 2
    }

    private static func script(of locale: LanguageTag) -> String? {
        guard locale.language == "zh" else { return nil }
        switch locale.region {
        case "TW", "HK", "MO": return "Hant"
        case "CN", "SG": return "Hans"
        default: return nil
        }
    }

    /// Those that games are translated into; `id` is more often an id.
    private static let languages: Set<String> = [
        "zh", "en", "ja", "ko", "ru", "fr", "de", "es", "pt", "it", "pl", "tr", "th", "vi", "ar", "uk", "nl", "cs",
        "hu",
    ]
}
