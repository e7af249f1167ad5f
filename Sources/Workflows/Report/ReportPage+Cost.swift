import Storage
import Text

extension ReportPage {
    var cost: Section? {
        guard let cost = report.cost else { return nil }
        let several = cost.runs.count > 1
        let lead: HTML = several ? "<p class=\"kindly\">\(cost.runs.count) runs, added up.</p>" : ""
        return Section(
            id: "cost",
            title: "Cost",
            body: """
                \(lead)
                <table class="numbers">
                <thead><tr><td></td><th scope="col">Estimate</th><th scope="col">Actual</th><th scope="col">Difference</th></tr></thead>
                <tbody>
                \(rows(cost))</tbody>
                </table>
                \(cost.runs.isEmpty ? "" : runs(cost.runs))
                """
        )
    }

    private func rows(_ cost: Report.CostFacts) -> [HTML] {
        let estimate = cost.estimate
        let actual = cost.actual
        func row(_ name: HTML, _ value: (Cost) -> Double, _ shown: (Cost) -> String) -> HTML {
            let foreseen = value(estimate)
            let difference = Figures.difference(value(actual), from: foreseen)
            return """
                <tr><th scope="row">\(name)</th><td>\(foreseen > 0 ? shown(estimate) : "–")</td>\
                <td class="main">\(shown(actual))</td><td>\(difference ?? "–")</td></tr>

                """
        }
        func row(_ name: HTML, _ count: (Cost) -> Int) -> HTML {
            row(name, { Double(count($0)) }, { Figures.count(count($0)) })
        }
        var rows = [row("Requests", \.requests), row("Tokens in", \.inputTokens)]
        if estimate.cachedTokens > 0 || actual.cachedTokens > 0 {
            rows.append(row("<span class=\"sub\">of these from the cache</span>", \.cachedTokens))
        }
        rows.append(row("Tokens out", \.outputTokens))
        rows.append(row("Time", \.seconds, { Figures.duration($0.seconds) }))
        if estimate.money != nil || actual.money != nil {
            let currency = actual.currency ?? estimate.currency
            rows.append(row("Money", { $0.money ?? 0 }, { Figures.money($0.money ?? 0, $0.currency ?? currency) }))
        }
        return rows
    }

    private func runs(_ runs: [Report.RunFacts]) -> HTML {
        let rows: [HTML] = runs.map { run in
            """
            <tr><th scope="row"><time datetime="\(run.started)">\(Figures.date(run.started))</time></th>\
            <td data-label="Engine"><bdi>\(run.engine)</bdi></td>\
            <td data-label="Units" class="number">\(run.actual.units)</td>\
            <td data-label="Requests" class="number">\(run.actual.requests)</td>\
            <td data-label="Time" class="number">\(Figures.duration(run.actual.seconds))</td>\
            <td data-label="Result">\(Self.words(run.status))\(run.message.map { ". \(mixed($0))" as HTML })</td></tr>

            """
        }
        return """
            <details\(runs.count <= 3 ? " open" : "")><summary>\(Figures.count(runs.count, "run"))</summary>
            <table class="list">
            <thead><tr><th scope="col">Started</th><th scope="col">Engine</th><th scope="col" class="number">Units</th>\
            <th scope="col" class="number">Requests</th><th scope="col" class="number">Time</th>\
            <th scope="col">Result</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>
            </details>
            """
    }

    private static func words(_ status: RunOutcome.Status) -> String {
        switch status {
        case .open: "Not ended"
        case .complete: "Complete"
        case .incomplete: "Incomplete"
        case .stopped: "Stopped"
        case .failed: "Failed"
        }
    }
}
