internal import ArgumentParser
internal import Storage
internal import Text
internal import Workflows

struct MemoryConflictsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conflicts",
        abstract: "List texts that a project translates in two ways or more.",
        discussion: """
            For each text its translations: what a person wrote or approved first, then what most places have, with how many
            places have it, and the first of them.

            Example:
              caravan memory conflicts Examples/novel --to en
            """
    )

    @OptionGroup var input: InputArgument
    @OptionGroup var target: TargetOption
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = Console(json: output.json)
        let project = try Project.open(input.input)
        let targets = try target.locales()
        let source = try project.sourceLocale()
        for locale in targets.isEmpty ? project.knownTargets : targets {
            let found = try DoubleTranslations(project, source: source, target: locale).sources
            for item in found {
                console.emit(item)
                console.print(item.source)
                for variant in item.variants {
                    let human = variant.human > 0 ? ", \(variant.human) by a person" : ""
                    console.print("  \(variant.count) × \(variant.target)\(human)")
                    console.print("      \(variant.places.joined(separator: ", "))")
                }
            }
            console.say("\(locale): \(found.count) text(s) have more than one translation.")
        }
    }
}
