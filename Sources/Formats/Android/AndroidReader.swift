import Text

/// Reads the resources of a file.
struct AndroidReader {
    private(set) var list = UnitList()
    private(set) var places = Places()
    private(set) var findings: [Finding] = []
    private let origin: XMLSource
    private let xml: XMLFile
    private let file: String
    private let options: ReadOptions
    private let reader: XMLInlineReader

    struct Places: Sendable {
        var strings: [(unit: Int, hole: XMLHole, style: AndroidString)] = []
        var plurals: [(plural: XMLPlural, styles: [PluralCategory: AndroidString], style: AndroidString)] = []
    }

    init(_ source: XMLSource, file: String, options: ReadOptions) {
        origin = source
        xml = source.xml
        self.file = file
        self.options = options
        let xml = source.xml
        reader = XMLInlineReader(xml, options.scanner([.printf, .tags, .lineBreaks])) { index in
            // <xliff:g> stands around what is not translated.
            if xml.has("g", index), xml.tokens[index].name.count > 1 {
                .whole(.placeholder, visible: xml.content(of: index) ?? "")
            } else if xml.has("br", index) {
                .whole(.lineBreak, visible: "\n")
            } else {
                .pair(.markup)
            }
        }
    }

    mutating func read(_ root: Int) {
        for child in xml.children(of: root) where xml.value("translatable", of: child) != "false" {
            let kind = xml.localName(xml.tokens[child])
            let isString = kind == "string" || (kind == "item" && xml.value("type", of: child) == "string")
            guard isString || kind == "string-array" || kind == "array" || kind == "plurals" else { continue }
            guard let name = xml.value("name", of: child) else {
                let line = origin.line(at: xml.tokens[child].range.lowerBound)
                let message = "A <\(kind)> has no name; it is kept as it is. Give it a name."
                findings.append(
                    Finding("android-name", .warning, message, at: Finding.Place(file: file, line: line))
                )
                continue
            }
            if isString {
                add(child, name: name, comment: comment(before: child))
            } else if kind == "plurals" {
                readPlural(child, name: name)
            } else {
                let comment = comment(before: child)
                for (number, item) in xml.children(of: child).enumerated() where xml.has("item", item) {
                    add(item, name: "\(name).\(number + 1)", comment: comment)
                }
            }
        }
        list.endChapter("strings")
    }

    /// The text of a resource; nil for one that only refers to another.
    private func text(of element: Int) -> (text: InlineText, slot: XMLSlot, style: AndroidString)? {
        guard let content = reader.pieces(inside: element) else { return nil }
        var slot = content.slot
        if content.pieces.count > 1 {
            // White space before and after markup does not count; a backslash keeps what follows it.
            let core = XMLSpace.trim(slot.range, in: xml.bytes)
            let isKept = core.upperBound < slot.range.upperBound && xml.bytes[core.upperBound - 1] == 0x5C
            if !core.isEmpty { slot.range = core.lowerBound..<core.upperBound + (isKept ? 1 : 0) }
        }
        let (pieces, style) = AndroidString.decode(
            content.pieces,
            isCDATA: content.slot.container == .cdata
        )
        guard let (text, slot) = reader.finish(pieces, slot) else { return nil }
        if case .text(let raw)? = content.pieces.first, AndroidString.isReference(raw.trimmed) { return nil }
        return (text, slot, style)
    }

    private mutating func add(_ element: Int, name: String, comment: String?) {
        guard let (text, slot, style) = text(of: element) else { return }
        places.strings.append((list.units.count, XMLHole(slot), style))
        let unit = Unit(
            key: list.key("strings/\(name)"),
            source: text,
            kind: .string,
            notes: notes(name, comment)
        )
        list.add(unit)
    }

    private func notes(_ name: String, _ comment: String?) -> [String: String] {
        var notes = [Unit.Note.key: name]
        notes[Unit.Note.comment] = comment
        return notes
    }

    /// The comment that stands right before an element.
    private func comment(before index: Int) -> String? {
        var place = index - 1
        if place >= 0, xml.tokens[place].kind == .text, XMLSpace.isBlank(xml.bytes[xml.tokens[place].range]) {
            place -= 1
        }
        guard place >= 0, xml.tokens[place].kind == .comment else { return nil }
        let range = xml.tokens[place].range
        guard range.count > 7 else { return nil }
        let text = xml.string(range.lowerBound + 4..<range.upperBound - 3).trimmed
        return text.isEmpty ? nil : text
    }

    private mutating func readPlural(_ element: Int, name: String) {
        var items: [PluralCategory: Int] = [:]
        for item in xml.children(of: element) where xml.has("item", item) {
            guard let category = xml.value("quantity", of: item).flatMap({ PluralCategory(rawValue: $0) }),
                text(of: item) != nil
            else { continue }
            items[category] = item
        }
        let present = PluralCategory.allCases.filter { items[$0] != nil }
        guard let last = present.last, let model = items[.other] ?? items[last], let inside = xml.inside(model),
            let (source, slot, style) = text(of: model)
        else { return }
        let key = list.key("strings/\(name)")
        let comment = comment(before: element)
        let tag = xml.string(xml.tokens[model].range).replacing(
            "\"\((items[.other] != nil ? .other : last).rawValue)\"",
            with: "\"\(XMLPlural.categoryMark)\""
        )
        let indent = xml.indent(before: model)
        var plural = XMLPlural(
            place: xml.tokens[model].range.lowerBound - indent.utf8.count,
            before: indent + tag,
            after: "</\(xml.name(xml.tokens[model]))>",
            original: inside
        )
        var styles: [PluralCategory: AndroidString] = [:]
        for category in XMLPlural.categories(options, present: present) {
            let own = items[category].flatMap { text(of: $0) }
            styles[category] = own?.style
            plural.forms.append(
                XMLPlural.Form(
                    unit: list.units.count,
                    category: category,
                    hole: own.map { XMLHole($0.slot) },
                    slot: slot
                )
            )
            list.add(
                Unit(
                    key: "\(key)[\(category.rawValue)]",
                    source: own?.text ?? source,
                    kind: .string,
                    notes: notes(name, comment),
                    plural: category
                )
            )
        }
        let categories = plural.forms.map(\.category)
        for category in present where !categories.contains(category) {
            guard let item = items[category], let slot = text(of: item)?.slot else { continue }
            plural.leftovers.append(XMLHole(slot))
        }
        places.plurals.append((plural, styles, style))
    }
}
