internal import ArgumentParser
internal import Text
internal import Workflows

struct MemoryImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take files with translations into a memory that projects share.",
        discussion: """
            Reads TMX of any size, XLIFF, PO, tables (CSV, TSV, XLSX), JSON lines as `export` writes them, every other file
            that holds translations, projects and other memories. A unit that is broken is told with its line, and the
            rest is taken. What is there already is brought up to date, not doubled. Without --from and --to the file says
            what its locales are.

            Examples:
              caravan memory import old.tmx --into shared.memory
              caravan memory import strings.csv --from zh-Hans --to en --columns source=zh,en=English --into game.memory
            """
    )

    @Argument(help: "Files, projects or memories.", completion: .file())
    var files: [String]
    @Option(
        name: .customLong("into"),
        help: ArgumentHelp("The memory: a folder NAME.memory, made when it is not there.", valueName: "folder"),
        completion: .directory
    )
    var memory: String
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = Console(json: output.json)
        let result = try ImportMemory(try reading.reading()).run(files: files, into: memory, now: nil) { event in
            if console.mode != .json { console.show(event) }
        }
        console.emit(result)
        if !output.json { result.findings.forEach { console.show(.finding($0)) } }
        console.print(
            "\(result.memory): \(Figures.group(result.added)) added, \(Figures.group(result.updated)) updated, "
                + "\(Figures.group(result.unchanged)) as before, \(Figures.group(result.entries)) in all."
        )
        if result.skipped > 0 { console.say("\(Figures.group(result.skipped)) units had no translation to take.") }
        if result.findings.contains(where: { $0.severity == .error }) { throw ExitCode(Program.incomplete) }
    }
}

struct MemoryExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a memory to a file for other programs.",
        discussion: """
            The ending of the file says the format, or --as does:
              tmx        TMX 1.4b with codes, dates, persons and notes
              csv, tsv   a row for each entry
              jsonl      a JSON object for each entry, nothing lost
              xlf        XLIFF 1.2
            `-` writes to standard output. Files with translations and projects can be exported like memories.

            Examples:
              caravan memory export shared.memory --to shared.tmx
              caravan memory export shared.memory --to - --as jsonl --target en
            """
    )

    @Argument(help: "Memories, files or projects.", completion: .file())
    var memories: [String]
    @Option(
        name: .customLong("to"),
        help: ArgumentHelp("The file to write, or - for standard output.", valueName: "file"),
        completion: .file()
    )
    var file: String
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("The format, when the ending does not say it.", valueName: "name")
    )
    var format: ExportMemory.Target?
    @Option(name: .customLong("source"), help: ArgumentHelp("Only entries from this locale.", valueName: "locale"))
    var source: LanguageTag?
    @Option(name: .customLong("target"), help: ArgumentHelp("Only entries into this locale.", valueName: "locale"))
    var target: LanguageTag?
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = Console(json: output.json)
        guard let format = format ?? ExportMemory.Target(fileName: file) else {
            let names = ExportMemory.Target.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("Which format? Say --as with one of \(names).")
        }
        let reading = try ReadingOptions.plain(source: source, target: target)
        let result = try ExportMemory(memories, reading: reading).run(to: file, as: format)
        result.findings.forEach { console.complain($0) }
        guard file != "-" else { return }
        console.emit(result)
        console.print("\(file): \(Figures.group(result.entries)) entries as \(format.rawValue).")
    }
}

struct MemoryInfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info",
        abstract: "Say what memories hold: entries, locales, dates.",
        discussion: """
            Example:
              caravan memory info shared.memory old.tmx
            """
    )

    @Argument(help: "Memories, files or projects.", completion: .file())
    var memories: [String]
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = Console(json: output.json)
        for path in memories {
            let summary = try MemorySummary(path, reading: try reading.reading())
            console.emit(summary)
            let newest = summary.newest.map { ", the newest of \($0)" } ?? ""
            console.print(
                "\(path): \(Figures.group(summary.entries)) entries, \(Figures.group(summary.human)) by people\(newest), "
                    + "\(Figures.group((summary.bytes + 999_999) / 1_000_000)) MB"
            )
            for (pair, count) in summary.pairs.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
                console.print("  \(pair): \(Figures.group(count))")
            }
            if !output.json { summary.findings.forEach { console.show(.finding($0)) } }
        }
    }
}

extension ExportMemory.Target: ExpressibleByArgument {}
