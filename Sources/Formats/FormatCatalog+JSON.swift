extension FormatCatalog {
    static let json: [any Format.Type] = [
        StringCatalogFormat.self, ARBFormat.self, ChromeMessagesFormat.self, I18nextFormat.self, ParaTranzFormat.self,
        GalTranslFormat.self, RPGMakerFormat.self, MinecraftFormat.self, MToolFormat.self, MotaFormat.self,
        JSONTableFormat.self, GenericJSONFormat.self,
    ]
}
