import Checks
import Testing
import Text

/// One sentence in many languages, each asked for as another.
struct WrongLanguageTests {
    static let sentences: [(locale: String, text: String)] = [
        ("en", "It was not yet light, it was raining hard outside, and nobody wanted to go out of the house."),
        ("es", "Aún no había amanecido, afuera llovía mucho y nadie quería salir de la casa."),
        ("fr", "Il ne faisait pas encore jour, il pleuvait dehors et personne ne voulait sortir de la maison."),
        ("de", "Es war noch nicht hell, draußen regnete es stark, und niemand wollte aus dem Haus gehen."),
        ("pt", "Ainda não tinha amanhecido, chovia muito lá fora e ninguém queria sair de casa."),
        ("id", "Hari belum terang, di luar hujan deras, dan tidak ada yang mau keluar dari rumah itu."),
        ("vi", "Trời còn chưa sáng, bên ngoài mưa rất to, không ai muốn ra khỏi nhà."),
        ("pl", "Jeszcze nie było jasno, na dworze padał deszcz i nikt nie chciał wyjść z domu."),
        ("tr", "Daha hava aydınlanmamıştı, dışarıda çok yağmur vardı ve kimse evden çıkmak istemiyordu."),
        ("ru", "Ещё не рассвело, на улице шёл сильный дождь, и никто не хотел выходить из дома."),
        ("uk", "Ще не розвиднілося, на вулиці йшов дощ, і ніхто не хотів виходити з дому."),
        ("ar", "لم يكن الصباح قد طلع بعد وكان المطر ينزل في الخارج ولا أحد يريد أن يخرج من البيت"),
        ("th", "ฟ้ายังไม่สว่าง ข้างนอกฝนตกหนัก ไม่มีใครอยากออกจากบ้าน"),
        ("ko", "아직 날이 밝지 않았고 밖에는 비가 많이 와서 아무도 나가고 싶어 하지 않았다."),
    ]

    @Test(arguments: sentences.map(\.locale))
    func knowsALanguageFromTheOthers(locale: String) throws {
        for (other, text) in Self.sentences {
            let findings = try findings(text, in: locale)
            if other == locale {
                #expect(findings == [], "\(text)")
            } else {
                #expect(findings.map(\.code) == ["wrong-language"], "\(other) for \(locale)")
            }
        }
    }

    @Test(arguments: [
        "OK", "HP +50", "Lin Dong", "C’est la vie, he said.", "Da salbal mi feewe ga ne?", "Buenos días, señor",
    ])
    func staysSilentOnNamesAndScraps(text: String) throws {
        #expect(try findings(text, in: "en") == [])
    }

    private func findings(_ text: String, in locale: String) throws -> [Finding] {
        WrongLanguage.findings(
            in: Pair(
                source: InlineText("天还没亮，外面下着大雨，谁也不想出门。"),
                target: InlineText(text),
                sourceLocale: try #require(LanguageTag("zh-Hans")),
                targetLocale: try #require(LanguageTag(locale))
            )
        )
    }
}
