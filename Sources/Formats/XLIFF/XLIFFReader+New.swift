import Text

/// XLIFF 2: `file/group*/unit/segment`.
extension XLIFFReader {
    mutating func readNew(_ root: Int) {
        source = xml.value("srcLang", of: root).flatMap { LanguageTag($0) }
        locale = options.locale(xml.value("trgLang", of: root)) ?? options.targets.first
        for file in xml.children(of: root) where xml.has("file", file) {
            guard !isKept(file) else { continue }
            let name = xml.value("original", of: file) ?? xml.value("id", of: file) ?? "strings"
            readNewGroup(file, in: name)
            list.endChapter(name, title: name)
        }
        let language = XMLLanguage("trgLang", of: root, in: xml)
        places.files = [XLIFFPlaces.File(units: 0..<list.units.count, language: language)]
    }

    private mutating func readNewGroup(_ group: Int, in file: String) {
        for child in xml.children(of: group) where !isKept(child) {
            if xml.has("unit", child) {
                readNewUnit(child, in: file)
            } else if xml.has("group", child) {
                readNewGroup(child, in: file)
            }
        }
    }

    private mutating func readNewUnit(_ unit: Int, in file: String) {
        let children = xml.children(of: unit)
        let segments = children.filter { xml.has("segment", $0) }
        let id = xml.value("id", of: unit)
        if id == nil { report("xliff-id", "A unit has no id; it is known by its text. Give it an id.", at: unit) }
        var entries: [(String, String?)] = [(Unit.Note.key, xml.value("name", of: unit))]
        for notes in children where xml.has("notes", notes) {
            for note in xml.children(of: notes) where xml.value("appliesTo", of: note) != "target" {
                let isContext = ["location", "context"].contains(xml.value("category", of: note) ?? "")
                entries.append((isContext ? Unit.Note.context : Unit.Note.comment, xml.content(of: note)))
            }
        }
        if let limit = xml.value("sizeRestriction", of: unit)?.split(separator: ",").last {
            entries.append((Unit.Note.maxLength, String(limit)))
        }
        let notes = notes(entries)
        for (number, segment) in segments.enumerated() {
            readSegment(segment, number: segments.count > 1 ? number + 1 : nil, of: id, notes: notes, in: file)
        }
    }

    private mutating func readSegment(
        _ segment: Int,
        number: Int?,
        of id: String?,
        notes: [String: String],
        in file: String
    ) {
        let parts = xml.children(of: segment)
        guard let source = parts.first(where: { xml.has("source", $0) }) else {
            report("xliff-source", "A segment has no source; it is kept as it is. Export the file again.", at: segment)
            return
        }
        guard let (text, slot) = reader.read(inside: source) else { return }
        var name = "\(file)/\(id ?? UnitList.hashed(text.tagged))"
        if let number { name += "/\(xml.value("id", of: segment) ?? String(number))" }
        var place = XLIFFPlaces.Place(hole: XMLHole(slot))
        var existing: [String: Unit.Existing] = [:]
        if let target = parts.first(where: { xml.has("target", $0) }) {
            let found = reader.read(inside: target)
            guard let hole = XMLHole(inside: target, of: xml) else { return }
            place.hole = hole.holding(slot, existing: found?.slot)
            if let found, let locale {
                existing[locale.description] = Unit.Existing(found.text, state: newState(segment))
            }
        } else {
            place.hole = newTarget(behind: source, like: source).holding(slot, existing: nil)
        }
        place.edits = newEdits(segment)
        let key = list.key(name)
        places.units.append(place)
        list.add(Unit(key: key, source: text, kind: .string, notes: notes, existing: existing))
    }

    /// (https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html#state) Without a state, a target counts
    /// as translated.
    private func newState(_ segment: Int) -> Translation.State {
        xml.value("state", of: segment).map { Translation.State(rawValue: $0) ?? .initial } ?? .translated
    }

    private func newEdits(_ segment: Int) -> [XMLEdit] {
        if xml.local("state", of: segment) == nil {
            guard hasStates else { return [] }
            let place = xml.attributesEnd(of: segment)
            return [XMLEdit(range: place..<place, text: " state=\"translated\"")]
        }
        // A state that changes takes its subState with it (2.1, 4.3.1.33).
        let edits = [
            xml.edit("state", of: segment, to: "translated"), xml.edit("subState", of: segment, to: nil),
        ]
        return edits.compactMap(\.self)
    }
}
