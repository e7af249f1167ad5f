import Formats
import Testing
import Text

/// Reads and writes with no translation: the bytes must be the same, in every layout that keeps the encoding.
@discardableResult
func expectIdentity<F: Format>(
    format: F.Type,
    bytes: [UInt8],
    sourceLocation: SourceLocation = #_sourceLocation
) throws -> Document {
    let document = try F.read(bytes, file: "file")
    for layout in [Edition.Layout.target, .bilingual] {
        let written = try F.write(document, as: try edition(layout: layout))
        #expect(written.bytes == bytes, sourceLocation: sourceLocation)
        #expect(written.findings.isEmpty, sourceLocation: sourceLocation)
    }
    expectSound(document, sourceLocation: sourceLocation)
    return document
}

/// What holds for every document: keys are unique, chapters cover the units without gap or overlap.
func expectSound(_ document: Document, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(Set(document.units.map(\.key)).count == document.units.count, sourceLocation: sourceLocation)
    #expect(Set(document.chapters.map(\.key)).count == document.chapters.count, sourceLocation: sourceLocation)
    var next = 0
    for chapter in document.chapters {
        #expect(chapter.units.lowerBound == next, sourceLocation: sourceLocation)
        #expect(!chapter.units.isEmpty, sourceLocation: sourceLocation)
        next = chapter.units.upperBound
        for unit in document.units[chapter.units] {
            #expect(unit.key.hasPrefix(chapter.key + "/"), sourceLocation: sourceLocation)
        }
    }
    #expect(next == document.units.count, sourceLocation: sourceLocation)
}

/// An edition with translations for the units that have one of these source texts.
func edition(
    of document: Document? = nil,
    _ translations: [String: String] = [:],
    target: String = "en",
    layout: Edition.Layout = .target,
    encoding: Edition.Encoding = .asSource
) throws -> Edition {
    var texts: [String: InlineText] = [:]
    for unit in document?.units ?? [] {
        guard let translation = translations[unit.source.tagged] else { continue }
        texts[unit.key] = InlineText(tagged: translation, source: unit.source)
    }
    return Edition(
        source: try #require(LanguageTag("zh-Hans")),
        target: try #require(LanguageTag(target)),
        texts: texts,
        layout: layout,
        encoding: encoding
    )
}

/// Reads a text, translates some of its units, and gives the text that is written.
func translated<F: Format>(
    _ format: F.Type,
    _ text: String,
    _ translations: [String: String],
    target: String = "en",
    layout: Edition.Layout = .target
) throws -> String {
    let document = try F.read(Array(text.utf8), file: "file")
    let edition = try edition(of: document, translations, target: target, layout: layout)
    #expect(edition.texts.count == translations.count)
    return String(decoding: try F.write(document, as: edition).bytes, as: UTF8.self)
}
