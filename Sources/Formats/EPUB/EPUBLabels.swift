import Text

/// What the tables of contents call the documents that they lead to.
enum EPUBLabels {
    /// Archive path of a document to the first label that leads to it, from a navigation document or an NCX.
    static func read(_ xml: XMLFile, path: String) -> [String: String] {
        var labels: [String: String] = [:]
        var label = ""
        for (index, token) in xml.tokens.enumerated() where token.kind == .startTag {
            switch xml.localName(token) {
            case "a":
                guard let end = token.partner, let href = xml.value("href", of: token) else { continue }
                add(href, xml.text(inside: index..<end))
            case "text":
                label = token.partner.map { xml.text(inside: index..<$0) } ?? ""
            case "content":
                if let source = xml.value("src", of: token) { add(source, label) }
            default: break
            }
        }
        func add(_ reference: String, _ text: String) {
            let label = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !label.isEmpty, let target = EPUBPath.resolve(reference, from: path), labels[target] == nil else {
                return
            }
            labels[target] = label
        }
        return labels
    }
}
