import Formats
import FoundationEssentials
import Testing
import Text

/// The contract that every format keeps, over the fixtures of all of them.
@Suite struct FormatConformanceTests {
    @Test(arguments: FormatFixture.all) func readsWhatIsThere(_ fixture: FormatFixture) throws {
        let document = try fixture.read()
        #expect(document.units.count == fixture.units, "\(document.units.map(\.key))")
        #expect(document.findings.count == fixture.findings, "\(document.findings)")
        #expect(document.format == fixture.format.name)
        #expect(Set(document.units.map(\.key)).count == document.units.count)
        #expect(Set(document.chapters.map(\.key)).count == document.chapters.count)
        var next = 0
        for chapter in document.chapters {
            #expect(chapter.units.lowerBound == next)
            #expect(!chapter.units.isEmpty)
            next = chapter.units.upperBound
        }
        #expect(next == document.units.count)
        #expect(try fixture.read().units == document.units)
    }

    @Test(arguments: FormatFixture.all.filter(\.isDetected)) func isDetected(_ fixture: FormatFixture) throws {
        let format = try #require(FormatCatalog.format(for: FileSample(fixture.bytes, file: fixture.file)))
        #expect(format.name == fixture.format.name)
    }

    @Test(arguments: FormatFixture.all) func writesTheSameBytesWithoutTranslations(_ fixture: FormatFixture) throws {
        let document = try fixture.read()
        for layout in [Edition.Layout.target, .bilingual] {
            let written = try fixture.format.write(document, as: try edition(layout: layout))
            #expect(written.bytes == fixture.bytes)
            #expect(written.findings.isEmpty)
        }
    }

    /// With everything translated into text that no format can hold as it is, the file reads back as it was meant.
    @Test(arguments: FormatFixture.all, Nasty.allCases)
    func readsBackWhatItWrote(_ fixture: FormatFixture, _ nasty: Nasty) throws {
        let document = try fixture.read()
        var texts: [String: InlineText] = [:]
        for (number, unit) in document.units.enumerated() {
            texts[unit.key] = nasty.translation(of: unit.source, number)
        }
        try expectReadBack(fixture, document, texts)
    }

    /// With one unit translated, all others stay what they were.
    @Test(arguments: FormatFixture.all) func changesOneUnitOnly(_ fixture: FormatFixture) throws {
        let document = try fixture.read()
        let count = document.units.count
        for index in Set([0, count / 2, count - 1]) where document.units.indices.contains(index) {
            let unit = document.units[index]
            try expectReadBack(fixture, document, [unit.key: Nasty.plain.translation(of: unit.source, index)])
        }
    }

    private func expectReadBack(_ fixture: FormatFixture, _ document: Document, _ texts: [String: InlineText]) throws {
        var edition = try edition()
        edition.texts = texts
        let written = try fixture.format.write(document, as: edition)
        #expect(written.bytes != fixture.bytes || texts.isEmpty)
        var options = fixture.options
        if options.targets.isEmpty { options.targets = [edition.target] }
        // Not detected anew: what is written without Chinese must still be read in the encoding that it was written in.
        options.encoding = document.details.encoding.flatMap { TextEncoding(rawValue: $0) }
        if written.findings.contains(where: { $0.code == "encoding-changed" }) { options.encoding = .utf8 }
        let isBilingual = fixture.keepsSource ?? fixture.format.carries.contains(.targets)
        // Data files give the strings of the source language only, which is another one now.
        if !isBilingual, options.source == nil { options.source = edition.target }
        let again = try fixture.format.read(written.bytes, file: fixture.file, options: options)
        let units = Dictionary(again.units.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        // Paragraphs of books are called by their text, so that a translated one is called otherwise.
        let hasOrder = fixture.isKeyedByText || fixture.format.family == .books
        if hasOrder { try #require(again.units.count == document.units.count, "\(again.units.map(\.source.text))") }
        for (index, unit) in document.units.enumerated() {
            let found = hasOrder ? again.units[index] : units[unit.key]
            let back = try #require(found, "\(unit.key) is gone, there are \(again.units.map(\.key))")
            let expected = texts[unit.key]?.literal
            if isBilingual {
                #expect(back.source.literal == unit.source.literal)
                if let expected { #expect(back.existing[edition.target.description]?.text.literal == expected) }
            } else {
                // In books a run of white space is a space.
                func shown(_ text: String) -> String {
                    hasOrder ? text.split(whereSeparator: \.isWhitespace).joined(separator: " ") : text
                }
                #expect(shown(back.source.literal) == shown(expected ?? unit.source.literal))
            }
        }
    }

    @Test(arguments: FormatFixture.all) func survivesDamage(_ fixture: FormatFixture) throws {
        var random = Seeded(UInt64(fixture.bytes.count) &+ Fuzz.seed)
        let end = ContinuousClock.now + Fuzz.time / FormatFixture.all.count
        var rounds = 0
        while rounds < Fuzz.rounds || ContinuousClock.now < end {
            rounds += 1
            let bytes = random.damage(fixture.bytes)
            guard let document = try? fixture.format.read(bytes, file: fixture.file, options: fixture.options) else {
                continue
            }
            let written = try fixture.format.write(document, as: try edition())
            var full = try edition()
            for unit in document.units { full.texts[unit.key] = Nasty.plain.translation(of: unit.source, 1) }
            _ = try fixture.format.write(document, as: full)
            if written.bytes != bytes {
                Issue.record("Not the same after reading: \(String(decoding: bytes, as: UTF8.self))")
                return
            }
        }
    }
}

/// Translations that need care, whatever the format.
enum Nasty: String, CaseIterable, Sendable {
    case plain, quotes, markup, commas, backslash, percent

    /// The codes of the source stay in their places; the text around them is replaced.
    func translation(of source: InlineText, _ number: Int) -> InlineText {
        var isFirst = true
        var parts: [InlineText.Part] = []
        for part in source.parts {
            switch part {
            case .code: parts.append(part)
            case .text:
                parts.append(.text(isFirst ? "Été \(number) \(text) end" : "more"))
                isFirst = false
            }
        }
        return InlineText(parts: parts)
    }

    private var text: String {
        switch self {
        case .plain: "plain"
        case .quotes: "he said \"no\", it's 'so' “thus” `then`"
        case .markup: "a < b & c > d ]]> &lt; <!-- x"
        case .commas: "a, b; c\td: e = f # g | h"
        case .backslash: "C:\\dir\\new \\"
        case .percent: "100 % {x [y] $z @a !b"
        }
    }
}

/// How much damage is tried: a few rounds for each file, or more with `script/fuzz`, which sets these.
enum Fuzz {
    static let rounds = 60
    /// For all fixtures together.
    static let time: Duration = .seconds(number("CARAVAN_FUZZ_SECONDS"))
    static let seed = UInt64(number("CARAVAN_FUZZ_SEED"))

    private static func number(_ name: String) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? 0
    }
}

/// A generator with a seed (SplitMix64), so that a failure comes again.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The bytes with a few of them changed, left out, doubled or swapped for what formats are made of.
    mutating func damage(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        let marks = Array("{}[]<>\"'\\,:;=#%&$@|\n\r\t \0-/*!".utf8)
        for _ in 0..<Int.random(in: 1...4, using: &self) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &self)
            let length = min(Int.random(in: 1...12, using: &self), bytes.count - place)
            switch Int.random(in: 0..<6, using: &self) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &self)
            case 1: bytes.removeSubrange(place..<place + length)
            case 2: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
            case 3: bytes[place] = marks.randomElement(using: &self) ?? 0
            case 4: bytes.insert(marks.randomElement(using: &self) ?? 0, at: place)
            default: bytes.removeSubrange(place...)
            }
        }
        return bytes
    }
}
