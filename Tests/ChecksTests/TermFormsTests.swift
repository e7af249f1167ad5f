import Checks
import Testing
import Text

struct TermFormsTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var locale: String
        var form: String
        var text: String
        var kind = Term.Kind.other
        var testDescription: String { "\(locale): \(form) in “\(text)”" }

        init(_ locale: String, _ form: String, _ text: String, _ kind: Term.Kind = .other) {
            (self.locale, self.form, self.text, self.kind) = (locale, form, text, kind)
        }
    }

    static let kept: [Example] = [
        Example("en", "Lin Dong", "LIN DONG laughed.", .person),
        Example("en", "Lin Dong", "It was Lin\nDong’s sword.", .person),
        Example("en", "Lin Dong", "“Lin-Dong!”", .person),
        Example("en", "Lin Dong", "There were two Lin Dongs.", .person),
        Example("en", "Gu Huai'an", "Gu Huai’an's desk", .person),
        Example("en", "spirit stone", "He counted the spirit stones."),
        Example("en", "fairy", "The fairies sang."),
        Example("en", "the Iron Sword", "An iron sword hung there."),
        Example("en", "Iron Sword Wang", "the “Iron Sword” Wang", .person),
        Example("en", "Mr. Lu", "Mr Lu came.", .person),
        Example("en", "Mr Lu", "Mr. Lu came.", .person),
        Example("en", "the wind is loud, I didn't catch that", "The wind is loud. I didn’t catch that."),
        Example("en", "A-Xue", "a-xue, A Xue", .person),
        Example("es", "piedra espiritual", "tres piedras espirituales"),
        Example("fr", "épée de fer", "l'épée de fer"),
        Example("fr", "Lin Dong", "l’ombre d’Lin Dong", .person),
        Example("de", "Lin Dong", "Lin Dongs Schwert", .person),
        Example("de", "Geisterstein", "mit den Geistersteinen"),
        Example("pt", "pedra espiritual", "as pedras espirituais"),
        Example("it", "spada di ferro", "le spade di ferro"),
        Example("ru", "Линь Дун", "Она увидела Линь Дуна.", .person),
        Example("ru", "Тао Тинцюань", "с Тао Тинцюанем", .person),
        Example("ru", "камень духа", "много камней духа"),
        Example("ru", "Секта Зелёного Камня", "в Секте Зелёного Камня"),
        Example("pl", "Lin Dong", "szukał Lin Donga", .person),
        Example("pl", "Zou Ping", "z Zou Pingiem", .person),
        Example("cs", "Lin Dong", "bez Lin Donga", .person),
        Example("uk", "Лінь Дун", "Він бачив Лінь Дуна.", .person),
        Example("fi", "Lin Dong", "Lin Dongin miekka", .person),
        Example("hu", "Lin Dong", "Lin Dongnak adta", .person),
        Example("tr", "Lin Dong", "Lin Dong’un kılıcı", .person),
        Example("tr", "Lin Dong", "Lin Dong'dan", .person),
        Example("id", "batu roh", "batu roh itu"),
        Example("ko", "린동", "린동은 웃었다", .person),
        Example("ja", "林動", "そこに林動がいた。", .person),
        Example("th", "หลินต้ง", "เห็นหลินต้งยิ้ม", .person),
        Example("zh-Hant", "林動", "只見林動笑了。", .person),
        Example("ar", "لين دونغ", "قال لين دونغ", .person),
        Example("ar", "دونغ", "ودونغ هنا", .person),
        Example("vi", "Lâm Động", "Lâm Động cười.", .person),
    ]

    static let missing: [Example] = [
        Example("en", "Lin Dong", "He saw Lin. Dong went out.", .person),
        Example("en", "Lin Dong", "Lin Donger", .person),
        Example("en", "Lin", "linen", .person),
        Example("en", "Dong", "The dongle", .person),
        Example("en", "Bluestone Peak", "Bluestone Peakland"),
        Example("en", "Lin Tang", "Lin Tanging", .person),
        Example("es", "Lin Dong", "Lin Dongo", .person),
        Example("ru", "Линь Дун", "Линь Дунай", .person),
        Example("fr", "Lin Dong", "Lin Tong", .person),
        Example("ko", "린동", "큰린동", .person),
    ]

    @Test(arguments: kept)
    func findsATermHoweverItIsWritten(example: Example) throws {
        let text = TermText(example.text, locale: try locale(example))
        let term = Term(source: "一", target: example.form, kind: example.kind)
        #expect(TermForms(locale: try locale(example)).allowed(term, in: text) != nil)
    }

    @Test(arguments: missing)
    func takesNoOtherWordForATerm(example: Example) throws {
        let text = TermText(example.text, locale: try locale(example))
        let term = Term(source: "一", target: example.form, kind: example.kind)
        #expect(TermForms(locale: try locale(example)).allowed(term, in: text) == nil)
    }

    @Test func takesListedInflectionsAndAlternatives() throws {
        let english = try #require(LanguageTag("en"))
        let term = Term(source: "子", target: "ox", alternatives: ["bull"], inflected: ["oxen"])
        let forms = TermForms(locale: english)
        #expect(forms.allowed(term, in: TermText("two oxen", locale: english))?.form == "oxen")
        #expect(forms.allowed(term, in: TermText("a bull", locale: english))?.form == "bull")
        #expect(forms.allowed(term, in: TermText("the boxen", locale: english)) == nil)
    }

    @Test func givesThePlacesInScalars() throws {
        let english = try #require(LanguageTag("en"))
        let text = "“é” Lin Dong’s friend saw two Lin Dongs."
        let hits = TermForms(locale: english).hits(of: "Lin Dong", isName: true, in: TermText(text, locale: english))
        #expect(hits.map(\.range) == [4..<14, 30..<39])
        #expect(hits.map(\.isExact) == [true, false])
    }

    @Test func saysWhichLocalesHaveStems() throws {
        for tag in ["en", "es-419", "pt-BR", "ru", "id", "fi"] {
            #expect(TermForms.hasStems(try #require(LanguageTag(tag))))
        }
        for tag in ["pl", "cs", "vi", "th", "ko"] { #expect(!TermForms.hasStems(try #require(LanguageTag(tag)))) }
    }

    private func locale(_ example: Example) throws -> LanguageTag { try #require(LanguageTag(example.locale)) }
}
