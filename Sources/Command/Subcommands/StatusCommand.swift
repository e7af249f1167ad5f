internal import ArgumentParser
internal import Storage
internal import Text
internal import Workflows

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say how far a project is, in each locale.",
        discussion: """
            Exits 0 when every unit of every locale is done, else 1.

            Examples:
              caravan status Examples/novel
              caravan status Examples/novel --to en --json
              caravan status Examples/novel --unit c1/3f2a9c81

            With --unit it shows what was done for one unit instead: its texts, the terms and the people that the
            engine was told of and why they were taken to be present, the requests, and what the checks say. The
            key of a unit stands beside each finding in report.html and report.json.
            """
    )

    @OptionGroup var input: InputArgument
    @OptionGroup var target: TargetOption
    @Flag(name: .long, help: "List every chapter.")
    var chapters = false
    @Option(name: .long, help: ArgumentHelp("Show all that is known of one unit.", valueName: "key"))
    var unit: String?
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = Console(json: output.json)
        let project = try Project.open(input.input)
        let targets = try target.locales()
        if let unit { return try show(unit: unit, of: project, in: targets, console) }
        var isComplete = true
        for locale in targets.isEmpty ? project.settings.targets : targets {
            let status = try Status(project, locale: locale)
            console.emit(status)
            show(status, console)
            isComplete = isComplete && status.pending == 0
        }
        if !isComplete { throw ExitCode(Program.incomplete) }
    }

    private func show(unit key: String, of project: Project, in targets: [LanguageTag], _ console: Console) throws {
        var isThere = false
        for locale in targets.isEmpty ? project.settings.targets : targets {
            for record in try project.store.records(unit: key, locale: locale) {
                isThere = true
                console.emit(record)
                UnitLines(record).lines.forEach { console.print($0) }
            }
        }
        guard isThere else {
            throw ValidationError("There is no unit “\(key)”. Its key stands beside each finding in report.html.")
        }
    }

    private func show(_ status: Status, _ console: Console) {
        let done = status.units - status.pending
        let percent = status.units > 0 ? done * 100 / status.units : 100
        console.print(
            "\(status.locale): \(done) of \(status.units) units (\(percent) %) in \(status.chapters.count) chapters"
        )
        var details = ["\(status.translated) translated", "\(status.reviewed) reviewed", "\(status.final) final"]
        if status.failed > 0 { details.append("\(status.failed) failed") }
        if status.errors + status.warnings > 0 {
            details.append("\(status.errors) errors, \(status.warnings) warnings")
        }
        console.print("  " + details.joined(separator: ", "))
        if let run = status.lastRun {
            console.print("  last run: \(run.engine), \(run.status.rawValue), \(Figures.line(run.actual))")
            if let message = run.message { console.print("  it said: \(message)") }
        }
        guard chapters else { return }
        for chapter in status.chapters {
            let mark = chapter.pending == 0 ? "done" : "\(chapter.units - chapter.pending)/\(chapter.units)"
            console.print("  \(mark)\t\(chapter.title)")
        }
    }
}
