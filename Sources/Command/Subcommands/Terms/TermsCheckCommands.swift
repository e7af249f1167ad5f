internal import ArgumentParser
internal import Text
internal import Workflows

struct TermsCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Hold the terms against the translations as they are now.",
        discussion: """
            Says for each term how often it is used and kept, and names each unit where it is missing, forbidden or nearly
            right. Exits 1 when there is such a unit.

            Examples:
              caravan terms check --project Examples/novel
              caravan terms check --to en --json
            """
    )

    @OptionGroup var project: ProjectOption
    @OptionGroup var target: TargetOption
    @Flag(name: .long, help: "Show every finding, not the first fifty.")
    var full = false
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = Console(json: output.json)
        let project = try project.open()
        let base = try Termbase(project)
        base.findings.forEach { console.show(.finding($0)) }
        let source = (try? project.sourceLocale()) ?? .simplifiedChinese
        let asked = try target.locales()
        let locales = asked.isEmpty ? project.knownTargets : asked
        guard !locales.isEmpty else { throw ValidationError("Which language? Say --to en.") }
        var isClean = true
        for locale in locales {
            let terms = base.terms(locale: locale)
            let result = try CheckTerms(project, terms: terms, source: source, target: locale).run()
            isClean = isClean && result.isClean
            console.emit(result)
            show(result, console)
        }
        if !isClean { throw ExitCode(Program.incomplete) }
    }

    private func show(_ result: CheckTerms.Result, _ console: Console) {
        let percent = result.uses > 0 ? result.kept * 100 / result.uses : 100
        console.print(
            "\(result.locale): \(result.kept) of \(result.uses) uses kept (\(percent) %) in \(result.units) units"
        )
        for (code, count) in result.counts.sorted(by: { $0.key < $1.key }) { console.print("  \(code): \(count)") }
        for term in result.terms where term.kept < term.uses {
            console.print("  \(term.source)\t\(term.target)\t\(term.kept) of \(term.uses)")
        }
        for finding in full ? result.findings[...] : result.findings.prefix(50) {
            console.print("\(finding.key)\t\(finding.code)\t\(finding.message)")
        }
        if !full, result.findings.count > 50 {
            console.print("… and \(result.findings.count - 50) more; --full shows them")
        }
    }
}

struct TermsConflictsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conflicts",
        abstract: "Show what contradicts itself among the terms.",
        discussion: """
            One source form with two targets, one target for two concepts, a form that two people share, a person of two
            genders, a form inside another without a link. Exits 1 when there is more than doubts.

            Example:
              caravan terms conflicts --project Examples/novel --json
            """
    )

    @OptionGroup var project: ProjectOption
    @OptionGroup var target: TargetOption
    @Option(
        name: .long,
        help: ArgumentHelp("A term list in place of the project's. Repeat it.", valueName: "file"),
        completion: .file()
    )
    var terms: [String] = []
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = Console(json: output.json)
        let base = try terms.isEmpty ? Termbase(project.open()) : Termbase(files: terms)
        base.findings.forEach { console.show(.finding($0)) }
        var search = TermConflicts(base, locales: try target.locales())
        let conflicts = search.run()
        for conflict in conflicts {
            console.emit(conflict)
            console.print("\(conflict.isDoubt ? "doubt" : "conflict")\t\(conflict.code.rawValue)\t\(conflict.message)")
        }
        let faults = conflicts.count { !$0.isDoubt }
        console.say("\(faults) conflict(s), \(conflicts.count - faults) doubt(s).")
        if faults > 0 { throw ExitCode(Program.incomplete) }
    }
}
