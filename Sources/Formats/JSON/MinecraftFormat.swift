import Text

/// Language files of Minecraft, its mods and resource packs: `assets/MOD/lang/zh_cn.json`.
package enum MinecraftFormat: Format {
    package static let name = "minecraft"
    package static let summary = "Minecraft language file, JSON"
    package static let extensions = ["json"]
    package static let family = FormatFamily.games
    package static let carries: Set<FormatFeature> = [.codes, .keys]

    package static func recognize(_ sample: FileSample) -> Recognition {
        guard sample.ending == "json", let head = JSONHead(sample), head.isObject else { return .no }
        let children = head.children().filter { head.tree.kind($0) != .broken }
        guard !children.isEmpty, children.allSatisfy({ head.tree.kind($0) == .string }) else { return .no }
        let known = children.count { isKnown(head.tree.key($0)) }
        if known * 2 > children.count { return .certain }
        return "/\(sample.file)".contains("/lang/") && isLocale(sample.name) ? .likely : .no
    }

    /// `item.`, `block.` and the other first words of the game's own keys.
    private static func isKnown(_ key: String) -> Bool {
        guard let dot = key.firstIndex(of: ".") else { return false }
        return [
            "item", "block", "entity", "itemGroup", "tile", "enchantment", "effect", "advancements", "advancement",
            "biome", "container", "death", "gui", "subtitles", "fluid", "tooltip", "jei", "commands", "key",
        ].contains(String(key[..<dot])) && key.utf8.count(where: { $0 == 0x2E }) > 1 || key.hasPrefix("itemGroup.")
    }

    /// `zh_cn.json`
    static func isLocale(_ name: String) -> Bool {
        let name = Array(name.lowercased().utf8)
        return (name.count == 10 || name.count == 11) && name[name.count - 8] == 0x5F
    }

    package static func read(
        _ bytes: [UInt8],
        file: String,
        options: ReadOptions
    ) throws(FormatError) -> Document {
        try JSONStringsReader(format: name, syntaxes: [.printf, .section, .lineBreaks])
            .read(bytes, file: file, options: options)
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        try JSONSkeleton.write(document, as: edition)
    }
}
