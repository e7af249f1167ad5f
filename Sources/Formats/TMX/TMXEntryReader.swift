package import Text

/// Reads the entries of a TMX file of any size, piece by piece: a piece ends with a `</tu>`, and only one is held at a time.
///
/// TMX 1.1 to 1.4b (https://www.gala-global.org/tmx-14b) in UTF-8, UTF-16 or what the declaration names. Each unit gives one entry for
/// every variant beside its source. The source is the variant in the locale that is asked for, else in the `srclang` of the unit or
/// of the header, else (`*all*`, or none) the Chinese one, else the first. A unit that is broken is a finding, and the rest is read.
package struct TMXEntryReader {
    package let file: String
    package private(set) var header: TMXHeader?
    package private(set) var findings: [Finding] = []
    /// `<tu>` elements so far.
    package private(set) var unitCount = 0
    /// Those that gave no entry: broken, or without a text in the source or a target locale.
    package private(set) var skippedCount = 0
    private let source: LanguageTag?
    private let targets: [LanguageTag]
    private var decoder: TMXDecoder?
    private var started: [UInt8] = []
    /// Text in UTF-8 that is not read yet.
    private var buffer: [UInt8] = []
    private var scanner = TMXPieceScanner()
    private var units: TMXUnitReader
    /// Line on which `buffer` begins.
    private var line = 1

    static let mostFindings = 50
    /// A unit, or what comes before the first one, is shorter.
    static let longestPiece = 64 << 20

    /// - Parameters:
    ///   - source: the locale to take as the source; nil takes what the file says.
    ///   - targets: only variants that agree with one of these; all, when there are none.
    package init(file: String, source: LanguageTag? = nil, targets: [LanguageTag] = []) {
        self.file = file
        self.source = source
        self.targets = targets
        units = TMXUnitReader(source: source, targets: targets)
    }

    /// Reads the next bytes of the file, some MB at a time.
    ///
    /// Throws `.malformed` for a file that is no TMX, and what `each` throws.
    package mutating func read(_ bytes: [UInt8], isLast: Bool, _ each: (MemoryEntry) throws -> Void) throws {
        if decoder == nil {
            // The encoding is settled by the first bytes.
            started += bytes
            guard started.count >= 256 || isLast else { return }
            decoder = TMXDecoder(started)
            decoder?.decode(started, isLast: isLast, into: &buffer)
            started = []
        } else {
            decoder?.decode(bytes, isLast: isLast, into: &buffer)
        }
        if header == nil { try readHead(isLast: isLast) }
        guard header != nil else { return }
        try readPieces(isLast: isLast, each)
        guard isLast else { return }
        if decoder?.isDamaged ?? false {
            report(
                "xml-encoding",
                .warning,
                "Some bytes are damaged; they read as U+FFFD. Save the file as UTF-8.",
                line: nil
            )
        }
        if units.unknownLocales > 0 {
            let names = units.unknownNames.sorted().joined(separator: ", ")
            report(
                "tmx-locale",
                .warning,
                "\(units.unknownLocales) variants are in languages that are no BCP 47 tags (\(names)); they are left out. "
                    + "Write them like zh-CN and en.",
                line: nil
            )
        }
        if units.withoutSource > 0 {
            let wanted = source?.description ?? header?.sourceLanguage ?? "*all*"
            report(
                "tmx-source",
                .warning,
                "\(units.withoutSource) units have no text in the source language (\(wanted)); they are left out. Name another "
                    + "source with --from.",
                line: nil
            )
        }
    }

    private mutating func readHead(isLast: Bool) throws {
        let first = TMXPieceScanner.firstUnit(in: buffer)
        guard let end = first ?? (isLast ? buffer.count : nil) else {
            guard buffer.count < Self.longestPiece else { throw noTMX }
            return
        }
        let xml = XMLFile(Array(buffer[..<end]), file: file)
        guard let root = xml.root, xml.has("tmx", root) else { throw noTMX }
        header = TMXHeader(xml)
        units.language = header?.sourceLanguage
        consume(end)
    }

    private var noTMX: FormatError {
        FormatError(.malformed, "\(file): there is no <tmx> element. Export the memory as TMX again.")
    }

    private mutating func readPieces(isLast: Bool, _ each: (MemoryEntry) throws -> Void) throws {
        if let end = scanner.lastEnd(in: buffer) { try readPiece(upTo: end, each) }
        if isLast {
            if TMXPieceScanner.firstUnit(in: buffer) != nil {
                report(
                    "tmx-cut",
                    .error,
                    "The file ends inside of a unit; it was cut off. Get a whole copy.",
                    line: line
                )
                try readPiece(upTo: buffer.count, each)
            }
            buffer = []
        } else if buffer.count > Self.longestPiece {
            report(
                "tmx-unit",
                .error,
                "A unit has more than \(Self.longestPiece >> 20) MB and no end; it is left out.",
                line: line
            )
            skippedCount += 1
            consume(buffer.count)
        }
    }

    private mutating func readPiece(upTo end: Int, _ each: (MemoryEntry) throws -> Void) throws {
        let piece = Array(buffer[..<end])
        let start = line
        consume(end)
        let xml = XMLFile(piece, file: file)
        for finding in xml.findings { keep(finding, after: start) }
        var lines = LineCounter(line: start)
        var index = 0
        while index < xml.tokens.count {
            let token = xml.tokens[index]
            guard token.kind == .startTag, xml.has("tu", index) else {
                index += 1
                continue
            }
            unitCount += 1
            guard let close = token.partner else {
                skippedCount += 1
                let at = lines.line(at: token.range.lowerBound, in: piece)
                report("tmx-unit", .error, "A unit has no end; it is left out. Add </tu>.", line: at)
                index += 1
                continue
            }
            let entries = units.read(index, in: xml)
            if entries.isEmpty { skippedCount += 1 }
            if units.isBroken {
                let at = lines.line(at: token.range.lowerBound, in: piece)
                let what = "A unit has fewer than two variants with a <seg> that is closed; it is left out."
                report("tmx-unit", .warning, what, line: at)
            }
            for entry in entries { try each(entry) }
            index = close + 1
        }
    }

    private mutating func consume(_ count: Int) {
        line += buffer[..<count].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        buffer.removeFirst(count)
        scanner.moved(by: count)
    }

    private mutating func keep(_ finding: Finding, after start: Int) {
        guard findings.count < Self.mostFindings else { return }
        var finding = finding
        finding.place.line = finding.place.line.map { $0 + start - 1 }
        findings.append(finding)
    }

    private mutating func report(_ code: String, _ severity: Finding.Severity, _ message: String, line: Int?) {
        // What is said at the end of the file is always kept.
        guard findings.count < Self.mostFindings || line == nil else { return }
        findings.append(Finding(code, severity, message, at: Finding.Place(file: file, line: line)))
    }

    /// Line numbers of rising offsets.
    private struct LineCounter {
        var line: Int
        var offset = 0

        mutating func line(at place: Int, in bytes: [UInt8]) -> Int {
            line += bytes[offset..<max(offset, place)].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
            offset = max(offset, place)
            return line
        }
    }
}
