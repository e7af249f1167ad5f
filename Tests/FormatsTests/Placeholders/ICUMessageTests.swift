import Formats
import Testing
import Text

@Suite struct ICUMessageTests {
    private let scanner = PlaceholderScanner([.tags])
    private let english = LanguageTag.simplifiedChinese

    private func pieces(_ text: String, _ categories: [PluralCategory]? = nil) throws -> [String: String] {
        let message = try #require(ICUMessage(text))
        return Dictionary(
            message.pieces(scanner: scanner, categories: categories).map { ($0.suffix, $0.source.literal) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private func write(_ text: String, _ target: String, _ texts: [String: String]) throws -> String? {
        let message = try #require(ICUMessage(text))
        return message.write(target: try #require(LanguageTag(target))) { suffix in texts[suffix].map { InlineText($0) }
        }
    }

    @Test func takesASimpleMessageAsOnePiece() throws {
        let message = try #require(ICUMessage("你好，<b>{name}</b>，今天{d, date, short}，'{'不变'}'，It''s"))
        #expect(!message.isBranched)
        let piece = try #require(message.pieces(scanner: scanner).first)
        #expect(piece.suffix.isEmpty)
        #expect(piece.source.literal == "你好，<b>{name}</b>，今天{d, date, short}，{不变}，It's")
        #expect(piece.source.codes.map(\.data) == ["<b>", "{name}", "</b>", "{d, date, short}"])
        #expect(piece.source.codes.map(\.role) == [.open, .standalone, .close, .standalone])
    }

    @Test func makesWholeSentences() throws {
        #expect(
            try pieces("他有{n, plural, =0 {没有} other {# 个}}苹果") == ["[n==0]": "他有没有苹果", "[n=other]": "他有# 个苹果"]
        )
        #expect(
            try pieces("{g, select, male {他} female {她} other {TA}}有{n, plural, other {# 个}}") == [
                "[g=male][n=other]": "他有# 个", "[g=female][n=other]": "她有# 个", "[g=other][n=other]": "TA有# 个",
            ]
        )
        #expect(
            try pieces("{n, plural, one {a} other {b}}和{n, plural, one {c} other {d}}") == [
                "[n=one]": "a和c", "[n=other]": "b和d",
            ]
        )
    }

    @Test func hasThePiecesThatTheTargetNeeds() throws {
        let message = try #require(ICUMessage("{n, plural, other {# 个}}"))
        let pieces = message.pieces(scanner: scanner, categories: [.one, .few, .many, .other])
        #expect(pieces.map(\.suffix) == ["[n=one]", "[n=few]", "[n=many]", "[n=other]"])
        #expect(pieces.map(\.plural) == [.one, .few, .many, .other])
        #expect(pieces.allSatisfy { $0.source.literal == "# 个" })
    }

    @Test func changesOnlyTheTextBetweenTheBraces() throws {
        let text = "{n,plural,\n  =0 {无}\n  other {# 个}\n}"
        #expect(try write(text, "en", [:]) == nil)
        #expect(try write(text, "en", ["[n=other]": "items"]) == "{n,plural,\n  =0 {无}\n  other {items}\n}")
        #expect(
            try write(text, "en", ["[n==0]": "none", "[n=one]": "an item", "[n=other]": "items"])
                == "{n,plural,\n  =0 {none}\n  one {an item}\n  other {items}\n}"
        )
    }

    @Test func writesCategoriesOfTheTargetOnly() throws {
        let texts = ["[n=one]": "a", "[n=few]": "b", "[n=other]": "c"]
        #expect(try write("{n, plural, other {# 个}}", "en", texts) == "{n, plural, one {a} other {c}}")
        #expect(try write("{n, plural, other {# 个}}", "ru", texts) == "{n, plural, one {a} few {b} other {c}}")
        #expect(try write("{n, plural, other {# 个}}", "ja", texts) == "{n, plural, other {c}}")
    }

    @Test func putsChoicesOutsideWhereTheyStoodInASentence() throws {
        let text = "他有{n, plural, offset:1 =0 {没有} other {# 个}}{what}"
        let message = try #require(ICUMessage(text))
        let other = try #require(message.pieces(scanner: scanner).last)
        let translated = InlineText(
            parts: [.text("He has ")] + other.source.parts.filter { if case .code = $0 { true } else { false } }
        )
        let written = message.write(target: try #require(LanguageTag("en"))) { $0 == "[n=other]" ? translated : nil }
        #expect(written == "{n, plural, offset:1 =0 {他有没有{what}} other {He has #{what}}}")
    }

    @Test func keepsTheSpaceAroundBranches() throws {
        let text = "他有{g, select,  male{甲}\n female  {乙}other{丙} }个"
        let texts = ["[g=male]": "A", "[g=female]": "B", "[g=other]": "C"]
        #expect(try write(text, "en", texts) == "{g, select,  male{A}\n female  {B}other{C} }")
        let plural = "有{n,plural,other{# 个}=0{无}}"
        #expect(
            try write(plural, "en", ["[n==0]": "none", "[n=one]": "one", "[n=other]": "some"])
                == "{n,plural,one{one}other{some}=0{none}}"
        )
        #expect(
            try write("{n,plural,other{# 个}}", "en", ["[n=one]": "one", "[n=other]": "some"])
                == "{n,plural,one{one}other{some}}"
        )
    }

    @Test func writesOutTheNumberOfAnOuterPlural() throws {
        let text = "{a, plural, other {# {b, plural, other {#}}}}"
        #expect(try pieces(text) == ["[a=other][b=other]": "{a, number} #"])
    }

    @Test(arguments: ["a 'b' {c}", "it's", "{x}'", "''", "{{}}'#'", "}'{", "'", "#", "a'{'b"])
    func quotesWhatTheSyntaxWouldTake(_ text: String) throws {
        for source in ["甲", "{n, plural, other {甲}}", "甲{n, select, other {乙}}"] {
            let message = try #require(ICUMessage(source))
            let suffix = try #require(message.pieces(scanner: scanner).first).suffix
            let written = try #require(message.write(target: english) { _ in InlineText(text) })
            #expect(try pieces(written)[suffix] == text, "\(written)")
        }
    }

    @Test(arguments: [
        "{", "}", "{}", "{a", "{n, plural, one {x}}", "{n, plural, other {x}", "{n, plural, big {x} other {y}}",
        "{n, select, a x other {y}}", "{n, plural, other {x} other {y}}",
        String(repeating: "{n, select, other {", count: 500),
    ]) func refusesBrokenMessages(_ text: String) { #expect(ICUMessage(text) == nil) }

    @Test func refusesToBranchWithoutEnd() {
        let choice = "{x, select, a {1} b {2} c {3} other {4}}"
        let text = (0..<8).map { choice.replacing("x", with: "x\($0)") }.joined()
        #expect(ICUMessage(text) == nil)
        // One sentence each, but for a target with six categories 6⁴⁰, and a call on the stack for each.
        #expect(ICUMessage((0..<40).map { "{x\($0), plural, other {#}}" }.joined()) == nil)
        #expect(ICUMessage(String(repeating: "{x, plural, other {#}}", count: 100)) == nil)
        #expect(ICUMessage("{x, plural, other {#}}" + String(repeating: "甲", count: 30_000)) == nil)
        #expect(ICUMessage("{x, plural, other {#}}和{y, plural, one {#} other {#}}") != nil)
    }

    @Test func keepsArgumentsInsideOfTags() throws {
        let text = "{n, plural, other {<a href=''{url}' t=\"'{'{t}\">{x}</a>}}"
        let message = try #require(ICUMessage(text))
        let piece = try #require(message.pieces(scanner: scanner).first)
        #expect(piece.source.codes.map(\.data) == ["<a href=''{url}' t=\"'{'{t}\">", "{x}", "</a>"])
        #expect(message.write(target: english) { _ in piece.source } == text)
    }

    @Test func tellsBranchedMessagesByTheirLook() {
        #expect(ICUMessage.isLikely("{n, plural, other {x}}"))
        #expect(ICUMessage.isLikely("{g,select,other{x}}"))
        #expect(!ICUMessage.isLikely("{n, select".replacing("{", with: "(")))
        #expect(!ICUMessage.isLikely("{name}，plural"))
    }
}
