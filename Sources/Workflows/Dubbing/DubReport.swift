internal import Foundation
internal import Media
internal import Studio
internal import Text

/// The report of an episode: each line with its slot and its speech as bars, source and dub to be heard side by side, findings.
struct DubReport {
    let episode: DubEpisode
    let summary: Dub.Summary
    let lines: DubLines
    let spoken: DubSpeech.Result?
    let mix: Mastering.Report?
    let subtitles: [Subtitle]

    /// Writes the page, its facts as JSON, and the sounds that it plays.
    /// - Returns: the paths.
    func write() async throws -> [String] {
        let page = "\(episode.stem).report.html"
        let facts = "\(episode.stem).report.json"
        var sounds: (source: String, dub: String)?
        if spoken != nil, !episode.dub.options.planOnly, let audio = episode.film.audio.first {
            let folder = "\(episode.stem).report"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let source = "\(folder)/source.m4a"
            if episode.project.isOlder(source, than: episode.film.path) {
                try await Tools.ffmpeg().run(
                    ["-nostdin", "-v", "error", "-y", "-i", "file:\(episode.film.path)", "-map", "0:\(audio.stream)"]
                        + ["-c:a", "aac", "-b:a", "96k", "-f", "mp4", "file:\(source)"]
                )
            }
            let dub = "\(folder)/dub.m4a"
            try? FileManager.default.removeItem(atPath: dub)
            try FileManager.default.copyItem(atPath: "\(episode.work)/dub.\(episode.target).m4a", toPath: dub)
            let name = Files.name(of: folder)
            sounds = ("\(name)/source.m4a", "\(name)/dub.m4a")
        }
        try Files.write(DubPage(report: self, sounds: sounds).html.markup, to: page)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try Files.write([UInt8](try encoder.encode(summary)) + [0x0A], to: facts)
        return [page, facts]
    }
}

/// The page itself. The same report gives the same bytes.
struct DubPage {
    let report: DubReport
    let sounds: (source: String, dub: String)?

    private var episode: DubEpisode { report.episode }

    var html: HTML {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; media-src 'self' file:">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="Caravan">
        <title>\(episode.episode.name) · \(episode.target.englishName) dub</title>
        <style>
        \(HTML(resource: PackageResources.dub_css))</style>
        </head>
        <body>
        \(header)
        \(players)
        <main>
        \(findings)
        <section><h2>Lines</h2>
        <p class="key"><span class="slot"></span> when the original speaks <span class="speech"></span> when the dub speaks</p>
        <ol class="lines">
        \(rows)</ol>
        </section>
        </main>
        <script>
        \(HTML(resource: PackageResources.dub_js))</script>
        </body>
        </html>

        """
    }

    private var header: HTML {
        let summary = report.summary
        var facts: [HTML] = [
            "<li>\(summary.lines) lines, \(summary.translated) translated, \(summary.spoken) spoken</li>",
            "<li>\(summary.subtitles) subtitles</li>",
        ]
        if let loudness = summary.loudness {
            let peak = summary.truePeak.map { Figures.seconds($0) } ?? "–"
            let what = summary.isDialogue ? " in the dialogue" : ""
            facts.append("<li>\(Figures.seconds(loudness)) LUFS\(what), true peak \(peak) dBTP</li>")
        }
        if let rates = rates {
            facts.append("<li>rates \(Self.hundredths(rates.lowerBound)) to \(Self.hundredths(rates.upperBound))</li>")
        }
        return """
            <header>
            <p class="eyebrow">\(episode.target.englishName) dub</p>
            <h1>\(episode.episode.name)</h1>
            <ul class="facts">\(facts)</ul>
            </header>
            """
    }

    private var rates: ClosedRange<Double>? {
        let rates = report.spoken?.plan.placements.map(\.rate) ?? []
        guard let least = rates.min(), let most = rates.max() else { return nil }
        return least...most
    }

    private var players: HTML {
        guard let sounds else { return "" }
        return """
            <div class="players">
            <figure><figcaption>\(episode.dub.source.englishName)</figcaption><audio id="source" controls preload="metadata" src="\(sounds.source)"></audio></figure>
            <figure><figcaption>\(episode.target.englishName)</figcaption><audio id="dub" controls preload="metadata" src="\(sounds.dub)"></audio></figure>
            </div>
            """
    }

    private var findings: HTML {
        let findings = report.summary.findings
        guard !findings.isEmpty else { return "<section><h2>Findings</h2><p>None.</p></section>" }
        let order = findings.sorted { $0.severity > $1.severity }
        let rows: [HTML] = order.prefix(200).map { finding in
            let unit = finding.place.unit
            let place: HTML = unit.map { "<a href=\"#line-\($0)\">\($0)</a> " } ?? ""
            return
                "<li class=\"\(finding.severity.rawValue)\">\(place)\(finding.message) <code>\(finding.code)</code></li>\n"
        }
        return "<section><h2>Findings</h2><ul class=\"findings\">\n\(rows)</ul></section>"
    }

    private var rows: [HTML] {
        let placements = Dictionary(
            (report.spoken?.plan.placements ?? []).map { ($0.line, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        return report.lines.all.map { line in row(line, placements[line.spoken.id]) }
    }

    /// Bars run from a little before the first of both to a little after the last.
    private func row(_ line: DubLines.Line, _ placement: DubPlacement?) -> HTML {
        let time = line.spoken.time
        let from = min(time.start, placement?.time.start ?? time.start) - 0.3
        let to = max(time.end, placement?.time.end ?? time.end) + 0.3
        func bar(_ span: TimeSpan, _ kind: String) -> HTML {
            let left = Self.hundredths((span.start - from) / (to - from) * 100)
            let width = Self.hundredths(max(0.5, span.duration / (to - from) * 100))
            return "<span class=\"\(kind)\" style=\"left:\(left)%;width:\(width)%\"></span>"
        }
        var rate: HTML = ""
        if let placement {
            let isFar = !(0.9...1.2).contains(placement.rate)
            rate = "<span class=\"rate\(isFar ? " far" : "")\">× \(Self.hundredths(placement.rate))</span>"
        }
        let flags: [HTML] = (placement?.flags ?? []).map { "<span class=\"flag\">\($0.kind.rawValue)</span>" }
        var buttons: HTML = ""
        if sounds != nil {
            let end = max(time.end, placement?.time.end ?? 0)
            buttons = """
                <span class="play"><button data-player="source" data-from="\(Self.hundredths(time.start))" data-to="\(Self.hundredths(time.end))">▶ source</button>\
                <button data-player="dub" data-from="\(Self.hundredths(placement?.time.start ?? time.start))" data-to="\(Self.hundredths(end))">▶ dub</button></span>
                """
        }
        return """
            <li id="line-\(line.spoken.id)">
            <div class="text"><time>\(Self.clock(time.start))</time> <strong>\(line.spoken.speaker ?? "")</strong>
            <span class="source" lang="\(episode.dub.source.description)">\(line.spoken.text)</span>
            <span class="target" lang="\(episode.target.description)" dir="auto">\(placement?.text ?? line.shown ?? "—")</span></div>
            <div class="time"><div class="bars">\(bar(time, "slot"))\(placement.map { bar($0.time, "speech") })</div>\(rate)\(flags)\(buttons)</div>
            </li>

            """
    }

    private static func hundredths(_ value: Double) -> String {
        guard value.isFinite else { return "0" }
        return String(format: "%.2f", value)
    }

    private static func clock(_ seconds: Double) -> String {
        let whole = Int(max(0, seconds))
        return String(format: "%d:%02d.%01d", whole / 60, whole % 60, Int(seconds * 10) % 10)
    }
}
