extension FormatCatalog {
    static let xml: [any Format.Type] = []
}
