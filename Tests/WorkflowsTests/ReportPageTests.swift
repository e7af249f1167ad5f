import Storage
import Testing
import Text

@testable import Workflows

struct ReportPageTests {
    private let english: LanguageTag

    init() throws { english = try #require(LanguageTag("en")) }

    private func page(_ change: (inout Report) -> Void = { _ in }) -> String {
        var report = Report.sample(target: english)
        change(&report)
        return ReportPage.html(report)
    }

    @Test(arguments: [Report.State.complete, .incomplete])
    func keepsTextFromBecomingMarkup(state: Report.State) throws {
        let attacks = [
            "\"><script>alert(1)</script><p x='", "' onload=alert(1) \"", "</style>", "-->\u{0}<!--", "&lt;b>",
        ]
        for attack in attacks {
            // As long and with the same Han, so that both are marked and given languages alike.
            let plain = String(repeating: "x", count: attack.unicodeScalars.count) + "路"
            let tame = ReportPage.html(.sample(state: state, target: english) { _ in plain })
            let hostile = ReportPage.html(.sample(state: state, target: english) { _ in attack + "路" })
            #expect(try Markup(hostile).tags == Markup(tame).tags)
            #expect(!hostile.contains("\u{0}"))
        }
        #expect(page { $0.title = "<script>&\"'" }.contains("&lt;script&gt;&amp;&quot;&#39;</h1>"))
    }

    @Test func closesWhatItOpens() throws {
        for report in variants { #expect(try Markup(ReportPage.html(report)).unbalanced == nil) }
    }

    @Test func namesEveryAnchorItLinksTo() throws {
        for report in variants {
            let page = ReportPage.html(report)
            for link in page.split(separator: "href=\"").dropFirst() {
                let name = link.prefix { $0 != "\"" }
                #expect(name.hasPrefix("#") && page.contains("id=\"\(name.dropFirst())\""), "\(name)")
            }
        }
    }

    @Test func fetchesNothing() {
        let page = page()
        #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\""))
        for outside in ["http://", "https://", "url(", "@import", " src="] { #expect(!page.contains(outside)) }
    }

    @Test func givesTheSameBytesForTheSameReport() {
        for report in variants { #expect(ReportPage.html(report) == ReportPage.html(report)) }
    }

    @Test func saysHowManyUnitsAreLeft() {
        let page = page()
        #expect(page.contains("<strong>Incomplete</strong> 20 of 12,120 units are left to translate. 5 were tried"))
        #expect(page.contains("<strong>99%</strong>"))
        #expect(!page.contains("<strong>Complete</strong>"))
    }

    @Test func saysComplete() {
        let page = page {
            $0.state = .complete
            $0.totals.translated += 20
            $0.totals.failed = 0
        }
        #expect(page.contains("<strong>Complete</strong> Every unit is translated."))
        #expect(page.contains("<strong>100%</strong>"))
    }

    @Test func leavesOutEmptySections() {
        let all = ["progress", "chapters", "cost", "failures", "findings", "terms", "reading", "files"]
        let full = page()
        for id in all { #expect(full.contains("<section id=\"\(id)\""), "\(id)") }
        let bare = page {
            ($0.cost, $0.terms, $0.failures, $0.documents, $0.files) = (nil, [], [], [], [])
            ($0.findings, $0.findingCounts, $0.documentFindings) = ([], [], [])
        }
        #expect(all.filter { bare.contains("<section id=\"\($0)\"") } == ["progress", "findings"])
        #expect(bare.contains("The checks have nothing to say"))
    }

    @Test func marksTheRangeOfAFinding() {
        #expect(page().contains("My name is Lu <mark>路迟</mark>."))
        let beyond = page { $0.findings[0].finding.place.range = 17..<400 }
        #expect(beyond.contains("My name is Lu 路迟.</p>"))
        let long = page { $0.findings[0].target = String(repeating: "a", count: 5000) + "<b>" }
        #expect(long.contains("<mark>aa</mark>") && long.contains("aaa …</p>"))
        let late = page {
            $0.findings[0].target = String(repeating: "a", count: 5000) + "<b>"
            $0.findings[0].finding.place.range = 5000..<5003
        }
        #expect(late.contains(">… aaa") && late.contains("a<mark>&lt;b&gt;</mark></p>"))
    }

    @Test func givesEachTextItsLanguageAndDirection() throws {
        let page = ReportPage.html(.sample(target: try #require(LanguageTag("ar"))))
        #expect(page.contains("<p lang=\"ar\" dir=\"rtl\">My name is"))
        #expect(page.contains("<p lang=\"zh-Hans\" dir=\"ltr\">我姓路"))
        #expect(page.contains("<h1 lang=\"ar\" dir=\"auto\">"))
    }

    @Test func filtersByKindWithoutScript() {
        let page = page()
        #expect(page.contains("#findings:has(#k1:checked) :is(.finding:not(.k1)"))
        #expect(page.contains("id=\"k1\"><span class=\"warning\">Term missing"))
        // A kind that is counted, with no finding among those shown.
        #expect(page.contains("id=\"k2\" disabled>"))
        #expect(page.contains("The worst 2 of 1,304 are shown."))
    }

    @Test func putsTheWorstTermFirst() throws {
        let page = page()
        let worst = try #require(page.firstRange(of: "7 / 14"))
        let best = try #require(page.firstRange(of: "9 / 9"))
        #expect(worst.lowerBound < best.lowerBound)
    }

    @Test func comparesEstimateAndActual() {
        let page = page()
        #expect(page.contains("<td>1,000</td><td class=\"main\">1,227</td><td>+23%</td>"))
        #expect(page.contains("<td>4 min 20 s</td><td class=\"main\">3 min 12 s</td><td>−26%</td>"))
        #expect(page.contains("<td>–</td><td class=\"main\">0.50 USD</td><td>–</td>"))
    }

    @Test(arguments: [(3, "map list"), (40, "map numbered"), (1800, "map dense")])
    func drawsAMapForAnyNumberOfChapters(count: Int, style: String) {
        let page = page { $0.documents = [.sample(chapters: count)] }
        #expect(page.contains("<ol class=\"\(style)\""))
        #expect(page.split(separator: "<li><i class=\"translated\" ").count == count + 1)
    }

    @Test func setsSeveralBooksApart() {
        #expect(!page().contains("<h3><bdi"))
        let books = page { $0.documents = [.sample(chapters: 20), .sample(chapters: 30)] }
        #expect(books.contains("</bdi> <span class=\"n\">30 chapters</span></h3>"))
    }

    @Test(arguments: [
        (50, 0, 0, 0, 0, "final"), (20, 30, 0, 0, 0, "reviewed"), (20, 20, 10, 0, 0, "translated"),
        (0, 0, 10, 0, 0, "begun"), (0, 0, 0, 0, 0, "untouched"), (50, 0, 0, 0, 1, "errors"),
        (0, 0, 0, 2, 1, "failures"),
    ])
    func coloursAChapter(final: Int, reviewed: Int, translated: Int, failed: Int, errors: Int, state: String) {
        var chapter = Report.ChapterFacts.sample("一", translated: translated, failed: failed)
        (chapter.final, chapter.reviewed, chapter.errors) = (final, reviewed, errors)
        #expect(ChapterState(chapter).rawValue == state)
    }

    private var variants: [Report] {
        var many = Report.sample(target: english)
        many.documents = [.sample(chapters: 1800)]
        many.terms = (0..<100).map {
            Report.TermFacts(source: "词", target: "\($0)", kind: .other, note: nil, occurrences: $0 % 5, kept: $0 % 3)
        }
        many.documentFindings = (0..<30).map { Finding("lines-joined", .note, "\($0)") }
        var books = many
        books.documents = [.sample(chapters: 20), .sample(chapters: 30)]
        return [.sample(target: english), .sample(state: .complete, target: english), many, books]
    }
}

extension Report.DocumentFacts {
    fileprivate static func sample(chapters count: Int) -> Self {
        let chapters = (0..<count).map { Report.ChapterFacts.sample("第\($0)章") }
        return Self(path: "book.epub", format: "epub", title: "青石门", encoding: nil, chapters: chapters)
    }
}
