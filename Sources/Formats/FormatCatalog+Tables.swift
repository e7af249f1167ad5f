extension FormatCatalog {
    static let tables: [any Format.Type] = [POFormat.self]
}
