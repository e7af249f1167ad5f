internal import ArgumentParser
internal import Engines
internal import Glibc
internal import Storage
internal import Text
internal import Workflows

struct TermsAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a term; translations that are there already are not touched.",
        discussion: """
            A term that is there already is changed with `caravan terms set`, which shows what that does.

            Example:
              caravan terms add 林动 "Lin Dong" --kind person --gender male --alias 小林子 --project Examples/novel
            """
    )

    @Argument(help: "The source form.")
    var form: String
    @Argument(help: "The target form.")
    var target: String
    @OptionGroup var project: ProjectOption
    @OptionGroup var locale: LocaleOption
    @OptionGroup var options: TermOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = Console(json: output.json)
        let project = try project.open()
        let locale = try locale.locale(of: project)
        guard !form.allSatisfy(\.isWhitespace), !target.allSatisfy(\.isWhitespace) else {
            throw ValidationError("A term needs a source form and a target form.")
        }
        let base = try Termbase(project)
        if let known = base.entry(for: form), known.concept.status == .approved,
            let target = known.concept.targetForms(for: locale.description)?.preferred
        {
            throw WorkflowError(
                .wrongUse,
                "“\(form)” is there already: “\(target)” (\(known.decidedBy)). Change it with `caravan terms set`."
            )
        }
        let lock = try project.lock()
        defer { withExtendedLifetime(lock) {} }
        var change = options.change(of: form, target: target, locale: locale)
        change.status = .approved
        let source = (try? project.sourceLocale()) ?? .simplifiedChinese
        let patch = try PlanTermChange(project, base: base, source: source, change: change, now: Console.clock()).run()
        let record = try ApplyTermChange(project).add(patch, at: Console.clock())
        console.emit(AppliedLine(record))
        console.print(patch.summary)
        let old = patch.missing + patch.asked.count + patch.replaced.count
        if old > 0 {
            console.say(
                "\(old) translated unit(s) hold it without its target; `caravan terms set \(form) --redo-missing` has them "
                    + "asked again."
            )
        }
    }
}

struct TermsSetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Decide a term anew: show what that changes, and change it after consent.",
        discussion: """
            Shows each unit that is affected: what can be changed in place, because nothing around depends on it; what an
            engine has to be asked again, with what that costs; and what is a person's and is left alone. On a terminal it
            asks; otherwise it changes nothing without --yes. `caravan terms undo` takes the change back as one step.

            Examples:
              caravan terms set 林动 "Lin Dong" --was "Lin Tung" --project Examples/novel
              caravan terms set 林动 "Lin Dong" --yes --json
              caravan terms set 青檀 --gender female --from-chapter 12
              caravan terms set 灵石 --forbid "ghost stone" --alternative "spirit gem"
              caravan terms set --all --approve
            """
    )

    @Argument(help: "A source form of the term, or its id.")
    var form: String?
    @Argument(help: "The new target form.")
    var target: String?
    @Option(name: .long, help: "The form that stands in the translations so far; without it, the one that was decided.")
    var was: [String] = []
    @OptionGroup var project: ProjectOption
    @OptionGroup var locale: LocaleOption
    @OptionGroup var options: TermOptions
    @Flag(name: .long, help: "Approve the term: proposed ones are not used in translation.")
    var approve = false
    @Flag(name: .long, help: "Reject the term: it is not used, from no list.")
    var reject = false
    @Flag(name: .long, help: "With --approve: every proposed term that has a target.")
    var all = false
    @Flag(name: .long, help: "Also ask again where the term is in the source and no form of it in the translation.")
    var redoMissing = false
    @Flag(name: .long, help: "Also change what a person wrote, reviewed or closed.")
    var includeFinal = false
    @Flag(name: .shortAndLong, help: "Change it without asking.")
    var yes = false
    @Flag(name: .long, help: "Show every unit, not the first twenty.")
    var full = false
    @OptionGroup var engines: EngineOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if approve, reject { throw ValidationError("A term is approved or rejected, not both.") }
        if all, !approve || form != nil { throw ValidationError("--all goes with --approve alone.") }
        if !all, form == nil { throw ValidationError("Which term? Name a source form.") }
    }

    func run() throws {
        let console = Console(json: output.json)
        let project = try project.open()
        if all { return try approveAll(project, console) }
        guard let form else { return }
        let locale = try locale.locale(of: project)
        let base = try Termbase(project)
        base.findings.forEach { console.show(.finding($0)) }
        if let target, target.allSatisfy(\.isWhitespace) {
            throw ValidationError("The target form is empty. Take a term out of use with --reject.")
        }
        guard base.entry(for: form) != nil else {
            throw WorkflowError(
                .wrongUse,
                "There is no term “\(form)”. `caravan terms add \(form) TRANSLATION` makes it; `caravan terms list` shows what there is."
            )
        }
        var change = options.change(of: form, target: target, locale: locale)
        change.was = was
        change.status = approve ? .approved : reject ? .rejected : nil
        change.asksMissing = redoMissing
        change.includesFinal = includeFinal
        let source = (try? project.sourceLocale()) ?? .simplifiedChinese
        var patch = try PlanTermChange(project, base: base, source: source, change: change, now: Console.clock()).run()
        if !patch.asked.isEmpty { patch.cost = cost(of: patch, project, base, source, console) }
        console.emit(patch)
        TermPatchText(patch, isFull: full).lines.forEach(console.print)
        guard try consents(patch, console) else {
            console.emit(NotAppliedLine())
            console.say("Nothing was changed. Add --yes to change it.")
            return
        }
        let lock = try project.lock()
        defer { withExtendedLifetime(lock) {} }
        let record = try ApplyTermChange(project).run(patch, at: Console.clock())
        console.emit(AppliedLine(record))
        console.say("Done: \(record.summary). `caravan terms undo` takes it back.")
        if !patch.asked.isEmpty {
            console.say("\(patch.asked.count) unit(s) wait for the next `caravan localize`.")
        }
        if !patch.replaced.isEmpty { console.say("`caravan export` writes the edition anew.") }
    }

    private func consents(_ patch: TermPatch, _ console: Console) throws -> Bool {
        if yes { return true }
        guard !output.json, isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return false }
        Stream.error.write("Change it? [y/N] ")
        return ["y", "yes"].contains((readLine() ?? "").lowercased())
    }

    /// What asking again costs; nil without an engine to count for.
    private func cost(
        of patch: TermPatch,
        _ project: Project,
        _ base: Termbase,
        _ source: LanguageTag,
        _ console: Console
    ) -> Cost? {
        guard
            let setup = try? RunSetup(
                project: project,
                terms: [],
                engines: engines,
                keepFlagged: nil,
                console: Console(json: true)
            ), let work = try? setup.localize(source: source, target: patch.locale, console: console)
        else { return nil }
        return try? Estimate(work).cost(asking: Set(patch.asked.map(\.unit)))
    }

    private func approveAll(_ project: Project, _ console: Console) throws {
        let lock = try project.lock()
        defer { withExtendedLifetime(lock) {} }
        let by = options.change(of: "", target: nil, locale: .simplifiedChinese).decidedBy
        let record = try ApplyTermChange(project).approveAll(by: by, at: Console.clock())
        if let record { console.emit(AppliedLine(record)) }
        console.print(record?.summary ?? "No proposed term has a target.")
    }
}

struct TermsUndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take back the last change of the terms, with what it did to translations.",
        discussion: """
            Units that have been translated or edited since keep what they have.

            Example:
              caravan terms undo --project Examples/novel
            """
    )

    @OptionGroup var project: ProjectOption
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = Console(json: output.json)
        let project = try project.open()
        let lock = try project.lock()
        defer { withExtendedLifetime(lock) {} }
        guard let record = try ApplyTermChange(project).undo(at: Console.clock()) else {
            console.say("There is no change to take back.")
            throw ExitCode(Program.incomplete)
        }
        console.emit(AppliedLine(record, event: "undone"))
        console.print("Taken back: \(record.summary); \(record.units - record.kept) unit(s) are as before.")
        if record.kept > 0 {
            console.say("\(record.kept) unit(s) were translated or edited since and keep what they have.")
        }
    }
}

/// A change that was made, as a JSON line.
struct AppliedLine: Encodable {
    var event: String
    var change: TermbaseChangeRecord

    init(_ change: TermbaseChangeRecord, event: String = "applied") {
        self.event = event
        self.change = change
    }
}

/// The JSON line of a plan that was only shown.
struct NotAppliedLine: Encodable {
    var event = "not-applied"
    var message = "Nothing was changed. Add --yes to change it."
}
