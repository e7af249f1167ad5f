import Text

/// A piece of JSON to be put into a file.
indirect enum JSONBranch {
    case object([String: JSONBranch])
    case text(InlineText)
    case raw(String)

    init(members: [String: JSONBranch]) { self = .object(members) }

    static func stringUnit(_ text: InlineText) -> JSONBranch {
        .object(["state": .raw("\"translated\""), "value": .text(text)])
    }

    /// The localization that holds these texts.
    init(_ texts: [StringCatalogText], copying copies: [(path: [String], raw: String)]) {
        self = .object([:])
        for text in texts { self.set(.stringUnit(text.text), at: (text.path + ["stringUnit"])[...]) }
        for copy in copies { self.set(.raw(copy.raw), at: copy.path[...]) }
    }

    private mutating func set(_ branch: JSONBranch, at path: ArraySlice<String>) {
        guard let first = path.first else {
            self = branch
            return
        }
        guard case .object(var members) = self else { return }
        var inner = members[first] ?? .object([:])
        inner.set(branch, at: path.dropFirst())
        members[first] = inner
        self = .object(members)
    }
}

/// How a file lays out its objects: what stands between a name and its value, and how far each level is indented.
struct JSONLayout {
    private var colon = " : "
    private var indent = "  "
    private var newline = "\n"

    init(_ tree: JSONTree) {
        guard let first = Array(tree.children(0).prefix(1)).first else { return }
        let keyEnd = tree.nodes[first].keyRange.upperBound + 1
        let value = tree.whole(first).lowerBound
        if keyEnd <= value { colon = tree.string(keyEnd..<value) }
        let lead = Array(tree.utf8[tree.space(before: tree.beginning(first))])
        if let feed = lead.lastIndex(of: 0x0A) {
            newline = feed > 0 && lead[feed - 1] == 0x0D ? "\r\n" : "\n"
            indent = String(decoding: lead[(feed + 1)...], as: UTF8.self)
        } else {
            (newline, indent) = ("", "")
        }
    }

    func lineBreak(_ depth: Int) -> String {
        newline.isEmpty ? "" : newline + String(repeating: indent, count: depth)
    }

    func member(_ name: String, _ branch: JSONBranch, depth: Int, style: JSONStyle) -> String {
        let name = String(decoding: style.escaped(name), as: UTF8.self)
        return "\"\(name)\"\(colon)" + text(of: branch, depth: depth, style: style)
    }

    /// The piece, whose own line is indented `depth` times.
    func text(of branch: JSONBranch, depth: Int, style: JSONStyle) -> String {
        switch branch {
        case .raw(let raw): return raw
        case .text(let text): return "\"" + String(decoding: style.escaped(text.literal), as: UTF8.self) + "\""
        case .object(let members):
            let inner = members.sorted { $0.key < $1.key }
                .map { member($0.key, $0.value, depth: depth + 1, style: style) }
            return "{" + lineBreak(depth + 1) + inner.joined(separator: "," + lineBreak(depth + 1)) + lineBreak(depth)
                + "}"
        }
    }

    /// How far the line of a member is indented.
    func depth(of member: Int, in tree: JSONTree) -> Int {
        guard !indent.isEmpty else { return 0 }
        let lead = tree.utf8[tree.space(before: tree.beginning(member))]
        let blanks = lead.suffix(where: { $0 == 0x20 || $0 == 0x09 })
        return blanks.count / indent.utf8.count
    }
}

extension Collection where Element == UInt8, Self: BidirectionalCollection {
    /// The longest end of which all hold.
    fileprivate func suffix(where holds: (UInt8) -> Bool) -> SubSequence {
        var start = endIndex
        while start > startIndex, holds(self[index(before: start)]) { start = index(before: start) }
        return self[start...]
    }
}
