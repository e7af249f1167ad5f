import Memory
import Testing
import Text

struct CleaningTests {
    private func cleaner(_ target: String = "en") throws -> PairCleaner {
        PairCleaner(source: .simplifiedChinese, target: try #require(LanguageTag(target)), lengthRatio: 3.6)
    }

    @Test(
        arguments: [
            ("他走进了山门。", "He walked through the mountain gate.", nil),
            ("是。", "Of course he is.", nil),
            ("……", "...", .empty),
            ("他走进了\u{FFFD}门。", "He walked through the gate.", .encoding),
            ("只見吊著半舊的紅□軟帘。", "A red portière hung there.", .encoding),
            ("众人@了一声。", "They all cried out.", .encoding),
            ("他写信给 a@b.com 了。", "He wrote to a@b.com about it.", nil),
            ("版权所有，翻印必究。", "All rights reserved by the house.", .boilerplate),
            ("12", "Page 12", .boilerplate),
            ("HP恢复药 HP恢复药", "HP恢复药 HP恢复药", .untranslated),
            ("他走进了山门，看了看天。", "他走进了山门，看了看天。 he", .language),
            (
                "他走进了山门，没有回头，也没有说话。", "Il est entré dans la montagne et il ne se retourne pas, il est dans les bois.",
                .language
            ),
            ("This was never translated at all.", "This was never translated, at all, so far.", .language),
            ("他走进了山门，没有回头，也没有说话，只是看了看天上的云。", "No.", .length),
        ] as [(String, String, CleaningReason?)]
    )
    func findsWhatIsOfNoUse(source: String, target: String, expected: CleaningReason?) throws {
        var cleaner = try cleaner()
        #expect(cleaner.reason(against: source, target) == expected)
    }

    @Test func leavesOutAPairThatComesAgain() throws {
        var cleaner = try cleaner()
        #expect(cleaner.reason(against: "他走了。", "He left.") == nil)
        #expect(cleaner.reason(against: "他走了！", "he left") == .duplicate)
        #expect(cleaner.reason(against: "他走了。", "He walked away.") == nil)
    }

    @Test(arguments: [("ru", "Он вошёл в ворота горы."), ("ja", "彼は山門に入った。"), ("vi", "Hắn bước vào sơn môn.")])
    func knowsOtherScripts(locale: String, target: String) throws {
        var cleaner = try cleaner(locale)
        #expect(cleaner.reason(against: "他走进了山门。", target) == nil)
    }

    @Test(arguments: [
        "（本章完）", "- 12 -", "第12页", "Previous Chapter | Next Chapter", "Translator: Moon", "请收藏本站：www.example.com",
        "This eBook is for the use of anyone anywhere in the United States",
    ])
    func knowsBoilerplate(line: String) { #expect(Boilerplate.matches(line)) }

    @Test(arguments: [
        "第十二章 夜雨", "Chapter 12", "他翻到第12页。", "“三百二十！”", "The translator bowed to the envoy.", "十二", "He had 12 swords.",
    ])
    func leavesTextAlone(line: String) { #expect(!Boilerplate.matches(line)) }

    @Test func findsTheBodyOfALibrarysFile() {
        let paragraphs = [
            "The Project Gutenberg eBook of X", "*** START OF THE PROJECT GUTENBERG EBOOK X ***", "Text.", "More.",
            "*** END OF THE PROJECT GUTENBERG EBOOK X ***", "Donations",
        ]
        #expect(Boilerplate.body(of: paragraphs) == 2..<4)
        #expect(Boilerplate.body(of: ["A", "B"]) == 0..<2)
    }
}
