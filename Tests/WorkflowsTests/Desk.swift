import Engines
import FakeEngine
import FoundationEssentials
import Storage
import Synchronization
import Testing
import Text
import Workflows

/// A folder with a novel in it, and everything needed to localize it against a fake endpoint.
final class Desk: Sendable {
    let folder: String
    let english: LanguageTag
    private let log = Mutex<[Event]>([])

    init(_ files: [String: String], terms: String? = nil, settings: String? = nil) throws {
        english = try #require(LanguageTag("en"))
        let folder = FileManager.default.temporaryDirectory.appending(path: "caravan-\(UUID().uuidString)")
        self.folder = folder.path
        for (name, text) in files { try Self.write(text, folder.appending(path: "novel/\(name)")) }
        if let terms { try Self.write(terms, folder.appending(path: "novel.terms.csv")) }
        if let settings { try Self.write(settings, folder.appending(path: "novel.caravan/caravan.yaml")) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var input: String { "\(folder)/novel" }
    var events: [Event] { log.withLock { $0 } }

    func write(_ text: String, to name: String) throws { try Self.write(text, URL(filePath: "\(folder)/\(name)")) }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(folder)/\(name)") }

    /// Adds a line to the settings of the project.
    func set(_ line: String) throws {
        _ = try project()
        try Self.write(try read("caravan.yaml") + line + "\n", URL(filePath: "\(folder)/novel.caravan/caravan.yaml"))
    }

    func read(_ name: String) throws -> String {
        try String(contentsOf: URL(filePath: "\(folder)/novel.caravan/\(name)"), encoding: .utf8)
    }

    func project() throws -> Project { try Project.create(for: input, targets: [english]) }

    /// Imports, translates and exports; the summary of the run.
    @discardableResult
    func localize(
        _ server: FakeServer,
        fallback: FakeServer? = nil,
        parallel: Int = 4,
        keepsFlagged: Bool = false,
        style: EngineSettings.Style = .chat
    ) async throws -> Localize.Summary {
        let project = try project()
        try Import(project, now: 1, events: sink).run()
        let summary = try await work(
            project,
            server,
            fallback: fallback,
            parallel: parallel,
            keepsFlagged: keepsFlagged,
            style: style
        ).run()
        try export(project)
        return summary
    }

    func work(
        _ project: Project,
        _ server: FakeServer,
        fallback: FakeServer? = nil,
        parallel: Int = 4,
        keepsFlagged: Bool = false,
        style: EngineSettings.Style = .chat
    ) throws -> Localize {
        let engine = try Self.engine(server, parallel: parallel, style: style)
        return try Localize(
            project,
            source: .simplifiedChinese,
            target: english,
            terms: try project.terms().terms,
            engine: engine,
            fallback: try fallback.map { try Self.engine($0, parallel: parallel, style: style) },
            keepsFlagged: keepsFlagged,
            prices: [engine.name: EngineSettings.Prices(input: 1, output: 2)],
            clock: { 100 },
            events: sink
        )
    }

    @discardableResult
    func export(_ project: Project, bilingual: Bool = false) throws -> [String] {
        try Export(
            project,
            source: .simplifiedChinese,
            target: english,
            options: .init(bilingual: bilingual),
            now: 100,
            events: sink
        ).run()
    }

    func status() throws -> Status { try Status(try project(), locale: english) }

    /// Everything that would be published: all files of the edition but the report.
    func edition() throws -> [String: String] {
        var texts: [String: String] = [:]
        let names = try FileManager.default.subpathsOfDirectory(atPath: "\(folder)/novel.caravan/en")
        for name in names where name.hasSuffix(".txt") { texts[name] = try read("en/\(name)") }
        return texts
    }

    private var sink: EventSink { { event in self.log.withLock { $0.append(event) } } }

    /// A clock that moves only when somebody waits.
    private static var immediate: Timing {
        let time = Mutex(1000.0)
        return Timing(
            now: { time.withLock { $0 } },
            unixTime: { 0 },
            sleep: { seconds in time.withLock { $0 += seconds } },
            random: { 0.5 }
        )
    }

    /// An engine that never waits: retries come at once.
    private static func engine(_ server: FakeServer, parallel: Int, style: EngineSettings.Style) throws -> any Engine {
        var settings = EngineSettings(
            name: "fake",
            url: server.url,
            model: "fake-\(server.port)",
            parallel: parallel,
            timeout: 20,
            attempts: 3
        )
        settings.style = style
        settings.temperature = 0
        return try OpenAIEngine(settings, timing: Self.immediate)
    }

    private static func write(_ text: String, _ url: URL) throws {
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// A chapter of so many paragraphs, each of its own, with numbers, speech and the name 林动 in some.
    static func chapter(_ number: Int, paragraphs: Int) -> String {
        let openings = ["雨下了一夜", "山门前站着一个人", "没有人说话", "他数了数手里的灵石", "风从北边吹来", "“你到底来不来”", "林动把剑放在桌上"]
        var lines = ["第\(number)章 夜雨\(number)"]
        for index in 0..<paragraphs {
            let opening = openings[(index * 3 + number) % openings.count]
            lines.append("　　\(opening)，这是第\(number * 100 + index)天，路上一共走过\(index * 7 + 12)个村子。")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
