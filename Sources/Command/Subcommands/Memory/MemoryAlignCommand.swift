internal import ArgumentParser
internal import Text
internal import Workflows

/// `caravan memory align`: a memory from a book and its existing translation.
struct MemoryAlignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "align",
        abstract: "Make a memory from a book and its existing translation.",
        discussion: """
            Matches chapters by number, order, length and words, then sentences by length, names, numbers, marks and a
            dictionary that the books themselves teach. Each pair has a confidence from 0 to 1; pairs below
            --min-confidence and what is of no use (duplicates, boilerplate, damage, other languages) are left out and
            counted in the report. Without --out nothing is written and a few pairs are shown. docs/alignment.md says more.

            Examples:
              caravan memory align book.txt book.en.epub --to en --out book.tmx --report book.html
              caravan memory align chapters-zh chapters-en --out pairs.jsonl --out pairs.csv --min-confidence 0.8
              caravan memory align novel novel --to en --by paragraph --out units.tmx
            """
    )

    @Argument(help: "The book: a file, or a folder of chapter files.", completion: .file())
    var source: String
    @Argument(
        help: "Its translation, the same; the same folder where names tell the language (001.zh.txt, 001.en.txt).",
        completion: .file()
    )
    var target: String
    @Option(
        name: .customLong("from"),
        help: ArgumentHelp("Locale of the book; found out when not given.", valueName: "locale")
    )
    var from: LanguageTag?
    @Option(name: .customLong("to"), help: ArgumentHelp("Locale of the translation.", valueName: "locale"))
    var to: LanguageTag?
    @Option(
        name: .long,
        help: ArgumentHelp("Where the pairs go: .tmx, .jsonl or .csv. Repeat it for more.", valueName: "file"),
        completion: .file()
    )
    var out: [String] = []
    @Option(
        name: .customLong("min-confidence"),
        help: ArgumentHelp("Leave out pairs below it, 0 to 1.", valueName: "0.x")
    )
    var minConfidence = 0.5
    @Option(
        name: .long,
        help: ArgumentHelp("What a pair ties: sentence, or paragraph as units of a book are.", valueName: "level")
    )
    var by = "sentence"
    @Flag(name: .customLong("keep-all"), help: "Do not look for duplicates, boilerplate and other trouble.")
    var keepAll = false
    @Option(
        name: .long,
        help: ArgumentHelp("Write a report with a sample to judge: .html or .md.", valueName: "file"),
        completion: .file()
    )
    var report: String?
    @Option(name: .long, help: ArgumentHelp("Pairs in the report's sample.", valueName: "n"))
    var sample = 100
    @Option(name: .long, help: ArgumentHelp("Chooses the sample.", valueName: "n"))
    var seed: UInt64 = 1
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard minConfidence >= 0, minConfidence <= 1 else { throw ValidationError("--min-confidence takes 0 to 1.") }
        guard sample >= 0 else { throw ValidationError("--sample takes 0 or more.") }
        guard AlignmentLevel(rawValue: by) != nil else { throw ValidationError("--by takes sentence or paragraph.") }
        for file in out where CorpusFile(fileName: file) == nil {
            throw ValidationError("--out takes a file that ends in .tmx, .jsonl or .csv.")
        }
        if let report, !report.lowercased().hasSuffix(".md"), !report.lowercased().hasSuffix(".html") {
            throw ValidationError("--report takes a file that ends in .html or .md.")
        }
    }

    func run() async throws {
        let console = Console(json: output.json)
        var options = AlignBooks.Options(source: from, target: to)
        options.level = AlignmentLevel(rawValue: by) ?? .sentence
        options.minConfidence = minConfidence
        options.cleans = !keepAll
        let corpus = try AlignBooks(source, target, options: options).run()
        corpus.findings.forEach { console.show(.finding($0)) }
        for file in out { try CorpusFile.write(corpus, to: file) }
        if let report { try AlignmentReport(corpus, sampleSize: sample, seed: seed).write(to: report) }
        console.emit(AlignmentSummary(corpus, files: out + [report].compactMap(\.self)))
        show(corpus, console)
        if corpus.pairs.isEmpty { throw ExitCode(Program.incomplete) }
    }

    private func show(_ corpus: AlignedCorpus, _ console: Console) {
        let matched = corpus.chapters.count(where: { !$0.source.isEmpty && !$0.target.isEmpty })
        let alone = corpus.chapters.count - matched
        console.say(
            "\(corpus.sourceLocale) → \(corpus.targetLocale): \(Figures.group(corpus.sourceSegments)) and "
                + "\(Figures.group(corpus.targetSegments)) segments, \(matched) chapter link(s)"
                + (alone > 0 ? ", \(alone) chapter(s) in one book only." : ".")
        )
        for line in corpus.removalLines { console.say("  left out: \(line)") }
        if out.isEmpty {
            for pair in corpus.sample(10, seed: seed) {
                console.print("\(corpus.confidenceText(of: pair))\t\(pair.bead)\t\(pair.source)\n\t\t\(pair.target)")
            }
            console.say("\(Figures.group(corpus.pairs.count)) pair(s); nothing was written: name a file with --out.")
        }
        for file in out { console.say("\(file): \(Figures.group(corpus.pairs.count)) pair(s).") }
        if let report { console.say("\(report): the report.") }
    }
}
