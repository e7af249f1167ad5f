internal import ArgumentParser
internal import Text
internal import Workflows

struct TermsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the terms that the project works with.",
        discussion: """
            Columns: forms, target, kind, gender, status, who decided. With --json one concept a line.

            Examples:
              caravan terms list --project Examples/novel
              caravan terms list 林 --kind person --status proposed --json
            """
    )

    @Argument(help: "Only terms that hold this text in a form or a target.")
    var query: String?
    @OptionGroup var project: ProjectOption
    @OptionGroup var locale: LocaleOption
    @Option(name: .long, help: "Only this kind.")
    var kind: Term.Kind?
    @Option(name: .long, help: "Only this status: proposed, approved or rejected.")
    var status: Concept.Status?
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = Console(json: output.json)
        let project = try project.open()
        let base = try Termbase(project)
        base.findings.forEach { console.show(.finding($0)) }
        let tag = try locale.locale ?? (project.knownTargets.count == 1 ? locale.locale(of: project) : nil)
        var count = 0
        for entry in base.entries() where isWanted(entry.concept) {
            count += 1
            console.emit(ConceptLine(entry))
            console.print(line(entry, locale: tag))
        }
        console.say("\(count) term(s).")
    }

    private func isWanted(_ concept: Concept) -> Bool {
        if let kind, concept.kind != kind { return false }
        if let status, concept.status != status { return false }
        guard let query = query?.lowercased() else { return true }
        let texts = concept.forms.map(\.text) + concept.targets.values.flatMap { [$0.preferred] + $0.alternatives }
        return texts.contains { $0.lowercased().contains(query) }
    }

    private func line(_ entry: Termbase.Entry, locale: LanguageTag?) -> String {
        let concept = entry.concept
        let targets: [String] =
            locale.map { tag in [concept.targetForms(for: tag.description)?.preferred ?? ""] }
            ?? concept.targets.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.preferred)" }
        let genders = concept.genders.map { span in
            span.gender.rawValue + (span.fromChapter.map { " from chapter \($0)" } ?? "")
        }
        return [
            concept.forms.map(\.text).joined(separator: ", "), targets.joined(separator: "; "), concept.kind.rawValue,
            genders.joined(separator: ", "), concept.status.rawValue, entry.decidedBy,
        ].joined(separator: "\t")
    }
}

/// A concept as a JSON line, with the layer that it is from.
struct ConceptLine: Encodable {
    var concept: Concept
    var layer: String

    init(_ entry: Termbase.Entry) {
        concept = entry.concept
        layer = entry.layer.name
    }
}
