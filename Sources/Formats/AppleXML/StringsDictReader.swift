import Text

/// Reads the rules of a property list.
struct StringsDictReader {
    private(set) var list = UnitList()
    private(set) var places = Places()
    private let xml: XMLFile
    private let options: ReadOptions
    private let reader: XMLInlineReader

    struct Places: Sendable {
        var strings: [(unit: Int, hole: XMLHole)] = []
        var plurals: [XMLPlural] = []
    }

    init(_ source: XMLSource, options: ReadOptions) {
        xml = source.xml
        self.options = options
        var options = options
        // A variable of the rules: `%#@files@`, `%1$#@files@`.
        options.patterns.append("%(?:[0-9]+\\$)?#@[^@]+@")
        reader = XMLInlineReader(source.xml, options.scanner([.printf, .lineBreaks]))
    }

    mutating func read(_ root: Int) {
        if let top = xml.child("dict", of: root) {
            for (name, _, entry) in pairs(of: top) where xml.has("dict", entry) { readEntry(entry, name: name) }
        }
        list.endChapter("strings")
    }

    private func pairs(of dictionary: Int) -> [(key: String, keyTag: Int, value: Int)] {
        var pairs: [(String, Int, Int)] = []
        var key: (String, Int)?
        for child in xml.children(of: dictionary) {
            if xml.has("key", child) {
                key = (xml.content(of: child) ?? "", child)
            } else if let (name, tag) = key {
                pairs.append((name, tag, child))
                key = nil
            }
        }
        return pairs
    }

    private mutating func readEntry(_ entry: Int, name: String) {
        for (key, _, value) in pairs(of: entry) {
            if xml.has("string", value) {
                guard key == "NSStringLocalizedFormatKey" else { continue }
                add(value, key: "strings/\(name)", name: name) { Self.hasWords($0) }
            } else if xml.has("dict", value) {
                if key == "NSStringVariableWidthRuleType" || key == "NSStringDeviceSpecificRuleType" {
                    for (variant, _, string) in pairs(of: value) where xml.has("string", string) {
                        add(string, key: "strings/\(name)/\(variant)", name: name) { _ in true }
                    }
                } else {
                    readVariable(value, key: "\(name)/\(key)", name: name)
                }
            }
        }
    }

    /// Whether a format holds more than its variables (`%#@apples@`).
    private static func hasWords(_ format: String) -> Bool {
        var isVariable = false
        var rest = ""
        for part in format.split(separator: "%", omittingEmptySubsequences: false) {
            guard isVariable, let at = part.firstIndex(of: "@") else {
                rest += isVariable ? part.dropFirst() : part
                isVariable = true
                continue
            }
            let name = part[part.index(after: at)...]
            rest += name.firstIndex(of: "@").map { name[name.index(after: $0)...] } ?? name
        }
        return rest.hasLetter
    }

    private mutating func add(_ string: Int, key: String, name: String, when holds: (String) -> Bool) {
        guard let (text, slot) = reader.read(inside: string), holds(text.literal) else { return }
        places.strings.append((list.units.count, XMLHole(slot)))
        list.add(Unit(key: list.key(key), source: text, kind: .string, notes: [Unit.Note.key: name]))
    }

    private mutating func readVariable(_ variable: Int, key: String, name: String) {
        var forms: [PluralCategory: (key: Int, value: Int)] = [:]
        for (category, tag, value) in pairs(of: variable) where xml.has("string", value) {
            guard let category = PluralCategory(rawValue: category), reader.read(inside: value) != nil else { continue }
            forms[category] = (tag, value)
        }
        let present = PluralCategory.allCases.filter { forms[$0] != nil }
        guard let last = present.last, let model = forms[.other] ?? forms[last], let inside = xml.inside(model.value),
            let (source, slot) = reader.read(inside: model.value)
        else { return }
        let base = list.key("strings/\(key)")
        let (keyName, valueName) = (xml.name(xml.tokens[model.key]), xml.name(xml.tokens[model.value]))
        let indent = xml.indent(before: model.key)
        let between = xml.indent(before: model.value)
        var plural = XMLPlural(
            place: xml.tokens[model.key].range.lowerBound - indent.utf8.count,
            before: "\(indent)<\(keyName)>\(XMLPlural.categoryMark)</\(keyName)>\(between)<\(valueName)>",
            after: "</\(valueName)>",
            original: inside
        )
        let categories = XMLPlural.categories(options, present: present)
        for category in categories {
            let own = forms[category].flatMap { reader.read(inside: $0.value) }
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
                    key: "\(base)[\(category.rawValue)]",
                    source: own?.text ?? source,
                    kind: .string,
                    notes: [Unit.Note.key: name],
                    plural: category
                )
            )
        }
        for category in present where !categories.contains(category) {
            guard let form = forms[category], let slot = reader.read(inside: form.value)?.slot else { continue }
            plural.leftovers.append(XMLHole(slot))
        }
        places.plurals.append(plural)
    }
}
