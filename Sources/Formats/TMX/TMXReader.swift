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
        /// The source, whose markup a translation has.
        var source: XMLSlot
        /// For a locale that the unit does not have.
        var new: NewVariant
    }

    /// How a variant of another locale is written: the bytes of the file that it repeats.
    struct NewVariant: Sendable {
        /// Behind the last variant.
        var place: Int
        var indent: Range<Int>
        var name: Range<Int>
        var attribute: Range<Int>
        var segmentIndent: Range<Int>
        var segment: Range<Int>
        var closing: Range<Int>

        func hole(in bytes: [UInt8], locale: String) -> XMLHole {
            func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
            let (name, segment) = (text(name), text(segment))
            let attribute = attribute.isEmpty ? "xml:lang" : text(attribute)
            return XMLHole(
                XMLSlot(range: place..<place),
                before: "\(text(indent))<\(name) \(attribute)=\"\(locale)\">\(text(segmentIndent))<\(segment)>",
                after: "</\(segment)>\(text(closing))</\(name)>"
            )
        }
    }

    struct Target: Sendable {
        var locale: String
        var hole: XMLHole
    }

    private struct Variant {
        var index: Int
        var segment: Int
        /// Index in `tags`.
        var tag: Int
    }

    /// A locale as the file names it; there are few of them, and many variants.
    private struct Tag {
        var bytes: [UInt8]
        var text: String
        var locale: LanguageTag?
        /// The key of translations in it.
        var key: String?
        /// Whether it is just what a target is called.
        var isTarget: Bool
    }

    private var tags: [Tag] = []

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
                let units = xml.children(of: part)
                list.reserve(units.count)
                places.reserveCapacity(units.count)
                for unit in units where xml.has("tu", unit) {
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
                guard let tag = tag(of: child), let segment = xml.child("seg", of: child) else {
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
        source = source ?? tags[variant.tag].locale
        let id = xml.value("tuid", of: unit).map { "strings/\($0)" }
        var hash = StableHash()
        xml.bytes.withUnsafeBufferPointer { hash.combine(bytes: UnsafeBufferPointer(rebasing: $0[slot.range])) }
        let key = list.key(id ?? UnitList.hashed(hash, prefix: "strings/"))
        var place = Place(targets: [], source: slot, new: newVariant(like: variant, behind: last))
        var existing: [String: Unit.Existing] = [:]
        // A variant in just the locale of the target goes before one that only agrees with it.
        for isTarget in [true, false] {
            for other in variants where other.index != variant.index && tags[other.tag].isTarget == isTarget {
                guard let locale = tags[other.tag].key, let hole = XMLHole(inside: other.segment, of: xml) else {
                    continue
                }
                let found = reader.read(inside: other.segment)
                place.targets.append(Target(locale: locale, hole: hole.holding(slot, existing: found?.slot)))
                guard let found else { continue }
                if existing.isEmpty {
                    existing = [locale: Unit.Existing(found.text)]
                } else if existing[locale] == nil {
                    existing[locale] = Unit.Existing(found.text)
                }
            }
        }
        places.append(place)
        let comment = notes.isEmpty ? [:] : [Unit.Note.comment: notes.joined(separator: "\n")]
        list.add(Unit(key: key, source: text, kind: .string, notes: comment, existing: existing))
        return true
    }

    private mutating func tag(of variant: Int) -> Int? {
        guard let attribute = xml.local("lang", of: variant) else { return nil }
        let bytes = xml.bytes[attribute.value]
        if let known = tags.firstIndex(where: { $0.bytes.elementsEqual(bytes) }) { return known }
        let text = xml.string(attribute.value)
        let locale = LanguageTag(text)
        let isTarget = locale.map { options.targets.contains($0) } ?? false
        // A file of a thousand languages is hostile; each of them would be compared with all variants.
        guard tags.count < 1000 else { return nil }
        tags.append(
            Tag(
                bytes: Array(bytes),
                text: text,
                locale: locale,
                key: options.locale(text)?.description,
                isTarget: isTarget
            )
        )
        return tags.count - 1
    }

    private func sourceVariant(_ variants: [Variant], _ language: String?) -> Variant? {
        if let exact = variants.first(where: { tags[$0.tag].text == language }) { return exact }
        let isAny = language.map { $0 == "*all*" } ?? true
        guard let wanted = isAny ? LanguageTag("zh") : language.flatMap({ LanguageTag($0) }) else { return nil }
        let found = variants.first { tags[$0.tag].locale.map { $0.agrees(with: wanted) } ?? false }
        return found ?? (isAny ? variants.first : nil)
    }

    /// A variant set as the source's is, behind the last one.
    private func newVariant(like source: Variant, behind last: Variant) -> NewVariant {
        let tag = xml.tokens[source.index]
        let none = tag.range.lowerBound..<tag.range.lowerBound
        return NewVariant(
            place: xml.end(of: last.index),
            indent: xml.indentRange(before: source.index),
            name: tag.name,
            attribute: xml.local("lang", of: source.index)?.name ?? none,
            segmentIndent: xml.indentRange(before: source.segment),
            segment: xml.tokens[source.segment].name,
            closing: tag.partner.map { xml.indentRange(before: $0) } ?? none
        )
    }
}
