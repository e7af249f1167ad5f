import Text

/// Reads one data file of RPG Maker.
struct RPGMakerReader {
    let json: JSONFile
    let tree: JSONTree
    var units: JSONUnits
    var title: String?
    /// The widest line of a message in the file: what the game's window holds at least.
    private(set) var widest = 0

    init(_ json: JSONFile) {
        self.json = json
        tree = json.tree
        units = JSONUnits(json, syntaxes: [.rpgMaker, .qt, .tags, .lineBreaks], texts: json.gameTexts)
    }

    mutating func readMap() {
        let name = tree.member("displayName", of: 0)
        title = tree.text(name).flatMap { $0.isEmpty ? nil : $0 }
        units.add(name, key: "displayName", kind: .name)
        guard let events = tree.member("events", of: 0) else { return }
        measure(events)
        for event in tree.children(events) where tree.kind(event) == .object {
            let id = tree.integer(tree.member("id", of: event)) ?? 0
            let context = context(ofEvent: event)
            guard let pages = tree.member("pages", of: event) else { continue }
            for (number, page) in tree.children(pages).enumerated() {
                guard let list = tree.member("list", of: page) else { continue }
                readCommands(list, path: "events/\(id)/pages/\(number)", context: context)
            }
        }
    }

    mutating func readCommonEvents() {
        measure(0)
        for event in tree.children(0) where tree.kind(event) == .object {
            guard let list = tree.member("list", of: event) else { continue }
            let id = tree.integer(tree.member("id", of: event)) ?? 0
            readCommands(list, path: "\(id)", context: context(ofEvent: event))
        }
    }

    mutating func readTroops() {
        measure(0)
        for troop in tree.children(0) where tree.kind(troop) == .object {
            guard let pages = tree.member("pages", of: troop) else { continue }
            let id = tree.integer(tree.member("id", of: troop)) ?? 0
            for (number, page) in tree.children(pages).enumerated() {
                guard let list = tree.member("list", of: page) else { continue }
                readCommands(list, path: "\(id)/pages/\(number)", context: context(ofEvent: troop))
            }
        }
    }

    mutating func readDatabase(_ members: [String]) {
        for entry in tree.children(0) where tree.kind(entry) == .object {
            let id = tree.integer(tree.member("id", of: entry)) ?? 0
            let name = tree.text(tree.member("name", of: entry)) ?? ""
            for member in members {
                let notes = member == "name" || name.isEmpty ? [:] : [Unit.Note.context: "\(member) of \(name)"]
                let isName = member == "name" || member == "nickname"
                units.add(
                    tree.member(member, of: entry),
                    key: "\(id)/\(member)",
                    kind: isName ? .name : .string,
                    notes: notes
                )
            }
        }
    }

    mutating func readSystem() {
        title = tree.text(tree.member("gameTitle", of: 0))
        units.add(tree.member("gameTitle", of: 0), key: "gameTitle", kind: .title)
        units.add(tree.member("currencyUnit", of: 0), key: "currencyUnit")
        for list in ["elements", "skillTypes", "weaponTypes", "armorTypes", "equipTypes"] {
            readList(tree.member(list, of: 0), path: list)
        }
        guard let terms = tree.member("terms", of: 0) else { return }
        for list in tree.children(terms) {
            let path = "terms/\(tree.key(list))"
            guard tree.kind(list) == .object else {
                readList(list, path: path)
                continue
            }
            for message in tree.children(list) {
                let key = "\(path)/\(tree.key(message))"
                units.add(message, key: key, notes: [Unit.Note.key: tree.key(message)])
            }
        }
    }

    /// Their places are ids: the engine knows an element or a term by its number.
    private mutating func readList(_ list: Int?, path: String) {
        guard let list, tree.kind(list) == .array else { return }
        var place = 0
        for item in tree.children(list) {
            units.add(item, key: "\(path)/\(place)", notes: [Unit.Note.context: path])
            place += tree.kind(item) == .scalar ? Int(tree.nodes[item].keyStart) : 1
        }
    }

    /// The name that the author gave an event; nil for the editor's `EV001`.
    private func context(ofEvent event: Int) -> String? {
        guard let name = tree.text(tree.member("name", of: event)), !name.isEmpty, !name.hasPrefix("EV") else {
            return nil
        }
        return name
    }

    /// Finds the widest line of all messages below a node.
    private mutating func measure(_ node: Int) {
        let end = Int(tree.nodes[node].next)
        var index = node
        while index < end {
            if tree.kind(index) == .object, isCommand(index, 401),
                let parameters = tree.member("parameters", of: index),
                let text = tree.text(tree.element(0, of: parameters))
            {
                widest = max(widest, MessageLines.width(text))
            }
            index += 1
        }
    }

    func isCommand(_ node: Int, _ code: Int) -> Bool {
        // Commands say their code first; anything else would be searched through for nothing.
        guard node + 1 < tree.nodes.count, tree.isKey("code", of: node + 1) else { return false }
        return tree.integer(node + 1) == code
    }
}
