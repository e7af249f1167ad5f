import Text

/// Reads the cues of a TTML file.
struct TTMLReader {
    private(set) var list = UnitList()
    private(set) var places = Places()
    private(set) var language: LanguageTag?
    private let xml: XMLFile
    private let options: ReadOptions
    private let reader: XMLInlineReader
    private let clock: TTMLClock
    private var speakers: [String: String] = [:]

    struct Places: Sendable {
        var cues: [Cue] = []
        /// The languages that name that of the source.
        var languages: [Range<Int>] = []
    }

    struct Cue: Sendable {
        var slot: XMLSlot
        var lineBreak = "<br/>"
        var targets: [Target] = []
    }

    struct Target: Sendable {
        var locale: String
        var hole: XMLHole
    }

    init(_ source: XMLSource, _ root: Int, options: ReadOptions) {
        xml = source.xml
        self.options = options
        let xml = source.xml
        clock = TTMLClock(root, in: xml)
        let preserves = xml.value("space", of: root) == "preserve"
        reader = XMLInlineReader(xml, options.scanner([]), space: preserves ? .trim : .collapse) { index in
            if xml.has("br", index) { return .whole(.lineBreak, visible: "\n") }
            return xml.has("metadata", index) || xml.has("set", index) ? .whole(.markup) : .pair(.markup)
        }
    }

    mutating func read(_ root: Int) {
        let own = tag(of: root)
        language = own.flatMap { LanguageTag($0) }
        if let head = xml.child("head", of: root) { readHead(head) }
        guard let body = xml.child("body", of: root) else {
            list.endChapter("cues")
            return
        }
        let divisions = xml.children(of: body).filter { xml.has("div", $0) }
        let tags = divisions.map { tag(of: $0) ?? tag(of: body) ?? own }
        let source = sourceTag(among: tags)
        var targets: [String: [Target]] = [:]
        for (division, tag) in zip(divisions, tags) where tag != source {
            guard let locale = options.locale(tag)?.description else { continue }
            for (time, cue) in cues(in: division) {
                guard let hole = XMLHole(inside: cue, of: xml) else { continue }
                targets[time, default: []].append(Target(locale: locale, hole: trimmed(hole)))
            }
        }
        for (division, tag) in zip(divisions, tags) where tag == source {
            for (time, cue) in cues(in: division) { add(cue, targets: targets[time] ?? []) }
        }
        list.endChapter("cues")
        if let source {
            language = LanguageTag(source)
            for index in [root, body] + divisions where self.tag(of: index) == source {
                if let attribute = xml.attribute("xml:lang", of: xml.tokens[index]) {
                    places.languages.append(attribute.value)
                }
            }
        }
    }

    private func tag(of index: Int) -> String? {
        xml.attribute("xml:lang", of: xml.tokens[index]).map { xml.string($0.value) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The language to translate from, of those that the divisions are in.
    private func sourceTag(among tags: [String?]) -> String? {
        let known = tags.compactMap(\.self)
        if let source = options.source {
            return known.first { LanguageTag($0).map { $0.agrees(with: source) } ?? false } ?? known.first
        }
        return known.first { LanguageTag($0)?.language == "zh" } ?? known.first
    }

    private mutating func readHead(_ head: Int) {
        guard let end = xml.tokens[head].partner else { return }
        for index in head..<end where xml.tokens[index].kind == .startTag {
            if xml.has("agent", index), let id = xml.value("id", of: index),
                let name = xml.children(of: index).first(where: { xml.has("name", $0) }).flatMap({ xml.content(of: $0) }
                )
            {
                speakers[id] = name
            } else if xml.has("title", index) || xml.has("desc", index), let (text, slot) = reader.read(inside: index) {
                let name = xml.localName(xml.tokens[index])
                places.cues.append(Cue(slot: slot, lineBreak: " / "))
                list.add(Unit(key: list.key("cues/\(name)"), source: text, kind: .title))
            }
        }
    }

    /// The cues of a division, with what tells two of one time from others.
    private func cues(in division: Int) -> [(time: String, index: Int)] {
        guard let end = xml.tokens[division].partner else { return [] }
        var cues: [(String, Int)] = []
        var index = division + 1
        while index < end {
            if xml.tokens[index].kind == .startTag, xml.has("p", index) {
                let time = [xml.value("begin", of: index), xml.value("region", of: index)].compactMap(\.self)
                cues.append((time.joined(separator: " "), index))
                index = max(index, xml.tokens[index].partner ?? index)
            }
            index += 1
        }
        return cues
    }

    private func trimmed(_ hole: XMLHole) -> XMLHole {
        guard hole.before.isEmpty else { return hole }
        var hole = hole
        let range = XMLSpace.trim(hole.slot.range, in: xml.bytes)
        if !range.isEmpty { hole.slot.range = range }
        return hole
    }

    private mutating func add(_ cue: Int, targets: [Target]) {
        guard let (text, read) = reader.read(inside: cue) else { return }
        var slot = read
        let lineBreak = "<\(xml.prefix(cue))br/>"
        slot.lineBreak = lineBreak
        var notes: [String: String] = [:]
        let begin = xml.value("begin", of: cue).flatMap { clock.milliseconds($0) }
        var end = xml.value("end", of: cue).flatMap { clock.milliseconds($0) }
        if end == nil, let begin, let length = xml.value("dur", of: cue).flatMap({ clock.milliseconds($0) }) {
            end = begin + length
        }
        notes[Unit.Note.start] = begin.map { TTMLClock.text($0) }
        notes[Unit.Note.end] = end.map { TTMLClock.text($0) }
        notes[Unit.Note.speaker] = xml.value("agent", of: cue).flatMap { speakers[$0] }
        let id = xml.value("id", of: cue) ?? notes[Unit.Note.start]
        let key = list.key("cues/\(id ?? "p")")
        var place = Cue(slot: slot, lineBreak: lineBreak)
        var existing: [String: Unit.Existing] = [:]
        for target in targets {
            var target = target
            target.hole.slot.markup = slot.markup
            target.hole.slot.container = slot.container
            target.hole.slot.lineBreak = lineBreak
            place.targets.append(target)
        }
        for target in targets {
            let text = XMLText.meaning(xml.bytes, target.hole.slot.range, isAttribute: false)
            if !text.isBlank, !text.contains("<") { existing[target.locale] = Unit.Existing(InlineText(text)) }
        }
        places.cues.append(place)
        list.add(Unit(key: key, source: text, kind: .cue, notes: notes, existing: existing))
    }
}
