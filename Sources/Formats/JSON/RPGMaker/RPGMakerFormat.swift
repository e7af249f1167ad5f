import Text

/// The data files of RPG Maker MV and MZ: maps, common events, troops, the database and the system's terms.
package enum RPGMakerFormat: Format {
    package static let name = "rpgmaker"
    package static let summary = "RPG Maker MV and MZ data"
    package static let extensions = ["json"]
    package static let family = FormatFamily.games
    package static let carries: Set<FormatFeature> = [.codes, .keys, .contexts, .speakers]

    package static func recognize(_ sample: FileSample) -> Recognition {
        guard sample.ending == "json", let opens = JSONHead.opening(sample) else { return .no }
        return kind(of: sample, opens) == nil ? .no : .certain
    }

    /// What a file holds.
    enum Kind: Equatable {
        case map, commonEvents, troops, system
        /// Entries with texts in these members.
        case database([String])
        /// Names that only the editor shows, tiles and sounds.
        case silent
    }

    private static func kind(of sample: FileSample, _ opens: UInt8) -> Kind? {
        guard let head = JSONHead(sample) else { return nil }
        return kind(of: head.tree, name: sample.name)
    }

    /// Told by content, since files are renamed and split; by name where content is alike.
    static func kind(of tree: JSONTree, name: String) -> Kind? {
        guard let root = tree.root else { return nil }
        if tree.kind(root) == .object {
            if tree.member("displayName", of: root) != nil, tree.member("tilesetId", of: root) != nil { return .map }
            let isSystem = ["gameTitle", "terms", "currencyUnit", "armorTypes", "skillTypes", "advanced"]
                .count { tree.member($0, of: root) != nil }
            return isSystem >= 2 ? .system : nil
        }
        // Lists begin with an empty place, because ids begin with 1.
        var entries = tree.children(root).makeIterator()
        guard let first = entries.next(), tree.kind(first) == .scalar else { return nil }
        guard let entry = entries.next(), tree.kind(entry) == .object, tree.member("id", of: entry) != nil else {
            return ["Actors", "Items", "CommonEvents", "Troops"].contains { name == "\($0).json" } ? .silent : nil
        }
        let members = Set(tree.children(entry).map { tree.key($0) })
        // The list of a long first event ends behind the sample.
        if name == "CommonEvents.json", members.contains("list") { return .commonEvents }
        return kind(ofEntriesWith: members) ?? (members.contains("name") ? kind(ofListCalled: name, members) : nil)
    }

    /// Lists of a project whose plugins or tools left out the members that tell them.
    private static func kind(ofListCalled name: String, _ members: Set<String>) -> Kind? {
        switch name {
        case "Actors.json", "Armors.json", "Classes.json", "Enemies.json", "Items.json", "Skills.json", "States.json",
            "Weapons.json":
            return .database(texts.filter(members.contains))
        case "Animations.json", "MapInfos.json", "Tilesets.json": return .silent
        default: return nil
        }
    }

    private static let texts = [
        "name", "nickname", "profile", "description", "message1", "message2", "message3", "message4",
    ]

    private static func kind(ofEntriesWith members: Set<String>) -> Kind? {
        if members.isSuperset(of: ["list", "switchId", "trigger"]) { return .commonEvents }
        if members.isSuperset(of: ["members", "pages"]) { return .troops }
        if members.isSuperset(of: ["parentId", "scrollX", "order"]) { return .silent }
        if members.isSuperset(of: ["tilesetNames", "flags"]) { return .silent }
        if members.contains("frames") || members.contains("effectName") { return .silent }
        guard members.contains("name"), members.contains("note") else { return nil }
        let known = ["traits", "effects", "characterName", "learnings", "iconIndex", "battlerName", "stypeId"]
        return members.isDisjoint(with: known) ? nil : .database(texts.filter(members.contains))
    }

    package static func read(
        _ bytes: [UInt8],
        file: String,
        options: ReadOptions
    ) throws(FormatError) -> Document {
        let json = try JSONFile(bytes, file: file, options: options)
        let name = file.split(separator: "/").last.map(String.init) ?? file
        var reader = RPGMakerReader(json)
        switch kind(of: json.tree, name: name) {
        case .map?: reader.readMap()
        case .commonEvents?: reader.readCommonEvents()
        case .troops?: reader.readTroops()
        case .system?: reader.readSystem()
        case .database(let members)?: reader.readDatabase(members)
        case .silent?, nil: break
        }
        return json.document(format: self.name, reader.units, title: reader.title)
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        try JSONSkeleton.write(document, as: edition)
    }
}
