import Text

/// Reads the entries of a termbase.
struct TBXUnitReader {
    private(set) var list = UnitList()
    private(set) var entries: [Entry] = []
    private(set) var source: LanguageTag?
    private let xml: XMLFile
    private let options: ReadOptions
    private let reader: XMLInlineReader

    struct Entry: Sendable {
        var units: Range<Int>
        var sections: [Section]
        /// Behind the last section.
        var end: Int
        var template: Template
    }

    struct Section: Sendable {
        var locale: String
        var terms: [XMLHole]
        /// Behind its last term.
        var end: Int
    }

    /// A character that XML forbids.
    static let localeMark = "\u{1}"

    /// How the file writes a section with a term; `localeMark` stands for its locale.
    struct Template: Sendable {
        var start = ""
        var termStart = ""
        var termEnd = ""
        var end = ""
    }

    /// A section of the file: its start tag, the start tags of its terms' groups, and of the terms.
    private struct Found {
        var index: Int
        var tag: String
        var terms: [(group: Int, term: Int)]
    }

    init(_ source: XMLSource, options: ReadOptions) {
        xml = source.xml
        self.options = options
        reader = XMLInlineReader(source.xml, PlaceholderScanner([]), space: .trim)
    }

    mutating func read(_ root: Int) {
        let language = options.source?.description ?? xml.value("lang", of: root)
        var index = root
        while index < xml.tokens.count {
            if xml.tokens[index].kind == .startTag, xml.has("termEntry", index) || xml.has("conceptEntry", index) {
                readEntry(index, language)
                index = max(index, xml.tokens[index].partner ?? index)
            }
            index += 1
        }
        list.endChapter("terms")
    }

    private mutating func readEntry(_ entry: Int, _ language: String?) {
        var notes: [String] = []
        var found: [Found] = []
        for child in xml.children(of: entry) {
            if xml.has("langSet", child) || xml.has("langSec", child) {
                found.append(Found(index: child, tag: xml.value("lang", of: child) ?? "", terms: terms(in: child)))
            } else {
                notes += note(child)
            }
        }
        guard let own = sourceSection(found, language), let last = found.last else { return }
        for child in xml.children(of: own.index) { notes += note(child) }
        source = source ?? LanguageTag(own.tag)
        let id = xml.value("id", of: entry)
        let start = list.units.count
        var sections: [Section] = []
        var texts: [String: [InlineText?]] = [:]
        for other in found where other.index != own.index {
            guard let locale = options.locale(other.tag)?.description else { continue }
            var section = Section(locale: locale, terms: [], end: end(of: other))
            for term in other.terms {
                guard let hole = XMLHole(inside: term.term, of: xml) else { continue }
                let inside = reader.read(inside: term.term)
                section.terms.append(XMLHole(inside?.slot ?? hole.slot, before: hole.before, after: hole.after))
                texts[locale, default: []].append(inside?.text)
            }
            sections.append(section)
        }
        var number = 0
        for term in own.terms {
            guard let (text, _) = reader.read(inside: term.term) else { continue }
            var existing: [String: Unit.Existing] = [:]
            for (locale, all) in texts where number < all.count {
                if let text = all[number] { existing[locale] = Unit.Existing(text) }
            }
            let all = notes + xml.children(of: term.group).flatMap { note($0) }
            let comment = all.isEmpty ? [:] : [Unit.Note.comment: all.joined(separator: "\n")]
            let key = list.key("terms/\(id ?? text.plain)")
            list.add(Unit(key: key, source: text, kind: .name, notes: comment, existing: existing))
            number += 1
        }
        guard list.units.count > start, let first = own.terms.first else { return }
        entries.append(
            Entry(
                units: start..<list.units.count,
                sections: sections,
                end: xml.end(of: last.index),
                template: template(own, first)
            )
        )
    }

    private func sourceSection(_ found: [Found], _ language: String?) -> Found? {
        // The language of the root is that of the headings, and only often that of the source.
        if options.source == nil, let chinese = found.first(where: { LanguageTag($0.tag)?.language == "zh" }) {
            return chinese
        }
        guard let wanted = language.flatMap({ LanguageTag($0) }) else { return nil }
        return found.first { $0.tag == language }
            ?? found.first { LanguageTag($0.tag).map { $0.agrees(with: wanted) } ?? false }
    }

    private func terms(in section: Int) -> [(group: Int, term: Int)] {
        var terms: [(group: Int, term: Int)] = []
        for group in xml.children(of: section) {
            if xml.has("tig", group) || xml.has("termSec", group) {
                if let term = xml.child("term", of: group) { terms.append((group, term)) }
            } else if xml.has("ntig", group), let inner = xml.child("termGrp", of: group) {
                if let term = xml.child("term", of: inner) { terms.append((group, term)) }
            }
        }
        return terms
    }

    private func end(of section: Found) -> Int {
        if let last = section.terms.last { return xml.end(of: last.group) }
        return xml.tokens[section.index].range.upperBound
    }

    private func note(_ index: Int) -> [String] {
        guard xml.has("descrip", index) || xml.has("note", index) || xml.has("termNote", index) else {
            return xml.has("descripGrp", index) ? xml.children(of: index).flatMap { note($0) } : []
        }
        return [xml.content(of: index)].compactMap(\.self)
    }

    private func template(_ section: Found, _ first: (group: Int, term: Int)) -> Template {
        let attribute = xml.local("lang", of: section.index).map { xml.string($0.name) } ?? "xml:lang"
        let name = xml.name(xml.tokens[section.index])
        var template = Template()
        template.start = "\(xml.indent(before: section.index))<\(name) \(attribute)=\"\(Self.localeMark)\">"
        template.end = closing(section.index)
        var path = [first.group]
        if xml.has("ntig", first.group), let inner = xml.child("termGrp", of: first.group) { path.append(inner) }
        for element in path + [first.term] {
            template.termStart += "\(xml.indent(before: element))<\(xml.name(xml.tokens[element]))>"
        }
        template.termEnd = "</\(xml.name(xml.tokens[first.term]))>"
        for element in path.reversed() { template.termEnd += closing(element) }
        return template
    }

    private func closing(_ index: Int) -> String {
        "\(xml.tokens[index].partner.map { xml.indent(before: $0) } ?? "")</\(xml.name(xml.tokens[index]))>"
    }
}
