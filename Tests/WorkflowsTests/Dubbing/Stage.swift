import Engines
import FakeEngine
import FoundationEssentials
import Glibc
import Media
import Studio
import Synchronization
import Testing
import Text
import Workflows

/// A folder with a film and its subtitles, and everything needed to dub it: a fake endpoint, a voice that hums.
final class Stage: Sendable {
    let folder: String
    let english: LanguageTag
    let maker = HummingVoice()
    private let log = Mutex<[Event]>([])

    /// Whether the programs are there that films are made with.
    static let isReady = (try? Tools.ffmpeg()) != nil && (try? Tools.rubberband()) != nil

    static let lines = """
        1
        00:00:00,400 --> 00:00:02,000
        林晚：我没有邀请函。

        2
        00:00:02,400 --> 00:00:04,400
        苏曼：保安在哪里？把她赶出去！

        3
        00:00:04,600 --> 00:00:05,600
        林晚：晚了。

        """

    /// Makes a film of six seconds: a test picture with one cut, and a tone.
    init(_ subtitles: String? = Stage.lines, sound: Bool = true, ending: String = "mp4") async throws {
        english = try #require(LanguageTag("en"))
        folder = FileManager.default.temporaryDirectory.appending(path: "caravan-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var arguments = ["-nostdin", "-v", "error", "-f", "lavfi", "-i", "testsrc=s=180x320:r=25:d=3"]
        arguments += ["-f", "lavfi", "-i", "color=c=navy:s=180x320:r=25:d=3"]
        if sound { arguments += ["-f", "lavfi", "-i", "sine=f=220:r=48000:d=6"] }
        arguments += ["-filter_complex", "[0:v][1:v]concat=n=2[v]", "-map", "[v]"]
        if sound { arguments += ["-map", "2:a", "-c:a", "aac"] }
        try await Tools.ffmpeg().run(
            arguments + ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "\(folder)/film.\(ending)"]
        )
        if let subtitles { try write(subtitles, to: "film.srt") }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var events: [Event] { log.withLock { $0 } }
    var sink: EventSink { { event in self.log.withLock { $0.append(event) } } }
    var findings: [Finding] { events.compactMap { if case .finding(let finding) = $0 { finding } else { nil } } }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    }

    func read(_ name: String) throws -> String {
        try String(contentsOf: URL(filePath: "\(folder)/film.caravan/\(name)"), encoding: .utf8)
    }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(folder)/film.caravan/\(name)") }

    func path(_ name: String) -> String { "\(folder)/film.caravan/\(name)" }

    /// Reads, imports, translates and dubs.
    @discardableResult
    func dub(_ server: FakeServer, input: String = "film.mp4", _ change: (inout DubOptions) -> Void = { _ in })
        async throws -> Dub.Summary
    {
        var options = DubOptions()
        change(&options)
        let project = try Project.create(film: "\(folder)/\(input)", targets: [english])
        try await Dub.read(project, locale: .simplifiedChinese, options: options, events: sink)
        try Import(project, now: 1, events: sink).run()
        var settings = EngineSettings(
            name: "fake",
            url: server.url,
            model: "fake",
            parallel: 2,
            timeout: 20,
            attempts: 2
        )
        settings.temperature = 0
        let engine = try OpenAIEngine(settings)
        _ = try await Localize(
            project,
            source: .simplifiedChinese,
            target: english,
            terms: [],
            engine: engine,
            keepsFlagged: true,
            clock: { 100 },
            events: sink
        ).run()
        let summaries = try await Dub(
            project,
            source: .simplifiedChinese,
            target: english,
            terms: [],
            options: options,
            engine: nil,
            maker: maker,
            catalog: HummingVoice.catalog,
            events: sink
        ).run()
        return try #require(summaries.first)
    }
}

/// A voice that hums a tone as long as its text takes to say.
final class HummingVoice: SpeechMaker {
    private let log = Mutex<[SpeechJob]>([])
    private let mute = Mutex<Set<String>>([])

    static var catalog: VoiceCatalog {
        var catalog = VoiceCatalog()
        catalog.voices = [("low", Voice.Gender.male), ("high", .female), ("middle", .female)].map { name, gender in
            Voice(id: "espeak:\(name)", engine: .espeak, name: name, gender: gender)
        }
        return catalog
    }

    /// What was spoken so far.
    var jobs: [SpeechJob] { log.withLock { $0 } }

    /// Makes it fail at a text from now on.
    func fall(silentAt text: String) { mute.withLock { _ = $0.insert(text) } }

    func speak(_ jobs: [SpeechJob], done: @escaping @Sendable (SpeechJob, StudioError?) -> Void) async throws {
        for job in jobs {
            log.withLock { $0.append(job) }
            if mute.withLock({ $0.contains { job.text.contains($0) } }) {
                done(job, StudioError(.failed, "The voice has lost its voice."))
                continue
            }
            let count = Int(Double(job.text.count) * 0.06 * 22_050)
            var samples = [Float](repeating: 0, count: count + 4_410)
            for index in 0..<count { samples[index + 2_205] = Float(sin(Double(index) * 0.06)) * 0.3 }
            try Data(WaveFile.bytes(of: Sound(rate: 22_050, channels: [samples]))).write(to: URL(filePath: job.file))
            done(job, nil)
        }
    }
}
