import Text

extension ReportPage {
    /// What was said on reading the files. Findings of one kind are said once, with the files they are about.
    var reading: Section? {
        guard !report.documents.isEmpty else { return nil }
        let groups = Dictionary(grouping: report.documentFindings) { [$0.severity.rawValue, $0.code] }.values.sorted {
            ($1[0].severity, $0[0].code) < ($0[0].severity, $1[0].code)
        }
        let said: HTML = groups.isEmpty ? "<p class=\"kindly\">There was nothing to remark.</p>" : "\(groups.map(said))"
        return Section(id: "reading", title: "Reading the files", body: "<p>\(formats)</p>\n\(said)")
    }

    /// `4 documents: 3 txt in UTF-8, 1 docx.`
    private var formats: HTML {
        var counts: [String: Int] = [:]
        for document in report.documents {
            counts[document.format + (document.encoding.map { " in \($0)" } ?? ""), default: 0] += 1
        }
        let kinds = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let list = kinds.map { counts.count == 1 ? $0.key : "\(Figures.count($0.value)) \($0.key)" }
        return "\(Figures.count(report.documents.count, "document")): \(list.joined(separator: ", "))."
    }

    private func said(_ findings: [Finding]) -> HTML {
        guard let first = findings.first else { return "" }
        let shown = 6
        let items = findings.prefix(500).map(item)
        let rest: HTML =
            items.count <= shown
            ? ""
            : """
            <details><summary>\(findings.count - shown) more</summary>
            <ul class="said">
            \(Array(items.dropFirst(shown)))</ul>
            \(findings.count > items.count ? "<p class=\"meta\">And \(findings.count - items.count) more.</p>" : "")
            </details>

            """
        return """
            <h3 class="\(first.severity.rawValue)">\(Figures.title(ofCode: first.code)) <span class="n">\(findings.count)</span></h3>
            <ul class="said">
            \(Array(items.prefix(shown)))</ul>
            \(rest)
            """
    }

    private func item(_ finding: Finding) -> HTML {
        var place: [HTML] = []
        if let file = finding.place.file { place.append(path(file)) }
        if let line = finding.place.line { place.append("line \(line)") }
        let meta = place.joined(by: " · ")
        return """
            <li><p>\(mixed(finding.message))</p>\(place.isEmpty ? "" : "<p class=\"meta\">\(meta)</p>")</li>

            """
    }

    var files: Section? {
        guard !report.files.isEmpty else { return nil }
        let items: [HTML] = report.files.map { "<li>\(path($0))</li>\n" }
        return Section(
            id: "files",
            title: "Files written",
            count: report.files.count,
            body: "<ul class=\"files\">\n\(items)</ul>"
        )
    }
}
