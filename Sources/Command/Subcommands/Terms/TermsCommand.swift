internal import ArgumentParser
internal import Foundation
internal import Text
internal import Workflows

/// `caravan terms`: names and terms of a project.
struct TermsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "terms",
        abstract: "Names and terms: mine, decide, change, exchange and check them.",
        discussion: """
            Without --project the project of the working folder is meant. Its own terms come first, then the lists that
            caravan.yaml names under `terms:`, the first that knows a form wins. docs/terms.md says more.

            Examples:
              caravan terms add 林动 "Lin Dong" --kind person --gender male --project Examples/novel
              caravan terms set 林动 "Lin Dong" --was "Lin Tung" --project Examples/novel
              caravan terms find --terms names.csv 林动走了 chapter1.txt
            """,
        subcommands: [
            TermsMineCommand.self, TermsListCommand.self, TermsAddCommand.self, TermsSetCommand.self,
            TermsUndoCommand.self,
            TermsImportCommand.self, TermsExportCommand.self, TermsFindCommand.self, TermsCheckCommand.self,
            TermsConflictsCommand.self,
        ],
        defaultSubcommand: TermsListCommand.self
    )
}

/// Which project is meant.
struct ProjectOption: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The project: its input or its .caravan folder. Without it, the one in the working folder.",
            valueName: "path"
        ),
        completion: .file()
    )
    var project: String?

    func open() throws -> Project { try Project.open(try project ?? Self.here()) }

    /// The project that the working folder is, or the only one in it.
    private static func here() throws -> String {
        let folder = FileManager.default.currentDirectoryPath
        if folder.hasSuffix(".caravan") { return folder }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let projects = names.filter { $0.hasSuffix(".caravan") }.sorted()
        guard let only = projects.first, projects.count == 1 else {
            let what =
                projects.isEmpty
                ? "There is no project in this folder"
                : "There are several projects here: \(projects.joined(separator: ", "))"
            throw WorkflowError(.wrongUse, "\(what). Name one with --project.")
        }
        return only
    }
}

/// The one locale that a command is about.
struct LocaleOption: ParsableArguments {
    @Option(
        name: .customLong("to"),
        help: ArgumentHelp("Target locale; needed when the project has several.", valueName: "locale")
    )
    var locale: LanguageTag?

    func locale(of project: Project) throws -> LanguageTag {
        let known = project.knownTargets
        if let locale = locale ?? (known.count == 1 ? known.first : nil) { return locale }
        throw WorkflowError(
            .wrongUse,
            known.isEmpty
                ? "Which language? Say --to en."
                : "Which of \(known.map(\.description).joined(separator: ", "))? Say it with --to."
        )
    }
}

/// What can be said of a term.
struct TermOptions: ParsableArguments {
    @Option(name: .long, help: "person, place, organization, skill, item, title, idiom or other.")
    var kind: Term.Kind?
    @Option(name: .long, help: "female, male or neutral.")
    var gender: Term.Gender?
    @Option(name: .long, help: "A remark for the translator; goes to the engine.")
    var note: String?
    @Option(name: .long, help: "Another source form of the same concept. Repeat it.")
    var alias: [String] = []
    @Option(name: .long, help: "Another target form that is as good. Repeat it.")
    var alternative: [String] = []
    @Option(name: .long, help: "An inflected target form. Repeat it, in the order of the forms that they replace.")
    var inflected: [String] = []
    @Option(name: .long, help: "A target form that must not appear. Repeat it.")
    var forbid: [String] = []
    @Option(name: .long, help: "A term that this one is a part of or named after: 李 for 李天明. Repeat it.")
    var partOf: [String] = []
    @Option(name: .long, help: ArgumentHelp("The chapter from which it holds, from 1.", valueName: "n"))
    var fromChapter: Int?
    @Option(name: .long, help: ArgumentHelp("Who decides; without it, the user of this machine.", valueName: "name"))
    var by: String?

    func validate() throws {
        if let fromChapter, fromChapter < 1 { throw ValidationError("--from-chapter counts from 1.") }
    }

    func change(of form: String, target: String?, locale: LanguageTag) -> TermChange {
        var change = TermChange(form: form, locale: locale)
        change.target = target
        change.kind = kind
        change.gender = gender
        change.note = note
        change.aliases = alias
        change.alternatives = alternative
        change.inflected = inflected
        change.forbidden = forbid
        change.partOf = partOf
        change.fromChapter = fromChapter
        let environment = ProcessInfo.processInfo.environment
        change.decidedBy = by ?? environment["USER"].flatMap { $0.isEmpty ? nil : $0 } ?? "user"
        return change
    }
}

extension Term.Kind: ExpressibleByArgument {}
extension Term.Gender: ExpressibleByArgument {}
extension Concept.Status: ExpressibleByArgument {}
