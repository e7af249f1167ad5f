internal import Text

/// A folder that a game engine loads: which of its files hold text, and which are only carried along.
enum GameFolder: Equatable {
    /// RPG Maker MV or MZ; the folder that holds `data`, empty or `www`.
    case rpgMaker(root: String)
    /// A Ren'Py project or its `game` folder. Where it has translation files for a target, `translations` are the folders of these:
    /// players then have the old script, by whose texts the files know their places.
    case renPy(root: String, translations: [String])
    /// A mod of a Paradox game, whose scripts are text files, too.
    case paradox

    /// Nil for a folder of other things: chapters, tables, string files.
    /// - Parameter contents: the files of the folder, as paths from it.
    init?(_ contents: [String], targets: [LanguageTag]) {
        for root in ["", "www/"] where contents.contains("\(root)data/System.json") {
            self = .rpgMaker(root: root)
            return
        }
        for root in ["game/", ""] where contents.contains(where: { $0.hasPrefix(root) && $0.hasSuffix(".rpy") }) {
            let translations = targets.flatMap(Self.renPyNames).map { "\(root)tl/\($0)/" }
                .filter { folder in contents.contains { $0.hasPrefix(folder) } }
            self = .renPy(root: root, translations: translations)
            return
        }
        guard contents.contains(where: Self.isLocalisation) else { return nil }
        self = .paradox
    }

    /// Whether a file, by its path from the folder, may hold text that players read.
    func takes(_ path: String) -> Bool {
        switch self {
        case .rpgMaker(let root):
            guard path.hasPrefix("\(root)data/"), path.hasSuffix(".json") else { return false }
            return !path.dropFirst("\(root)data/".count).contains("/")
        case .renPy(let root, let translations):
            guard path.hasPrefix(root), path.hasSuffix(".rpy") || path.hasSuffix(".rpym") else { return false }
            return translations.isEmpty || translations.contains { path.hasPrefix($0) }
        case .paradox: return Self.isLocalisation(path)
        }
    }

    /// Names that Ren'Py projects give to a language: `english`, `en`, `pt_BR`.
    private static func renPyNames(_ locale: LanguageTag) -> [String] {
        let name = locale.englishName.lowercased().prefix { $0 != " " && $0 != "(" }
        let tag = locale.description
        var underscored = ""
        for character in tag { underscored.append(character == "-" ? "_" : character) }
        return Array(Set([String(name), locale.language, tag, underscored])).sorted()
    }

    private static func isLocalisation(_ path: String) -> Bool {
        let parts = path.lowercased().split(separator: "/")
        guard let name = parts.last, name.hasSuffix(".yml"), name.hasPrefix("l_") || name.contains("_l_") else {
            return false
        }
        return parts.dropLast().contains { $0 == "localisation" || $0 == "localization" }
    }
}
