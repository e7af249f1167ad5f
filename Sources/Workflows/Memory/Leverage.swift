internal import Formats
internal import Memory
internal import Storage
package import Text

/// What memories have for new files, before any money is spent: units, words and characters by band of match rate.
package struct Leverage: Sendable {
    package private(set) var files: [File] = []
    package private(set) var findings: [Finding] = []

    package struct File: Sendable, Encodable {
        package var file: String
        package var bands: [Band: Count] = [:]

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(file, forKey: .file)
            try container.encode(Leverage.lines(bands), forKey: .bands)
        }

        private enum Key: CodingKey { case file, bands }
    }

    /// The bands that the field counts in.
    package enum Band: String, Sendable, Encodable, CaseIterable {
        /// The same text in the same place.
        case context = "101"
        case exact = "100"
        /// The same text stands earlier in the files.
        case repetition
        case high = "95-99"
        case good = "85-94"
        case fair = "75-84"
        case low = "50-74"
        case none = "0-49"
        /// Nothing to translate: marks and digits.
        case wordless
    }

    package struct Count: Sendable, Encodable {
        package var units = 0
        /// Words of scripts with spaces; every Han character, kana or hangul syllable counts as one.
        package var words = 0
        /// Without white space and inline codes.
        package var characters = 0

        package static func += (left: inout Count, right: Count) {
            left.units += right.units
            left.words += right.words
            left.characters += right.characters
        }
    }

    /// A band as it is printed.
    package struct Line: Sendable, Encodable {
        package var band: Band
        package var count: Count
    }

    package static func lines(_ bands: [Band: Count]) -> [Line] {
        Band.allCases.map { Line(band: $0, count: bands[$0] ?? Count()) }
    }

    /// All files together.
    package var total: [Band: Count] {
        files.reduce(into: [:]) { total, file in
            for (band, count) in file.bands { total[band, default: Count()] += count }
        }
    }

    /// - Parameters:
    ///   - files: paths; of a folder every file that Caravan reads.
    ///   - project: its own memory and those that it names are asked; nil for none.
    ///   - memories: others that are asked.
    package init(
        of files: [String],
        reading: Reading,
        project: Project?,
        memories: [SharedMemory],
        source: LanguageTag,
        target: LanguageTag
    ) throws {
        var sources = memories.map { MemorySource($0, penalty: 0, from: source, to: target) }
        if let project { sources += try MemorySource.shared(by: project, source: source, target: target) }
        let memory = try ProjectMemory(project, source: source, target: target, shared: sources)
        var seen: Set<String> = []
        for path in try files.flatMap(Self.below) {
            do {
                let document = try reading.read(try Files.read(path), file: path).document
                var file = File(file: path)
                for (index, unit) in document.units.enumerated() {
                    func hash(_ index: Int) -> UInt64? {
                        document.units.indices.contains(index)
                            ? MemoryEntry.hash(of: document.units[index].source) : nil
                    }
                    let band = Self.band(of: unit, memory, &seen, before: hash(index - 1), after: hash(index + 1))
                    file.bands[band, default: Count()] += Self.count(unit.source)
                }
                self.files.append(file)
            } catch {
                findings.append(Finding("file-refused", .error, "\(error)", at: .init(file: path)))
            }
        }
    }

    private static func below(_ path: String) throws -> [String] {
        guard Files.isFolder(path) else { return [path] }
        return try Files.below(path).filter(InputScan.mayRead).map { Files.join(path, $0) }
    }

    private static func band(
        of unit: Unit,
        _ memory: ProjectMemory,
        _ seen: inout Set<String>,
        before: UInt64?,
        after: UInt64?
    ) -> Band {
        if WordlessText.isWordless(unit.source) { return .wordless }
        let rate = memory.exact(unit, before: before, after: after).first?.rate ?? 0
        if rate >= 101 { return .context }
        let isRepeated = !seen.insert(unit.source.literal).inserted
        if rate >= 100 { return .exact }
        if isRepeated { return .repetition }
        switch max(rate, memory.offers(for: unit.source, threshold: 50).first?.rate ?? 0) {
        case 95...: return .high
        case 85...: return .good
        case 75...: return .fair
        case 50...: return .low
        default: return .none
        }
    }

    private static func count(_ text: InlineText) -> Count {
        var count = Count(units: 1)
        var isInWord = false
        for scalar in text.plain.unicodeScalars {
            if scalar.properties.isWhitespace {
                isInWord = false
                continue
            }
            count.characters += 1
            let isLetter = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            if scalar.isHan || scalar.isKana || (0xAC00...0xD7A3).contains(scalar.value) {
                count.words += 1
                isInWord = false
            } else if isLetter {
                if !isInWord { count.words += 1 }
                isInWord = true
            } else if scalar != "'" && scalar != "’" && scalar != "-" {
                isInWord = false
            }
        }
        return count
    }
}
