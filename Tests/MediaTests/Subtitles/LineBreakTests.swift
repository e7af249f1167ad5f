import Media
import Testing
import Text

/// Where lines end, language by language.
@Suite struct LineBreakTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var locale: String
        var text: String
        var names: [String] = []
        var picture = SubtitleStyle.Picture.wide
        /// Lines of a subtitle parted by `|`, subtitles by `//`.
        var expected: String

        var testDescription: String { "\(locale): \(text)" }
    }

    static let spaced: [Example] = [
        Example(
            locale: "en",
            text: "Lu Daichuan flung his suit jacket onto the sofa and yanked his tie loose.",
            expected: "Lu Daichuan flung his suit jacket | onto the sofa and yanked his tie loose."
        ),
        Example(
            locale: "en",
            text: "Who told you I got in through the back of the house, Mr. Zhongli?",
            expected: "Who told you I got in through the back | of the house, Mr. Zhongli?"
        ),
        Example(
            locale: "en",
            text: "She left a letter and told me not to open it until the seventh day.",
            expected: "She left a letter and told me | not to open it until the seventh day."
        ),
        Example(
            locale: "en",
            text: "The anesthesia hasn't worn off. Don't take anything he says to heart.",
            expected: "The anesthesia hasn't worn off. | Don't take anything he says to heart."
        ),
        Example(
            locale: "en",
            text: "I spent three months of late nights on this Galaxy Bay proposal.",
            names: ["Galaxy Bay"],
            picture: .vertical,
            expected: "I spent three months | of late nights // on this Galaxy Bay proposal."
        ),
        Example(
            locale: "es-419",
            text: "No puedo creer que hayas venido hasta aquí solo para decirme que tu hermana se va a casar.",
            expected: "No puedo creer que hayas venido | hasta aquí solo para decirme // que tu hermana se va a casar."
        ),
        Example(
            locale: "fr",
            text: "Qu'est-ce que tu fais ici ? Je t'avais dit de ne jamais revenir dans cette ville.",
            expected: "Qu'est-ce que tu fais ici ? Je t'avais dit | de ne jamais revenir dans cette ville."
        ),
        Example(
            locale: "de",
            text: "Wenn du mir nicht sofort die Wahrheit sagst, werde ich dich vor dem ganzen Hof bloßstellen.",
            expected:
                "Wenn du mir nicht sofort | die Wahrheit sagst, // werde ich dich | vor dem ganzen Hof bloßstellen."
        ),
        Example(
            locale: "pt-BR",
            text: "Eu não acredito que você veio até aqui só para me dizer isso.",
            expected: "Eu não acredito que você veio | até aqui só para me dizer isso."
        ),
        Example(
            locale: "it",
            text: "Sei venuto fin qui soltanto per dirmi che mio padre è già partito?",
            expected: "Sei venuto fin qui soltanto per dirmi | che mio padre è già partito?"
        ),
        Example(
            locale: "ru",
            text: "Ты пришёл сюда только затем, чтобы рассказать мне о свадьбе сестры?",
            expected: "Ты пришёл сюда только затем, | чтобы рассказать мне о свадьбе сестры?"
        ),
        Example(
            locale: "pl",
            text: "Przyszedłeś tutaj tylko po to, żeby powiedzieć mi o ślubie siostry?",
            expected: "Przyszedłeś tutaj tylko po to, | żeby powiedzieć mi o ślubie siostry?"
        ),
        Example(
            locale: "id",
            text: "Kamu datang sejauh ini hanya untuk mengatakan rumah itu dijual?",
            expected: "Kamu datang sejauh ini | hanya untuk mengatakan rumah itu dijual?"
        ),
        Example(
            locale: "tr",
            text: "Bunu bana söylemek için bu kadar yolu geldiğine inanamıyorum.",
            expected: "Bunu bana söylemek için | bu kadar yolu geldiğine inanamıyorum."
        ),
        Example(
            locale: "ko",
            text: "3년 전에 사라진 루샤오후가 이 회사의 진짜 주인이야.",
            expected: "3년 전에 사라진 루샤오후가 | 이 회사의 진짜 주인이야."
        ),
        Example(
            locale: "ar",
            text: "لا أصدق أنك أتيت إلى هنا فقط لتخبرني أن أختك ستتزوج في الشهر القادم!",
            expected: "لا أصدق أنك أتيت إلى هنا فقط لتخبرني | أن أختك ستتزوج في الشهر القادم!"
        ),
        Example(
            locale: "he",
            text: "אני לא מאמין שבאת עד לכאן רק כדי לספר לי שאחותך מתחתנת!",
            expected: "אני לא מאמין שבאת עד לכאן | רק כדי לספר לי שאחותך מתחתנת!"
        ),
    ]

    static let unspaced: [Example] = [
        Example(
            locale: "zh-Hans",
            text: "三年前失踪的陆小虎其实才是这家公司真正的老板。",
            names: ["陆小虎"],
            expected: "三年前失踪的陆小虎其实 | 才是这家公司真正的老板"
        ),
        Example(
            locale: "zh-Hant",
            text: "我不敢相信你大老遠跑到這裡來，就是為了告訴我你妹妹要結婚了。",
            expected: "我不敢相信你大老遠跑到這裡來 | 就是為了告訴我你妹妹要結婚了"
        ),
        Example(
            locale: "ja",
            text: "三年前に失踪したルー・シャオフーは、実はこの会社の本当の社長だったのです！",
            expected: "三年前に失踪した | ルー・シャオフーは、 // 実はこの会社の本当の | 社長だったのです！"
        ),
        Example(
            locale: "ja",
            text: "私に伝えるためだけだったなんて信じられない。",
            expected: "私に伝えるためだけ | だったなんて信じられない。"
        ),
        Example(
            locale: "th",
            text: "ถ้าเจ้าไม่ยอมบอกความจริงกับข้าวันนี้ ข้าจะฆ่าเจ้าด้วยมือของข้าเอง",
            expected: "ถ้าเจ้าไม่ยอมบอกความจริงกับข้าวันนี้ | ข้าจะฆ่าเจ้าด้วยมือของข้าเอง"
        ),
        Example(
            locale: "th",
            text: "ผู้หญิงคนนี้คือภรรยาของผมและเธอเป็นเจ้าของบริษัทนี้ตัวจริง",
            expected: "ผู้หญิงคนนี้คือภรรยาของผม | และเธอเป็นเจ้าของบริษัทนี้ตัวจริง"
        ),
    ]

    @Test(arguments: spaced + unspaced)
    func endsLinesWhereGrammarAllows(example: Example) throws {
        let locale = try #require(LanguageTag(example.locale))
        let style = SubtitleStyle(of: locale, picture: example.picture)
        let seconds = style.width(of: example.text) / style.speed + 0.5
        let line = SubtitleLine(id: "1", time: TimeSpan(0, seconds), text: example.text, names: example.names)
        let result = SubtitleLayout(style: style).laidOut([line])
        #expect(
            result.subtitles.map { $0.lines.joined(separator: " | ") }.joined(separator: " // ") == example.expected
        )
        #expect(result.findings == [])
    }

    @Test func keepsOneLineWhereTheTextFits() throws {
        let style = SubtitleStyle(of: try #require(LanguageTag("en")))
        let text = "You didn't check before you stole it, did?"
        #expect(style.width(of: text) == 42)
        let result = SubtitleLayout(style: style).laidOut([SubtitleLine(id: "1", time: TimeSpan(0, 3), text: text)])
        #expect(result.subtitles.map(\.lines) == [[text]])
    }

    /// Texts of which nothing is a good place: still no line is too wide and no mark parted from its letter.
    @Test(arguments: [
        ("th", "กิ่กิ้กึ๊กื๋กุ์เก็กัั่"), ("km", "ស្ត្រីខ្ញុំក្រុម"), ("my", "မြန်မာစကားပြောတတ်"), ("lo", "ເອື້ອຍເຈົ້າແມ່ນ"), ("hi", "क्षत्रियकर्तव्य"),
        ("ja", "あッキャーーー！！っっ、。「あ」"), ("zh", "“‘《（啊）》’”……——！"),
    ])
    func partsNoCluster(name: String, part: String) throws {
        let style = SubtitleStyle(of: try #require(LanguageTag(name)))
        let text = String(repeating: part, count: 12)
        let line = SubtitleLine(id: "1", time: TimeSpan(0, 60), text: text)
        let lines = SubtitleLayout(style: style).laidOut([line]).subtitles.flatMap(\.lines)
        #expect(lines.joined().count >= text.count - lines.count)
        for line in lines {
            #expect(style.width(of: line) <= Double(style.line))
            let first = try #require(line.unicodeScalars.first)
            #expect(![.nonspacingMark, .spacingMark].contains(first.properties.generalCategory), "“\(line)”")
            #expect(!"、。！？」）》’”…ーッっ่้ๆ".unicodeScalars.contains(first), "“\(line)”")
        }
    }
}
