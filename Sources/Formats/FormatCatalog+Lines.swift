extension FormatCatalog {
    static let lines: [any Format.Type] = [
        PropertiesFormat.self, AppleStringsFormat.self, ParadoxFormat.self, LangFormat.self, INIFormat.self,
        RenPyTranslationFormat.self, RenPyFormat.self, YAMLFormat.self,
        FluentFormat.self, TOMLFormat.self, LuaFormat.self,
    ]
}
