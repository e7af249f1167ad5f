import Text

/// Says which elements or attributes of an XML file hold text: `PATH[@ATTRIBUTE] [key=…] [comment=…]`.
///
/// `PATH` is names of elements, from outside in, parted by `/`; it is compared with the end of an element's path, or with the
/// whole of it when it begins with `/`. `*` stands for one element of any name; a prefix of a name counts only where the rule
/// has one. Without `@ATTRIBUTE` the content is text, and the elements in it are codes. `key=` and `comment=` name an
/// attribute (`key=@Key`) or a child (`key=ID`) of the element that says what the unit is called and what is known of it. A
/// rule that begins with `-` takes away what others name.
///
///     Dictionary/String@Value key=@Key
///     /Config/Items/Item/Name key=ID
///     -Item/Icon
package struct ElementRule: Sendable, Hashable {
    package var path: [String]
    package var isAbsolute: Bool
    package var attribute: String?
    package var key: Reference?
    package var comment: Reference?
    package var isExcluding: Bool

    package enum Reference: Sendable, Hashable {
        case attribute(String)
        case child(String)
    }

    /// Nil for what is no rule: without a name, or with a part that is not known.
    package init?(_ text: String) {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard var head = words.first else { return nil }
        isExcluding = head.hasPrefix("-")
        if isExcluding { head.removeFirst() }
        isAbsolute = head.hasPrefix("/")
        if isAbsolute { head.removeFirst() }
        if let at = head.firstIndex(of: "@") {
            let name = String(head[head.index(after: at)...])
            guard !name.isEmpty, !name.contains("/") else { return nil }
            attribute = name
            head = String(head[..<at])
        }
        if head.hasSuffix("/") { head.removeLast() }
        path = head.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard !path.isEmpty, !path.contains("") else { return nil }
        for word in words.dropFirst() {
            if word.hasPrefix("key="), let reference = Self.reference(word.dropFirst(4)) {
                key = reference
            } else if word.hasPrefix("comment="), let reference = Self.reference(word.dropFirst(8)) {
                comment = reference
            } else {
                return nil
            }
        }
    }

    private static func reference(_ text: Substring) -> Reference? {
        if text.hasPrefix("@") { return text.count > 1 ? .attribute(String(text.dropFirst())) : nil }
        return text.isEmpty ? nil : .child(String(text))
    }

    /// Whether an element with this path, names with their prefixes, is meant.
    func matches(_ names: [String]) -> Bool {
        guard isAbsolute ? names.count == path.count : names.count >= path.count else { return false }
        return zip(names.suffix(path.count), path).allSatisfy { name, wanted in
            if wanted == "*" || wanted == name { return true }
            guard !wanted.contains(":"), let colon = name.lastIndex(of: ":") else { return false }
            return name[name.index(after: colon)...] == wanted
        }
    }
}
