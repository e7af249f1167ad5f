/// The tags of a page, read as strictly as the page is written: lower case, attribute values in double quotes.
struct Markup {
    /// `p class lang`, `/p`: name and attributes' names, in order; no values, no text.
    private(set) var tags: [String] = []

    struct Broken: Error {
        var rest: String
    }

    init(_ page: String) throws {
        var rest = Substring(page)
        while let start = rest.firstIndex(of: "<") {
            rest = rest[start...].dropFirst()
            let tag = try Self.tag(&rest)
            tags.append(tag)
            guard tag == "style" || tag == "script" else { continue }
            while !rest.isEmpty, !rest.hasPrefix("</\(tag)>") { rest.removeFirst() }
        }
    }

    /// The first tag that closes nothing or is never closed.
    var unbalanced: String? {
        var open: [String] = []
        for tag in tags {
            let name = String(tag.prefix { $0 != " " })
            if tag.hasPrefix("/") {
                guard open.popLast() == String(name.dropFirst()) else { return tag }
            } else if !["!DOCTYPE", "meta", "input"].contains(name) {
                open.append(name)
            }
        }
        return open.last
    }

    private static func tag(_ rest: inout Substring) throws -> String {
        let name = rest.prefix { $0 != ">" && !$0.isWhitespace }
        rest = rest.dropFirst(name.count)
        var tag = String(name)
        while true {
            rest = rest.drop { $0.isWhitespace }
            if rest.first == ">" {
                rest.removeFirst()
                return tag
            }
            let attribute = rest.prefix { $0.isLetter || $0 == "-" }
            guard !attribute.isEmpty else { throw Broken(rest: String(rest.prefix(80))) }
            tag += " \(attribute)"
            rest = rest.dropFirst(attribute.count)
            guard rest.first == "=" else { continue }
            guard rest.hasPrefix("=\""), let end = rest.dropFirst(2).firstIndex(of: "\"") else {
                throw Broken(rest: String(rest.prefix(80)))
            }
            rest = rest[end...].dropFirst()
        }
    }
}
