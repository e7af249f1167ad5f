extension FormatCatalog {
    static let tables: [any Format.Type] = [
        POFormat.self, SRTFormat.self, VTTFormat.self, ASSFormat.self, LRCFormat.self, CSVFormat.self, XLSXFormat.self,
    ]
}
