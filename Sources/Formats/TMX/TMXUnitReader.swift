internal import Text

/// Makes entries of a `<tu>`.
struct TMXUnitReader {
    /// The `srclang` of the header.
    var language: String?
    /// Whether the unit that was read last is broken.
    private(set) var isBroken = false
    private(set) var withoutSource = 0
    private(set) var unknownLocales = 0
    /// The first few of them.
    private(set) var unknownNames: Set<String> = []
    private let source: LanguageTag?
    private let targets: [LanguageTag]
    private let scanner = PlaceholderScanner(XLIFFReader.syntaxes)
    /// A file has few locales and many variants.
    private var tags: [(bytes: [UInt8], tag: LanguageTag?)] = []

    init(source: LanguageTag?, targets: [LanguageTag]) {
        self.source = source
        self.targets = targets
    }

    private struct Variant {
        var index: Int
        var segment: Int
        var locale: LanguageTag
    }

    mutating func read(_ unit: Int, in xml: XMLFile) -> [MemoryEntry] {
        isBroken = false
        var variants: [Variant] = []
        var details = Details()
        var found = 0
        for child in xml.children(of: unit) {
            if xml.has("tuv", child) {
                guard let segment = xml.child("seg", of: child), xml.tokens[segment].partner != nil else { continue }
                found += 1
                guard let locale = locale(of: child, in: xml) else { continue }
                variants.append(Variant(index: child, segment: segment, locale: locale))
            } else {
                details.read(child, in: xml)
            }
        }
        guard found >= 2 else {
            isBroken = true
            return []
        }
        guard let own = sourceVariant(of: variants, language: xml.value("srclang", of: unit) ?? language) else {
            withoutSource += 1
            return []
        }
        details.readAttributes(of: unit, in: xml)
        var numbers = TMXCodeNumbers()
        let sourceText = text(own.segment, in: xml, &numbers)
        guard !sourceText.isEmpty else { return [] }
        var entries: [MemoryEntry] = []
        for variant in variants where variant.index != own.index && variant.locale != own.locale {
            guard targets.isEmpty || targets.contains(where: { $0.agrees(with: variant.locale) }) else { continue }
            let target = text(variant.segment, in: xml, &numbers)
            guard !target.isEmpty else { continue }
            var details = details
            for child in xml.children(of: variant.index) { details.read(child, in: xml) }
            details.readAttributes(of: variant.index, in: xml)
            entries.append(
                details.entry(
                    source: sourceText,
                    target: target,
                    from: source.flatMap { $0.agrees(with: own.locale) ? $0 : nil } ?? own.locale,
                    to: targets.first { $0.agrees(with: variant.locale) } ?? variant.locale
                )
            )
        }
        return entries
    }

    private mutating func locale(of variant: Int, in xml: XMLFile) -> LanguageTag? {
        guard let attribute = xml.local("lang", of: variant) else {
            unknownLocales += 1
            return nil
        }
        let bytes = xml.bytes[attribute.value]
        let tag: LanguageTag?
        if let known = tags.first(where: { $0.bytes.elementsEqual(bytes) }) {
            tag = known.tag
        } else {
            tag = LanguageTag(xml.string(attribute.value).trimmed)
            if tags.count < 200 { tags.append((Array(bytes), tag)) }
        }
        if tag == nil {
            unknownLocales += 1
            if unknownNames.count < 5 { unknownNames.insert(xml.string(attribute.value)) }
        }
        return tag
    }

    private func sourceVariant(of variants: [Variant], language: String?) -> Variant? {
        if let source {
            return variants.first { $0.locale == source } ?? variants.first { $0.locale.agrees(with: source) }
        }
        if let tag = language.flatMap({ LanguageTag($0) }) {
            return variants.first { $0.locale == tag } ?? variants.first { $0.locale.agrees(with: tag) }
        }
        // A variant that is asked for as a target is no source.
        let free = variants.filter { variant in !targets.contains { $0.agrees(with: variant.locale) } }
        let able = free.isEmpty ? variants : free
        return able.first { $0.locale.language == "zh" } ?? able.first
    }

    /// What notes, properties and attributes say of an entry.
    private struct Details {
        var notes: [String] = []
        var properties: [String: String] = [:]
        var key: String?
        var user: String?
        var changed: Double?

        mutating func read(_ child: Int, in xml: XMLFile) {
            if xml.has("note", child) {
                if let note = xml.content(of: child) { notes.append(note) }
            } else if xml.has("prop", child), let name = xml.value("type", of: child) {
                properties[name.lowercased()] = xml.content(of: child)
            }
        }

        mutating func readAttributes(of index: Int, in xml: XMLFile) {
            key = xml.value("tuid", of: index) ?? key
            let date = xml.value("changedate", of: index) ?? xml.value("creationdate", of: index)
            changed = date.flatMap { TMXDate.seconds($0) } ?? changed
            user = xml.value("changeid", of: index) ?? xml.value("creationid", of: index) ?? user
        }

        func entry(source: InlineText, target: InlineText, from: LanguageTag, to: LanguageTag) -> MemoryEntry {
            MemoryEntry(
                source: source,
                target: target,
                sourceLocale: from,
                targetLocale: to,
                before: properties["x-before"].flatMap { UInt64($0, radix: 16) },
                after: properties["x-after"].flatMap { UInt64($0, radix: 16) },
                key: key ?? properties["id"],
                document: properties["x-document"] ?? properties["file"],
                origin: TMXOrigin.origin(properties["x-origin"], user: user ?? ""),
                state: properties["x-state"].flatMap { Translation.State(rawValue: $0) } ?? .translated,
                changed: changed,
                note: notes.isEmpty ? nil : notes.joined(separator: "\n")
            )
        }
    }

    // MARK: Text

    /// A segment's text. The data of a code is what the element holds, the native code; an empty element is its own data.
    private func text(_ segment: Int, in xml: XMLFile, _ numbers: inout TMXCodeNumbers) -> InlineText {
        guard let end = xml.tokens[segment].partner else { return InlineText("") }
        if end == segment + 2, xml.tokens[segment + 1].kind == .text {
            return scanner.inline(run(segment + 1, in: xml))
        }
        numbers.beginSegment()
        var text = InlineText("")
        var index = segment + 1
        while index < end {
            let token = xml.tokens[index]
            switch token.kind {
            case .text:
                let scanned = scanner.inline(run(index, in: xml), firstID: numbers.placeholderID)
                for part in scanned.parts { text.append(part) }
                index += 1
            case .cdata:
                text.append(.text(XMLText.lineFeeds(xml.string(XMLFile.inside(token)))))
                index += 1
            case .startTag:
                if xml.has("hi", index), let close = token.partner {
                    let id = numbers.pair("hi\(index)")
                    text.append(.code(code(id, .open, .markup, xml.string(token.range))))
                    numbers.highlights[close] = id
                    index += 1
                } else {
                    text.append(.code(element(index, in: xml, &numbers)))
                    index = (token.partner.map { min($0, end - 1) } ?? index) + 1
                }
            case .endTag:
                if let id = numbers.highlights[index] { text.append(.code(code(id, .close, .markup, "</hi>"))) }
                index += 1
            default: index += 1
            }
        }
        return text
    }

    private func run(_ index: Int, in xml: XMLFile) -> String {
        XMLText.lineFeeds(XMLText.decode(xml.bytes, in: xml.tokens[index].range))
    }

    private func code(
        _ id: Int,
        _ role: InlineCode.Role,
        _ kind: InlineCode.Kind,
        _ data: String
    ) -> InlineCode {
        InlineCode(id: id, role: role, kind: kind, data: data, visible: kind == .lineBreak ? "\n" : "")
    }

    private func element(_ index: Int, in xml: XMLFile, _ numbers: inout TMXCodeNumbers) -> InlineCode {
        let token = xml.tokens[index]
        let end = token.partner ?? index
        let content = end > index ? XMLText.lineFeeds(xml.text(inside: index + 1..<end)) : ""
        let whole = xml.string(token.range.lowerBound..<xml.tokens[end].range.upperBound)
        let data = content.isEmpty ? whole : content
        let kind = TMXCodeKind.kind(xml.value("type", of: index))
        let (number, shared) = (xml.value("i", of: index), xml.value("x", of: index))
        switch xml.localName(token) {
        case "bpt": return code(numbers.begin(number, shared: shared), .open, kind ?? .markup, data)
        case "ept": return code(numbers.end(number), .close, kind ?? .markup, data)
        case "it":
            let role: InlineCode.Role = xml.value("pos", of: index) == "end" ? .close : .open
            return code(numbers.single(shared), role, kind ?? .markup, data)
        case "ph": return code(numbers.single(shared), .standalone, kind ?? .placeholder, data)
        default: return code(numbers.single(shared), .standalone, kind ?? .markup, data)
        }
    }
}

/// Numbers of the codes of a unit: what `x` joins has the same one in every variant.
struct TMXCodeNumbers {
    private var shared: [String: Int] = [:]
    private var open: [String: Int] = [:]
    private var count = 0
    private var singles = 0
    private var next = 1
    /// Numbers of `hi` elements by the index of their end tag.
    var highlights: [Int: Int] = [:]

    /// Numbers of placeholders in the text come behind all others.
    var placeholderID: Int { next + 1000 }

    mutating func beginSegment() {
        open = [:]
        highlights = [:]
        (count, singles) = (0, 0)
    }

    private mutating func number(_ name: String) -> Int {
        if let known = shared[name] { return known }
        defer { next += 1 }
        shared[name] = next
        return next
    }

    mutating func begin(_ number: String?, shared: String?) -> Int {
        count += 1
        let id = self.number(shared.map { "x\($0)" } ?? "i\(number ?? "#\(count)")")
        if let number { open[number] = id }
        return id
    }

    mutating func end(_ number: String?) -> Int {
        if let id = number.flatMap({ open[$0] }) { return id }
        return self.number("e\(number ?? "")")
    }

    mutating func single(_ shared: String?) -> Int {
        singles += 1
        return number(shared.map { "p\($0)" } ?? "#\(singles)")
    }

    mutating func pair(_ name: String) -> Int { number(name) }
}
