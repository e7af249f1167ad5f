package import Text

/// Writes entries of a memory as XLIFF 1.2 (https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html), one by one.
package enum XLIFFEntryWriter {
    package static let start = Array(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n"
            .utf8
    )
    package static let end = Array("</xliff>\n".utf8)
    package static let fileEnd = Array("</body>\n</file>\n".utf8)

    /// Begins the entries of one pair of locales.
    package static func fileStart(source: LanguageTag, target: LanguageTag) -> [UInt8] {
        let head =
            "<file original=\"memory\" datatype=\"plaintext\" source-language=\"\(source)\" target-language=\"\(target)\">"
        return Array("\(head)\n<body>\n".utf8)
    }

    /// - Parameter number: makes the id where the entry has no key; with a key it tells equal ones apart.
    package static func unit(_ entry: MemoryEntry, number: Int) -> [UInt8] {
        var text = "<trans-unit id=\"\(number)\""
        if let key = entry.key { text += " resname=\"\(XMLText.escapeAttribute(key))\"" }
        let isApproved = entry.state == .final || entry.state == .reviewed
        if isApproved { text += " approved=\"yes\"" }
        text += " xml:space=\"preserve\">\n<source>\(content(entry.source))</source>\n"
        let state = entry.state == .final ? "final" : entry.state == .reviewed ? "signed-off" : "translated"
        text += "<target state=\"\(state)\">\(content(entry.target))</target>\n"
        if let note = entry.note { text += "<note>\(XMLText.escape(note))</note>\n" }
        return Array((text + "</trans-unit>\n").utf8)
    }

    private static func content(_ text: InlineText) -> String {
        var content = ""
        for part in text.parts {
            switch part {
            case .text(let run): content += XMLText.escape(run)
            case .code(let code):
                let data = XMLText.escape(code.data)
                switch code.role {
                case .standalone: content += "<ph id=\"\(code.id)\">\(data)</ph>"
                case .open: content += "<bpt id=\"\(code.id)\">\(data)</bpt>"
                case .close: content += "<ept id=\"\(code.id)\">\(data)</ept>"
                }
            }
        }
        return content
    }
}
