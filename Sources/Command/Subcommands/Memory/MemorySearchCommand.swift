internal import ArgumentParser
internal import Text
internal import Workflows

struct MemorySearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find the uses of words in sources and targets (concordance).",
        discussion: """
            All words must be there, each in the source or in the target. Chinese is found wherever it stands, one
            character too. Words in letters are found whole, in upper or lower case; gate* also finds gates, and "spirit
            root" in quotes is one phrase.

            With --json one entry a line: source, target, sourcePlaces and targetPlaces ([start, end] in Unicode scalars),
            memory, from, to, origin, by, changed, key, document.

            Examples:
              caravan memory search 灵根 --memory shared.memory
              caravan memory search 灵根 '"spirit root"' --memory old.tmx --to en --json
            """
    )

    @Argument(help: "What to look for.")
    var words: [String] = []
    @OptionGroup var memories: MemoriesOption
    @Option(name: .long, help: ArgumentHelp("Entries to show at most; 0 for all.", valueName: "n"))
    var limit = 50
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = Console(json: output.json)
        var (memories, words) = (memories, words)
        memories.yield(to: &words)
        guard !words.isEmpty else { throw ValidationError("What to look for? caravan memory search 灵根 --memory FILE") }
        guard limit >= 0 else { throw ValidationError("--limit takes 0 and up.") }
        let search = try SearchMemory(words.joined(separator: " "))
        let opened = try memories.open(try reading.reading(), console)
        let marks = Marks()
        var count = 0
        let hasMore = search.run(
            in: opened,
            from: reading.source,
            to: reading.targets.first,
            limit: limit == 0 ? nil : limit
        ) { hit in
            count += 1
            guard !output.json else { return console.emit(hit) }
            marks.print(marks.found(hit.source, hit.sourcePlaces))
            marks.print("    \(marks.found(hit.target, hit.targetPlaces))")
            let place = [hit.by ?? hit.origin, hit.document, hit.changed].compactMap(\.self).joined(separator: ", ")
            marks.print(marks.dim("    \(Console.clean("\(hit.memory): \(hit.from) → \(hit.to), \(place)"))"))
        }
        if count == 0 { console.say("Nothing was found.") }
        if hasMore { console.say("There is more: --limit \(limit * 4) shows it, --limit 0 all.") }
    }
}
