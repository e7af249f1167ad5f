import Text

extension ReportPage {
    var terms: Section? {
        guard !report.terms.isEmpty else { return nil }
        let used = report.terms.filter { $0.occurrences > 0 }
        let missed = used.filter { $0.kept < $0.occurrences }.sorted(by: Self.worse)
        let kept = used.filter { $0.kept >= $0.occurrences }.sorted(by: Self.worse)
        let absent = report.terms.filter { $0.occurrences <= 0 }
        var body: HTML = ""
        if missed.isEmpty, !kept.isEmpty {
            body += "<p class=\"kindly\">Every term was kept everywhere it occurs.</p>\n"
        }
        // A short glossary is one table; of a long one, what went well is folded away.
        if used.count <= 40 {
            body += used.isEmpty ? "" : table(missed + kept, "Terms of this edition, the worst first")
        } else {
            body += missed.isEmpty ? "" : table(missed, "Terms that were not always kept, the worst first")
            body += folded(kept, "\(Figures.count(kept.count, "term")) kept everywhere")
        }
        body += folded(absent, "\(Figures.count(absent.count, "term")) not in the translated text")
        let (occurrences, held) = used.reduce((0, 0)) { ($0.0 + $1.occurrences, $0.1 + min($1.kept, $1.occurrences)) }
        let share: HTML = """
            <p class="meta">\(Figures.share(held, of: occurrences)) of \(occurrences) occurrences kept.</p>

            """
        return Section(
            id: "terms",
            title: "Names and terms",
            count: report.terms.count,
            aside: used.isEmpty ? "" : share,
            body: body
        )
    }

    private func folded(_ terms: [Report.TermFacts], _ summary: String) -> HTML {
        guard !terms.isEmpty else { return "" }
        return "<details><summary>\(summary)</summary>\n\(table(terms, summary))</details>\n"
    }

    private func table(_ terms: [Report.TermFacts], _ caption: String) -> HTML {
        let rows: [HTML] = terms.map { term in
            """
            <tr><th scope="row"\(sourceAttributes)>\(term.source)</th>\
            <td class="target"><span\(targetAttributes)>\(term.target)</span>\
            \(term.note.map { "<span class=\"note\">\(mixed($0))</span>" as HTML })\(ways(of: term))</td>\
            <td class="kind">\(term.kind == .other ? "" : term.kind.rawValue)</td>\
            <td class="kept">\(meter(term))</td></tr>

            """
        }
        return """
            <table class="terms">
            <caption class="unseen">\(caption)</caption>
            <thead><tr><th scope="col">Source</th><th scope="col">Target</th><th scope="col">Kind</th><th scope="col">Kept</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>

            """
    }

    /// The ways in which a term was translated, where there is more than the one that is shown.
    private func ways(of term: Report.TermFacts) -> HTML {
        guard term.ways.contains(where: { !$0.isAllowed || $0.form != term.target }) else { return "" }
        let items: [HTML] = term.ways.map { way in
            let form: HTML =
                way.form.isEmpty ? "left out, or said otherwise" : "<span\(targetAttributes)>\(way.form)</span>"
            let places: [HTML] = way.chapters.map { place in
                "\(isolated(place.chapter))\(place.uses > 1 ? " ×\(place.uses)" : "")"
            }
            let more = way.chapters.count == Report.Way.shown ? " …" : ""
            let units: HTML = way.units.isEmpty ? "" : " <code>\(way.units.prefix(3).joined(separator: " "))</code>"
            return
                "<li\(way.isAllowed ? "" : " class=\"stray\"" as HTML)>\(form) <b>\(way.uses)</b> \(places.joined(by: ", "))\(more)\(units)</li>"
        }
        return "<ul class=\"ways\">\(items)</ul>"
    }

    private func meter(_ term: Report.TermFacts) -> HTML {
        guard term.occurrences > 0 else { return "–" }
        let kept = min(max(term.kept, 0), term.occurrences)
        return """
            <span class="meter\(kept < term.occurrences ? " missed" : "")" aria-hidden="true">\
            <i style="flex-grow:\(plain: kept)"></i><i style="flex-grow:\(plain: term.occurrences - kept)"></i></span>\
            <span class="of">\(term.kept) / \(term.occurrences)</span>
            """
    }

    /// The smaller share kept goes first, then what is missed more often, then what occurs more often.
    private static func worse(_ left: Report.TermFacts, _ right: Report.TermFacts) -> Bool {
        func rank(_ term: Report.TermFacts) -> (Double, Int, Int, String) {
            (Double(term.kept) / Double(term.occurrences), term.kept - term.occurrences, -term.occurrences, term.source)
        }
        return rank(left) < rank(right)
    }
}
