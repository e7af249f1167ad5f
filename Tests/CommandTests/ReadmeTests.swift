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

    /// A film of six seconds in the place of the example, which is made by a script that needs the models.
    private func makeEpisode(in folder: String) async throws {
        try? FileManager.default.removeItem(atPath: "\(folder)/episode.mp4")
        let made = try await Running(
            "/usr/bin/ffmpeg",
            ["-nostdin", "-v", "error", "-f", "lavfi", "-i", "testsrc=s=180x320:r=25:d=6", "-f", "lavfi", "-i"]
                + ["sine=f=220:r=48000:d=6", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"]
                + ["-c:a", "aac", "\(folder)/episode.mp4"],
            environment: ["PATH": "/usr/bin:/bin:/usr/local/bin"]
        ).result()
        #expect(made.code == 0, "\(made.error)")
        let lines = "1\n00:00:00,400 --> 00:00:02,400\n林晚：我没有邀请函。\n\n2\n00:00:03,000 --> 00:00:05,400\n苏曼：把她赶出去！\n"
        try Data(lines.utf8).write(to: URL(filePath: "\(folder)/episode.srt"))
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
        try await makeEpisode(in: folder.appending(path: "Examples/episode").path)
        let commands = try Self.commands()
        #expect(commands.count >= 8)
        try await FakeServer.with { server in
            let caravan = Caravan(environment: ["CARAVAN_ENGINE_URL": server.url, "CARAVAN_ENGINE_MODEL": "fake"])
            for words in commands {
                let arguments = words.map { $0.hasPrefix("Examples/") ? folder.appending(path: $0).path : $0 }
                let result = try await caravan.start(arguments).result()
                // The embedded engine and the models that hear and read are not installed where only the tests were set up.
                let needsModels = words == ["engines", "test", "local"] || words.contains("--read")
                let expected: Set<Int32> = needsModels ? [0, 3] : [0]
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
