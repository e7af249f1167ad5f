internal import ArgumentParser
internal import Text
internal import Workflows

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the edition as far as it is, without asking an engine.",
        discussion: """
            Units without a translation stand in the source. Exits 1 when there are such units.

            Examples:
              caravan export Examples/novel --to en
              caravan export Examples/novel --to en --bilingual
            """
    )

    @OptionGroup var input: InputArgument
    @OptionGroup var target: TargetOption
    @Flag(name: .long, help: "Also write editions with the source beside the target.")
    var bilingual = false
    @Flag(name: .long, help: "Write translations that lose or break a placeholder, too.")
    var force = false
    @OptionGroup var place: PlaceOption
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = Console(json: output.json)
        let project = try Project.open(input.input)
        let lock = try project.lock()
        defer { withExtendedLifetime(lock) {} }
        let targets = try target.locales()
        let source = try project.sourceLocale()
        var left = 0
        for locale in targets.isEmpty ? project.settings.targets : targets {
            let export = Export(
                project,
                source: source,
                target: locale,
                options: .init(bilingual: bilingual, rewrites: true, force: force, output: place.path),
                now: Console.clock(),
                events: console.show
            )
            for file in try export.run() { console.print(project.shown(file)) }
            left += try Status(project, locale: locale).pending
        }
        guard left == 0 else {
            console.say("\(left) unit(s) are not translated and stand in the source.")
            throw ExitCode(Program.incomplete)
        }
    }
}
