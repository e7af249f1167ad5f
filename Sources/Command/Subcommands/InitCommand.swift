internal import ArgumentParser
internal import Text
internal import Workflows

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a project and read its files, without translating.",
        discussion: """
            Makes NAME.caravan/caravan.yaml beside the input, to be edited before the first run. Its settings:
              input, source, targets, terms, engine, fallback, style, keep (strict or flagged), encoding (source or
              utf-8), input_encoding, and under engines: for each name url, model, key_env, style (chat or completion),
              schema, parallel, requests_per_minute, tokens_per_minute, timeout, attempts, temperature,
              batch (units, tokens), prices (input, cached_input, output, currency), model_file, adapter;
              memory: use (reuse, offer or off), minimum (human or any), threshold, paths (each with path, penalty,
              read_only); speech: url, model, key_env, voices, parallel, timeout, attempts; and
              transcription: url, model, key_env, timeout, attempts.

            Example:
              caravan init Examples/novel --to en --terms Examples/novel.terms.csv
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
        help: ArgumentHelp("A term list. Repeat it; the first list wins.", valueName: "file"),
        completion: .file()
    )
    var terms: [String] = []
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = Console(json: output.json)
        let project = try Project.create(
            for: input.input,
            targets: try target.locales(),
            terms: terms,
            source: source
        )
        let lock = try project.lock()
        defer { withExtendedLifetime(lock) {} }
        try Import(project, now: Console.clock(), events: console.show).run()
        console.emit(EventLine(.wrote(path: "\(project.folder)/\(Settings.fileName)")))
        console.print("Project: \(project.folder)   Settings: \(project.folder)/\(Settings.fileName)")
    }
}
