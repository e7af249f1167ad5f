internal import ArgumentParser
internal import Text
internal import Workflows

struct MemoryStatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Say what is translated already of new files, by band of match rate, before money is spent.",
        discussion: """
            Units, words and characters of each file and of all: 101 (same text, same place), 100, repetitions inside the files,
            95-99, 85-94, 75-84, 50-74, the rest, and what holds no word. A Han character counts as a word.

            Examples:
              caravan memory stats new-chapters/ --project Examples/novel.caravan --to en
              caravan memory stats strings.json --memory shared.memory old.tmx --to en --json
            """
    )

    @Argument(help: "Files, or folders of them.", completion: .file())
    var files: [String]
    @OptionGroup var memories: MemoriesOption
    @Option(
        name: .long,
        help: ArgumentHelp("A project, whose memories are asked, too.", valueName: "folder"),
        completion: .directory
    )
    var project: String?
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = Console(json: output.json)
        let project = try self.project.map { try Project.open($0) }
        guard project != nil || !memories.paths.isEmpty else {
            throw ValidationError("Against which memory? Say --memory FILE, or --project NAME.caravan.")
        }
        let known = project?.knownTargets ?? []
        guard let target = reading.targets.first ?? (known.count == 1 ? known.first : nil) else {
            throw ValidationError("Into which language? Say --to en.")
        }
        let leverage = try Leverage(
            of: files,
            reading: try reading.reading(),
            project: project,
            memories: memories.paths.isEmpty ? [] : try memories.open(try reading.reading(), console),
            source: try reading.source ?? project?.sourceLocale() ?? .simplifiedChinese,
            target: target
        )
        leverage.findings.forEach { console.complain($0) }
        for file in leverage.files {
            console.emit(file)
            if leverage.files.count > 1 { show(file.file, file.bands, console) }
        }
        console.emit(LeverageTotal(total: Leverage.lines(leverage.total)))
        show(leverage.files.count == 1 ? leverage.files[0].file : "In all", leverage.total, console)
        if leverage.findings.contains(where: { $0.severity == .error }) { throw ExitCode(Program.incomplete) }
    }

    private func show(_ name: String, _ bands: [Leverage.Band: Leverage.Count], _ console: Console) {
        let units = bands.values.reduce(0) { $0 + $1.units }
        let characters = bands.values.reduce(0) { $0 + $1.characters }
        console.print("\(name): \(units) units, \(characters) characters")
        for line in Leverage.lines(bands) where line.count.units > 0 {
            let share = characters > 0 ? line.count.characters * 100 / characters : 0
            console.print(
                "  \(line.band.rawValue)\t\(line.count.units) units\t\(line.count.words) words\t"
                    + "\(line.count.characters) characters\t\(share) %"
            )
        }
    }
}

/// The bands of all files as the last JSON line.
struct LeverageTotal: Encodable {
    var event = "total"
    var total: [Leverage.Line]

    init(total: [Leverage.Line]) { self.total = total }
}
