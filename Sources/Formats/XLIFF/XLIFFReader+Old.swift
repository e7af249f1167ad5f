import Text

/// XLIFF 1.0 to 1.2: `file/body/group*/trans-unit`.
extension XLIFFReader {
    mutating func readOld(_ root: Int) {
        for file in xml.children(of: root) where xml.has("file", file) { readOldFile(file) }
    }

    private mutating func readOldFile(_ file: Int) {
        let name = xml.value("original", of: file) ?? "strings"
        source = source ?? xml.value("source-language", of: file).flatMap { LanguageTag($0) }
        locale = options.locale(xml.value("target-language", of: file)) ?? options.targets.first
        let start = list.units.count
        let language = XMLLanguage("target-language", of: file, in: xml)
        if !isKept(file) {
            for body in xml.children(of: file) where xml.has("body", body) { readOldGroup(body, in: name) }
        }
        list.endChapter(name, title: name)
        places.files.append(XLIFFPlaces.File(units: start..<list.units.count, language: language))
    }

    private mutating func readOldGroup(_ group: Int, in file: String) {
        // The depth of elements in a file is limited.
        for child in xml.children(of: group) {
            if xml.has("trans-unit", child) {
                readOldUnit(child, in: file)
            } else if xml.has("group", child), !isKept(child) {
                readOldGroup(child, in: file)
            }
        }
    }

    private mutating func readOldUnit(_ unit: Int, in file: String) {
        guard !isKept(unit) else { return }
        var parts = OldParts()
        for child in xml.children(of: unit) {
            if xml.has("source", child) {
                parts.source = child
            } else if xml.has("target", child) {
                parts.target = child
            } else if xml.has("note", child) {
                if xml.value("annotates", of: child) != "target" { parts.notes.append(child) }
            } else if xml.has("seg-source", child) {
                parts.segments = child
            } else if xml.has("context-group", child) {
                parts.contexts.append(child)
            }
        }
        guard let source = parts.source else {
            report("xliff-source", "A trans-unit has no source; it is kept as it is. Export the file again.", at: unit)
            return
        }
        let id = xml.value("id", of: unit)
        let notes = oldNotes(unit, parts)
        let segments = parts.segments.map { self.segments(in: $0) } ?? []
        if !segments.isEmpty {
            readSegments(segments, of: unit, parts, id: id, notes: notes, in: file)
            return
        }
        guard let (text, slot) = reader.read(inside: source) else { return }
        let key = list.key("\(file)/\(id ?? UnitList.hashed(text.tagged))")
        if id == nil {
            report("xliff-id", "A trans-unit has no id; it is known by its text. Give it an id.", at: unit)
        }
        var place = XLIFFPlaces.Place(hole: XMLHole(slot), edits: [])
        var existing: [String: Unit.Existing] = [:]
        if let target = parts.target {
            let found = reader.read(inside: target)
            place.edits = oldEdits(unit, target)
            guard let hole = XMLHole(inside: target, of: xml, edits: &place.edits) else { return }
            place.hole = hole.holding(slot, existing: found?.slot)
            existing = oldExisting(found?.text, unit, target)
        } else {
            let hole = newTarget(behind: parts.segments ?? source, like: source, attributes: newState)
            place.hole = hole.holding(slot, existing: nil)
            place.edits = [xml.edit("approved", of: unit, to: "no")].compactMap(\.self)
        }
        places.units.append(place)
        list.add(Unit(key: key, source: text, kind: .string, notes: notes, existing: existing))
    }

    private struct OldParts {
        var source: Int?
        var target: Int?
        var segments: Int?
        var notes: [Int] = []
        var contexts: [Int] = []
    }

    private var newState: String { hasStates ? " state=\"translated\"" : "" }

    private func oldEdits(_ unit: Int, _ target: Int) -> [XMLEdit] {
        let edits = [
            xml.edit("state", of: target, to: "translated"), xml.edit("state-qualifier", of: target, to: nil),
            xml.edit("approved", of: unit, to: "no"),
        ]
        return edits.compactMap(\.self)
    }

    private func oldExisting(_ text: InlineText?, _ unit: Int, _ target: Int) -> [String: Unit.Existing] {
        let own = xml.attribute("xml:lang", of: xml.tokens[target]).map { xml.string($0.value) }
        guard let text, let locale = options.locale(own) ?? locale else { return [:] }
        return [locale.description: Unit.Existing(text, state: oldState(unit, target))]
    }

    /// (https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html#state)
    private func oldState(_ unit: Int, _ target: Int) -> Translation.State {
        switch xml.value("state", of: target) {
        case "final": .final
        case "signed-off": .reviewed
        case "translated": .translated
        case let state? where state == "new" || state.hasPrefix("needs-"): .initial
        default: xml.value("approved", of: unit) == "yes" ? .reviewed : .translated
        }
    }

    private func oldNotes(_ unit: Int, _ parts: OldParts) -> [String: String] {
        var entries: [(String, String?)] = parts.notes.map { (Unit.Note.comment, xml.content(of: $0)) }
        if let name = xml.value("resname", of: unit) { entries.append((Unit.Note.key, name)) }
        if xml.value("size-unit", of: unit) == "char" {
            entries.append((Unit.Note.maxLength, xml.value("maxwidth", of: unit)))
        }
        for group in parts.contexts {
            var reference: String?
            for context in xml.children(of: group) {
                let text = xml.content(of: context)
                switch xml.value("context-type", of: context) {
                case "sourcefile": reference = text
                case "linenumber": reference = [reference, text].compactMap(\.self).joined(separator: ":")
                default: entries.append((Unit.Note.context, text))
                }
            }
            entries.append((Unit.Note.reference, reference))
        }
        return notes(entries)
    }

    // MARK: Segments

    /// The `<mrk mtype="seg">` inside of an element, outermost ones.
    private func segments(in element: Int) -> [Int] {
        guard let end = xml.tokens[element].partner else { return [] }
        var found: [Int] = []
        var index = element + 1
        while index < end {
            if xml.tokens[index].kind == .startTag, xml.has("mrk", index), xml.value("mtype", of: index) == "seg" {
                found.append(index)
                index = max(index, xml.tokens[index].partner ?? index)
            }
            index += 1
        }
        return found
    }

    /// One unit for each segment. A target that lacks some of them is made anew from the source's.
    private mutating func readSegments(
        _ segments: [Int],
        of unit: Int,
        _ parts: OldParts,
        id: String?,
        notes: [String: String],
        in file: String
    ) {
        guard let source = parts.source, let segmented = parts.segments, let inside = xml.inside(segmented) else {
            return
        }
        var targets: [String: Int] = [:]
        if let target = parts.target {
            for index in self.segments(in: target) { targets[xml.value("mid", of: index) ?? ""] = index }
        }
        let isWhole = segments.allSatisfy { targets[xml.value("mid", of: $0) ?? ""] != nil }
        let base = "\(file)/\(id ?? String(StableHash(xml.text(inside: source..<segmented)).hex.prefix(8)))"
        var edits = [xml.edit("approved", of: unit, to: "no")].compactMap(\.self)
        if let target = parts.target { edits = oldEdits(unit, target) }
        var group: XLIFFPlaces.Group?
        if !isWhole {
            let behind = newTarget(behind: segmented, like: source, attributes: newState)
            var hole: XMLHole? = behind
            if let target = parts.target { hole = XMLHole(inside: target, of: xml, edits: &edits) }
            guard let hole else { return }
            group = XLIFFPlaces.Group(hole: hole, edits: edits)
        }
        var copied = inside.lowerBound
        var isFirst = true
        for segment in segments {
            let mid = xml.value("mid", of: segment) ?? ""
            guard let (text, slot) = reader.read(inside: segment) else { continue }
            let key = list.key("\(base)/\(mid)")
            let target = targets[mid]
            let found = target.flatMap { reader.read(inside: $0) }
            var place = XLIFFPlaces.Place(hole: XMLHole(slot))
            if isWhole, let target {
                guard let hole = XMLHole(inside: target, of: xml) else { continue }
                place.hole = hole.holding(slot, existing: found?.slot)
                // States belong to the target as a whole; each of its segments settles them.
                if isFirst { place.edits = edits }
            } else {
                place.group = places.groups.count
                group?.parts.append(.bytes(copied..<xml.tokens[segment].range.lowerBound))
                let tag = xml.string(xml.tokens[segment].range)
                let name = xml.name(xml.tokens[segment])
                let now = target.flatMap { xml.inside($0) }
                group?.parts.append(.segment(list.units.count, tag: tag, end: "</\(name)>", now: now))
                group?.units.append(list.units.count)
                copied = xml.end(of: segment)
            }
            isFirst = false
            places.units.append(place)
            let existing = parts.target.map { oldExisting(found?.text, unit, $0) } ?? [:]
            list.add(Unit(key: key, source: text, kind: .string, notes: notes, existing: existing))
        }
        if var group, !group.units.isEmpty {
            group.parts.append(.bytes(copied..<inside.upperBound))
            places.groups.append(group)
        }
    }
}
