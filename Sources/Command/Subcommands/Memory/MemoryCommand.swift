internal import ArgumentParser
internal import FoundationEssentials
internal import Text
internal import Workflows

/// `caravan memory`: translation memories.
struct MemoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "memory",
        abstract: "Translation memories: look up, search, import, export, align books, count leverage.",
        discussion: """
            A memory is a folder NAME.memory that `import` makes and projects share. Wherever one is named, a file with
            translations will do as well: TMX, XLIFF, PO, a table, JSON lines, or a project. docs/memory.md says more.

            Examples:
              caravan memory import old.tmx --into shared.memory
              caravan memory lookup --memory shared.memory 他拔出了剑。
              caravan memory search 灵根 --memory shared.memory
            """,
        subcommands: [
            MemoryLookupCommand.self, MemorySearchCommand.self, MemoryImportCommand.self, MemoryExportCommand.self,
            MemoryAlignCommand.self, MemoryStatsCommand.self, MemoryConflictsCommand.self, MemoryInfoCommand.self,
        ]
    )
}

/// Which memories are asked.
struct MemoriesOption: ParsableArguments {
    @Option(
        name: .customLong("memory"),
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Memories: .memory folders, TMX, tables, XLIFF, PO and other files with translations, projects. Repeat it.",
            valueName: "file"
        ),
        completion: .file()
    )
    var paths: [String] = []

    /// `--memory a.tmx TEXT…`: a list of values has taken what was meant for the command itself. What is no file behind the
    /// first one is a text; when all are files and there is no text, the last one is.
    mutating func yield(to words: inout [String]) {
        if let first = paths.dropFirst().firstIndex(where: { !FileManager.default.fileExists(atPath: $0) }) {
            words = Array(paths[first...]) + words
            paths.removeSubrange(first...)
        } else if words.isEmpty, paths.count > 1, let last = paths.popLast() {
            words = [last]
        }
    }

    /// Opens them and tells what is wrong with them.
    func open(_ reading: Reading, _ console: Console) throws -> [SharedMemory] {
        guard !paths.isEmpty else {
            throw ValidationError("Which memory? Say --memory with a .memory folder, a TMX file, a table or a project.")
        }
        return try paths.map { path in
            let memory = try SharedMemory(path, reading: reading)
            for finding in memory.findings { console.complain(finding) }
            return memory
        }
    }
}

extension Console {
    /// Tells a finding on standard error, with `--json` too: standard output has results only.
    func complain(_ finding: Finding) {
        guard mode == .json else { return show(.finding(finding)) }
        let line = finding.place.line.map { ":\($0)" } ?? ""
        Stream.error.write(Self.clean("\(finding.place.file ?? "")\(line): \(finding.message)") + "\n")
    }
}
