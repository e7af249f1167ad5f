import Storage
import Text

extension ReportPage {
    var progress: Section {
        let totals = report.totals
        return Section(
            id: "progress",
            title: "Progress",
            body: """
                <p class="done"><strong>\(Figures.share(totals.done, of: totals.units))</strong> translated\(checked)</p>
                \(bar)
                <dl class="figures">
                \(figures.map { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>\n" as HTML })</dl>
                """
        )
    }

    /// How far people are with it, when they have begun.
    private var checked: HTML {
        let totals = report.totals
        guard totals.reviewed + totals.final > 0 else { return "" }
        return ", \(Figures.share(totals.reviewed + totals.final, of: totals.units)) reviewed or final"
    }

    private var bar: HTML {
        let totals = report.totals
        let parts = [
            ("final", "Final", totals.final), ("reviewed", "Reviewed", totals.reviewed),
            ("translated", "Translated", totals.translated), ("failures", "Failed", totals.failed),
            ("untouched", "Not yet tried", totals.left - totals.failed),
        ].filter { $0.2 > 0 }
        let spoken = parts.map { "\($0.1): \(Figures.count($0.2))" }.joined(separator: ", ")
        let segments: [HTML] = parts.map { "<i class=\"\($0.0)\" style=\"flex-grow:\(plain: $0.2)\"></i>" }
        let legend: [HTML] = parts.map {
            """
            <li><i class="\($0.0)"></i>\($0.1) <b>\($0.2)</b> <span class="share">\(Figures.share($0.2, of: totals.units))</span></li>

            """
        }
        return """
            <div class="bar" role="img" aria-label="Units by state: \(spoken)">\(segments)</div>
            <ul class="legend">
            \(legend)</ul>
            """
    }

    private var figures: [(name: String, value: String)] {
        let totals = report.totals
        var figures: [(name: String, value: String)] = []
        if totals.documents > 1, totals.documents != totals.chapters {
            figures.append(("Documents", Figures.count(totals.documents)))
        }
        figures.append(("Chapters", Figures.count(totals.chapters)))
        figures.append(("Units", Figures.count(totals.units)))
        figures.append(("Characters", Figures.count(totals.characters)))
        figures.append(("Errors", Figures.count(totals.errors)))
        figures.append(("Warnings", Figures.count(totals.warnings)))
        if let actual = report.cost?.actual {
            figures.append(("Time", Figures.duration(actual.seconds)))
            if let money = actual.money { figures.append(("Cost", Figures.money(money, actual.currency))) }
        }
        return figures
    }
}
