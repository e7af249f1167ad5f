import Text

/// Qt Linguist's translation source (https://doc.qt.io/qt-6/linguist-ts-file-format.html).
///
/// A context is a chapter. A unit's key is the context, `/`, and the message's id, else eight digits of a hash of its source
/// and its disambiguation; a plural has one unit for each form of the target (`Main/1a2b3c4d[few]`). The translation is
/// filled, its `unfinished` mark taken off, and the file's language named when it names none. Obsolete messages stay.
package enum QtTSFormat: Format {
    package static let name = "qt-ts"
    package static let summary = "Qt Linguist (.ts)"
    package static let extensions = ["ts"]
    package static let family = FormatFamily.software
    package static let carries: Set<FormatFeature> = [
        .codes, .keys, .comments, .contexts, .plurals, .targets, .states, .parts,
    ]

    package static func recognize(_ sample: FileSample) -> Recognition {
        XMLRoot(sample)?.name == "TS" ? .certain : .no
    }

    /// Throws `.malformed` for a file without a `<TS>` element, `.refused` for a dangerous one.
    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) throws(FormatError) -> Document {
        let source = try XMLSource(bytes, file: file, options: options)
        guard let root = source.xml.root, source.xml.has("TS", root) else {
            throw FormatError(.malformed, "\(file): there is no <TS> element, as Qt's translations have.")
        }
        var reader = QtTSReader(source, root, file: file, options: options)
        reader.read()
        return Document(
            file: file,
            format: name,
            units: reader.list.units,
            chapters: reader.list.chapters,
            details: Document.Details(
                language: source.xml.value("sourcelanguage", of: root).flatMap { LanguageTag($0) },
                encoding: source.decoded.encoding.rawValue
            ),
            findings: source.findings + reader.findings,
            skeleton: XMLSkeleton(source, reader.places)
        )
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        guard let skeleton = document.skeleton as? XMLSkeleton<QtTSReader.Places> else {
            throw FormatError(.wrongSkeleton, "\(document.file): the document was not read as Qt translations.")
        }
        var patch = XMLPatch(skeleton, edition, file: document.file)
        let locale = edition.target.description
        for message in skeleton.places.messages {
            let texts = message.units.map { index -> InlineText? in
                let unit = document.units[index]
                guard let text = edition.texts[unit.key] else { return nil }
                if let existing = unit.existing[locale], existing.state != .initial, existing.text == text {
                    return nil
                }
                return text
            }
            guard texts.contains(where: { $0 != nil }) else { continue }
            message.write(texts, document.units, to: &patch)
            // A plural of which a form is missing is not finished.
            let isWhole = zip(message.units, texts).allSatisfy {
                $1 != nil || document.units[$0].existing[locale] != nil
            }
            if isWhole { patch.apply(message.edits) }
        }
        if !patch.isEmpty { skeleton.places.language.write(edition.target, to: &patch) }
        return patch.finish()
    }
}

extension QtTSReader {
    struct Places: Sendable {
        var messages: [Message] = []
        var language: XMLLanguage
    }

    struct Message: Sendable {
        var units: Range<Int>
        /// The content of the translation; of its forms, for a plural.
        var holes: [XMLHole]
        /// Where further forms are put, for a plural, and the tags around each of them.
        var more: XMLHole?
        var formStart = ""
        var formEnd = ""
        /// What makes it finished.
        var edits: [XMLEdit]

        func write(_ texts: [InlineText?], _ all: [Unit], to patch: inout XMLPatch) {
            var added = ""
            for (number, text) in texts.enumerated() {
                let key = all[units.lowerBound + number].key
                if number < holes.count {
                    if let text { patch.fill(holes[number], with: text, key: key) }
                } else if let more {
                    added += formStart + (text.map { patch.render($0, more.slot, key: key) } ?? "") + formEnd
                }
            }
            if let more, !added.isEmpty { patch.replace(more.slot.range, by: more.before + added + more.after) }
        }
    }
}

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
        reader = XMLInlineReader(xml, options.scanner([.printf, .tags, .accelerator, .lineBreaks])) { index in
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
