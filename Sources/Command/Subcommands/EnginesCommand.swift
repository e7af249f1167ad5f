internal import ArgumentParser
internal import Engines
internal import Foundation
internal import Text
internal import Workflows

struct EnginesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "engines",
        abstract: "List the engines, or try one.",
        discussion: """
            Examples:
              caravan engines list
              caravan engines test local
              caravan engines test deepseek --project Examples/novel
            """,
        subcommands: [List.self, Try.self],
        defaultSubcommand: List.self
    )

    struct ProjectOption: ParsableArguments {
        @Option(
            name: .long,
            help: ArgumentHelp("The project whose engines are meant.", valueName: "path"),
            completion: .file()
        )
        var project: String?

        func settings() throws -> Settings { try project.map { try Project.open($0).settings } ?? Settings() }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List the engines that can be named.",
            discussion: "Example:\n  caravan engines list --project Examples/novel"
        )

        @OptionGroup var project: ProjectOption
        @OptionGroup var output: OutputOptions

        func run() throws {
            let console = Console(json: output.json)
            for engine in EngineChoice.all(try project.settings(), environment: ProcessInfo.processInfo.environment) {
                let facts = EngineFacts(engine)
                console.emit(facts)
                console.print("\(facts.name)\t\(facts.where)\t\(facts.model ?? "")\t\(facts.key)")
            }
        }
    }

    struct Try: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "test",
            abstract: "Send one sentence through an engine and say how long it took.",
            discussion: "Example:\n  caravan engines test local --text 山门开了。"
        )

        @Argument(help: "The engine's name.")
        var name: String?
        @OptionGroup var project: ProjectOption
        @OptionGroup var target: TargetOption
        @Option(name: .long, help: "The sentence.")
        var text = "山门前的石阶一共三千二百级，她是一步一步走上去的。"
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let console = Console(json: output.json)
            let choice = try EngineChoice(
                try project.settings(),
                name: name,
                environment: ProcessInfo.processInfo.environment
            )
            let engine = try choice.engine.engine(progress: { console.show(.note($0)) })
            guard let english = LanguageTag("en") else { return }
            let batch = Batch(
                source: .chinese(of: text) ?? .simplifiedChinese,
                target: try target.locales().first ?? english,
                items: [Batch.Item(id: 1, text: InlineText(text))]
            )
            let start = ContinuousClock.now
            let answer = try await engine.translate(batch)
            let elapsed = start.duration(to: .now)
            let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
            let result = TestLine(
                engine: engine.name,
                source: text,
                target: answer.texts.first?.tagged ?? "",
                seconds: seconds,
                usage: answer.usage
            )
            console.emit(result)
            console.print("\(result.engine): \(result.target)")
            console.print(
                "  \(Figures.fixed(seconds, 2)) s, \(answer.usage.inputTokens) tokens in, \(answer.usage.outputTokens) out"
            )
        }
    }

    struct EngineFacts: Encodable {
        var name: String
        var `where`: String
        var model: String?
        /// Whether a key is set, never the key.
        var key: String

        init(_ engine: EngineSettings) {
            name = engine.name
            self.where = engine.url ?? "this machine"
            model = engine.model ?? (engine.url == nil ? engine.modelFile ?? "Gemma 3 270M" : nil)
            key =
                engine.url == nil
                ? "needs no key"
                : engine.key == nil ? "no key in \(engine.keyVariable)" : "key from \(engine.keyVariable)"
        }
    }

    struct TestLine: Encodable {
        var engine: String
        var source: String
        var target: String
        var seconds: Double
        var usage: Usage
    }
}
