import Foundation
import Glibc
import Testing
import Text

@testable import Engines

/// The embedded engine with a stub in the place of the model: the script that serves it is the real one.
@Suite(.enabled(if: Installation.hasPython, "python3 is missing"))
struct LocalTests {
    @Test func startsOnceForEverybodyAndEndsTheChild() async throws {
        let installation = try await Installation()
        let server = LocalServer(installation.settings)
        let urls = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<4 { group.addTask { try await server.start() } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(urls.count == 1)
        #expect(try installation.starts() == 1)
        let pid = try #require(await server.pid)
        await server.stop()
        #expect(await server.pid == nil)
        #expect(kill(pid, 0) == -1)
        #expect(await server.wordsIfEnded() == nil)
    }

    @Test func translatesAndStartsAgainAServerThatWasKilled() async throws {
        let installation = try await Installation()
        let server = LocalServer(installation.settings)
        let engine = try LocalEngine(
            EngineSettings(name: "local"),
            name: "stub",
            server: server,
            timing: TestClock().timing()
        )
        #expect(engine.name == "local stub" && engine.parallel == 1 && engine.limits.units == 1)
        #expect(try await engine.translate(batch(["他走了。"])).texts.map(\.tagged) == ["He left."])
        kill(try #require(await server.pid), SIGKILL)
        #expect(try await engine.translate(batch(["他走了。"])).texts.map(\.tagged) == ["He left."])
        #expect(try installation.starts() == 2)
        await server.stop()
    }

    @Test func resetsTheCacheBeforeEachPieceAndForbidsHan() async throws {
        let installation = try await Installation()
        let server = LocalServer(installation.settings)
        let engine = try LocalEngine(
            EngineSettings(name: "local"),
            name: "stub",
            server: server,
            timing: TestClock().timing()
        )
        let usage = try await engine.translate(batch(["他走了。", "她来了。"])).usage
        #expect(usage.requests == 2)
        let asked = try installation.asked()
        // The shared prompt twice at the start, then once before each piece.
        #expect(asked.map { $0.contains("\"max_tokens\":0") } == [true, true, false, true, false])
        for line in asked {
            #expect(line.contains("grammar") != line.contains("\"max_tokens\":0"))
            #expect(!line.contains("\"stream\":true"))
        }
        await server.stop()
    }

    @Test func saysTheLastWordsOfAServerThatDoesNotStart() async throws {
        let installation = try await Installation(server: "raise SystemExit('no such model: \\x1b[31mred')")
        let server = LocalServer(installation.settings)
        let error = await #expect(throws: EngineError.self) { try await server.start() }
        #expect(error?.code == .unreachable)
        #expect(error?.message.contains("no such model: [31mred") == true)
    }

    @Test func givesUpOnAServerThatSaysNothing() async throws {
        let installation = try await Installation(server: "import time; time.sleep(100)")
        var settings = installation.settings
        settings.patience = 0.3
        let server = LocalServer(settings)
        let error = await #expect(throws: EngineError.self) { try await server.start() }
        #expect(error?.code == .unreachable)
        #expect(await server.pid == nil)
    }

    @Test func namesTheCommandThatInstallsWhatIsMissing() async throws {
        let settings = LocalSettings(environment: ["XDG_DATA_HOME": "/nonexistent"])
        let server = LocalServer(settings)
        let error = await #expect(throws: EngineError.self) { try await server.start() }
        #expect(error?.code == .missingTool)
        #expect(error?.message.contains("script/bootstrap") == true)
        let other = LocalServer(LocalSettings(modelFile: "/nonexistent.gguf", environment: [:]))
        #expect(await #expect(throws: EngineError.self) { try await other.start() }?.code == .missingTool)
    }

    @Test func findsItsPlacesFromTheEnvironment() throws {
        let settings = LocalSettings(environment: ["HOME": "/home/x", "CARAVAN_MODEL_FILE": "/m/qwen.gguf"])
        #expect(settings.dataFolder == "/home/x/.local/share/caravan")
        #expect(settings.modelName == "qwen")
        #expect(
            LocalSettings(environment: ["HOME": "/h", "XDG_DATA_HOME": "/d"]).python == "/d/caravan/engine/bin/python"
        )
    }

    @Test func makesTheEngineThatTheSettingsDescribe() throws {
        #expect(try EngineSettings(name: "local").engine() is LocalEngine)
        #expect(try EngineSettings(name: "x", url: "http://127.0.0.1:9").engine() is OpenAIEngine)
    }

    /// Whoever holds the other end of its standard input is killed, and nothing is left behind.
    @Test func leavesNoChildBehindWhenTheParentIsKilled() async throws {
        let result = try await #require(processExitsWith: .signal(SIGKILL), observing: [\.standardOutputContent]) {
            let installation = try await Installation(suffix: "-left")
            let server = LocalServer(installation.settings)
            _ = try await server.start()
            print("=\(await server.pid ?? 0)=\(installation.folder.path)=")
            fflush(nil)
            kill(getpid(), SIGKILL)
        }
        let output = String(decoding: result.standardOutputContent, as: UTF8.self)
        let words = output.split(separator: "=")
        let pid = try #require(words.compactMap { Int32($0) }.first)
        #expect(pid > 1)
        #expect(await isGone(pid))
        for word in words where word.hasSuffix("-left") { try? FileManager.default.removeItem(atPath: String(word)) }
    }

    /// The pipe is enough where the kernel sends no signal.
    @Test func endsWithItsInputAlone() async throws {
        let child = ChildProcess("/bin/sh", ["-c", "echo started; read line; echo gone >&2"])
        #expect(await child.firstLine() == "started")
        #expect(!child.isEnded)
        await child.stop()
        #expect(child.isEnded && child.pid == 0)
        let missing = ChildProcess("/nonexistent/tool", [])
        #expect(await missing.firstLine() == nil)
        #expect(missing.lastWords.joined().contains("could not be started"))
    }

    /// `llama-server` is a child of the script's, and ends with it.
    @Test func runsLlamaServerWhereAModelFileIsGiven() async throws {
        let installation = try await Installation()
        let settings = try await installation.withLlamaServer()
        #expect(settings.modelName == "my-model")
        let server = LocalServer(settings)
        let url = try await server.start()
        #expect(url.hasSuffix("/v1"))
        #expect(try installation.starts() == 0)
        let pid = try #require(try installation.lines("pid").first.flatMap { Int32($0) })
        #expect(kill(pid, 0) == 0)
        await server.stop()
        #expect(await isGone(pid))
    }

    /// A process that has ended may stay in the table until somebody asks for it.
    private func isGone(_ pid: Int32) async -> Bool {
        for _ in 0..<500 {
            let status = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ""
            if status.isEmpty || status.contains(") Z ") { return true }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return false
    }
}
