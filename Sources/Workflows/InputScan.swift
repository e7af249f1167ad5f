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
    var findings: [Finding] = []

    init(inputs: [String], relativeTo folder: String) throws(WorkflowError) {
        for input in inputs {
            let path = Files.join(folder, input)
            guard Files.exists(path) else {
                throw WorkflowError(.file, "\(path) is not there. Put it back, or change `input:` in caravan.yaml.")
            }
            let name = Files.name(of: path)
            if Files.isFolder(path) { try scan(path, name: name) } else { files.append(File(path: path, name: name)) }
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
                "No file that Caravan reads in \(inputs.joined(separator: ", ")). It reads: \(FormatCatalog.extensions.joined(separator: ", "))."
            )
        }
    }

    private mutating func scan(_ folder: String, name: String) throws(WorkflowError) {
        let entries: [String]
        do {
            entries = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw WorkflowError(.file, "\(folder) cannot be read: \(error).", cause: error)
        }
        for entry in entries.sorted(by: NaturalOrder.precedes)
        where !entry.hasPrefix(".") && !entry.hasSuffix(".caravan") {
            let path = Files.join(folder, entry)
            if Files.isFolder(path) {
                try scan(path, name: "\(name)/\(entry)")
            } else if FormatCatalog.knows(name: entry) {
                files.append(File(path: path, name: "\(name)/\(entry)"))
            } else {
                findings.append(
                    Finding(
                        "file-skipped",
                        .note,
                        "No format for this file; it is left alone.",
                        at: .init(file: "\(name)/\(entry)")
                    )
                )
            }
        }
    }
}
