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
        var place: UInt32
        var indent: Range<UInt32>
        var name: Range<UInt32>
        var attribute: Range<UInt32>
        var segmentIndent: Range<UInt32>
        var segment: Range<UInt32>
        var closing: Range<UInt32>

        func hole(in bytes: [UInt8], locale: String) -> XMLHole {
            func text(_ range: Range<UInt32>) -> String {
                String(decoding: bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
            }
            let (name, segment) = (text(name), text(segment))
            let attribute = attribute.isEmpty ? "xml:lang" : text(attribute)
            return XMLHole(
                XMLSlot(range: Int(place)..<Int(place)),
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
    /// Of the unit that is read.
    private var variants: [Variant] = []
    /// The language that was looked for last.
    private var wanted: (name: String?, tag: LanguageTag?)

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
        variants.removeAll(keepingCapacity: true)
        var notes: [String] = []
        var next = unit + 1
        while let child = xml.child(of: unit, from: next) {
            next = (xml.tokens[child].partner ?? child) + 1
            if xml.has("tuv", child) {
                guard let tag = tag(of: child), let segment = xml.child("seg", of: child) else {
                    continue
                }
                variants.append(Variant(index: child, segment: segment, tag: tag))
            } else if xml.has("note", child), let note = xml.content(of: child) {
                notes.append(note)
            }
        }
        guard let variant = sourceVariant(xml.value("srclang", of: unit) ?? language),
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

    private mutating func sourceVariant(_ language: String?) -> Variant? {
        if let exact = variants.first(where: { tags[$0.tag].text == language }) { return exact }
        let isAny = language.map { $0 == "*all*" } ?? true
        if wanted.tag == nil || wanted.name != language {
            wanted = (language, isAny ? LanguageTag("zh") : language.flatMap { LanguageTag($0) })
        }
        guard let wanted = wanted.tag else { return nil }
        let found = variants.first { tags[$0.tag].locale.map { $0.agrees(with: wanted) } ?? false }
        return found ?? (isAny ? variants.first : nil)
    }

    /// A variant set as the source's is, behind the last one.
    private func newVariant(like source: Variant, behind last: Variant) -> NewVariant {
        let tag = xml.tokens[source.index]
        // No file with 4 GB is read as XML.
        func short(_ range: Range<Int>?) -> Range<UInt32> {
            guard let range else { return 0..<0 }
            return UInt32(truncatingIfNeeded: range.lowerBound)..<UInt32(truncatingIfNeeded: range.upperBound)
        }
        return NewVariant(
            place: UInt32(truncatingIfNeeded: xml.end(of: last.index)),
            indent: short(xml.indentRange(before: source.index)),
            name: short(tag.name),
            attribute: short(xml.local("lang", of: source.index)?.name),
            segmentIndent: short(xml.indentRange(before: source.segment)),
            segment: short(xml.tokens[source.segment].name),
            closing: short(tag.partner.map { xml.indentRange(before: $0) })
        )
    }
}
