import Testing

@testable import Workflows

struct FiguresTests {
    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (-1_234_567, "−1,234,567")])
    func separatesThousands(number: Int, text: String) {
        #expect(Figures.count(number) == text)
    }

    @Test(arguments: [
        (0, "0 s"), (0.42, "0.4 s"), (9.96, "10 s"), (59.6, "1 min"), (192.4, "3 min 12 s"), (7_500, "2 h 5 min"),
        (3_599.7, "1 h"), (.infinity, "–"), (.nan, "–"),
    ])
    func saysDurations(seconds: Double, text: String) {
        #expect(Figures.duration(seconds) == text)
    }

    @Test(arguments: [(0, "0.00 USD"), (0.0123, "0.0123 USD"), (1_234.5, "1,234.50 USD"), (-2, "−2.00 USD")])
    func saysMoney(amount: Double, text: String) {
        #expect(Figures.money(amount, "USD") == text)
    }

    @Test(arguments: [(0, 9, "0%"), (1, 1_000, "<1%"), (999, 1_000, "99%"), (9, 9, "100%"), (0, 0, "0%")])
    func saysAllOnlyOfAll(part: Int, whole: Int, text: String) {
        #expect(Figures.share(part, of: whole) == text)
    }

    @Test(arguments: [(112, 100, "+12%"), (96, 100, "−4%"), (100.1, 100, "±0%"), (5, 0, nil)])
    func comparesInPercent(actual: Double, estimate: Double, text: String?) {
        #expect(Figures.difference(actual, from: estimate) == text)
    }

    @Test(arguments: [
        ("2026-10-07T14:02:33Z", "7 October 2026, 14:02 UTC"), ("2026-10-07T04:02:33.5Z", "7 October 2026, 04:02 UTC"),
        ("2026-13-07T14:02:33Z", "2026-13-07T14:02:33Z"), ("yesterday", "yesterday"),
    ])
    func saysDates(written: String, text: String) {
        #expect(Figures.date(written) == text)
    }
}
