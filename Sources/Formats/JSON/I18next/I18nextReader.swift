import Text

/// Reads a resource file: strings by their path, the forms of a plural message together.
struct I18nextReader {
    let json: JSONFile
    let tree: JSONTree
    var units: JSONUnits

    init(_ json: JSONFile) {
        self.json = json
        tree = json.tree
        units = JSONUnits(json, messagesWith: [.doubleBraces, .nesting, .tags, .lineBreaks], texts: .letters)
    }

    /// Goes through the objects with a stack of its own, in the order of the file.
    mutating func read() {
        var open: [(steps: [Step], next: Int)] = [(steps(in: 0, path: ""), 0)]
        while let top = open.last {
            guard top.next < top.steps.count else {
                open.removeLast()
                continue
            }
            open[open.count - 1].next += 1
            switch top.steps[top.next] {
            case .inside(let node, let path): open.append((steps(in: node, path: path + "."), 0))
            case .string(let node, let path, let context): read(node, path, context)
            case .plural(let message): read(message)
            }
        }
    }

    private enum Step {
        case inside(Int, path: String)
        case string(Int, path: String, context: String?)
        case plural(Message)
    }

    /// A plural message with the forms that are in the file, by name and in its order.
    private struct Message {
        var path: String
        var base: String
        var style: I18nextPlural
        var forms: [(name: String, category: PluralCategory?, node: Int)]
    }

    private mutating func steps(in node: Int, path: String) -> [Step] {
        if tree.kind(node) == .array {
            return tree.children(node).enumerated().compactMap { place, child in
                step(child, "\(path)\(place)", nil)
            }
        }
        let members = tree.children(node).map { (name: tree.key($0), node: $0) }
        var strings: [String: Int] = [:]
        for member in members where tree.kind(member.node) == .string { strings[member.name] = member.node }
        let messages = members.map { strings[$0.name] == $0.node ? message(of: $0.name, among: strings) : nil }
        var forms: [String: [(name: String, category: PluralCategory?, node: Int)]] = [:]
        for (member, message) in zip(members, messages) {
            guard let message else { continue }
            let category = I18nextPlural.suffix(of: member.name)?.category
            forms[message.base, default: []].append((member.name, category, member.node))
        }
        var steps: [Step] = []
        for (member, message) in zip(members, messages) {
            if let message {
                // All forms stand where the first of them does.
                guard let forms = forms.removeValue(forKey: message.base) else { continue }
                let message = Message(path: path + message.base, base: message.base, style: message.style, forms: forms)
                steps.append(.plural(message))
            } else if let step = step(member.node, path + member.name, context(of: member.name, among: strings)) {
                steps.append(step)
            }
        }
        return steps
    }

    private func step(_ node: Int, _ path: String, _ context: String?) -> Step? {
        switch tree.kind(node) {
        case .object, .array: .inside(node, path: path)
        case .string: .string(node, path: path, context: context)
        case .scalar, .broken: nil
        }
    }

    /// The message that a name is a form of. `_other` must be there, or a text that counts: `step_1` is no plural.
    private func message(of name: String, among strings: [String: Int]) -> (base: String, style: I18nextPlural)? {
        if let (base, _) = I18nextPlural.suffix(of: name), strings["\(base)_other"] != nil {
            return (base, .categories)
        }
        if strings["\(name)_plural"] != nil { return (name, .numbers) }
        guard let base = I18nextPlural.numberedBase(of: name) else { return nil }
        if strings["\(base)_plural"] != nil, strings[base] != nil { return (base, .numbers) }
        guard let first = strings["\(base)_0"], strings[base] == nil || strings["\(base)_plural"] != nil else {
            return nil
        }
        return tree.text(first)?.contains("{{count") == true ? (base, .numbers) : nil
    }

    /// `male` of `friend_male`, beside a `friend`.
    private func context(of name: String, among strings: [String: Int]) -> String? {
        guard let bar = name.utf8.lastIndex(of: 0x5F), strings[String(name[..<bar])] != nil else { return nil }
        return String(name[name.utf8.index(after: bar)...])
    }

    private mutating func read(_ node: Int, _ path: String, _ context: String?) {
        var notes = [Unit.Note.key: path]
        notes[Unit.Note.context] = context
        units.add(node, key: path, notes: notes)
    }

    /// A unit for each form that the target needs: in its place where the file has it, else in a new line.
    private mutating func read(_ message: Message) {
        var needed = json.options.pluralCategories ?? []
        if message.style == .numbers {
            needed = I18nextPlural.wholeNumbers(needed, in: json.options.targets)
        }
        guard let last = message.forms.last else { return }
        let forms = Dictionary(message.forms.map { ($0.name, $0.node) }, uniquingKeysWith: { first, _ in first })
        var names = message.style.names(base: message.base, needed)
        // Ordinals have categories of their own, which only their file knows.
        if needed.isEmpty || message.base.hasSuffix("_ordinal") { names = ownNames(of: message) }
        // i18next shows `_zero` for a count of 0 in every language, whether it has that category or not.
        let zero = "\(message.base)_zero"
        if message.style == .categories, forms[zero] != nil, !names.contains(where: { $0.name == zero }) {
            names.insert((.zero, zero), at: 0)
        }
        let general = forms["\(message.base)_other"] ?? forms["\(message.base)_plural"] ?? last.node
        var used: Set<String> = []
        var fallback: Int?
        for (category, name) in names {
            let node = forms[name]
            guard let text = units.text(node ?? general) else { continue }
            let key = "\(message.path)[\(category.rawValue)]"
            let notes = [Unit.Note.key: message.path]
            let unit = units.add(text, key: key, notes: notes, plural: category)
            if category == .other || fallback == nil { fallback = unit }
            used.insert(name)
            if let node {
                units.edit(JSONEdit(unit, string: tree.nodes[node].range))
            } else {
                units.edit(tree.insertion(of: name, behind: last.node, for: unit))
            }
        }
        guard let fallback else { return }
        // Forms that the target does not have are never shown; they say what the general form says.
        for form in message.forms where !used.contains(form.name) {
            units.edit(JSONEdit(fallback, string: tree.nodes[form.node].range))
        }
    }

    private func ownNames(of message: Message) -> [(category: PluralCategory, name: String)] {
        if case .categories = message.style {
            let present = message.forms.compactMap { form in form.category.map { ($0, form.name) } }
            return PluralCategory.allCases.flatMap { category in present.filter { $0.0 == category } }
                .map { (category: $0.0, name: $0.1) }
        }
        let names = message.forms.map(\.name)
        if names.contains("\(message.base)_plural") {
            return message.style.names(base: message.base, [.one, .other]).filter { names.contains($0.name) }
        }
        let categories: [PluralCategory] = [.one, .two, .few, .many, .other]
        return names.count == 1
            ? [(.other, names[0])] : Array(zip(categories, names).map { (category: $0.0, name: $0.1) })
    }
}
