internal import FoundationEssentials
package import Storage
internal import Text

/// Takes new versions of files into a project: what they bring is told first, and what they replace is kept.
package struct Update: Sendable {
    private let project: Project
    private let input: String
    private let newFiles: [(name: String, path: String)]
    private let isWhole: Bool

    /// The folder of a project that keeps what was replaced.
    package static let replacedFolder = "replaced"

    /// The project that files belong to: the one of the path itself, or of a folder above it.
    package static func project(for file: String) throws -> Project {
        var path = URL(filePath: file).standardized.path
        while path.count > 1 {
            let folder = Project.folder(for: path)
            if Files.exists(Files.join(folder, Settings.fileName)) { return try Project.open(path) }
            path = Files.parent(of: path)
        }
        throw WorkflowError(
            .wrongUse,
            "No project has \(file) as its input. Say which one is meant: caravan update --project NAME.caravan \(file)"
        )
    }

    /// - Parameter paths: files, or one folder that is the whole new version.
    package init(_ project: Project, paths: [String]) throws {
        self.project = project
        guard project.settings.inputs.count == 1, let name = project.settings.inputs.first else {
            throw WorkflowError(
                .wrongUse,
                "The project has \(project.settings.inputs.count) inputs. Put the new files in their places yourself, and run "
                    + "`caravan localize`: it translates what is new."
            )
        }
        input = Files.join(project.folder, name)
        let root = Files.name(of: input)
        let isFolder = Files.isFolder(input)
        if paths.count == 1, let path = paths.first, Files.isFolder(path) {
            guard isFolder else {
                throw WorkflowError(.wrongUse, "The input of the project is a file, and \(path) is a folder.")
            }
            isWhole = true
            newFiles = try Files.below(path).filter { !project.reading.skips("\(root)/\($0)") && Self.isText($0) }.map {
                ("\(root)/\($0)", Files.join(path, $0))
            }
        } else {
            isWhole = false
            let known = try project.store.documents().map(\.path)
            newFiles = try paths.map { path in
                guard Files.exists(path), !Files.isFolder(path) else {
                    throw WorkflowError(
                        .file,
                        "\(path) is no file. Name files, or one folder with the whole new version."
                    )
                }
                if !isFolder {
                    guard paths.count == 1 else {
                        throw WorkflowError(
                            .wrongUse,
                            "The input of the project is one file; name one new version of it."
                        )
                    }
                    return (root, path)
                }
                let name = Files.name(of: path)
                let same = known.filter { Files.name(of: $0) == name }
                guard same.count < 2 else {
                    throw WorkflowError(
                        .wrongUse,
                        "\(name) may be \(same.joined(separator: " or ")). Give the whole new version as a folder."
                    )
                }
                return (same.first ?? "\(root)/\(name)", path)
            }
        }
        guard !newFiles.isEmpty else {
            throw WorkflowError(.wrongUse, "No file that Caravan reads in \(paths.joined(separator: ", ")).")
        }
    }

    private static func isText(_ name: String) -> Bool { InputScan.mayRead(name) }

    /// Nothing is changed.
    package func plan() throws -> UpdatePlan { try UpdatePlan(project, newFiles: newFiles, isWhole: isWhole) }

    /// Puts the new files in the places of the old ones and keeps those under `replaced/` in the project's folder. Nothing is
    /// taken when a file cannot be read.
    package func take(_ plan: UpdatePlan, now: Timestamp) throws {
        if let refused = plan.findings.first(where: { $0.severity == .error }) {
            throw WorkflowError(.file, "Nothing was taken: \(refused.message)")
        }
        let root = Files.name(of: input)
        let shelf = Files.join(project.path(Self.replacedFolder), String(Int(now)))
        for file in plan.files where file.state != .same {
            let inside = file.name == root ? "" : String(file.name.dropFirst(root.count + 1))
            let place = inside.isEmpty ? input : Files.join(input, inside)
            if let path = file.path, Files.isSame(path, place) { continue }
            if Files.exists(place) { try Files.write(try Files.read(place), to: Files.join(shelf, file.name)) }
            if let path = file.path {
                try Files.write(try Files.read(path), to: place)
            } else if Files.exists(place) {
                try Files.remove(place)
            }
        }
    }
}
