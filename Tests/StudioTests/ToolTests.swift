import Studio
import Synchronization
import Testing

struct ToolTests {
    @Test func readsWhatAProgramWritesAndGivesItItsInput() async throws {
        let cat = try Tool.find("cat", remedy: "")
        let text = [UInt8](repeating: 65, count: 300_000)
        #expect(try await cat.run([], input: text) == text)
    }

    @Test func handsOnLinesAsTheyCome() async throws {
        let printf = try Tool.find("printf", remedy: "")
        let lines = Mutex<[String]>([])
        try await printf.lines(["a\\nb\\n\\nc"]) { line in lines.withLock { $0.append(line) } }
        #expect(lines.withLock { $0 } == ["a", "b", "", "c"])
    }

    @Test func saysTheLastWordsOfOneThatFails() async throws {
        let shell = try Tool.find("sh", remedy: "")
        let error = await #expect(throws: StudioError.self) { try await shell.run(["-c", "echo no film >&2; exit 3"]) }
        #expect(error?.message.contains("no film") == true)
        #expect(error?.code == .failed)
    }

    @Test func endsOneThatWritesTooMuch() async throws {
        let yes = try Tool.find("yes", remedy: "")
        let error = await #expect(throws: StudioError.self) { try await yes.run([], limit: 100_000) }
        #expect(error?.message.contains("100000 bytes") == true)
    }

    @Test func endsTheProgramWhenItsTaskIsCancelled() async throws {
        let sleep = try Tool.find("sleep", remedy: "")
        let task = Task { try await sleep.run(["600"]) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func namesTheRemedyForAMissingOne() {
        #expect(throws: StudioError.self) { try Tool.find("no-such-program-here", remedy: "Install it.") }
    }
}
