import Formats
import Testing

struct BookTitleTests {
    @Test(
        arguments: [
            ("《西游记》吴承恩（明）", "西游记", "吴承恩（明）"), ("《剑来》作者：烽火", "剑来", "烽火"), ("书名：剑来", "剑来", nil), ("　书名: 《剑来》", "剑来", nil),
            ("作者：烽火", nil, "烽火"), ("書名：劍來　作者：烽火", "劍來", "烽火"), ("《剑来》", "剑来", nil),
        ] as [(String, String?, String?)]
    )
    func readsTitleAndAuthor(line: String, title: String?, author: String?) throws {
        let found = try #require(BookTitle.parse(line))
        #expect(found.title == title)
        #expect(found.author == author)
    }

    @Test(arguments: ["《红楼梦》这本书，他读了三遍。", "他说：好", "作者：", "", "《》", "第一章"])
    func leavesSentencesAlone(line: String) {
        #expect(BookTitle.parse(line) == nil)
    }

    @Test(arguments: [
        ("书名：剑来", "剑来"), ("《剑来》", "剑来"), ("Title: Sword of Coming", "Sword of Coming"), ("Author: Fenghuo", "Fenghuo"),
        ("Dune: Messiah", "Dune: Messiah"),
    ])
    func givesTheValueOfALineOrItsTranslation(line: String, value: String) {
        #expect(BookTitle.value(of: line) == value)
    }
}
