internal import Formats
internal import FoundationEssentials
internal import Glibc
internal import Storage
internal import Text

/// Reads the entries of any file that can serve as a memory: TMX as a stream, JSON lines as `export` writes them, a `.memory` folder,
/// a project, and every bilingual format that `Formats` reads.
struct MemoryEntryFile {
    let path: String
    let reading: Reading
    private(set) var findings: [Finding] = []
    /// Units that gave no entry.
    private(set) var skipped = 0
    private(set) var header: TMXHeader?

    init(_ path: String, reading: Reading) {
        self.path = path
        self.reading = reading
    }

    private var source: LanguageTag? { reading.options.source }
    private var targets: [LanguageTag] { reading.options.targets }

    /// Whether a file is streamed: TMX, by its content.
    static func isTMX(_ path: String) -> Bool {
        guard let head = try? Files.head(path, count: 4096) else { return false }
        return TMXFormat.recognize(FileSample(head, file: path)) == .certain
    }

    /// The header of a TMX file, from its first bytes; nil for what is none.
    static func header(of path: String) -> TMXHeader? {
        guard !Files.isFolder(path), isTMX(path), let head = try? Files.head(path, count: 65_536) else { return nil }
        var reader = TMXEntryReader(file: path)
        try? reader.read(head, isLast: false) { _ in }
        return reader.header
    }

    /// Hands over the entries one by one; `progress` hears how much of the file is read, from 0 to 1.
    mutating func read(progress: (Double) -> Void = { _ in }, _ each: (MemoryEntry) throws -> Void) throws {
        guard Files.exists(path) else {
            throw WorkflowError(.file, "\(path) is not there. Name a memory, a file with translations or a project.")
        }
        if path.hasSuffix(".memory") || path.hasSuffix(".memory/") {
            try readFolder(each)
        } else if path.hasSuffix(".caravan") || Files.isFolder(path) {
            try readProject(each)
        } else if reading.format.map({ $0 == "tmx" }) ?? Self.isTMX(path) {
            try readTMX(progress, each)
        } else if path.lowercased().hasSuffix(".jsonl"), try isEntryLines() {
            try readLines(each)
        } else {
            try readDocument(each)
        }
    }

    private func serves(_ entry: MemoryEntry) -> Bool {
        (source.map { entry.sourceLocale.agrees(with: $0) } ?? true)
            && (targets.isEmpty || targets.contains { entry.targetLocale.agrees(with: $0) })
    }

    private mutating func readFolder(_ each: (MemoryEntry) throws -> Void) throws {
        let memory = try MemoryFolder(reading: path)
        header = MemoryHeader.read(path)
        let damaged = try memory.forEach { if serves($0) { try each($0) } }
        if damaged > 0 {
            let message =
                "\(damaged) records are damaged and left out. Take a copy from a backup, or live with the rest."
            findings.append(Finding("memory-damaged", .error, message, at: .init(file: path)))
        }
    }

    private mutating func readProject(_ each: (MemoryEntry) throws -> Void) throws {
        let project = try Project.open(path)
        let source = try project.sourceLocale()
        guard self.source.map({ $0.agrees(with: source) }) ?? true else { return }
        for locale in project.knownTargets where targets.isEmpty || targets.contains(where: { $0.agrees(with: locale) })
        {
            var last: MemoryEntry?
            var before: UInt64?
            var document: String?
            func hand(after: UInt64?) throws {
                guard var entry = last else { return }
                entry.after = after
                last = nil
                try each(entry)
            }
            try project.store.forEachUnit(locale: locale) { unit in
                if unit.document != document {
                    try hand(after: nil)
                    (before, document) = (nil, unit.document)
                }
                let hash = MemoryEntry.hash(of: unit.source)
                try hand(after: hash)
                if let translation = unit.translation, translation.state != .initial {
                    last = MemoryEntry(
                        source: unit.source,
                        target: translation.text,
                        sourceLocale: source,
                        targetLocale: locale,
                        before: before,
                        key: unit.key,
                        document: unit.document,
                        origin: translation.origin,
                        state: translation.state
                    )
                }
                before = hash
            }
            try hand(after: nil)
        }
    }

    private mutating func readTMX(_ progress: (Double) -> Void, _ each: (MemoryEntry) throws -> Void) throws {
        var reader = TMXEntryReader(file: path, source: source, targets: targets)
        try Files.stream(path) { bytes, part, isLast in
            try reader.read(bytes, isLast: isLast, each)
            progress(part)
        }
        findings += reader.findings
        skipped = reader.skippedCount
        header = reader.header
    }

    private func isEntryLines() throws -> Bool {
        let head = try Files.head(path, count: 65_536)
        guard let line = head.split(separator: 0x0A).first else { return false }
        return (try? JSONDecoder().decode(MemoryLine.self, from: Data(line))) != nil
    }

    private mutating func readLines(_ each: (MemoryEntry) throws -> Void) throws {
        let decoder = JSONDecoder()
        for (number, line) in try Files.read(path).split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty {
            guard let entry = (try? decoder.decode(MemoryLine.self, from: Data(line)))?.entry else {
                skipped += 1
                guard findings.count < 50 else { continue }
                let message = "The line is no entry of a memory; it is left out. It needs source, target, from and to."
                findings.append(Finding("memory-line", .warning, message, at: .init(file: path, line: number + 1)))
                continue
            }
            if serves(entry) { try each(entry) }
        }
    }

    private mutating func readDocument(_ each: (MemoryEntry) throws -> Void) throws {
        let bytes = try Files.read(path)
        var document = try reading.read(bytes, file: path).document
        if targets.isEmpty, document.units.allSatisfy({ $0.existing.isEmpty }), let any = LanguageTag("und") {
            // A table may have a column of translations whose language nobody has said.
            var open = reading
            open.options.targets = [any]
            document = try open.read(bytes, file: path).document
        }
        findings += document.findings
        let source = source ?? document.details.language ?? Self.chinese(of: document) ?? .simplifiedChinese
        let hashes = document.units.map { MemoryEntry.hash(of: $0.source) }
        var count = 0
        for chapter in document.chapters {
            for index in chapter.units {
                let unit = document.units[index]
                var isUsed = false
                for (name, existing) in unit.existing.sorted(by: { $0.key < $1.key }) {
                    guard let locale = LanguageTag(name), !locale.agrees(with: source), !existing.text.isEmpty,
                        existing.state != .initial,
                        targets.isEmpty || targets.contains(where: { $0.agrees(with: locale) })
                    else { continue }
                    isUsed = true
                    try each(
                        MemoryEntry(
                            source: unit.source,
                            target: existing.text,
                            sourceLocale: source,
                            targetLocale: locale,
                            before: index > chapter.units.lowerBound ? hashes[index - 1] : nil,
                            after: index + 1 < chapter.units.upperBound ? hashes[index + 1] : nil,
                            key: unit.notes[Unit.Note.key] ?? unit.key,
                            document: Files.name(of: path),
                            origin: .human(""),
                            state: existing.state,
                            note: unit.notes[Unit.Note.comment]
                        )
                    )
                }
                if isUsed { count += 1 } else { skipped += 1 }
            }
        }
        guard count == 0 else { return }
        let message =
            "No translation was found in \(document.format) with \(document.units.count) texts. Say --from and --to, for a table "
            + "also --columns source=zh,en=English; a book and its translation are for `caravan memory align`."
        findings.append(Finding("memory-empty", .warning, message, at: .init(file: path)))
    }

    private static func chinese(of document: Document) -> LanguageTag? {
        LanguageTag.chinese(of: document.units.prefix(200).map(\.source.plain).joined())
    }
}

/// The header of the TMX file that a memory was made from, kept beside its records to be written again.
enum MemoryHeader {
    private static func file(_ folder: String) -> String { Files.join(folder, "header.json") }

    static func read(_ folder: String) -> TMXHeader? {
        guard let bytes = try? Files.read(file(folder)) else { return nil }
        return try? JSONDecoder().decode(TMXHeader.self, from: Data(bytes))
    }

    /// The first one that comes stays.
    static func keep(_ header: TMXHeader, in folder: String) throws(WorkflowError) {
        guard !Files.exists(file(folder)), let data = try? JSONEncoder().encode(header) else { return }
        try Files.write([UInt8](data), to: file(folder))
    }
}
