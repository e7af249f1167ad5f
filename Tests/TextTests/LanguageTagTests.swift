import Testing
import Text

struct LanguageTagTests {
    @Test(arguments: [
        ("zh-hans", "zh-Hans"), ("EN", "en"), ("es_419", "es-419"), ("pt-br", "pt-BR"), ("zh-Hant-HK", "zh-Hant-HK"),
        ("sr-latn-RS", "sr-Latn-RS"), ("sl-rozaj-biske", "sl-rozaj-biske"),
    ])
    func writesTagsInCanonicalCase(written: String, canonical: String) {
        #expect(LanguageTag(written)?.description == canonical)
    }

    @Test(arguments: ["", "e", "english", "zh-Hans-!", "12", "中文", "en-toolongsubtag"])
    func refusesWhatIsNoTag(text: String) {
        #expect(LanguageTag(text) == nil)
    }

    @Test func namesTheLanguageForPrompts() {
        #expect(LanguageTag("zh-Hans")?.englishName == "Simplified Chinese")
        #expect(LanguageTag("pt-BR")?.englishName == "Portuguese (Brazil)")
        #expect(LanguageTag("tlh")?.englishName == "tlh")
    }

    @Test func knowsWhichLocalesWriteHan() {
        #expect(LanguageTag("ja")?.writesHan == true)
        #expect(LanguageTag("en")?.writesHan == false)
        #expect(LanguageTag("ar")?.isRightToLeft == true)
    }
}
