import Formats
import Testing
import Text

@Suite struct PlaceholderScannerTests {
    /// Codes are shown as `‹data›`, the two sides of a pair as `‹n:data›` with their number.
    private func shown(_ inline: InlineText) -> String {
        inline.parts.reduce(into: "") { shown, part in
            switch part {
            case .text(let text): shown += text
            case .code(let code): shown += code.role == .standalone ? "‹\(code.data)›" : "‹\(code.id):\(code.data)›"
            }
        }
    }

    private func scan(_ syntaxes: Set<PlaceholderSyntax>, _ text: String) -> String {
        let inline = PlaceholderScanner(syntaxes).inline(text)
        #expect(inline.literal == text)
        return shown(inline)
    }

    @Test(arguments: [
        ("%s和%1$s，%-5.2f%@", "‹%s›和‹%1$s›，‹%-5.2f›‹%@›"),
        ("100 % of", "100 % of"), ("100%的", "100%的"), ("50%discount", "50%discount"), ("10%d", "10‹%d›"),
        ("%Y年%-m月%d日 %H:%M", "‹%Y›年‹%-m›月‹%d›日 ‹%H›:‹%M›"), ("%Y%m%d", "‹%Y›‹%m›‹%d›"), ("%Y年", "%Y年"),
        ("%%Y %%m %B", "‹%%›Y ‹%%›m %B"), ("5%H 6%M", "5%H 6%M"), ("%Your %Mine", "%Your %Mine"),
        ("50%%", "50‹%%›"), ("%", "%"), ("%-", "%-"), ("%ld%llu%zu", "‹%ld›‹%llu›‹%zu›"), ("%.*f", "‹%.*f›"),
    ]) func findsPrintf(_ text: String, _ expected: String) { #expect(scan([.printf], text) == expected) }

    @Test(arguments: [
        ("%(name)s %(n)05.1f", "‹%(name)s› ‹%(n)05.1f›"), ("100%（约）", "100%（约）"), ("%(a)", "%(a)"), ("%()s", "%()s"),
    ]) func findsPython(_ text: String, _ expected: String) { #expect(scan([.python], text) == expected) }

    @Test(arguments: [
        (PlaceholderSyntax.qt, "%1 of %L2, %n", "‹%1› of ‹%L2›, ‹%n›"), (.qt, "%0 %name", "%0 %name"),
        (.percentBraces, "%{count} 人 %{}", "‹%{count}› 人 %{}"),
        (.percentNames, "%player_name%得到%x%", "‹%player_name%›得到%x%"),
        (.percentWords, "%src打%s", "‹%src›打%s"), (.percentWords, "5%of", "5%of"),
        (.dollarBraces, "${status:hp}与${}", "‹${status:hp}›与${}"),
        (.dollarNames, "$KEY$ $VALUE|+=0$ $5 and $6", "‹$KEY$› ‹$VALUE|+=0$› $5 and $6"),
        (.colonNames, ":name在10:30 http://a", "‹:name›在10:30 http://a"),
        (.nesting, "$t(a, {\"n\": f(1)})和$t(", "‹$t(a, {\"n\": f(1)})›和$t("),
        (.accelerator, "文件(&F) A && B &amp; & C", "文件(‹&›F) A ‹&&› B &amp; & C"),
        (.literalBreaks, "一\\n二\\t三\\r\\n四\\\\n", "一‹\\n›二‹\\t›三‹\\r\\n›四\\\\n"),
        (.lineBreaks, "一\n二\r\n三\r四", "一‹\n›二‹\r\n›三‹\r›四"),
    ]) func findsMarks(_ syntax: PlaceholderSyntax, _ text: String, _ expected: String) {
        #expect(scan([syntax], text) == expected)
    }

    @Test func tellsPercentSyntaxesApart() {
        #expect(scan([.percentNames, .printf, .python], "%dx%d %name% %(a)s") == "‹%d›x‹%d› ‹%name%› ‹%(a)s›")
        #expect(scan([.percentWords, .printf], "%src %s") == "‹%src› ‹%s›")
    }

    @Test(arguments: [
        ("{0}{0:N2}{name}{}{a.b[0]!r:>10}", "‹{0}›‹{0:N2}›‹{name}›‹{}›‹{a.b[0]!r:>10}›"),
        ("{他说}", "{他说}"), ("{he said}", "{he said}"), ("{{x}}和{{", "‹{{x}}›和‹{{›"), ("{", "{"), ("{a", "{a"),
        ("{n, plural, one {x}}", "{n, plural, one ‹{x}›}"),
    ]) func findsBraces(_ text: String, _ expected: String) { #expect(scan([.braces], text) == expected) }

    @Test func findsDoubleBraces() {
        #expect(scan([.doubleBraces], "{{name}} {{{raw}}} {one} {{他}}") == "‹{{name}}› ‹{{{raw}}}› {one} {{他}}")
        #expect(scan([.doubleBraces, .braces], "{{ a | b }}{c}") == "‹{{ a | b }}›‹{c}›")
    }

    @Test(arguments: [
        ("<b>粗</b>", "‹1:<b>›粗‹1:</b>›"), ("<1>甲<0/></1>", "‹1:<1>›甲‹<0/>›‹1:</1>›"),
        ("<1234> <1a> 1<2", "<1234> <1a> 1<2"), ("a < b, c > d <3 <名字>", "a < b, c > d <3 <名字>"),
        ("<color=#FFA500><size=20%>x</size></color>", "‹1:<color=#FFA500>›‹2:<size=20%>›x‹2:</size>›‹1:</color>›"),
        ("<sprite name=\"a > b\"/>一<br>二", "‹<sprite name=\"a > b\"/>›一‹<br>›二"), ("<b>x", "‹<b>›x"),
        ("x</b>", "x‹</b>›"),
        ("<#FF0000>红</color>", "‹1:<#FF0000>›红‹1:</color>›"), ("<Red>x</>", "‹1:<Red>›x‹1:</>›"),
        ("<b><i>x</b></i>", "‹1:<b>›‹<i>›x‹1:</b>›‹</i>›"), ("a <b and c> d", "a <b and c> d"),
        ("<a href='x' target=_blank>y</A>", "‹1:<a href='x' target=_blank>›y‹1:</A>›"),
        ("<!-- x -->y", "‹<!-- x -->›y"),
    ]) func findsTags(_ text: String, _ expected: String) { #expect(scan([.tags], text) == expected) }

    @Test(arguments: [
        (
            PlaceholderSyntax.bbcode, "[b]x[/b][笑][wave amp=5]y[/wave]",
            "‹1:[b]›x‹1:[/b]›[笑]‹2:[wave amp=5]›y‹2:[/wave]›"
        ),
        (.bbcode, "[laughs] [foo]x[/foo]", "[laughs] ‹1:[foo]›x‹1:[/foo]›"),
        (.bbcode, "[a note] [/no]", "[a note] [/no]"),
        (.ngui, "[FFA500]金[-]币[ABC]", "‹1:[FFA500]›金‹1:[-]›币[ABC]"),
        (.brackets, "[Root.GetName]与[items[0].n!t][[x] [", "‹[Root.GetName]›与‹[items[0].n!t]›‹[[›x] ["),
        (.renpyTags, "{i}斜{/i}{w=0.5}{p}{{x}", "‹1:{i}›斜‹1:{/i}›‹{w=0.5}›‹{p}›‹{{›x}"),
        (.renpyTags, "{color=#f00}红{/color}{image=a.png}", "‹1:{color=#f00}›红‹1:{/color}›‹{image=a.png}›"),
        (.rpgMaker, "\\C[2]\\N[1]\\C[0]\\.\\|\\\\n", "‹1:\\C[2]›‹\\N[1]›‹1:\\C[0]›‹\\.›‹\\|›‹\\\\›n"),
        (.rpgMaker, "\\n<小红>你 > 我 \\FS[20]\\G", "‹1:\\n<›小红‹1:>›你 > 我 ‹\\FS[20]›‹\\G›"),
        (.section, "§Y金§!币§ §", "‹1:§Y›金‹1:§!›币§ §"), (.section, "§a你§l好", "‹§a›你‹§l›好"),
        (
            .slayTheSpire, "造成!D!点伤害。 NL #y易伤 [E] a#b NLX",
            "造成‹!D!›点伤害。 ‹NL› ‹#y›易伤 ‹[E]› a#b NLX"
        ),
        (.backslash, "\\t[仙子,fairy]你\\r[red]好\\r！", "‹\\t[仙子,fairy]›你‹1:\\r[red]›好‹1:\\r›！"),
        (.backslash, "\t[仙子,fairy]你\t好", "‹\t[仙子,fairy]›你\t好"),
    ]) func findsMarkupOfGames(_ syntax: PlaceholderSyntax, _ text: String, _ expected: String) {
        let found = scan([syntax], text)
        // Numbers of pairs count on over standalone codes; the expectation names pairs only.
        #expect(found.replacingNumbers == expected.replacingNumbers)
    }

    @Test func numbersCodesAndSharesIDs() {
        let inline = PlaceholderScanner([.tags, .printf]).inline("%s<b>%d</b>", firstID: 5)
        #expect(inline.codes.map(\.id) == [5, 6, 7, 6])
        #expect(inline.codes.map(\.role) == [.standalone, .open, .standalone, .close])
        #expect(inline.codes.map(\.kind) == [.placeholder, .markup, .placeholder, .markup])
        #expect(PlaceholderScanner([.literalBreaks]).inline("a\\nb").plain == "a\nb")
    }

    @Test func takesPatternsOfTheProjectFirst() {
        let scanner = PlaceholderScanner([.braces], patterns: ["@\\w+@", "\\{[^}]*\\}x?"])
        #expect(shown(scanner.inline("@a@和{他说}x{b}")) == "‹@a@›和‹{他说}x›‹{b}›")
        #expect(scanner.problems.isEmpty)
    }

    @Test func tellsOfBadPatterns() {
        let scanner = PlaceholderScanner([], patterns: ["(", String(repeating: "a", count: 501), "b+"])
        #expect(scanner.problems.count == 2)
        #expect(scanner.findings(file: "f").map(\.code) == ["placeholder-pattern", "placeholder-pattern"])
        #expect(shown(scanner.inline("abb")) == "a‹bb›")
    }

    @Test func keepsObjectReplacementCharacters() {
        let inline = PlaceholderScanner([.printf]).inline("a\u{FFFC}b%s，")
        #expect(inline.literal == "a\u{FFFC}b%s，")
        #expect(inline.codes.map(\.id) == [1, 2])
    }

    @Test func keepsOneInsideOfATagThatIsText() {
        let inline = PlaceholderScanner([.bbcode]).inline("甲[foo \u{FFFC}=1]乙")
        #expect(inline.codes.map(\.data) == ["\u{FFFC}"])
        #expect(inline.literal == "甲[foo \u{FFFC}=1]乙")
    }

    @Test func writesBackWhateverItRead() {
        var random = Seeded(7)
        let pieces = [
            "%", "s", "{", "}", "{{", "[", "]", "/", "<", ">", "b", "=", "\"", "\\", "n", "C[1]", "§", "!", "Y", "$",
            "t(",
            ")", "#", "NL", "&", ":", "名", "，", "\u{FFFC}", "\n", "\r", " ", "1", "0", "-", "FFA500", "\t", "<b>",
            "</b>",
        ]
        let all = PlaceholderSyntax.allCases
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0...24, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            let count = Int.random(in: 1...all.count, using: &random)
            let inline = PlaceholderScanner(Set(all.shuffled(using: &random).prefix(count))).inline(text)
            #expect(inline.literal == text)
            for code in inline.codes where code.role == .open {
                #expect(inline.codes.count { $0.id == code.id && $0.role == .close } == 1)
            }
        }
    }

    @Test(arguments: ["{", "<", "<a ", "<a=\"", "[", "$A", "%(", "§Y", "<b>", "[b", "\\C[", "{{"])
    func staysLinearOnRepeatedOpeners(_ opener: String) {
        let text = String(repeating: opener, count: 20_000)
        let inline = PlaceholderScanner(Set(PlaceholderSyntax.allCases)).inline(text)
        #expect(inline.literal.utf8.count == text.utf8.count)
    }
}

extension String {
    fileprivate var replacingNumbers: String {
        var numbers: [Substring: Int] = [:]
        var result = ""
        for piece in split(separator: "‹", omittingEmptySubsequences: false) {
            if let colon = piece.firstIndex(of: ":"), piece[..<colon].allSatisfy(\.isNumber), colon > piece.startIndex {
                let number = numbers[piece[..<colon], default: numbers.count + 1]
                numbers[piece[..<colon]] = number
                result += "‹\(number)" + piece[colon...]
            } else {
                result += (result.isEmpty && !hasPrefix("‹") ? "" : "‹") + piece
            }
        }
        return result
    }
}
