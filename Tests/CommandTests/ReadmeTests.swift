import FakeEngine
import Foundation
import Testing

/// Every command of the README, run as it is written there.
struct ReadmeTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The arguments of the lines that begin with `script/run`, variables before it and remarks after it left out.
    private static func commands() throws -> [[String]] {
        try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
            .split(separator: "\n").filter { $0.hasPrefix("    ") }
            .compactMap { line in
                let words = words(of: line.prefix { $0 != "#" })
                return words.firstIndex(of: "script/run").map { Array(words[($0 + 1)...]) }
            }
    }

    /// Words as a shell takes them: parted by spaces that are not within double quotes.
    private static func words(of line: Substring) -> [String] {
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
            index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
        }
    }

    @Test func runsEveryCommandAsItIsWritten() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "caravan-readme-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "Examples").path)
        where !name.hasSuffix(".caravan") {
            let source = Self.root.appending(path: "Examples/\(name)")
            let copy = folder.appending(path: "Examples/\(name)")
            try FileManager.default.createDirectory(
                at: folder.appending(path: "Examples"),
                withIntermediateDirectories: true
            )
            try FileManager.default.copyItem(at: source, to: copy)
        }
        let commands = try Self.commands()
        #expect(commands.count >= 8)
        try await FakeServer.with { server in
            let caravan = Caravan(environment: ["CARAVAN_ENGINE_URL": server.url, "CARAVAN_ENGINE_MODEL": "fake"])
            for words in commands {
                let arguments = words.map { $0.hasPrefix("Examples/") ? folder.appending(path: $0).path : $0 }
                let result = try await caravan.start(arguments).result()
                // The embedded engine is not installed where only the tests were set up.
                let expected: Set<Int32> = words == ["engines", "test", "local"] ? [0, 3] : [0]
                #expect(expected.contains(result.code), "\(words): \(result.error)")
            }
        }
        let book = folder.appending(path: "Examples/novel.caravan/en/novel.epub").path
        #expect(FileManager.default.fileExists(atPath: book))
        if let python = ProcessInfo.processInfo.environment["CARAVAN_EPUBCHECK"] {
            for name in ["novel.epub", "novel.bilingual.epub"] {
                let file = folder.appending(path: "Examples/novel.caravan/en/\(name)").path
                let result = try await Running(
                    python,
                    ["-m", "epubcheck", file],
                    environment: ["PATH": "/usr/bin:/bin:/usr/local/bin"]
                ).result()
                #expect(
                    result.code == 0 && !(result.output + result.error).contains("WARNING"),
                    "\(result.output)\(result.error)"
                )
            }
        }
    }
}
