import Text

/// Reads the messages of a translation source.
struct QtTSReader {
    private(set) var list = UnitList()
    private(set) var places: Places
    private(set) var findings: [Finding] = []
    private let origin: XMLSource
    private let xml: XMLFile
    private let root: Int
    private let file: String
    private let options: ReadOptions
    private let reader: XMLInlineReader
    private let locale: LanguageTag?

    init(_ source: XMLSource, _ root: Int, file: String, options: ReadOptions) {
        origin = source
        xml = source.xml
        self.root = root
        self.file = file
        self.options = options
        let xml = source.xml
        reader = XMLInlineReader(xml, options.scanner([.qt, .tags, .accelerator, .lineBreaks])) { index in
            // <byte value="x7"/> is a control character.
            xml.has("byte", index) ? .whole(.character) : .pair(.markup)
        }
        let tag = xml.value("language", of: root).flatMap { $0.isEmpty ? nil : $0 }
        locale = options.locale(tag) ?? options.targets.first
        places = Places(language: XMLLanguage("language", of: root, in: xml))
    }

    mutating func read() {
        // Messages that are known by ids may stand in no context.
        for message in xml.children(of: root) where xml.has("message", message) { read(message, context: nil) }
        list.endChapter("strings")
        for context in xml.children(of: root) where xml.has("context", context) {
            let name = xml.child("name", of: context).flatMap { xml.content(of: $0) }
            for message in xml.children(of: context) where xml.has("message", message) { read(message, context: name) }
            list.endChapter(name ?? "strings", title: name)
        }
    }

    private mutating func read(_ message: Int, context: String?) {
        var parts: [String: Int] = [:]
        var references: [String] = []
        for child in xml.children(of: message) {
            let name = xml.localName(xml.tokens[child])
            if name == "location" {
                let place = [xml.value("filename", of: child), xml.value("line", of: child)]
                references.append(place.compactMap(\.self).joined(separator: ":"))
            } else {
                parts[name] = parts[name] ?? child
            }
        }
        guard let source = parts["source"], let translation = parts["translation"] else {
            if parts["source"] == nil || xml.tokens[message].partner == nil { report(message) }
            return
        }
        let type = xml.value("type", of: translation)
        guard type != "obsolete", type != "vanished", let (text, slot) = reader.read(inside: source) else { return }
        var notes: [String: String] = [:]
        let comments = ["extracomment", "translatorcomment"].compactMap { parts[$0].flatMap { xml.content(of: $0) } }
        if !comments.isEmpty { notes[Unit.Note.comment] = comments.joined(separator: "\n") }
        notes[Unit.Note.context] = parts["comment"].flatMap { xml.content(of: $0) }
        notes[Unit.Note.previous] = parts["oldsource"].flatMap { xml.content(of: $0) }
        if !references.isEmpty { notes[Unit.Note.reference] = references.joined(separator: " ") }
        var id = xml.value("id", of: message)
        if id == nil {
            var hash = StableHash(text.literal)
            hash.separate()
            hash.combine(notes[Unit.Note.context] ?? "")
            id = String(hash.hex.prefix(8))
        }
        let key = list.key("\(context ?? "strings")/\(id ?? "")")
        var edits: [XMLEdit] = []
        if type == "unfinished", let edit = xml.edit("type", of: translation, to: nil) { edits.append(edit) }
        let state: Translation.State = type == "unfinished" ? .initial : .translated
        let unit = Unit(key: key, source: text, kind: .string, notes: notes)
        if xml.value("numerus", of: message) == "yes" {
            addPlural(unit, slot, translation, edits, state)
        } else {
            let found = reader.read(inside: translation)
            guard let hole = XMLHole(inside: translation, of: xml, edits: &edits) else { return }
            add(unit, existing: found?.text, state)
            let index = list.units.count - 1
            let place = hole.holding(slot, existing: found?.slot)
            places.messages.append(Message(units: index..<index + 1, holes: [place], edits: edits))
        }
    }

    private mutating func add(_ unit: Unit, existing: InlineText?, _ state: Translation.State) {
        var unit = unit
        if let existing, let locale {
            unit.existing[locale.description] = Unit.Existing(existing, state: state)
        }
        list.add(unit)
    }

    private mutating func addPlural(
        _ unit: Unit,
        _ slot: XMLSlot,
        _ translation: Int,
        _ edits: [XMLEdit],
        _ state: Translation.State
    ) {
        var edits = edits
        let forms = xml.children(of: translation).filter { xml.has("numerusform", $0) }
        let categories = locale.map { QtNumerus.categories(of: $0) } ?? QtNumerus.categories(count: forms.count)
        let start = list.units.count
        var holes: [XMLHole] = []
        for form in forms.prefix(categories.count) {
            guard let hole = XMLHole(inside: form, of: xml) else { return }
            holes.append(hole.holding(slot, existing: reader.read(inside: form)?.slot))
        }
        guard var more = XMLHole(inside: translation, of: xml, edits: &edits) else { return }
        let last = forms.last.map { xml.end(of: $0) }
        if let last { more = XMLHole(XMLSlot(range: last..<last)) }
        more.slot.markup = slot.markup
        var message = Message(units: start..<start + categories.count, holes: holes, more: more, edits: edits)
        let indent = forms.first.map { xml.indent(before: $0) } ?? xml.indent(before: translation) + "    "
        message.formStart = indent + "<numerusform>"
        message.formEnd = "</numerusform>"
        if forms.isEmpty { message.more?.after = xml.indent(before: translation) + more.after }
        for (number, category) in categories.enumerated() {
            var form = unit
            form.key = "\(unit.key)[\(category.rawValue)]"
            form.plural = category
            let existing = number < forms.count ? reader.read(inside: forms[number])?.text : nil
            add(form, existing: existing, state)
        }
        places.messages.append(message)
    }

    private mutating func report(_ message: Int) {
        guard findings.count < XMLTokenizer.mostFindings else { return }
        let line = origin.line(at: xml.tokens[message].range.lowerBound)
        let text = "A message has no source; it is kept as it is. Run lupdate again."
        findings.append(Finding("qt-ts-source", .warning, text, at: Finding.Place(file: file, line: line)))
    }
}
