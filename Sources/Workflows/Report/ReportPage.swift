import Storage
import Text

/// The report as one self-contained HTML page: styles and script are in it, nothing is fetched, and it says all it has
/// to say without the script too. The same report gives the same bytes.
package struct ReportPage {
    let report: Report

    /// The whole page, from `<!DOCTYPE html>` on.
    package static func html(_ report: Report) -> String { ReportPage(report: report).page.markup }

    private var page: HTML {
        let sections = [progress, chapters, cost, failures, findings, terms, reading, files].compactMap(\.self)
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="Caravan">
            <title>\(report.title) · \(report.target.englishName) edition</title>
            <style>
            \(HTML(resource: PackageResources.report_css))\(filterRules)</style>
            </head>
            <body>
            \(header)
            \(contents(of: sections))
            <main>
            \(sections.map(\.markup).joined(by: "\n"))
            </main>
            <footer><p>Written by Caravan on \(date). The same facts are in <code>report.json</code>.</p></footer>
            <script>
            \(HTML(resource: PackageResources.report_js))</script>
            </body>
            </html>

            """
    }

    private var header: HTML {
        let totals = report.totals
        let left = totals.left
        let complete = report.state == .complete
        let state: HTML
        if complete {
            state = "Every unit is translated."
        } else {
            let left = "\(Figures.count(left)) of \(Figures.count(totals.units, "unit"))"
            state = "\(left) \(totals.left == 1 ? "is" : "are") left to translate.\(failedOfLeft)"
        }
        return """
            <header>
            <p class="eyebrow">\(report.target.englishName) edition</p>
            <h1\(language(of: report.title))>\(report.title)</h1>
            \(original.map { "<p class=\"original\"\(language(of: $0))>\($0)</p>" as HTML })
            \(report.author.map { "<p class=\"author\">by <bdi\(language(of: $0))>\($0)</bdi></p>" as HTML })
            <p class="state \(complete ? "complete" : "incomplete")"><strong>\(complete ? "Complete" : "Incomplete")</strong> \(state)</p>
            <ul class="facts">
            <li>\(report.source.englishName) <span aria-hidden="true">→</span><span class="unseen">to</span> \(report.target.englishName)</li>
            <li>\(date)</li>
            \(report.engine.isEmpty ? "" : "<li>Engine: <bdi>\(report.engine)</bdi></li>\n")            </ul>
            </header>
            """
    }

    private var original: String? { report.originalTitle == report.title ? nil : report.originalTitle }

    private var failedOfLeft: HTML {
        let failed = report.totals.failed
        return failed == 0 ? "" : " \(Figures.count(failed)) \(failed == 1 ? "was" : "were") tried without success."
    }

    private var date: HTML { "<time datetime=\"\(report.written)\">\(Figures.date(report.written))</time>" }

    private func contents(of sections: [Section]) -> HTML {
        let links: [HTML] = sections.map { section in
            let count = section.count.map { " <span class=\"n\">\($0)</span>" as HTML }
            return "<li><a href=\"#\(section.id)\">\(section.title)\(count)</a></li>\n"
        }
        return "<nav aria-label=\"Contents\"><ul>\n\(links)</ul></nav>"
    }

    /// A part of the page with its heading in the margin.
    struct Section {
        var id: String
        var title: String
        /// Said beside the title in the contents.
        var count: Int?
        /// Stands under the heading in the margin.
        var aside: HTML = ""
        var body: HTML

        var markup: HTML {
            """
            <section id="\(id)" aria-labelledby="\(id)-title">
            <div class="margin"><h2 id="\(id)-title">\(title)</h2>
            \(aside)</div>
            <div class="body">
            \(body)
            </div>
            </section>
            """
        }
    }
}

extension Report.Totals {
    var done: Int { translated + reviewed + final }
    /// Without a translation, tried or not.
    var left: Int { max(0, units - done) }
}
