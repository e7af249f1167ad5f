internal import ArgumentParser
internal import FoundationEssentials
internal import Media
internal import Storage
internal import Studio
internal import Text
internal import Workflows

struct DubCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dub",
        abstract: "Subtitle and dub an episode or a folder of episodes, in time with the picture.",
        discussion: """
            Finds out what is said (a subtitle file, a track, burned-in text, speech), translates it, lays subtitles out, speaks
            the lines with one voice a character, mixes them over music and effects, and writes one file with all tracks. What
            was heard lies in NAME.caravan/transcripts, who speaks how in cast.yaml, what is spoken when in LOCALE/NAME.dub.json:
            edit them and run the same command; only what changed is made anew. `script/bootstrap --series` installs the tools.

            Examples:
              caravan dub Examples/episode/episode.mp4 --to en
              caravan dub episode.mp4 --subtitles episode.srt --to en,es-419 --loudness -23 --container mkv
              caravan dub Season1 --to id --voices espeak --hls
              caravan dub episode.mp4 --to en --plan
              caravan dub episode.mp4 --to th --subtitles-only --burn
            """
    )

    @Argument(help: "A film, a folder of episodes, or its .caravan project.", completion: .file())
    var input: String
    @OptionGroup var target: TargetOption
    @Option(name: .customLong("from"), help: ArgumentHelp("Source locale (default zh-Hans).", valueName: "locale"))
    var source: LanguageTag?
    @Option(
        name: .long,
        help: ArgumentHelp("A subtitle file, or a folder of them with the names of the films.", valueName: "file"),
        completion: .file()
    )
    var subtitles: String?
    @Option(
        name: .customLong("read"),
        help: ArgumentHelp(
            "What is read of the film: track, burned, speech. Repeat it to join sources. Default: what is there.",
            valueName: "source"
        )
    )
    var sources: [LineSource] = []
    @Option(
        name: .long,
        help: ArgumentHelp("A term list (CSV, TSV, JSON, XLSX, TXT). Repeat it.", valueName: "file"),
        completion: .file()
    )
    var terms: [String] = []
    @Option(
        name: .long,
        help: ArgumentHelp("Speak with these only: piper, kokoro, espeak. Repeat it.", valueName: "engine")
    )
    var voices: [Voice.Engine] = []
    @Option(
        name: .long,
        // A value that begins with a minus is no option here.
        parsing: .unconditional,
        help: ArgumentHelp(
            "Loudness in LUFS: -14 phones, -16, -23 EBU R 128, -27 Netflix (dialogue).",
            valueName: "lufs"
        )
    )
    var loudness: Double = -14
    @Option(name: .long, help: ArgumentHelp("mp4 or mkv.", valueName: "kind"))
    var container: FilmTracks.Container = .mp4
    @Option(
        name: .long,
        help: ArgumentHelp("Music and effects without speech, in place of the film's sound.", valueName: "file"),
        completion: .file()
    )
    var music: String?
    @Flag(name: .long, help: "Subtitles only: nothing is spoken.")
    var subtitlesOnly = false
    @Flag(name: .long, help: "Only write NAME.dub.json (lines, times, wordings, rates), to be edited.")
    var plan = false
    @Flag(name: .long, help: "Also write a folder for streaming (HLS) with groups of sounds and subtitles.")
    var hls = false
    @Flag(name: .long, help: "Also write the speech, and the music and effects, as WAV files.")
    var stems = false
    @Flag(name: .long, help: "Burn the subtitles into the picture, which is encoded again.")
    var burn = false
    @Flag(name: .long, help: "Subtitles in both languages.")
    var bilingual = false
    @OptionGroup var engines: EngineOptions
    @OptionGroup var place: PlaceOption
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard LoudnessTarget(lufs: loudness) != nil else {
            throw ValidationError("--loudness takes −40 to −5 LUFS, such as -14 or -23.")
        }
        if plan && subtitlesOnly { throw ValidationError("--plan plans speech; leave --subtitles-only out.") }
    }

    func run() async throws {
        let console = Console(json: output.json)
        let targets = try target.locales()
        let project = try Project.create(film: input, targets: targets, terms: terms, source: source)
        try project.remember(targets: targets)
        let lock = try project.lock()
        defer { withExtendedLifetime(lock) {} }
        let locales = targets.isEmpty ? project.settings.targets : targets
        guard !locales.isEmpty else {
            throw ValidationError(
                "Into which language? Say --to en, or name `targets:` in \(project.folder)/caravan.yaml."
            )
        }
        let from = source ?? project.settings.source ?? .simplifiedChinese
        if let same = locales.first(where: { $0 == from }) {
            throw ValidationError("The source is \(same) already. Name another locale with --to.")
        }
        let setup = try RunSetup(project: project, terms: terms, engines: engines, keepFlagged: nil, console: console)
        let isComplete = try await Interrupt.cancelling {
            console.say("Stopping …")
        } _: {
            try await work(setup, from: from, into: locales, console)
        }
        if !isComplete { throw ExitCode(Program.incomplete) }
    }

    private func work(
        _ setup: RunSetup,
        from: LanguageTag,
        into locales: [LanguageTag],
        _ console: Console
    ) async throws -> Bool {
        let project = setup.project
        var isComplete = true
        do {
            try await Dub.read(project, locale: from, options: options, events: console.show)
            let refused = try Import(project, now: Console.clock(), events: console.show).run().refused
            isComplete = refused.isEmpty
            for locale in locales {
                _ = try await setup.localize(source: from, target: locale, console: console).run()
                let dub = Dub(
                    project,
                    source: from,
                    target: locale,
                    terms: setup.terms.terms(locale: locale),
                    options: options,
                    engine: setup.engine,
                    events: console.show
                )
                for summary in try await dub.run() {
                    console.emit(DubbedLine(locale: locale, summary: summary))
                    console.say(Self.sentence(summary, locale))
                    for file in summary.files { console.print(file) }
                    isComplete = isComplete && summary.isComplete
                }
            }
            return isComplete
        } catch let error as CancellationError {
            let words = "Stopped. What is done is kept; run the same command to go on."
            console.say(words)
            console.emit(StoppedLine(message: words))
            throw error
        }
    }

    private var options: DubOptions {
        var options = DubOptions()
        options.subtitles = subtitles
        options.sources = Set(sources)
        options.voices = Set(voices)
        options.loudness = LoudnessTarget(lufs: loudness) ?? .mobile
        options.container = container
        options.subtitlesOnly = subtitlesOnly
        options.planOnly = plan
        options.hls = hls
        options.stems = stems
        options.burn = burn
        options.bilingual = bilingual
        options.music = music
        options.output = place.path
        return options
    }

    private static func sentence(_ summary: Dub.Summary, _ locale: LanguageTag) -> String {
        var parts = ["\(summary.translated) of \(summary.lines) lines translated", "\(summary.subtitles) subtitles"]
        if summary.spoken > 0 { parts.append("\(summary.spoken) lines spoken") }
        if let loudness = summary.loudness, let peak = summary.truePeak {
            parts.append("\(tenths(loudness)) LUFS, \(tenths(peak)) dBTP")
        }
        let errors = summary.findings.count { $0.severity == .error }
        let warnings = summary.findings.count { $0.severity == .warning }
        if errors + warnings > 0 { parts.append("\(errors) errors and \(warnings) warnings, see the report") }
        return "\(summary.episode), \(locale): \(parts.joined(separator: ", "))."
    }

    private static func tenths(_ value: Double) -> String {
        guard value.isFinite else { return "–" }
        let tenths = Int((value * 10).rounded())
        return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }
}

extension LineSource: ExpressibleByArgument {}
extension Voice.Engine: ExpressibleByArgument {}
extension FilmTracks.Container: ExpressibleByArgument {}

/// The JSON line of an episode in one locale.
struct DubbedLine: Encodable {
    var event = "dubbed"
    var locale: LanguageTag
    var summary: Dub.Summary

    init(locale: LanguageTag, summary: Dub.Summary) {
        self.locale = locale
        self.summary = summary
    }
}
