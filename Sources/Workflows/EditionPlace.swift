internal import Formats
internal import Text

/// Where the files of an edition go.
///
/// In the project, under the locale's name: `novel.caravan/en/novel/001.txt`. With an output folder, there: for an input that is a
/// folder that folder takes its place (`out/001.txt`), so that a game starts from it; with several inputs or locales they are
/// told apart by their names.
struct EditionPlace {
    /// Path of the folder, from the project's folder or absolute.
    let folder: String
    /// The part of names that is left out, with its slash.
    private let prefix: String

    init(_ project: Project, target: LanguageTag, output: String?) {
        guard let output else {
            folder = target.description
            prefix = ""
            return
        }
        folder = project.knownTargets.count > 1 ? "\(output)/\(target)" : output
        let inputs = project.settings.inputs
        let isFolder = inputs.count == 1 && Files.isFolder(Files.join(project.folder, inputs[0]))
        prefix = isFolder ? Files.name(of: inputs[0]) + "/" : ""
    }

    /// Path of a file of the edition, from the project's folder or absolute.
    func path(of name: String, layout: Edition.Layout) -> String {
        let isInFolder = !prefix.isEmpty && name.hasPrefix(prefix)
        let name = isInFolder ? String(name.dropFirst(prefix.count)) : name
        guard layout == .bilingual else { return "\(folder)/\(name)" }
        return isInFolder ? "\(folder)/bilingual/\(name)" : "\(folder)/\(Self.bilingual(name))"
    }

    /// `novel/001.txt` → `novel.bilingual/001.txt`; `book.txt` → `book.bilingual.txt`.
    static func bilingual(_ path: String) -> String {
        if let slash = path.firstIndex(of: "/") { return "\(path[..<slash]).bilingual\(path[slash...])" }
        guard let dot = path.lastIndex(of: ".") else { return "\(path).bilingual" }
        return "\(path[..<dot]).bilingual\(path[dot...])"
    }
}
