internal import ArgumentParser
internal import Engines
internal import FoundationEssentials
internal import Storage
internal import Text
internal import Workflows

struct LocalizeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "localize",
        abstract: "Translate a novel, a game or subtitles and write the edition, from where the last run ended.",
        discussion: """
            Reads a novel, a game or its strings, subtitles, or an exchange file (`caravan formats` lists all), or a folder of
            them, translates what is not yet translated, and leaves NAME.caravan/ beside it, with the edition in the same
            formats and a report under the locale's name. Everything is kept as it comes: stop it with Ctrl-C or kill it, and
            run the same command to go on.

            Examples:
              caravan localize Examples/novel --to en
              caravan localize book.epub --to en --to es-419 --terms names.csv --bilingual
              caravan localize book.txt --to en --estimate
              caravan localize MyGame --to en --out MyGame-en
              CARAVAN_ENGINE_URL=http://localhost:8080/v1 CARAVAN_ENGINE_MODEL=qwen3 caravan localize book.txt --to en
            """
    )

    @OptionGroup var input: InputArgument
    @OptionGroup var target: TargetOption
    @Option(
        name: .customLong("from"),
        help: ArgumentHelp("Source locale; found out when not given.", valueName: "locale")
    )
    var source: LanguageTag?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A term list (CSV, TSV, JSON, XLSX, TXT). Repeat it; the first list wins.",
            valueName: "file"
        ),
        completion: .file()
    )
    var terms: [String] = []
    @OptionGroup var engines: EngineOptions
    @Flag(name: .long, help: "Also write editions with the source beside the target.")
    var bilingual = false
    @Flag(name: .long, help: "Only say what it would cost: units, tokens, requests, time and money.")
    var estimate = false
    @Flag(
        inversion: .prefixedNo,
        help: "Keep answers with a doubtful number or length, with their finding, when nothing better came."
    )
    var keepFlagged: Bool?
    @Option(
        name: .long,
        help: ArgumentHelp("The format of the input, when it is not found out rightly.", valueName: "name")
    )
    var format: String?
    @OptionGroup var place: PlaceOption
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let console = Console(json: output.json)
        let targets = try target.locales()
        let project = try Project.create(
            for: input.input,
            targets: targets,
            terms: terms,
            source: source,
            format: format
        )
        try project.remember(targets: targets)
        let lock = try project.lock()
        defer { withExtendedLifetime(lock) {} }
        let known = Set(project.settings.terms.map { $0.split(separator: "/").last })
        if !terms.allSatisfy({ known.contains($0.split(separator: "/").last) }) {
            console.say(
                "These term lists count for this run only; name them under `terms:` in \(project.folder)/caravan.yaml."
            )
        }
        let setup = try RunSetup(
            project: project,
            terms: terms,
            engines: engines,
            keepFlagged: keepFlagged,
            console: console
        )
        let locales = targets.isEmpty ? project.settings.targets : targets
        guard !locales.isEmpty else {
            throw ValidationError(
                "Into which language? Say --to en, or name `targets:` in \(project.folder)/caravan.yaml."
            )
        }
        let refused = try Import(project, now: Console.clock(), events: console.show).run().refused
        var isComplete = refused.isEmpty
        for locale in locales {
            let source = try self.source ?? project.sourceLocale()
            guard source != locale else {
                throw ValidationError(
                    "The source is \(source) already. Name another locale with --to, or the source with --from."
                )
            }
            let work = try setup.localize(source: source, target: locale, console: console)
            try tellStaleTerms(setup, locale, console)
            if estimate {
                let cost = try Estimate(work).cost()
                console.emit(EventLine(.estimate(cost)))
                console.print("\(locale): \(Figures.line(cost)).")
                continue
            }
            isComplete = try await localize(work, setup, source, locale, console) && isComplete
        }
        if !refused.isEmpty { console.say("\(refused.count) file(s) could not be read and are not in the edition.") }
        if !isComplete { throw ExitCode(Program.incomplete) }
    }

    /// Translates one locale and writes its edition; false when units are left.
    private func localize(
        _ work: Localize,
        _ setup: RunSetup,
        _ source: LanguageTag,
        _ locale: LanguageTag,
        _ console: Console
    ) async throws -> Bool {
        let project = setup.project
        let export = Export(
            project,
            source: source,
            target: locale,
            options: .init(bilingual: bilingual, output: place.path),
            now: Console.clock(),
            events: console.show
        )
        do {
            let summary = try await Interrupt.cancelling {
                console.say("Stopping: requests that are under way are given up …")
            } _: {
                try await work.run()
            }
            let files = try export.run()
            let left = try project.store.progress(locale: locale).reduce(0) { $0 + $1.pending }
            if summary.total == 0 { console.say("Nothing to translate: every unit into \(locale) is done.") }
            if left > 0 {
                console.say(
                    "\(left) unit(s) are left untranslated; \(project.folder)/\(locale)/report.html says why. Run the same "
                        + "command to try them again."
                )
            }
            let names = try project.names(locale)
            if let names { console.say("\(locale): \(names.sentence).") }
            console.emit(FinishedLine(locale: locale, summary: summary, left: left, names: names, files: files))
            for file in Self.shown(files) { console.print(project.shown(file)) }
            return left == 0
        } catch let error as CancellationError {
            let words = "Stopped. Everything translated so far is kept; run the same command to go on."
            console.say(words)
            console.emit(StoppedLine(message: words))
            throw error
        }
    }

    /// Says which translations were made with other terms: they stay until somebody decides.
    private func tellStaleTerms(_ setup: RunSetup, _ locale: LanguageTag, _ console: Console) throws {
        let terms = setup.terms.terms(locale: locale)
        let stale = try StaleTerms(setup.project, terms: terms, locale: locale)
        guard stale.units > 0 else { return }
        let forms = stale.forms.prefix(5).joined(separator: ", ") + (stale.forms.count > 5 ? " …" : "")
        console.show(
            .note(
                "\(stale.forms.count) term(s) changed after \(stale.units) unit(s) were translated: \(forms). They stay as they "
                    + "are: `caravan terms check` lists them, `caravan terms set \(stale.forms.first ?? "") --redo-missing` has "
                    + "them asked again, and with a new target and --was changes them."
            )
        )
    }

    /// The files to name: all of a few, else the folder for those of a long book.
    private static func shown(_ files: [String]) -> [String] {
        guard files.count > 12 else { return files }
        var shown: [String] = []
        for file in files {
            let parts = file.split(separator: "/")
            let name = parts.count > 2 ? parts.dropLast().joined(separator: "/") + "/" : file
            if !shown.contains(name) { shown.append(name) }
        }
        return shown
    }
}

/// The last JSON line of a run that was stopped.
struct StoppedLine: Encodable {
    var event = "stopped"
    var message: String

    init(message: String) { self.message = message }
}

/// The last JSON line of a locale.
struct FinishedLine: Encodable {
    var event = "finished"
    var locale: LanguageTag
    var summary: Localize.Summary
    /// Units that are still `initial`.
    var left: Int
    /// How the terms fared; absent when none occurs.
    var names: Report.NameCount?
    var files: [String]

    init(locale: LanguageTag, summary: Localize.Summary, left: Int, names: Report.NameCount?, files: [String]) {
        self.names = names
        self.locale = locale
        self.summary = summary
        self.left = left
        self.files = files
    }
}
