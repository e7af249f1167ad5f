extension FormatCatalog {
    static let lines: [any Format.Type] = []
}
