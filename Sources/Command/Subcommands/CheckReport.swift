internal import ArgumentParser
internal import FoundationEssentials
internal import Text
internal import Workflows

/// Shows what the checks found: a line for a cause, then the worst places.
struct CheckReport {
    private let result: CheckRun.Result
    private let options: CheckOutputOptions
    private let console: Console

    init(_ result: CheckRun.Result, options: CheckOutputOptions, console: Console) {
        self.result = result
        self.options = options
        self.console = console
    }

    private static let shown = 50

    func show() throws {
        if let file = options.sarif { try writeSARIF(to: file) }
        if let file = options.quality { try writeEstimates(to: file) }
        for finding in result.findings { console.emit(finding) }
        guard options.sarif != "-" else { return }
        let groups = FindingGroups(result.findings)
        for group in options.full ? groups.groups[...] : groups.groups.prefix(Self.shown) {
            let count = group.count > 1 ? " ×\(group.count)" : ""
            console.print("\(group.severity.rawValue) \(group.code)\(count): \(group.message)")
            let more = group.count > group.places.count ? " …" : ""
            console.print("    \(group.places.joined(separator: ", "))\(more)")
            if let source = group.example.source, let target = group.example.target {
                console.print("    \(Self.cut(source))  →  \(Self.cut(target))")
            }
        }
        if !options.full, groups.groups.count > Self.shown {
            console.print("… and \(groups.groups.count - Self.shown) more causes; --full shows them.")
        }
        if groups.worst.count > 1 {
            console.print("\nThe worst places:")
            for worst in groups.worst {
                let codes = Set(worst.codes).sorted().joined(separator: ", ")
                console.print("  \(worst.place): \(codes)\n    \(Self.cut(worst.source))  →  \(Self.cut(worst.target))")
            }
        }
        console.say(summary)
    }

    private var summary: String {
        let counts = Finding.Severity.allCases.reversed().map { severity in
            Self.counted(result.findings.count { $0.severity == severity }, severity.rawValue)
        }
        var line =
            "\(Self.counted(result.units, "unit")) in \(Self.counted(result.documents, "document")): \(counts.joined(separator: ", "))."
        if result.silenced > 0 { line += " \(result.silenced) acknowledged or known." }
        if !result.mended.isEmpty {
            let mended = result.mended.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
            line += " Mended: \(mended.joined(separator: ", "))."
        }
        if result.left > 0 { line += " \(result.left) not mended, since a person wrote or reviewed them." }
        return line
    }

    private static func counted(_ count: Int, _ name: String) -> String { "\(count) \(name)\(count == 1 ? "" : "s")" }

    private static func cut(_ text: String) -> String {
        let line = text.replacing("\n", with: "⏎")
        return line.count > 90 ? line.prefix(90) + "…" : line
    }

    /// Columns file, id and quality: the queue of an editor.
    private func writeEstimates(to file: String) throws {
        var table = "file\tid\tquality\n"
        for unit in result.estimates.sorted(by: { $0.quality < $1.quality }) {
            table += "\(unit.file)\t\(unit.id)\t\(unit.quality)\n"
        }
        try write(Data(table.utf8), to: file)
    }

    private func write(_ data: Data, to file: String) throws {
        do {
            try data.write(to: URL(filePath: file))
        } catch {
            throw WorkflowError(.file, "\(file) cannot be written.", cause: error)
        }
    }

    private func writeSARIF(to file: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let version = CaravanCommand.configuration.version.split(separator: " ").last.map(String.init) ?? "0"
        let data = try encoder.encode(SARIFLog(result.findings, version: version))
        if file == "-" {
            Stream.output.write(String(decoding: data, as: UTF8.self) + "\n")
        } else {
            try write(data, to: file)
        }
    }
}

/// The list of all checks.
struct CheckListing {
    var json: Bool
    var markdown: Bool

    static var codes: Set<String> { Set(CheckCodes.all.map(\.code)) }

    func show() {
        if markdown {
            Stream.output.write(CheckCodes.documentation)
            return
        }
        let console = Console(json: json)
        for entry in CheckCodes.all {
            console.emit(entry)
            console.print("\(entry.code) (\(entry.severity); \(entry.locales))\n    \(entry.asserts)")
        }
    }
}
