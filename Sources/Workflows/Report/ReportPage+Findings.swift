import Storage
import Text

extension ReportPage {
    var findings: Section? {
        let total = report.findingCounts.reduce(0) { $0 + $1.count }
        guard total > 0 || !report.findings.isEmpty else {
            guard report.totals.done > 0 else { return nil }
            let body: HTML = "<p class=\"kindly\">The checks have nothing to say against this edition.</p>"
            return Section(id: "findings", title: "Findings", body: body)
        }
        let severities = Finding.Severity.allCases.reversed().filter { severity in
            report.findings.contains { $0.finding.severity == severity }
        }
        let shown = report.findings.count
        let most: HTML = shown < total ? "<p class=\"meta\">The worst \(shown) of \(total) are shown.</p>" : ""
        return Section(
            id: "findings",
            title: "Findings",
            count: total,
            aside: filter,
            body: """
                \(most)
                \(severities.map(group))
                """
        )
    }

    /// A radio button per code and severity: the style sheet hides what is not chosen, so no script is needed.
    private var filter: HTML {
        let all = report.findingCounts.reduce(0) { $0 + $1.count }
        let items: [HTML] = kinds.enumerated().map { index, kind in
            let none = report.findings.contains { Kind($0.finding) == kind.kind } ? "" : " disabled"
            return """
                <label><input type="radio" name="kind" id="k\(plain: index)"\(none)>\
                <span class="\(kind.kind.severity.rawValue)">\(Figures.title(ofCode: kind.kind.code))\
                <span class="unseen">, \(kind.kind.severity.rawValue)</span></span> <b>\(kind.count)</b></label>

                """
        }
        return """
            <fieldset class="filter"><legend class="unseen">Show the findings of one kind</legend>
            <label><input type="radio" name="kind" id="k-all" checked><span>All</span> <b>\(all)</b></label>
            \(items)</fieldset>

            """
    }

    /// One rule per radio button. Only numbers go into it.
    var filterRules: HTML {
        let rules: [HTML] = kinds.indices.map { index in
            """
            #findings:has(#k\(plain: index):checked) :is(.finding:not(.k\(plain: index)),.group:not(:has(.k\(plain: index)))){display:none}

            """
        }
        return "\(rules)"
    }

    private func group(_ severity: Finding.Severity) -> HTML {
        let places = Dictionary(kinds.enumerated().map { ($1.kind, $0) }, uniquingKeysWith: { first, _ in first })
        let all = report.findings.filter { $0.finding.severity == severity }
        let counted = report.findingCounts.reduce(0) { $0 + ($1.severity == severity ? $1.count : 0) }
        let articles = all.map { article($0, kind: places[Kind($0.finding)] ?? 0) }
        return """
            <div class="group">
            <h3 class="\(severity.rawValue)">\(Self.name(severity)) <span class="n">\(max(counted, all.count))</span></h3>
            \(articles)</div>

            """
    }

    private func article(_ item: UnitFinding, kind: Int) -> HTML {
        let target =
            item.target.isEmpty
            ? "<p class=\"none\">No translation.</p>" as HTML
            : "<p\(targetAttributes)>\(passage(item.target, marking: item.finding.place.range))</p>"
        return """
            <article class="finding k\(plain: kind)">
            <h4>\(Figures.title(ofCode: item.finding.code))</h4>
            <p class="message">\(mixed(item.finding.message))</p>
            <div class="pair"><p\(sourceAttributes)>\(passage(item.source))</p>\(target)</div>
            <p class="meta">\(place(item.document, item.chapter, item.finding.place))</p>
            \(item.log.map(told))</article>

            """
    }

    /// What the engine was told with a unit.
    private func told(_ log: UnitLog) -> HTML {
        let people: [HTML] = log.people.map { "<li>\(mixed($0.sentence))</li>" }
        let terms: [HTML] = log.terms.map {
            "<li>\(mixed($0.source)) → <span\(targetAttributes)>\($0.target)</span></li>"
        }
        let complaints: [HTML] = log.complaints.map { "<li>Asked to mend: \(mixed($0))</li>" }
        guard !(people.isEmpty && terms.isEmpty && complaints.isEmpty) else { return "" }
        return """
            <details class="told"><summary>What the engine was told, in \(Figures.count(log.requests, "request"))</summary>
            <ul>\(people)\(terms)\(complaints)</ul></details>

            """
    }

    var failures: Section? {
        guard !report.failures.isEmpty else { return nil }
        var reasons: [String] = []
        let byReason = Dictionary(grouping: report.failures, by: \.reason)
        for failure in report.failures where !reasons.contains(failure.reason) { reasons.append(failure.reason) }
        let total = max(report.totals.failed, report.failures.count)
        let shown = report.failures.count
        let most: HTML = shown < total ? "<p class=\"meta\">The first \(shown) of \(total) are shown.</p>" : ""
        let groups: [HTML] = reasons.map { reason in
            let units: [HTML] = (byReason[reason] ?? []).map { unit in
                """
                <li><p\(sourceAttributes)>\(passage(unit.source))</p>\
                <p class="meta">\(place(unit.document, unit.chapter, Finding.Place(unit: unit.key)))</p></li>

                """
            }
            return """
                <h3>\(mixed(reason)) <span class="n">\(units.count)</span></h3>
                <ul class="untranslated">
                \(units)</ul>

                """
        }
        return Section(
            id: "failures",
            title: "Not translated",
            count: total,
            aside: "<p class=\"meta\">Tried, and left as they are. The next run tries them again.</p>\n",
            body: "\(most)\(groups)"
        )
    }

    /// Document and chapter, the key of the unit for those who look it up.
    private func place(_ document: String, _ chapter: String, _ place: Finding.Place) -> HTML {
        var parts: [HTML] = []
        if !chapter.isEmpty { parts.append(isolated(chapter)) }
        if chapter != document, report.documents.count > 1 || chapter.isEmpty { parts.append(path(document)) }
        if let line = place.line { parts.append("line \(line)") }
        if let unit = place.unit { parts.append("<code>\(unit)</code>") }
        return parts.joined(by: " · ")
    }

    static func name(_ severity: Finding.Severity) -> String {
        switch severity {
        case .error: "Errors"
        case .warning: "Warnings"
        case .note: "Notes"
        }
    }

    private struct Kind: Hashable {
        var code: String
        var severity: Finding.Severity

        init(_ finding: Finding) { (code, severity) = (finding.code, finding.severity) }
        init(_ count: FindingCount) { (code, severity) = (count.code, count.severity) }
    }

    /// The kinds of findings there are, the worst and most frequent first.
    private var kinds: [(kind: Kind, count: Int)] {
        var counts: [Kind: Int] = [:]
        for item in report.findings { counts[Kind(item.finding), default: 0] += 1 }
        for item in report.findingCounts { counts[Kind(item)] = item.count }
        return counts.map { (kind: $0, count: $1) }.sorted {
            ($1.kind.severity, $1.count, $0.kind.code) < ($0.kind.severity, $0.count, $1.kind.code)
        }
    }
}
