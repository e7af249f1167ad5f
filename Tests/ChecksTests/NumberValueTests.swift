import Checks
import Testing
import Text

/// Numbers by value: Chinese numerals against digits and number words of many languages.
struct NumberValueTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var locale: String
        var source: String
        var target: String
        var testDescription: String { "\(locale): \(source) → \(target)" }
    }

    private static func cases(_ locale: String, _ pairs: [(String, String)]) -> [Case] {
        pairs.map { Case(locale: locale, source: $0.0, target: $0.1) }
    }

    static let right: [Case] =
        cases(
            "en",
            [
                ("两万五", "twenty-five thousand"), ("三成", "thirty percent"), ("廿三日", "the twenty-third"),
                ("初七", "the seventh"),
                ("百分之三十五", "thirty-five percent"), ("三分之二", "two thirds"), ("两个时辰后", "four hours later"),
                ("一千二百", "twelve hundred"), ("第三百零四回", "Chapter CCCIV"), ("十几个人", "a dozen or so people"),
                ("三五个", "a few"), ("20:00开始", "Starts at 8 p.m."), ("三千五百万", "35 million"),
                ("两亿三千万", "two hundred and thirty million"), ("半个小时", "30 minutes"), ("５０％", "50%"),
                ("这是五十万", "half a million"), ("两点四十五", "a quarter to three"),
                ("七十六，再翻，一百五十二", "Seventy-six; one fifty-two"),
                ("鲁十九走了", "Lu Shijiu left"),
                ("一百九十八万七千二", "one million, nine hundred eighty-seven thousand, two hundred"),
                ("戌初时分", "At 7 p.m."), ("负十九层", "down to B19"), ("2748十分美", "2748 is very beautiful"),
                ("清明前一日", "The day before Clear Weather[41]"), ("打八折", "20% off"),
                ("有妹阿松，年十八矣", "My cousin is seventeen"),
                ("一心一意，三三两两", "wholeheartedly, in knots"),
            ]
        )
        + cases(
            "es",
            [
                ("三千二百级", "tres mil doscientos escalones"), ("一百零三个", "ciento tres"), ("三十亿", "tres mil millones"),
                ("一九九八年", "mil novecientos noventa y ocho"), ("十二月", "diciembre"),
                ("第九十九级", "el nonagésimo noveno escalón"),
            ]
        )
        + cases(
            "fr",
            [("九十九岁", "quatre-vingt-dix-neuf ans"), ("七十一岁", "soixante et onze ans"), ("1,200元", "1 200 yuans")]
        )
        + cases(
            "de",
            [
                ("三千二百级", "dreitausendzweihundert Stufen"), ("八百六十一人", "achthunderteinundsechzig Menschen"),
                ("二十一", "einundzwanzig"),
            ]
        )
        + cases(
            "pt",
            [
                ("三千二百级", "três mil e duzentos degraus"), ("三十亿", "três bilhões"),
                ("第九十九级", "o nonagésimo nono degrau"),
            ]
        )
        + cases("ja", [("第一百零八回", "第百八回")])
        + cases("id", [("两万五千人", "dua puluh lima ribu orang"), ("十五岁", "lima belas tahun"), ("一百零三", "seratus tiga")])
        + cases(
            "ru",
            [
                ("两万五千人", "двадцать пять тысяч человек"), ("第十七章", "Семнадцатая глава"), ("五十岁", "пятидесяти лет"),
                ("八万大军", "восьмидесятитысячное войско"), ("二十三岁的女子", "двадцатитрёхлетняя девушка"),
            ]
        )
        + cases("vi", [("两万五千人", "hai mươi lăm nghìn người"), ("一百零三", "một trăm lẻ ba"), ("两万五千", "hai vạn rưỡi")])
        + cases("ar", [("32个", "٣٢ قطعة")])
        + cases("ja", [("三千二百级", "3200段")])

    static let wrong: [Case] =
        cases(
            "en",
            [
                ("三千二百里", "320 li"), ("两万五", "two hundred and fifty thousand"), ("三天后", "4 days later"),
                ("1.2亿", "12 million"),
                ("第三章", "Chapter 4"), ("第三章", "Chapter Four"), ("百分之三十五", "53 percent"), ("37个", "73 of them"),
                ("十亿", "a hundred million"), ("九十九位道士", "nineteen Taoists"),
            ]
        )
        + cases("es", [("三千二百级", "trescientos veinte escalones"), ("两亿人", "veinte millones de personas")])
        + cases("fr", [("九十九岁", "quatre-vingt-huit ans")]) + cases("de", [("二十一岁", "Er ist zwölf.")])
        + cases("id", [("三千二百级", "tiga ratus dua puluh anak tangga")]) + cases("ru", [("两亿人", "двадцать миллионов")])
        + cases("vi", [("三千二百级", "ba trăm hai mươi bậc đá")]) + cases("ar", [("37个", "٧٣ قطعة")])

    @Test(arguments: right)
    func takesAnyWayToWriteTheValue(test: Case) throws {
        #expect(try findings(test) == [])
    }

    @Test(arguments: wrong)
    func findsAnotherValue(test: Case) throws {
        #expect(try findings(test).map(\.severity) == [.error])
    }

    @Test func givesTheRangesOnBothSides() throws {
        let finding = try #require(try findings(Case(locale: "en", source: "共三千二百级", target: "All 320 steps")).first)
        #expect(finding.place.range == 4..<7)
        #expect(finding.place.sourceRange == 1..<5)
    }

    @Test func leavesNumeralsOfTermsAndCodesAlone() throws {
        let term = Term(source: "十三剑", target: "Willow Blades", kind: .skill)
        var pair = try pair(Case(locale: "en", source: "他练十三剑。", target: "He trains the Willow Blades."))
        #expect(NumberValue.findings(in: pair).count == 1)
        pair.terms = [term]
        #expect(NumberValue.findings(in: pair) == [])
        #expect(try findings(Case(locale: "en", source: "<color=#FF0000>{0}</color>", target: "text")) == [])
    }

    @Test func survivesNumeralsWithoutEnd() throws {
        let many = String(repeating: "一二三四五六七八九十百千万亿", count: 400)
        let target = String(repeating: "nineteen hundred thousand and 1,2.3 ", count: 400)
        _ = try findings(Case(locale: "en", source: many, target: target))
        _ = try findings(Case(locale: "de", source: many, target: String(repeating: "ein", count: 200)))
    }

    private func findings(_ test: Case) throws -> [Finding] { NumberValue.findings(in: try pair(test)) }

    private func pair(_ test: Case) throws -> Pair {
        Pair(
            source: InlineText(test.source),
            target: InlineText(test.target),
            sourceLocale: try #require(LanguageTag("zh-Hans")),
            targetLocale: try #require(LanguageTag(test.locale))
        )
    }
}
