internal import ArgumentParser
internal import Storage
internal import Text
internal import Workflows

struct UpdateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Take a new version of files into a project, and translate only what must be.",
        discussion: """
            Says of each file what is unchanged, moved, changed, new and gone, takes the files in, and translates what has no
            translation: the same text elsewhere is taken from the memory, a changed one is offered with its old translation.
            Files that are replaced are kept under replaced/ in the project's folder. A folder is the whole new version:
            files that are not in it are gone; single files leave the others as they are.

            Examples:
              caravan update --project Examples/novel.caravan new/003.txt new/004.txt
              caravan update --project game.caravan strings-1.2/ --dry-run
              caravan update Examples/novel        # after the files were changed in place
            """
    )

    @Argument(help: "New files, or one folder with the whole new version.", completion: .file())
    var files: [String]
    @Option(
        name: .long,
        help: ArgumentHelp("The project; found from the files when they lie in its input.", valueName: "folder"),
        completion: .directory
    )
    var project: String?
    @OptionGroup var target: TargetOption
    @Flag(name: .long, help: "Only say what is new; change nothing.")
    var dryRun = false
    @Flag(name: .long, help: "Take the files in, and do not translate.")
    var noTranslate = false
    @Flag(name: .long, help: "List every unit that is not unchanged.")
    var units = false
    @OptionGroup var engines: EngineOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let console = Console(json: output.json)
        guard let first = files.first else { throw ValidationError("Name the new files, or their folder.") }
        let project = try self.project.map { try Project.open($0) } ?? Update.project(for: first)
        let update = try Update(project, paths: files)
        let plan = try update.plan()
        plan.findings.forEach { console.show(.finding($0)) }
        tell(plan, console)
        if dryRun { return }
        do {
            let lock = try project.lock()
            defer { withExtendedLifetime(lock) {} }
            try update.take(plan, now: Console.clock())
            try Import(project, now: Console.clock(), events: console.show).run()
        }
        let targets = try target.locales()
        let locales = targets.isEmpty ? project.knownTargets : targets
        guard !noTranslate, !locales.isEmpty else { return }
        var arguments = [project.folder] + locales.flatMap { ["--to", $0.description] }
        if let engine = engines.engine { arguments += ["--engine", engine] }
        if let fallback = engines.fallback { arguments += ["--fallback", fallback] }
        if let parallel = engines.parallel { arguments += ["--parallel", String(parallel)] }
        if output.json { arguments.append("--json") }
        let localize = try LocalizeCommand.parse(arguments)
        try await localize.run()
    }

    private func tell(_ plan: UpdatePlan, _ console: Console) {
        for file in plan.files where file.state != .same {
            console.emit(UpdateLine(file: file))
            console.print("\(file.name): \(file.state.rawValue); \(Self.words(file.counts))")
            guard units else { continue }
            for unit in file.units {
                let rate = unit.rate.map { " \($0) %" } ?? ""
                console.print("  \(unit.status.rawValue)\(rate)\t\(unit.source)")
                if let before = unit.before { console.print("    was\t\(before)") }
            }
        }
        console.emit(UpdateTotal(units: plan.counts))
        console.print("In all: \(Self.words(plan.counts)).")
    }

    private static func words(_ counts: UpdatePlan.Counts) -> String {
        [
            (counts.unchanged, "unchanged"), (counts.moved, "moved"), (counts.changed, "changed"), (counts.new, "new"),
            (counts.gone, "gone"),
        ].map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
}

/// A file of a new version as a JSON line.
struct UpdateLine: Encodable {
    var event = "file"
    var file: UpdatePlan.File

    init(file: UpdatePlan.File) { self.file = file }
}

struct UpdateTotal: Encodable {
    var event = "update"
    var units: UpdatePlan.Counts

    init(units: UpdatePlan.Counts) { self.units = units }
}
