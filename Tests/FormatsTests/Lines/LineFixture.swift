import Formats
import Testing
import Text

/// Reads a text with one format and writes it with translations by key, in which codes are `<x1/>` and `<g1>…</g1>`.
func written(
    _ format: any Format.Type,
    _ file: String,
    _ text: String,
    _ translations: [String: String],
    target: String = "en"
) throws -> String {
    let locale = try #require(LanguageTag(target))
    let document = try format.read(Array(text.utf8), file: file, options: ReadOptions(targets: [locale]))
    var texts: [String: InlineText] = [:]
    for unit in document.units {
        texts[unit.key] = translations[unit.key].map { InlineText(tagged: $0, source: unit.source) }
    }
    #expect(texts.count == translations.count, "\(document.units.map(\.key))")
    let edition = Edition(source: .simplifiedChinese, target: locale, texts: texts)
    return String(decoding: try format.write(document, as: edition).bytes, as: UTF8.self)
}

/// The units of a text, by key.
func units(
    _ format: any Format.Type,
    _ file: String,
    _ text: String,
    targets: [String] = []
) throws -> [String: Unit] {
    let options = ReadOptions(targets: try targets.map { try #require(LanguageTag($0)) })
    let document = try format.read(Array(text.utf8), file: file, options: options)
    return Dictionary(document.units.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
}
