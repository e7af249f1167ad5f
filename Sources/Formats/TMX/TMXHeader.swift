/// What a TMX file says of itself.
package struct TMXHeader: Hashable, Sendable, Codable {
    package var sourceLanguage: String?
    package var tool: String?
    package var toolVersion: String?
    package var segmentation: String?
    package var format: String?
    package var adminLanguage: String?
    package var datatype: String?
    package var notes: [String] = []
    /// Properties by type, in order.
    package var properties: [[String]] = []

    package init() {}

    /// From what stands before the first unit.
    init(_ xml: XMLFile) {
        guard let index = xml.tokens.indices.first(where: { xml.tokens[$0].kind == .startTag && xml.has("header", $0) })
        else { return }
        sourceLanguage = xml.value("srclang", of: index)
        tool = xml.value("creationtool", of: index)
        toolVersion = xml.value("creationtoolversion", of: index)
        segmentation = xml.value("segtype", of: index)
        format = xml.value("o-tmf", of: index)
        adminLanguage = xml.value("adminlang", of: index)
        datatype = xml.value("datatype", of: index)
        for child in xml.children(of: index) {
            guard let content = xml.content(of: child) else { continue }
            if xml.has("note", child) { notes.append(content) }
            if xml.has("prop", child) { properties.append([xml.value("type", of: child) ?? "", content]) }
        }
    }
}
