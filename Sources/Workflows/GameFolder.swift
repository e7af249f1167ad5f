/// A folder that a game engine loads: which of its files hold text, and which are only carried along.
enum GameFolder: Equatable {
    /// RPG Maker MV or MZ; the folder that holds `data`, empty or `www`.
    case rpgMaker(root: String)
    /// A Ren'Py project or its `game` folder.
    case renPy(root: String)

    /// Nil for a folder of other things: chapters, tables, string files.
    init?(_ folder: String) {
        for root in ["", "www/"] where Files.exists(Files.join(folder, "\(root)data/System.json")) {
            self = .rpgMaker(root: root)
            return
        }
        for root in ["game/", ""] {
            let scripts = try? Files.below(root.isEmpty ? folder : Files.join(folder, root))
            if scripts?.contains(where: { $0.hasSuffix(".rpy") }) == true {
                self = .renPy(root: root)
                return
            }
        }
        return nil
    }

    /// Whether a file, by its path from the folder, may hold text that players read.
    func takes(_ path: String) -> Bool {
        switch self {
        case .rpgMaker(let root):
            guard path.hasPrefix("\(root)data/"), path.hasSuffix(".json") else { return false }
            return !path.dropFirst("\(root)data/".count).contains("/")
        case .renPy(let root): return path.hasPrefix(root) && (path.hasSuffix(".rpy") || path.hasSuffix(".rpym"))
        }
    }
}
