internal import Memory
internal import Text

/// What an alignment made and left out, with a sample to judge, as a page or as Markdown.
package struct AlignmentReport: Sendable {
    private let corpus: AlignedCorpus
    private let sample: [AlignedCorpus.Pair]
    private let seed: UInt64

    /// - Parameters:
    ///   - sampleSize: how many pairs stand in it to be judged.
    ///   - seed: chooses them.
    package init(_ corpus: AlignedCorpus, sampleSize: Int = 100, seed: UInt64 = 1) {
        self.corpus = corpus
        self.seed = seed
        sample = corpus.sample(sampleSize, seed: seed)
    }

    /// Markdown for a name that ends in `.md`, else HTML.
    package func write(to path: String) throws(WorkflowError) {
        try Files.write(path.lowercased().hasSuffix(".md") ? markdown : html, to: path)
    }

    private var figures: [(String, String)] {
        let lost = corpus.removals.values.reduce(0) { $0 + $1.count }
        let sure = corpus.pairs.count(where: { $0.confidence >= 0.9 })
        return [
            ("Source", "\(Files.name(of: corpus.sourcePath)), \(corpus.sourceLocale)"),
            ("Target", "\(Files.name(of: corpus.targetPath)), \(corpus.targetLocale)"),
            ("Segments", "\(Figures.count(corpus.sourceSegments)) and \(Figures.count(corpus.targetSegments))"),
            ("Pairs kept", Figures.count(corpus.pairs.count)),
            ("Of these with a confidence of 0.9 and more", Figures.count(sure)),
            ("Left out", Figures.count(lost)),
            ("Target letters for a source letter", AlignmentReport.ratio(corpus.lengthRatio)),
        ]
    }

    private static func ratio(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    private var removals: [(CleaningReason, AlignedCorpus.Removal)] {
        CleaningReason.allCases.compactMap { reason in corpus.removals[reason].map { (reason, $0) } }
    }

    private static func words(_ reason: CleaningReason) -> String {
        switch reason {
        case .empty: "no words in it"
        case .boilerplate: "lines of publishers and sites, page numbers"
        case .encoding: "lost or damaged characters"
        case .language: "in another language"
        case .untranslated: "not translated"
        case .length: "one side far too long"
        case .duplicate: "the same pair again"
        case .unmatched: "in one book only"
        case .confidence: "confidence too low"
        }
    }

    // MARK: Markdown

    var markdown: String {
        var text = "# Alignment\n\n| | |\n|---|---|\n"
        for (name, value) in figures { text += "| \(name) | \(Self.cell(value)) |\n" }
        text += "\n## Chapters\n\n| source | target | pairs |\n|---|---|---:|\n"
        for chapter in corpus.chapters {
            text +=
                "| \(Self.cell(Self.names(chapter.source))) | \(Self.cell(Self.names(chapter.target))) | \(chapter.pairs) |\n"
        }
        text += "\n## Left out\n\n| reason | what | count |\n|---|---|---:|\n"
        for (reason, removal) in removals {
            text += "| \(reason.rawValue) | \(Self.words(reason)) | \(removal.count) |\n"
        }
        for (reason, removal) in removals {
            text += "\n### \(reason.rawValue)\n\n"
            for example in removal.examples {
                text += "- \(Self.line(Self.short(example.source)))\n  \(Self.line(Self.short(example.target)))\n"
            }
        }
        text += "\n## Sample (\(sample.count) pairs, seed \(seed))\n"
        for (number, pair) in sample.enumerated() {
            text +=
                "\n\(number + 1). [ ] \(AlignedCorpus.fixed(pair.confidence)), \(pair.bead), \(Self.line(pair.chapterName))\n"
            text += "   - \(Self.line(pair.source))\n   - \(Self.line(pair.target))\n"
        }
        return text
    }

    private static func names(_ names: [String]) -> String {
        if names.isEmpty { return "—" }
        return names.count <= 4 ? names.joined(separator: "; ") : "\(names[0]) … \(names[names.count - 1])"
    }

    private static func short(_ text: String) -> String {
        text.unicodeScalars.count > 160 ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(160))) + "…" : text
    }

    /// Text in a line: what Markdown would take for markup is told that it is none.
    private static func line(_ text: String) -> String {
        var line = ""
        for character in text {
            if character.isNewline {
                line += " "
                continue
            }
            if "\\`*_[]<>|#~&".contains(character) { line += "\\" }
            line.append(character)
        }
        return line.isEmpty ? "—" : line
    }

    private static func cell(_ text: String) -> String { line(text) }

    // MARK: HTML

    var html: String {
        var page: HTML = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Alignment</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1c2430;background:#fff}
            table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;\
            border-bottom:1px solid #d8dee8}td.c{width:7rem;color:#5b6577;font-size:.85em}td.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
            summary{cursor:pointer;font-weight:600;margin:.6rem 0}
            @media (prefers-color-scheme:dark){body{color:#e6eaf0;background:#14181f}th,td{border-color:#364050}}
            </style></head><body><h1>Alignment</h1><table><tbody>

            """
        for (name, value) in figures { page += "<tr><th scope=\"row\">\(name)</th><td>\(value)</td></tr>\n" }
        page += "</tbody></table>\n<h2>Chapters</h2>\n<details><summary>\(corpus.chapters.count) links</summary>"
        page += "<table><thead><tr><th>Source</th><th>Target</th><th>Pairs</th></tr></thead><tbody>\n"
        for chapter in corpus.chapters {
            page += "<tr><td>\(Self.names(chapter.source))</td><td>\(Self.names(chapter.target))</td>"
            page += "<td class=\"n\">\(chapter.pairs)</td></tr>\n"
        }
        page += "</tbody></table></details>\n<h2>Left out</h2>\n"
        let (from, into) = (corpus.sourceLocale.description, corpus.targetLocale.description)
        for (reason, removal) in removals {
            page +=
                "<details><summary>\(removal.count) × \(reason.rawValue): \(Self.words(reason))</summary><table><tbody>\n"
            for example in removal.examples {
                page += "<tr><td class=\"n\">\(example.confidence.map { AlignedCorpus.fixed($0) } ?? "")</td>"
                page += "<td lang=\"\(from)\">\(Self.short(example.source))</td>"
                page += "<td lang=\"\(into)\">\(Self.short(example.target))</td></tr>\n"
            }
            page += "</tbody></table></details>\n"
        }
        page += "<h2>Sample to judge</h2>\n<p>\(sample.count) pairs chosen by chance, seed \(String(seed)).</p>\n"
        page +=
            "<table><thead><tr><th>Right</th><th>Confidence</th><th>Chapter</th><th>Source</th><th>Target</th></tr></thead><tbody>\n"
        for (number, pair) in sample.enumerated() {
            page += "<tr><td><input type=\"checkbox\" aria-label=\"Pair \(number + 1) is right\"></td>"
            page +=
                "<td class=\"n\">\(AlignedCorpus.fixed(pair.confidence))<br>\(pair.bead)</td><td class=\"c\">\(pair.chapterName)</td>"
            page += "<td lang=\"\(from)\">\(pair.source)</td><td lang=\"\(into)\">\(pair.target)</td></tr>\n"
        }
        page += "</tbody></table></body></html>\n"
        return page.markup
    }
}
