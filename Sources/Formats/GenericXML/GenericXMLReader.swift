import Text

/// Finds the texts of an XML file by rules, or by what its places hold.
struct GenericXMLReader {
    private(set) var list = UnitList()
    private(set) var places = Places()
    private(set) var findings: [Finding] = []
    private let xml: XMLFile
    private let file: String
    private let options: ReadOptions
    private let reader: XMLInlineReader
    private let rules: [ElementRule]

    private var elements: [Element] = []
    private var candidates: [Candidate] = []
    private var paths = PathTable()
    /// Child elements that name their parent, by the parent's index in `elements`.
    private var names: [Int: String] = [:]
    /// By the number of a place, the rule that names it.
    private var placeRules: [Int: ElementRule?] = [:]
    /// By the index of an element, the texts of its children.
    private var siblings: [Int: [String: String]] = [:]

    struct Places: Sendable {
        var slots: [XMLSlot] = []
        /// Attributes that name the language of the source.
        var languages: [Range<Int>] = []
    }

    private struct Element {
        var token: Int
        var path: Int
        var parent: Int
    }

    /// A text of the file that may be a unit.
    private struct Candidate {
        var element: Int
        var attribute: XMLAttribute?
        var place: Int
        var rule: ElementRule?
    }

    init(_ source: XMLSource, file: String, options: ReadOptions) {
        xml = source.xml
        self.file = file
        self.options = options
        let xml = source.xml
        let syntaxes: Set<PlaceholderSyntax> = [.printf, .braces, .doubleBraces, .tags, .literalBreaks, .lineBreaks]
        reader = XMLInlineReader(xml, options.scanner(syntaxes), space: .trim) { index in
            xml.has("br", index) ? .whole(.lineBreak, visible: "\n") : .pair(.markup)
        }
        rules = options.elements.compactMap { ElementRule($0) }
        for text in options.elements where ElementRule(text) == nil {
            let message = "“\(text)” is no rule for elements, as in `Item/Name key=@id`. Correct it in the settings."
            findings.append(Finding("xml-rule", .warning, message, at: Finding.Place(file: file)))
        }
    }

    mutating func read() {
        collect()
        let chosen = rules.isEmpty ? choose() : Set(candidates.indices)
        let textPlaces = Set(chosen.map { candidates[$0].place })
        for index in candidates.indices where chosen.contains(index) { add(candidates[index], textPlaces) }
        list.endChapter("strings")
        if !rules.isEmpty, list.units.isEmpty {
            let message =
                "No element or attribute of the file is named by the rules. Compare their names with the file's."
            findings.append(Finding("xml-rule", .warning, message, at: Finding.Place(file: file)))
        }
    }

    // MARK: Collecting

    private mutating func collect() {
        var open: [(element: Int, end: Int)] = []
        var index = 0
        // Parts in other languages are left alone where there are some in the source's.
        let isSorted = xml.tokens.contains { token in
            guard token.kind == .startTag, let language = language(of: token) else { return false }
            return NamedLanguage.matches(xml.string(language.value), options.source) == true
        }
        while index < xml.tokens.count {
            while let last = open.last, last.end <= index { open.removeLast() }
            guard xml.tokens[index].kind == .startTag else {
                index += 1
                continue
            }
            let token = xml.tokens[index]
            let end = token.partner ?? index
            let parent = open.last?.element ?? -1
            let path = paths.child(xml.name(token), of: parent < 0 ? -1 : elements[parent].path)
            let language = self.language(of: token)
            if isSorted, let language, NamedLanguage.matches(xml.string(language.value), options.source) == false {
                index = end + 1
                continue
            }
            let element = elements.count
            elements.append(Element(token: index, path: path, parent: parent))
            if let language, open.count < 3, NamedLanguage.matches(xml.string(language.value), options.source) == true {
                places.languages.append(language.value)
            }
            for attribute in xml.attributes(of: token) where attribute.quote != nil && !attribute.value.isEmpty {
                if attribute == language { continue }
                addCandidate(element, attribute)
            }
            if holdsText(index) {
                addCandidate(element, nil)
                if GenericXMLName.ids.contains(xml.localName(token).lowercased()), parent >= 0 {
                    names[parent] = names[parent] ?? xml.content(of: index)
                }
                index = end + 1
            } else {
                if end > index { open.append((element, end)) }
                index += 1
            }
        }
    }

    private func language(of token: XMLToken) -> XMLAttribute? {
        xml.attributes(of: token).first { attribute in
            guard attribute.quote != nil else { return false }
            return ["lang", "xml:lang", "language", "locale"].contains(xml.string(attribute.name).lowercased())
        }
    }

    /// Whether text stands right in the element; an element with attributes only or with elements only does not hold any.
    private func holdsText(_ index: Int) -> Bool {
        guard let end = xml.tokens[index].partner else { return false }
        var child = index + 1
        while child < end {
            let token = xml.tokens[child]
            switch token.kind {
            case .text: if !XMLSpace.isBlank(xml.bytes[token.range]) { return true }
            case .cdata: if !XMLSpace.isBlank(xml.bytes[XMLFile.inside(token)]) { return true }
            case .startTag: child = max(child, token.partner ?? child)
            default: break
            }
            child += 1
        }
        return false
    }

    private mutating func addCandidate(_ element: Int, _ attribute: XMLAttribute?) {
        let path = elements[element].path
        let name = attribute.map { xml.string($0.name) }
        let place = paths.child("@\(name ?? "")", of: path)
        var rule: ElementRule?
        if !rules.isEmpty {
            rule = placeRules[place] ?? self.rule(for: path, attribute: name)
            placeRules[place] = .some(rule)
            if rule == nil { return }
        }
        candidates.append(Candidate(element: element, attribute: attribute, place: place, rule: rule))
    }

    private func rule(for path: Int, attribute: String?) -> ElementRule? {
        let names = paths.names(of: path)
        let matching = rules.filter { $0.attribute == attribute && $0.matches(names) }
        return matching.contains(where: \.isExcluding) ? nil : matching.first
    }

    // MARK: Choosing

    private func text(of candidate: Candidate) -> String {
        if let attribute = candidate.attribute {
            return XMLText.meaning(xml.bytes, attribute.value, isAttribute: true)
        }
        return xml.content(of: elements[candidate.element].token) ?? ""
    }

    /// The candidates that look like text for people.
    private func choose() -> Set<Int> {
        var shares: [Int: (han: Int, words: Int)] = [:]
        var kinds: [(han: Bool, words: Bool)] = []
        var hasHan = false
        for candidate in candidates {
            let text = text(of: candidate)
            let kind = (han: text.containsHan && !isIdentifier(candidate), words: GenericXMLName.isProse(text))
            kinds.append(kind)
            var share = shares[candidate.place] ?? (0, 0)
            if kind.han { share.han += 1 }
            if kind.han || kind.words { share.words += 1 }
            shares[candidate.place] = share
            hasHan = hasHan || kind.han
        }
        var chosen: Set<Int> = []
        for (index, candidate) in candidates.enumerated() {
            if options.isChinese, hasHan {
                let share = shares[candidate.place] ?? (0, 0)
                let isText = share.han > 0 && share.han * 4 >= share.words
                if kinds[index].han || (isText && kinds[index].words) { chosen.insert(index) }
            } else if kinds[index].words, isUsual(candidate) {
                chosen.insert(index)
            }
        }
        return chosen
    }

    private func isIdentifier(_ candidate: Candidate) -> Bool {
        let token = xml.tokens[elements[candidate.element].token]
        let name = candidate.attribute.map { xml.string($0.name) } ?? xml.localName(token)
        return GenericXMLName.ids.contains(name.lowercased()) || GenericXMLName.references.contains(name.lowercased())
    }

    /// Whether a place usually holds text, in files that have no Han to tell by.
    private func isUsual(_ candidate: Candidate) -> Bool {
        guard !isIdentifier(candidate) else { return false }
        guard let attribute = candidate.attribute else { return true }
        return GenericXMLName.texts.contains(xml.string(attribute.name).lowercased())
    }

    // MARK: Units

    private mutating func add(_ candidate: Candidate, _ textPlaces: Set<Int>) {
        let token = elements[candidate.element].token
        let read = candidate.attribute.map { reader.read($0) } ?? reader.read(inside: token)
        guard let (text, slot) = read else { return }
        var notes: [String: String] = [:]
        var key = "strings/"
        if let name = candidate.rule?.key.flatMap({ value($0, of: candidate.element) }) {
            key += name
            notes[Unit.Note.key] = name
        } else {
            key += label(of: candidate.element, textPlaces)
            if let attribute = candidate.attribute { key += "@\(xml.string(attribute.name))" }
            notes[Unit.Note.key] = name(of: candidate.element, textPlaces)
        }
        notes[Unit.Note.comment] = candidate.rule?.comment.flatMap { value($0, of: candidate.element) }
        places.slots.append(slot)
        list.add(Unit(key: list.key(key), source: text, kind: .string, notes: notes))
    }

    private mutating func value(_ reference: ElementRule.Reference, of element: Int) -> String? {
        switch reference {
        case .attribute(let name):
            return xml.value(name, of: xml.tokens[elements[element].token]).flatMap { $0.isEmpty ? nil : $0 }
        case .child(let name):
            // The child of the element itself, or of the one that it is in.
            if let own = children(of: element)[name] { return own }
            let parent = elements[element].parent
            return parent < 0 ? nil : children(of: parent)[name]
        }
    }

    private mutating func children(of element: Int) -> [String: String] {
        if let known = siblings[element] { return known }
        var texts: [String: String] = [:]
        for child in xml.children(of: elements[element].token) {
            let name = xml.localName(xml.tokens[child])
            if texts[name] == nil, holdsText(child) { texts[name] = xml.content(of: child) }
        }
        siblings[element] = texts
        return texts
    }

    /// Names and ids of the elements from under the root to this one.
    private func label(of element: Int, _ textPlaces: Set<Int>) -> String {
        var labels: [String] = []
        var index = element
        while index >= 0 {
            let current = elements[index]
            let name = xml.name(xml.tokens[current.token])
            if current.parent >= 0 || element == index {
                labels.append(name + (self.name(of: index, textPlaces).map { "[\($0)]" } ?? ""))
            }
            index = current.parent
        }
        return labels.reversed().joined(separator: "/")
    }

    /// What an element is called by its attributes or a child, unless that is a text itself.
    private func name(of element: Int, _ textPlaces: Set<Int>) -> String? {
        let current = elements[element]
        let token = xml.tokens[current.token]
        for attribute in xml.attributes(of: token) {
            let name = xml.string(attribute.name)
            let isName = GenericXMLName.ids.contains(name.lowercased()) || name.lowercased() == "name"
            guard isName, let value = xml.value(name, of: token), !value.isEmpty, value.utf8.count < 128 else {
                continue
            }
            if let place = paths.existing("@\(name)", of: current.path), textPlaces.contains(place) { continue }
            return value
        }
        return names[element]
    }
}
