/// What the paragraph styles of a document mean for its structure.
struct DOCXStyles {
    private var styles: [String: Style] = [:]

    private struct Style {
        var name = ""
        var parent: String?
        var level: Int?
    }

    /// What a paragraph is by its style.
    enum Role: Hashable {
        /// Level 1 is the highest.
        case heading(level: Int)
        case title
        case subtitle
        case author
        case text
    }

    init() {}

    /// Reads `styles.xml`.
    init(_ xml: XMLFile) {
        for (index, token) in xml.tokens.enumerated()
        where token.kind == .startTag && xml.isNamed("w:style", token) {
            guard let end = token.partner, let id = xml.value("w:styleId", of: token) else { continue }
            var style = Style()
            for inner in xml.tokens[index..<end] where inner.kind == .startTag {
                if xml.isNamed("w:name", inner) { style.name = xml.value("w:val", of: inner) ?? "" }
                if xml.isNamed("w:basedOn", inner) { style.parent = xml.value("w:val", of: inner) }
                if xml.isNamed("w:outlineLvl", inner) {
                    style.level = xml.value("w:val", of: inner).flatMap { Int($0) }
                }
            }
            styles[id] = style
        }
    }

    /// The role of a paragraph; its own outline level (0…8, 9 is text) wins over that of its style.
    func role(style id: String?, outlineLevel: Int?) -> Role {
        if let outlineLevel { return outlineLevel < 9 ? .heading(level: outlineLevel + 1) : .text }
        var next = id
        // A chain of styles that leads back to itself ends here.
        for _ in 0..<16 {
            guard let id = next, let style = styles[id] else { break }
            let name = style.name.lowercased()
            switch name {
            case "title": return .title
            case "subtitle": return .subtitle
            case "author": return .author
            default: break
            }
            if let level = style.level { return level < 9 ? .heading(level: level + 1) : .text }
            for prefix in ["heading ", "标题 ", "標題 "] where name.hasPrefix(prefix) {
                if let level = Int(name.dropFirst(prefix.count)), (1...9).contains(level) {
                    return .heading(level: level)
                }
            }
            next = style.parent
        }
        return .text
    }
}
