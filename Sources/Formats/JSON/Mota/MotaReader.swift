import Text

/// Finds the texts of a mota-js file: what players read, and not scripts, remarks and names of flags.
struct MotaReader {
    let json: JSONFile
    let tree: JSONTree
    var units: JSONUnits

    init(_ json: JSONFile) {
        self.json = json
        tree = json.tree
        // Most strings of the data are words of the engine, which have no spaces.
        let texts: JSONTextFilter.Rule = json.gameTexts == .han ? .han : .prose
        units = JSONUnits(json, syntaxes: [.backslash, .dollarBraces, .lineBreaks, .tags], texts: texts)
    }

    /// Members that hold JavaScript, or names by which the game finds its parts.
    private static let codes: Set<String> = [
        "function", "itemEffect", "useItemEffect", "canUseItemEffect", "condition", "equipCondition", "parallelDo",
        "commonEvent", "floorId", "id", "type", "cls", "value", "expression", "nameMap",
    ]
    /// Events of which some members name things instead of showing them.
    private static let namers: Set<String> = ["playSound", "playBgm", "insert", "setValue", "showImage", "loadEquip"]

    /// In the order of the file, with a stack of its own.
    mutating func read() {
        var open: [(children: JSONTree.Children, path: String, place: Int, isNamer: Bool)] = [
            (tree.children(0), "", 0, false)
        ]
        while !open.isEmpty {
            let last = open.count - 1
            guard let node = open[last].children.next() else {
                open.removeLast()
                continue
            }
            let isMember = tree.nodes[node].keyStop > 0
            let name = isMember ? tree.key(node) : ""
            let path = open[last].path
            let place = open[last].place
            open[last].place += 1
            if isMember, Self.codes.contains(name) { continue }
            switch tree.kind(node) {
            case .object, .array:
                let type = tree.text(tree.member("type", of: node)) ?? ""
                guard type != "comment", type != "function" else { continue }
                let part = isMember ? name : "\(place)"
                open.append((tree.children(node), "\(path)\(part)/", 0, Self.namers.contains(type)))
            case .string:
                if name == "name", open[last].isNamer { continue }
                read(node, isMember ? path + name : nil, path)
            case .scalar, .broken: break
            }
        }
    }

    private mutating func read(_ node: Int, _ path: String?, _ list: String) {
        guard let text = units.text(node) else { return }
        let range = tree.nodes[node].range
        let speaker = speaker(in: range)
        var start = range.lowerBound
        var notes: [String: String] = [:]
        if let speaker {
            let name = tree.text(in: speaker.name) ?? ""
            if units.filter.isText(name) { units.addName(name, at: speaker.name, as: .bracketed) }
            notes[Unit.Note.speaker] = name
            start = speaker.end
        }
        // What is said, without the code that says who.
        let rest = speaker == nil ? text : tree.text(in: start..<range.upperBound) ?? ""
        guard units.filter.isText(rest) else { return }
        // Lines of an event have no ids: what they say is what they are known by when lines are put before them.
        let key = path ?? "\(list)\(StableHash(rest).hex.prefix(12))"
        let kind: Unit.Kind = path == nil ? .dialogue : path?.hasSuffix("name") == true ? .name : .string
        let unit = units.add(rest, key: key, kind: kind, notes: notes)
        units.edit(JSONEdit(unit, string: start..<range.upperBound))
    }

    /// The name in `\t[name,icon]` at the head of a string.
    private func speaker(in range: Range<Int>) -> (name: Range<Int>, end: Int)? {
        let bytes = tree.utf8[range]
        guard bytes.starts(with: #"\t["#.utf8), let close = bytes.firstIndex(of: 0x5D) else { return nil }
        let inside = range.lowerBound + 3..<close
        let end = tree.utf8[inside].firstIndex(of: 0x2C) ?? close
        return (inside.lowerBound..<end, close + 1)
    }
}
