internal import ArgumentParser
internal import FoundationEssentials
internal import Media
internal import Studio
internal import Synchronization
internal import Text
internal import Workflows

struct VoicesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "voices",
        abstract: "List the voices that are installed or that an endpoint has, or have them say something.",
        discussion: """
            Examples:
              caravan voices
              caravan voices --to id
              caravan voices --to en --say "You owe me three thousand two hundred." --out voices/
            """
    )

    @Option(name: .customLong("to"), help: ArgumentHelp("Only those that speak a locale.", valueName: "locale"))
    var locale: LanguageTag?
    @Option(name: .long, help: ArgumentHelp("A sentence that each of them speaks.", valueName: "text"))
    var say: String?
    @Option(name: .long, help: ArgumentHelp("Only this voice.", valueName: "id"))
    var voice: String?
    @Option(
        name: .long,
        help: ArgumentHelp("Folder for the WAV files (default: here).", valueName: "folder"),
        completion: .directory
    )
    var out = "."
    @Option(
        name: .long,
        help: ArgumentHelp("The project whose endpoint's voices are meant, too.", valueName: "path"),
        completion: .file()
    )
    var project: String?
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let console = Console(json: output.json)
        let settings = try project.map { try Project.open($0).settings } ?? Settings()
        let environment = ProcessInfo.processInfo.environment
        let endpoint = try SoundEndpoints(settings, environment: environment).speech
        let catalog = EndpointVoices.catalog(endpoint)
        var voices = locale.map { catalog.voices(for: $0) } ?? catalog.voices
        if let voice {
            voices = voices.filter { $0.id == voice }
            guard !voices.isEmpty else {
                throw ValidationError("There is no voice “\(voice)”. `caravan voices` lists those that are installed.")
            }
        }
        guard !voices.isEmpty else {
            throw StudioError(.missingTool, "No voice is installed. `script/bootstrap --series` installs some.")
        }
        guard let say else {
            for voice in voices {
                console.emit(voice)
                let some = voice.languages.prefix(6).joined(separator: ", ")
                let count = voice.languages.count
                let languages = count == 0 ? "as its endpoint" : count > 6 ? "\(count) languages" : some
                let gender = voice.gender?.rawValue ?? "–"
                console.print(
                    "\(padded(voice.id, 22)) \(padded(gender, 8)) \(padded(languages, 16)) \(voice.note)"
                )
            }
            return
        }
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        let jobs = voices.map { voice in
            SpeechJob(
                id: voice.id,
                text: say,
                locale: locale ?? LanguageTag("en") ?? .simplifiedChinese,
                voice: voice,
                file: "\(out)/\(voice.id.replacing(":", with: "-")).wav"
            )
        }
        let failures = Mutex(0)
        let maker: any SpeechMaker = endpoint.map { EndpointVoices($0) as any SpeechMaker } ?? InstalledVoices()
        try await maker.speak(jobs) { job, error in
            if let error {
                failures.withLock { $0 += 1 }
                console.say("\(job.voice.id): \(error.message)")
            } else {
                console.emit(Spoken(voice: job.voice.id, file: job.file))
                console.print(job.file)
            }
        }
        if failures.withLock({ $0 }) > 0 { throw ExitCode(Program.incomplete) }
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private struct Spoken: Encodable {
        var voice: String
        var file: String
    }
}
