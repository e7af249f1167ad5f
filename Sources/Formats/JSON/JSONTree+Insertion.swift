extension JSONTree {
    /// A new member behind another one, indented and spaced like it, whose value is a unit's translation.
    func insertion(of key: String, behind sibling: Int, for unit: Int) -> JSONEdit {
        let beginning = beginning(sibling)
        let quote: UInt8 = utf8[beginning] == 0x27 ? 0x27 : 0x22
        let mark = String(Unicode.Scalar(quote))
        let keyEnd = min(nodes[sibling].keyRange.upperBound + 1, whole(sibling).lowerBound)
        let name = String(decoding: style.escaped(key, quote: quote), as: UTF8.self)
        let before =
            "," + string(space(before: beginning)) + mark + name + mark
            + string(keyEnd..<whole(sibling).lowerBound) + "\""
        let end = whole(sibling).upperBound
        return JSONEdit(unit, end..<end, .text(before: before, after: "\""))
    }

    /// A unit's translation as the value of a member, whatever that is now, or as a new member behind another.
    func filling(_ member: Int?, of key: String, behind sibling: Int, for unit: Int) -> JSONEdit {
        guard let member else { return insertion(of: key, behind: sibling, for: unit) }
        return kind(member) == .string
            ? JSONEdit(unit, string: nodes[member].range)
            : JSONEdit(unit, whole(member), .text(before: "\"", after: "\""))
    }

    func string(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }
}
