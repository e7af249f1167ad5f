extension FormatCatalog {
    static let json: [any Format.Type] = [
        GenericJSONFormat.self
    ]
}
