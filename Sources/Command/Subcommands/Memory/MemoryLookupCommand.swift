internal import ArgumentParser
internal import Text
internal import Workflows

struct MemoryLookupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookup",
        abstract: "Look texts up: what was translated before that is like them.",
        discussion: """
            The rate is 100 × (1 − distance ÷ longer length) over characters, an inline code as one. Every entry that
            reaches --threshold is found; a human's goes before an engine's, then the newer one first.

            Each TEXT is looked up as a whole; - looks up every line of standard input. With - or --json there is one JSON
            line for each: query, matches (rate, words, source, target, difference, memory, from, to, origin, by, state,
            changed, key, document, note), milliseconds. difference lists, from the first character to the last, op
            (equal, replace, insert: only in the query, delete: only in the source) with query and source as [start, end]
            in Unicode characters (scalars). words is the rate over words, for texts in Latin letters.

            Examples:
              caravan memory lookup --memory shared.memory 他拔出了剑。
              caravan memory lookup --memory old.tmx terms.csv --threshold 60 --best 3 - < lines.txt
            """
    )

    @Argument(help: "Texts; - is every line of standard input.")
    var texts: [String] = []
    @OptionGroup var memories: MemoriesOption
    @Option(name: .long, help: ArgumentHelp("Lowest match rate, itself included, 1 to 100.", valueName: "percent"))
    var threshold = 75.0
    @Option(name: .long, help: ArgumentHelp("Matches for each text, at most.", valueName: "n"))
    var best = 5
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard threshold >= 1, threshold <= 100 else { throw ValidationError("--threshold takes 1 to 100.") }
        guard (1...10_000).contains(best) else { throw ValidationError("--best takes 1 to 10000.") }
    }

    func run() throws {
        var (memories, texts) = (memories, texts)
        memories.yield(to: &texts)
        let isLines = output.json || texts.contains("-")
        let console = Console(json: isLines)
        guard !texts.isEmpty else {
            throw ValidationError("Which text? Give one, or - for the lines of standard input.")
        }
        guard reading.targets.count <= 1 else {
            throw ValidationError("Look one target locale up at a time: one --to.")
        }
        var options = LookupMemory.Options()
        options.threshold = threshold
        options.best = best
        options.source = reading.source
        options.target = reading.targets.first
        let lookup = LookupMemory(try memories.open(try reading.reading(), console), options: options)
        for text in texts {
            if text == "-" {
                Stream.forEachInputLine { console.emit(lookup.answer($0)) }
            } else if isLines {
                console.emit(lookup.answer(text))
            } else {
                show(lookup.answer(text), console)
            }
        }
    }

    private func show(_ answer: LookupMemory.Answer, _ console: Console) {
        console.print(answer.query)
        let marks = Marks()
        for match in answer.matches {
            // Rounded down: 99.6 is no exact match.
            let rate = "\(Int(match.rate)) %".leftPadded(to: 6)
            let words = match.words.map { ", \(Int($0)) % of words" } ?? ""
            let place = [match.by ?? match.origin, match.document, match.changed].compactMap(\.self).joined(
                separator: ", "
            )
            marks.print("\(rate)  \(marks.difference(match, of: answer.query))")
            marks.print("        \(Console.clean(match.target))")
            marks.print(
                marks.dim("        \(Console.clean("\(match.memory): \(match.from) → \(match.to), \(place)\(words)"))")
            )
        }
        if answer.matches.isEmpty { console.say("  No match of \(Figures.fixed(threshold, 0)) % or more.") }
    }
}

extension String {
    fileprivate func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - unicodeScalars.count)) + self
    }
}
