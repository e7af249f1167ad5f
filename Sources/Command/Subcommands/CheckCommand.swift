internal import ArgumentParser
internal import Formats
internal import Foundation
internal import Text
internal import Workflows

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Look for what is wrong in translations: codes, numbers, names, marks, lines that slipped.",
        discussion: """
            Checks a project, files that hold source and target side by side, two files, two folders, or a table of pairs.
            Exits 1 when there is a finding as grave as --fail-on says, else 0. `caravan check --list` names every check.

            Examples:
              caravan check --project Examples/novel
              caravan check messages.po --to ru --fix
              caravan check --source zh.json --target en.json --to en --sarif findings.sarif
              caravan check --pairs pairs.tsv --from zh-Hans --to en --json
              caravan check --project novel --acknowledge "her name is shown in Chinese" --by Ann --code han-left --unit c3/1f
            """
    )

    @Argument(help: "Projects, or files with source and target side by side.", completion: .file())
    var files: [String] = []
    @Flag(name: .long, help: "Check every document of the project in the working folder, or of --project.")
    var all = false
    @OptionGroup var project: ProjectOption
    @Option(
        name: .customLong("source"),
        help: ArgumentHelp("Source file or folder of a translation.", valueName: "path"),
        completion: .file()
    )
    var sourcePath: String?
    @Option(
        name: .customLong("target"),
        help: ArgumentHelp("The translation of --source.", valueName: "path"),
        completion: .file()
    )
    var targetPath: String?
    @Option(
        name: .long,
        help: ArgumentHelp("Table with tabs: columns source, target, perhaps id.", valueName: "file"),
        completion: .file()
    )
    var pairs: String?
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var choice: CheckChoiceOptions
    @OptionGroup var accepting: AcknowledgeOptions
    @OptionGroup var output: CheckOutputOptions

    func validate() throws {
        guard (sourcePath == nil) == (targetPath == nil) else {
            throw ValidationError("--source and --target go together.")
        }
        if (pairs != nil || sourcePath != nil), reading.targets.count != 1, !output.list {
            throw ValidationError("Which language is it translated into? Say --to en.")
        }
        if [pairs != nil, sourcePath != nil, !files.isEmpty].count(where: { $0 }) > 1 {
            throw ValidationError("Take one of --pairs, --source with --target, and files.")
        }
        if accepting.why != nil, accepting.choice(choice.only).isEmpty {
            throw ValidationError("What is acknowledged? Say --code, --unit, --in or --term.")
        }
        if let why = accepting.why, why.allSatisfy(\.isWhitespace) {
            throw ValidationError("Why is it acknowledged? Say it behind --acknowledge, for whoever comes after you.")
        }
        if accepting.why != nil, accepting.by?.allSatisfy(\.isWhitespace) ?? true {
            throw ValidationError("Who acknowledges? Say --by NAME.")
        }
    }

    func run() throws {
        if output.list { return CheckListing(json: output.json, markdown: output.markdown).show() }
        let console = Console(json: output.json)
        let inputs = try inputs()
        let file = try acknowledgementFile(inputs.projects)
        var accepted = try file.map { try Acknowledgements(file: $0) } ?? Acknowledgements()
        var options = try choice.options()
        // Of several projects each has its own decisions; then only what is said here counts.
        if let project = inputs.projects.first, inputs.projects.count == 1 { try options.take(project) }
        options.silenced = accepted.fingerprints
        if let baseline = accepting.baseline { options.silenced.formUnion(try Baseline.read(baseline)) }
        options.estimates = output.quality != nil
        var run = CheckRun(options)
        for input in inputs.all { try run.check(input) }
        var result = run.finish()
        if let why = accepting.why {
            guard let file else {
                throw ValidationError("Where are acknowledgements kept? Say --acknowledged FILE, or name a project.")
            }
            let chosen = accepting.choice(choice.only)
            let count = accepted.add(
                result.findings,
                choice: chosen,
                by: accepting.by ?? "",
                why: why,
                at: Console.clock()
            )
            guard count > 0 else { throw WorkflowError(.wrongUse, "No finding is like that; nothing is acknowledged.") }
            try accepted.write(to: file)
            result.findings.removeAll { accepted.fingerprints.contains($0.fingerprint) }
            result.silenced += count
            console.say("Acknowledged \(count) finding(s) in \(file).")
        }
        if let file = accepting.writeBaseline { try Baseline.write(result.findings, to: file) }
        try CheckReport(result, options: output, console: console).show()
        if let least = choice.failOn.severity, result.findings.contains(where: { $0.severity >= least }) {
            throw ExitCode(Program.incomplete)
        }
    }

    private func inputs() throws -> (all: [any CheckInput], projects: [Project]) {
        if let pairs, let target = reading.targets.first {
            let source = reading.source ?? .simplifiedChinese
            let table = TableInput(
                pairs,
                source: source,
                target: target,
                patterns: reading.pattern,
                encoding: try reading.reading().options.encoding
            )
            return ([table], [])
        }
        let how = try reading.reading()
        if let sourcePath, let targetPath, let target = reading.targets.first {
            let input = try ParallelInput(
                source: sourcePath,
                target: targetPath,
                reading: how,
                sourceLocale: reading.source,
                targetLocale: target
            )
            return ([input], [])
        }
        var all: [any CheckInput] = []
        var projects: [Project] = []
        var loose: [String] = []
        for file in files {
            if let project = try? Project.open(file) { projects.append(project) } else { loose.append(file) }
        }
        if files.isEmpty || project.project != nil { projects.append(try project.open()) }
        for project in projects {
            let locales = reading.targets.isEmpty ? project.knownTargets : reading.targets
            guard !locales.isEmpty else { throw ValidationError("Which language? Say --to en.") }
            let base = try Termbase(project)
            for locale in locales {
                let terms = base.terms(locale: locale)
                all.append(ProjectInput(project, target: locale, terms: terms, now: Console.clock()))
            }
        }
        if !loose.isEmpty {
            let paths = try FormatCheck.files(loose)
            all.append(BilingualInput(paths, reading: how, source: reading.source, targets: reading.targets))
        }
        return (all, projects)
    }

    /// The list of acknowledgements: as named, else the project's.
    private func acknowledgementFile(_ projects: [Project]) throws -> String? {
        if let file = accepting.acknowledged { return file }
        return projects.first.map { $0.shown(Acknowledgements.fileName) }
    }
}
