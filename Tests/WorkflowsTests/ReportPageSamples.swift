import Text

@testable import Storage
@testable import Workflows

extension Report {
    /// Four chapters with one thing of every kind to say. Each text that comes from a file, a model or a person is made
    /// by `text` from its plain form.
    static func sample(
        state: State = .incomplete,
        target: LanguageTag,
        _ text: (String) -> String = { $0 }
    ) -> Report {
        let cost = Cost(
            units: 212,
            requests: 1_227,
            inputTokens: 71_210,
            cachedTokens: 57_100,
            outputTokens: 16_511,
            seconds: 192.4,
            money: 0.5,
            currency: text("USD")
        )
        let estimate = Cost(requests: 1_000, inputTokens: 68_000, outputTokens: 17_000, seconds: 260)
        return Report(
            title: text("The Debt"),
            originalTitle: text("青石门"),
            author: text("驴背数星"),
            source: LanguageTag("zh-Hans") ?? target,
            target: target,
            written: state == .complete ? text("2026-10-07") : "2026-10-07T14:02:33Z",
            engine: text("local"),
            state: state,
            totals: Totals(
                documents: 4,
                chapters: 4,
                units: 12_120,
                characters: 1_234_567,
                translated: 12_000,
                reviewed: 80,
                final: 20,
                failed: 5,
                errors: 1,
                warnings: 1
            ),
            documents: (1...4).map { number in
                DocumentFacts(
                    path: text("00\(number).txt"),
                    format: text("txt"),
                    title: text("卷"),
                    encoding: text("UTF-8"),
                    chapters: [.sample(text("第\(number)章"), failed: number == 2 ? 5 : 0)]
                )
            },
            cost: CostFacts(
                runs: [
                    RunFacts(
                        started: text("2026-10-07T13:58:10Z"),
                        engine: text("local"),
                        status: .stopped,
                        message: text("Ctrl-C"),
                        estimate: estimate,
                        actual: cost
                    )
                ],
                estimate: estimate,
                actual: cost
            ),
            terms: [
                TermFacts(source: text("灵石"), target: text("jade"), kind: .item, note: nil, occurrences: 9, kept: 9),
                TermFacts(
                    source: text("路迟"),
                    target: text("Lu Chi"),
                    kind: .person,
                    note: text("late"),
                    occurrences: 14,
                    kept: 7
                ),
            ],
            findingCounts: [
                FindingCount(code: text("han-left"), severity: .error, count: 1),
                FindingCount(code: text("term-missing"), severity: .warning, count: 1_300),
                FindingCount(code: text("repetition"), severity: .note, count: 3),
            ],
            findings: [
                .sample(text("han-left"), .error, text: text, range: 14..<16),
                .sample(text("term-missing"), .warning, text: text, range: nil),
            ],
            failures: [
                FailedUnit(
                    document: text("002.txt"),
                    chapter: text("第2章"),
                    key: text("p4"),
                    source: text("问清楚。"),
                    reason: text("No answer.")
                )
            ],
            documentFindings: [
                Finding(
                    text("lines-joined"),
                    .note,
                    text("48 lines were joined."),
                    at: Finding.Place(file: text("a.txt"), line: 3)
                )
            ],
            files: [text("en/book.epub")]
        )
    }
}

extension Report.ChapterFacts {
    static func sample(_ title: String, units: Int = 50, translated: Int? = nil, failed: Int = 0) -> Self {
        Self(
            title: title,
            units: units,
            characters: units * 40,
            translated: translated ?? units - failed,
            reviewed: 0,
            final: 0,
            failed: failed,
            errors: 0,
            warnings: 0
        )
    }
}

extension UnitFinding {
    fileprivate static func sample(
        _ code: String,
        _ severity: Finding.Severity,
        text: (String) -> String,
        range: Range<Int>?
    ) -> UnitFinding {
        UnitFinding(
            document: text("001.txt"),
            chapter: text("第1章"),
            finding: Finding(code, severity, text("“路迟” is left."), at: Finding.Place(unit: text("p1"), range: range)),
            source: text("我姓路，叫路迟。"),
            target: text("My name is Lu 路迟.")
        )
    }
}
