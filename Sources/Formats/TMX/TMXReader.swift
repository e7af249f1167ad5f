import Text

/// Reads the units of a translation memory.
struct TMXReader {
    private(set) var list = UnitList()
    private(set) var places: [Place] = []
    private(set) var findings: [Finding] = []
    private(set) var source: LanguageTag?
    private let xml: XMLFile
    private let options: ReadOptions
    private let reader: XMLInlineReader
    private let file: String

    struct Place: Sendable {
        var targets: [Target]
        /// For a locale that the unit does not have; `localeMark` stands for it.
        var new: XMLHole
    }

    struct Target: Sendable {
        var locale: String
        var hole: XMLHole
    }

    private struct Variant {
        var index: Int
        var segment: Int
        var tag: String
    }

    /// A character that XML forbids.
    static let localeMark = "\u{1}"

    init(_ source: XMLSource, file: String, options: ReadOptions) {
        xml = source.xml
        self.file = file
        self.options = options
        let xml = source.xml
        reader = XMLInlineReader(xml, options.scanner(XLIFFReader.syntaxes)) { index in
            switch xml.localName(xml.tokens[index]) {
            case "bpt": .begins(xml.value("i", of: index) ?? "")
            case "ept": .ends(xml.value("i", of: index) ?? "")
            case "ph": .whole(xml.value("type", of: index) == "lb" ? .lineBreak : .placeholder)
            case "hi": .pair(.markup)
            default: .whole(.markup)
            }
        }
    }

    mutating func read(_ root: Int) {
        var language = options.source?.description
        var without = 0
        for part in xml.children(of: root) {
            if xml.has("header", part) {
                language = language ?? xml.value("srclang", of: part)
            } else if xml.has("body", part) {
                for unit in xml.children(of: part) where xml.has("tu", unit) {
                    if !read(unit, language: language) { without += 1 }
                }
            }
        }
        list.endChapter("strings")
        if without > 0 {
            let message =
                "\(without) units have no text in the source language\(language.map { " (\($0))" } ?? ""); they are kept as "
                + "they are. Name another source if one of their languages was meant."
            findings.append(Finding("tmx-source", .warning, message, at: Finding.Place(file: file)))
        }
    }

    /// Whether the unit has a source.
    private mutating func read(_ unit: Int, language: String?) -> Bool {
        var variants: [Variant] = []
        var notes: [String] = []
        for child in xml.children(of: unit) {
            if xml.has("tuv", child) {
                guard let tag = xml.value("lang", of: child), let segment = xml.child("seg", of: child) else {
                    continue
                }
                variants.append(Variant(index: child, segment: segment, tag: tag))
            } else if xml.has("note", child), let note = xml.content(of: child) {
                notes.append(note)
            }
        }
        guard let variant = sourceVariant(variants, xml.value("srclang", of: unit) ?? language),
            let last = variants.last
        else { return false }
        guard let (text, slot) = reader.read(inside: variant.segment) else { return true }
        source = source ?? LanguageTag(variant.tag)
        let id = xml.value("tuid", of: unit) ?? String(StableHash(text.tagged).hex.prefix(8))
        var place = Place(targets: [], new: newVariant(like: variant, behind: last).holding(slot, existing: nil))
        var existing: [String: Unit.Existing] = [:]
        // A variant in just the locale of the target goes before one that only agrees with it.
        let exact = variants.filter { LanguageTag($0.tag).map(options.targets.contains) ?? false }
        let others = exact + variants.filter { other in !exact.contains { $0.index == other.index } }
        for other in others where other.index != variant.index {
            guard let locale = options.locale(other.tag)?.description,
                let hole = XMLHole(inside: other.segment, of: xml)
            else { continue }
            let found = reader.read(inside: other.segment)
            place.targets.append(Target(locale: locale, hole: hole.holding(slot, existing: found?.slot)))
            if let found, existing[locale] == nil { existing[locale] = Unit.Existing(found.text) }
        }
        places.append(place)
        let comment = notes.isEmpty ? [:] : [Unit.Note.comment: notes.joined(separator: "\n")]
        list.add(Unit(key: list.key("strings/\(id)"), source: text, kind: .string, notes: comment, existing: existing))
        return true
    }

    private func sourceVariant(_ variants: [Variant], _ language: String?) -> Variant? {
        if let exact = variants.first(where: { $0.tag == language }) { return exact }
        let isAny = language.map { $0 == "*all*" } ?? true
        guard let wanted = isAny ? LanguageTag("zh") : language.flatMap({ LanguageTag($0) }) else { return nil }
        let found = variants.first { LanguageTag($0.tag).map { $0.agrees(with: wanted) } ?? false }
        return found ?? (isAny ? variants.first : nil)
    }

    /// A variant set as the source's is, behind the last one.
    private func newVariant(like source: Variant, behind last: Variant) -> XMLHole {
        let place = xml.end(of: last.index)
        let tag = xml.tokens[source.index]
        let name = xml.name(tag)
        let attribute = xml.local("lang", of: source.index).map { xml.string($0.name) } ?? "xml:lang"
        let segment = xml.name(xml.tokens[source.segment])
        let closing = tag.partner.map { xml.indent(before: $0) } ?? ""
        let before =
            "\(xml.indent(before: source.index))<\(name) \(attribute)=\"\(Self.localeMark)\">"
            + "\(xml.indent(before: source.segment))<\(segment)>"
        return XMLHole(XMLSlot(range: place..<place), before: before, after: "</\(segment)>\(closing)</\(name)>")
    }
}
