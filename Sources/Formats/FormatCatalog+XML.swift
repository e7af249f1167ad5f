extension FormatCatalog {
    static let xml: [any Format.Type] = [
        XLIFFFormat.self, TMXFormat.self, TBXFormat.self, AndroidFormat.self, StringsDictFormat.self, RESXFormat.self,
        QtTSFormat.self, TTMLFormat.self, FB2Format.self, HTMLFormat.self,
        GenericXMLFormat.self,
    ]
}
