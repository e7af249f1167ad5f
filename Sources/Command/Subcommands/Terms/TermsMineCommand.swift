internal import ArgumentParser
internal import Engines
internal import Formats
internal import Foundation
internal import Text
internal import Workflows

struct TermsMineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mine",
        abstract: "Propose names and terms from the whole book.",
        discussion: """
            Counts what recurs like a name, with the reason and examples; an engine that can answer questions adds kind,
            gender and a translation. Proposals are not used in translation until they are approved: --add keeps them,
            `caravan terms list --status proposed` shows them, `caravan terms set FORM --approve` takes one.

            Examples:
              caravan terms mine --project Examples/novel
              caravan terms mine --add --limit 200 --engine none
              caravan terms mine --out proposals.csv --to en
            """
    )

    @OptionGroup var project: ProjectOption
    @OptionGroup var locale: LocaleOption
    @Flag(name: .long, help: "Keep the proposals in the project.")
    var add = false
    @Option(name: .long, help: ArgumentHelp("Proposals at most.", valueName: "n"))
    var limit = 100
    @Option(
        name: .long,
        help: ArgumentHelp("Also write them as a term list; its ending says the format.", valueName: "file"),
        completion: .file()
    )
    var out: String?
    @Option(name: .long, help: ArgumentHelp("The engine to ask; none for no engine.", valueName: "name"))
    var engine: String?
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit takes 1 or more.") }
        if let out, TermFormat(fileName: out) == nil {
            throw ValidationError("--out takes a file that ends in .csv, .tsv, .xlsx, .json, .tbx or .txt.")
        }
    }

    func run() async throws {
        let console = Console(json: output.json)
        let project = try project.open()
        // The book may never have been read, or be a newer one.
        let lock = try project.lock()
        defer { withExtendedLifetime(lock) {} }
        try Import(project, now: Console.clock(), events: console.show).run()
        let known = project.knownTargets
        let target = locale.locale ?? (known.count == 1 ? known.first : nil)
        var options = MineTerms.Options()
        options.known = try Termbase(project).entries().map(\.concept)
        options.limit = limit
        let mine = MineTerms(
            project,
            source: try project.sourceLocale(),
            target: target,
            engine: try chosenEngine(project, console),
            options: options,
            events: console.show
        )
        let terms = try await mine.proposals()
        for term in terms {
            console.emit(term)
            show(term, target, console)
        }
        if terms.isEmpty { console.say("Nothing recurs that is no known term.") }
        let concepts = terms.map(\.concept)
        if let out, let format = TermFormat(fileName: out) {
            let list = TermList(concepts: concepts)
            let file = TermListWriter.write(list, as: format, locale: format.isWhole ? nil : target)
            try ExportTerms.write(file.bytes, to: out)
            console.emit(EventLine(.wrote(path: out)))
            console.say("\(out): \(concepts.count) proposal(s).")
        }
        if add {
            let count = try ImportTerms(project, now: Console.clock()).add(proposals: concepts)
            console.say("\(count) proposal(s) kept; `caravan terms list --status proposed` shows them.")
        }
    }

    private func chosenEngine(_ project: Project, _ console: Console) throws -> (any Engine)? {
        guard engine != "none" else { return nil }
        let choice = try EngineChoice(
            project.settings,
            name: engine,
            environment: ProcessInfo.processInfo.environment
        )
        // The embedded engine completes texts; it has no answers to questions.
        guard choice.engine.name != "local" else { return nil }
        return try choice.engine.engine(progress: { console.show(.note($0)) })
    }

    private func show(_ term: TermProposal, _ target: LanguageTag?, _ console: Console) {
        let concept = term.concept
        let translation = target.flatMap { concept.targetForms(for: $0.description)?.preferred } ?? ""
        let forms = concept.forms.map(\.text).joined(separator: ", ")
        let gender = concept.genders.first.map { " \($0.gender.rawValue)" } ?? ""
        console.print(
            "\(term.rank)\t\(forms)\t\(translation)\t\(concept.kind.rawValue)\(gender)\t×\(term.count), from chapter \(term.firstChapter)"
        )
        console.print("\t\(term.reason)")
        for example in term.examples { console.print("\t\(example.chapter): \(example.sentence)") }
    }
}
