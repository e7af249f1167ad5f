internal import Formats
internal import FoundationEssentials
internal import Glibc
internal import Storage
package import Text

/// Writes the entries of memories to a file, one by one.
package struct ExportMemory {
    private let files: [MemoryEntryFile]

    package enum Target: String, Sendable, CaseIterable {
        case tmx, csv, tsv, jsonl, xlf

        /// By the ending of a file's name.
        package init?(fileName: String) {
            let ending = fileName.lastIndex(of: ".").map { fileName[fileName.index(after: $0)...].lowercased() }
            self.init(rawValue: ending == "xliff" ? "xlf" : ending ?? "")
        }
    }

    package struct Result: Sendable, Encodable {
        package var file: String
        package var entries = 0
        package var findings: [Finding] = []
    }

    /// - Parameter reading: says the locales, source and targets, of the entries that are written; without them, all are.
    package init(_ paths: [String], reading: Reading) {
        files = paths.map { MemoryEntryFile($0, reading: reading) }
    }

    /// Writes beside the file and renames; `-` is standard output.
    package func run(to path: String, as target: Target) throws -> Result {
        var result = Result(file: path)
        let output = try EntryOutput(path)
        let pairs = target == .tmx || target == .jsonl ? [] : try locales()
        switch target {
        case .tmx: try writeTMX(&result, output)
        case .jsonl: try writeLines(&result, output)
        case .csv, .tsv: try writeTable(&result, output, pairs, separator: target == .csv ? "," : "\t")
        case .xlf: try writeXLIFF(&result, output, pairs)
        }
        try output.finish()
        return result
    }

    private func forEach(_ result: inout Result, _ body: (MemoryEntry) throws -> Void) throws {
        for var file in files {
            try file.read(body)
            for finding in file.findings where !result.findings.contains(finding) { result.findings.append(finding) }
        }
    }

    /// The pairs of locales in the order in which they come.
    private func locales() throws -> [[LanguageTag]] {
        var pairs: [[LanguageTag]] = []
        var ignored = Result(file: "")
        try forEach(&ignored) { entry in
            let pair = [entry.sourceLocale, entry.targetLocale]
            if pairs.last != pair, !pairs.contains(pair) { pairs.append(pair) }
        }
        return pairs
    }

    private func writeTMX(_ result: inout Result, _ output: EntryOutput) throws {
        let header = files.lazy.compactMap { MemoryHeader.read($0.path) ?? MemoryEntryFile.header(of: $0.path) }.first
        let writer = TMXEntryWriter(header: header)
        var isStarted = false
        var count = 0
        try forEach(&result) { entry in
            var bytes: [UInt8] = []
            if !isStarted { bytes = writer.start(source: nil) }
            isStarted = true
            count += 1
            writer.write(entry, to: &bytes)
            try output.write(bytes)
        }
        if !isStarted { try output.write(writer.start(source: nil)) }
        try output.write(TMXEntryWriter.end)
        result.entries = count
    }

    private func writeLines(_ result: inout Result, _ output: EntryOutput) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var count = 0
        try forEach(&result) { entry in
            count += 1
            try output.write([UInt8](try encoder.encode(MemoryLine(entry))) + [0x0A])
        }
        result.entries = count
    }

    /// With one pair of locales a column for each; with several the locales stand in columns of their own.
    private func writeTable(
        _ result: inout Result,
        _ output: EntryOutput,
        _ pairs: [[LanguageTag]],
        separator: String
    ) throws {
        let isOne = pairs.count <= 1
        let texts = pairs.first.flatMap { isOne ? $0.map(\.description) : nil } ?? ["source", "target", "from", "to"]
        let names = texts + ["key", "comment", "document", "origin", "by", "state", "changed"]
        try output.write(Self.row(names, separator))
        var count = 0
        try forEach(&result) { entry in
            let line = MemoryLine(entry)
            var fields = [entry.source.literal, entry.target.literal]
            if !isOne { fields += [line.from, line.to] }
            fields += [line.key, line.note, line.document, line.origin, line.by, line.state, line.changed].map {
                $0 ?? ""
            }
            count += 1
            try output.write(Self.row(fields, separator))
        }
        result.entries = count
    }

    private static func row(_ fields: [String], _ separator: String) -> [UInt8] {
        let quoted = fields.map { field in
            let needs = field.utf8.contains { $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 || $0 == 0x2C }
            return needs
                ? "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
                : field
        }
        return Array((quoted.joined(separator: separator) + "\n").utf8)
    }

    private func writeXLIFF(_ result: inout Result, _ output: EntryOutput, _ pairs: [[LanguageTag]]) throws {
        try output.write(XLIFFEntryWriter.start)
        var count = 0
        for pair in pairs where pair.count == 2 {
            try output.write(XLIFFEntryWriter.fileStart(source: pair[0], target: pair[1]))
            try forEach(&result) { entry in
                guard entry.sourceLocale == pair[0], entry.targetLocale == pair[1] else { return }
                count += 1
                try output.write(XLIFFEntryWriter.unit(entry, number: count))
            }
            try output.write(XLIFFEntryWriter.fileEnd)
        }
        try output.write(XLIFFEntryWriter.end)
        result.entries = count
    }
}

/// A file that is written in parts, beside its place until it is whole, or standard output.
private final class EntryOutput {
    private let path: String
    private let beside: String?
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var isDone = false

    init(_ path: String) throws {
        self.path = path
        if path == "-" {
            (beside, descriptor) = (nil, 1)
        } else {
            let name = "\(path).\(getpid()).part"
            beside = name
            descriptor = Glibc.open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
            guard descriptor >= 0 else { throw Self.failure(path) }
        }
    }

    deinit {
        guard let beside else { return }
        close(descriptor)
        if !isDone { unlink(beside) }
    }

    func write(_ bytes: [UInt8]) throws {
        buffer += bytes
        if buffer.count >= 1 << 20 { try flush() }
    }

    private func flush() throws {
        var start = 0
        while start < buffer.count {
            let count = buffer.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start)
            }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else { throw Self.failure(path) }
            start += count
        }
        buffer.removeAll(keepingCapacity: true)
    }

    func finish() throws {
        try flush()
        if let beside, rename(beside, path) != 0 { throw Self.failure(path) }
        isDone = true
    }

    private static func failure(_ path: String) -> WorkflowError {
        WorkflowError(.file, "\(path) cannot be written: \(String(cString: strerror(errno))).")
    }
}
