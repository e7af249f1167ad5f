internal import Formats
internal import FoundationEssentials
internal import Text

/// The files of an input folder that hold no text, carried to the edition, so that it can be used as the folder was: a game
/// that starts, a set of tables that is complete.
struct FolderCopy {
    let project: Project
    let place: EditionPlace

    /// Whether a folder is carried whole: a game, and any that holds something other than books and plain chapters.
    static func takes(_ folder: InputScan.Folder, formats: [String: String]) -> Bool {
        if GameFolder(folder.contents, targets: []) != nil { return true }
        let prefix = folder.name + "/"
        return formats.contains { path, format in
            path.hasPrefix(prefix) && FormatCatalog.format(named: format)?.family != .books
        }
    }

    /// Copies what is not in `written` and not there already; the paths of the copies.
    func copy(_ folder: InputScan.Folder, except written: Set<String>) throws(WorkflowError) -> [String] {
        var copies: [String] = []
        for file in folder.contents {
            let target = place.path(of: "\(folder.name)/\(file)", layout: .target)
            guard !written.contains(target) else { continue }
            try Files.copy(Files.join(folder.path, file), to: project.path(target))
            copies.append(target)
        }
        return copies
    }
}
