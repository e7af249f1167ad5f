import Foundation
import Testing

/// Who may import whom: the table of docs/design.md, as a test.
private let arrows: [String: Set<String>] = [
    "Text": [],
    "Formats": ["Text", "CZlib"],
    "Memory": ["Text"],
    "Checks": ["Text", "CStemmer", "CFreeType", "CHarfBuzz", "CHunspell"],
    "Engines": ["Text", "AsyncHTTPClient", "NIOCore", "NIOHTTP1"],
    "Media": ["Text"],
    "Studio": ["Text", "Media", "Subprocess", "SystemPackage"],
    "Storage": ["Text", "Memory", "GRDB"],
    "Workflows": ["Text", "Formats", "Memory", "Checks", "Engines", "Media", "Studio", "Storage", "Yams"],
    "Command": ["Text", "Formats", "Engines", "Media", "Studio", "Storage", "Workflows", "ArgumentParser"],
    "caravan": ["Command"],
    // Built on its own, when `CARAVAN_SHERPA` names the library: see Package.swift.
    "caravan-speech": ["Text", "Media", "CSherpaOnnx"],
]

/// What every room may import: the toolchain's own.
private let everywhere: Set<String> = ["FoundationEssentials", "Foundation", "Synchronization", "Glibc", "Dispatch"]

private let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

struct ArrowTests {
    @Test(arguments: arrows.keys.sorted())
    func importsOnlyWhatTheArrowsAllow(room: String) throws {
        let allowed = try #require(arrows[room]).union(everywhere)
        let files = try #require(
            FileManager.default.enumerator(at: sources.appending(path: room), includingPropertiesForKeys: nil)
        )
        var seen = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            seen += 1
            for name in imports(of: try String(contentsOf: file, encoding: .utf8)) {
                #expect(allowed.contains(name), "\(room)/\(file.lastPathComponent) imports \(name)")
            }
        }
        #expect(seen > 0, "\(room) holds no file")
    }

    @Test func knowsEveryRoom() throws {
        let rooms = try FileManager.default.contentsOfDirectory(atPath: sources.path).filter { name in
            // A C library is a module map, not a room.
            !FileManager.default.fileExists(atPath: sources.appending(path: "\(name)/module.modulemap").path)
        }
        #expect(Set(rooms) == Set(arrows.keys))
    }

    @Test func seesEveryKindOfImport() {
        let text = "import A\npackage import B\n@testable import C\ninternal import struct D.E\n// import F\n"
        #expect(imports(of: text) == ["A", "B", "C", "D"])
    }

    private func imports(of text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            var words = line.split(separator: " ")[...]
            while let first = words.first,
                first.hasPrefix("@") || ["public", "package", "internal", "private"].contains(first)
            {
                words.removeFirst()
            }
            guard words.popFirst() == "import" else { return nil }
            if let first = words.first, ["struct", "class", "enum", "func", "protocol"].contains(first) {
                words.removeFirst()
            }
            return words.first.map { String($0.prefix { $0 != "." }) }
        }
    }
}
