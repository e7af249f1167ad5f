internal import Formats
internal import FoundationEssentials
internal import Text

/// The files behind the inputs of a project: a file is itself, a folder is every file in it that a format knows.
struct InputScan {
    struct File: Hashable {
        /// Where to open it.
        var path: String
        /// Its name in the project: relative to the input, `novel/001.txt`.
        var name: String
    }

    var files: [File] = []
    /// The inputs that are folders.
    var folders: [Folder] = []
    var findings: [Finding] = []

    /// An input that is a folder.
    struct Folder: Hashable {
        /// Where it is.
        var path: String
        /// Its name in the project, and the first part of the names of its files.
        var name: String
        /// Every file in it that is not hidden, as paths from it.
        var contents: [String]
    }

    init(_ project: Project) throws(WorkflowError) {
        let inputs = project.settings.inputs
        let reading = project.reading
        let targets = project.knownTargets
        for input in inputs {
            let path = Files.join(project.folder, input)
            guard Files.exists(path) else {
                throw WorkflowError(.file, "\(path) is not there. Put it back, or change `input:` in caravan.yaml.")
            }
            let name = Files.name(of: path)
            if Files.isFolder(path) {
                try scan(path, name: name, reading, targets)
            } else {
                files.append(File(path: path, name: name))
            }
        }
        var seen: Set<String> = []
        for file in files where !seen.insert(file.name).inserted {
            throw WorkflowError(
                .wrongUse,
                "Two inputs have the name \(file.name). Put them into one folder, or rename one."
            )
        }
        if files.isEmpty {
            throw WorkflowError(
                .wrongUse,
                "No file that Caravan reads in \(inputs.joined(separator: ", ")). `caravan formats` lists what it reads."
            )
        }
    }

    /// Whether a file of this name is taken from a folder that is no game.
    static func mayRead(_ name: String) -> Bool { FormatCatalog.knows(name: name) }

    private mutating func scan(
        _ path: String,
        name: String,
        _ reading: Reading,
        _ targets: [LanguageTag]
    ) throws(WorkflowError) {
        let folder = Folder(path: path, name: name, contents: try Files.below(path))
        folders.append(folder)
        let game = GameFolder(folder.contents, targets: targets)
        for entry in folder.contents {
            let file = File(path: Files.join(path, entry), name: "\(name)/\(entry)")
            if reading.skips(file.name) { continue }
            if let game {
                if game.takes(entry) { files.append(file) }
            } else if FormatCatalog.knows(name: entry) {
                files.append(file)
            } else {
                findings.append(
                    Finding(
                        "file-skipped",
                        .note,
                        "No format for this file; it is left alone.",
                        at: .init(file: file.name)
                    )
                )
            }
        }
    }
}
