package import Text

/// Lays lines of dialogue out as subtitles: where a line is broken, what stands in one subtitle, from when to when.
package struct SubtitleLayout: Sendable {
    /// At most two lines are laid out, whatever it allows.
    package var style: SubtitleStyle
    /// The style of the other language of a bilingual edition, shown below; nil without one.
    package var secondStyle: SubtitleStyle?
    package var frameRate: FrameRate
    /// Times of the first frame after each cut, in seconds, in any order.
    package var shots: [Double]
    /// Seconds of the film, after which nothing is shown; nil when it is not known.
    package var duration: Double?
    /// Names in the language of the subtitles that no line break may part, beside those of each line.
    package var names: [String]

    package init(
        style: SubtitleStyle,
        secondStyle: SubtitleStyle? = nil,
        frameRate: FrameRate = .cinema,
        shots: [Double] = [],
        duration: Double? = nil,
        names: [String] = []
    ) {
        self.style = style
        self.secondStyle = secondStyle
        self.frameRate = frameRate
        self.shots = shots
        self.duration = duration
        self.names = names
    }

    /// The subtitles of a film or an episode. The lines may come in any order.
    ///
    /// A text that is too long for one subtitle becomes several. Short lines side by side become one: those of one speaker as
    /// one text, those of two with dashes. What is on screen and notes are laid out apart from dialogue, and may overlap it.
    package func laidOut(_ lines: [SubtitleLine]) -> LaidOutSubtitles {
        var findings: [Finding] = []
        let style = style.sound
        let cutter = LineCutter(style, secondStyle?.sound, names: names)
        var tracks: [Subtitle.Kind: [SubtitlePiece]] = [:]
        for line in Self.sorted(lines, &findings) {
            tracks[line.kind, default: []] += cutter.pieces(line)
        }
        var timed: [TimedPiece] = []
        let timing = SubtitleTiming(style, frameRate, shots: shots, duration: duration)
        for kind in Subtitle.Kind.allCases {
            guard let pieces = tracks[kind], !pieces.isEmpty else { continue }
            let joined = PieceJoiner(cutter, timing).joined(pieces.sorted { $0.time.start < $1.time.start })
            let spans = timing.spans(joined.map { ($0.time, $0.width) })
            for (piece, span) in zip(joined, spans) { timed.append(TimedPiece(piece: piece, span: span)) }
        }
        return result(timed, timing, findings)
    }

    /// Subtitles that are laid out already, with their times moved to frames, cuts and gaps; texts stay as they are.
    package func timed(_ subtitles: [Subtitle]) -> LaidOutSubtitles {
        var findings: [Finding] = []
        let style = style.sound
        let timing = SubtitleTiming(style, frameRate, shots: shots, duration: duration)
        var timed: [TimedPiece] = []
        let lines = subtitles.indices.map { index in
            SubtitleLine(id: String(index), time: subtitles[index].time, text: "", kind: subtitles[index].kind)
        }
        let sorted = Self.sorted(lines, &findings)
        for kind in Subtitle.Kind.allCases {
            let pieces = sorted.filter { $0.kind == kind }.compactMap { line -> SubtitlePiece? in
                guard let index = Int(line.id) else { return nil }
                return SubtitlePiece(subtitles[index], time: line.time, style)
            }
            let spans = timing.spans(pieces.map { ($0.time, $0.width) })
            for (piece, span) in zip(pieces, spans) { timed.append(TimedPiece(piece: piece, span: span)) }
        }
        findings = findings.map { finding in
            var finding = finding
            if let index = finding.place.unit.flatMap({ Int($0) }) { finding.place.unit = subtitles[index].ids.first }
            return finding
        }
        return result(timed, timing, findings)
    }

    /// Lines by time, with times that can be counted with: from 0 on, and no end before its beginning.
    private static func sorted(_ lines: [SubtitleLine], _ findings: inout [Finding]) -> [SubtitleLine] {
        var sound: [(index: Int, line: SubtitleLine)] = []
        for (index, line) in lines.enumerated() {
            var line = line
            guard line.time.start.isFinite, line.time.start < 1e6 else {
                let message = "The line has no time at which it is said, so it is not shown. Give it one."
                findings.append(Finding("subtitle-times", .error, message, at: .init(unit: line.id)))
                continue
            }
            line.time.start = max(line.time.start, 0)
            if !(line.time.end >= line.time.start) {
                let message = "The line ends before it begins; it is shown for as long as it takes to read."
                findings.append(Finding("subtitle-times", .warning, message, at: .init(unit: line.id)))
                line.time.end = line.time.start
            }
            line.time.end = min(line.time.end, line.time.start + 3_600)
            sound.append((index, line))
        }
        return sound.sorted { ($0.line.time.start, $0.index) < ($1.line.time.start, $1.index) }.map(\.line)
    }

    private struct TimedPiece {
        var piece: SubtitlePiece
        var span: SubtitleTiming.Span
    }

    /// Subtitles in order, with what does not hold to the style.
    private func result(_ timed: [TimedPiece], _ timing: SubtitleTiming, _ found: [Finding]) -> LaidOutSubtitles {
        let order: (Subtitle.Kind) -> Int = { $0 == .dialogue ? 0 : $0 == .onScreen ? 1 : 2 }
        let timed = timed.sorted {
            ($0.span.start, order($0.piece.kind), $0.span.end) < ($1.span.start, order($1.piece.kind), $1.span.end)
        }
        var result = LaidOutSubtitles(findings: found)
        var budgets = BudgetCounter(style.sound)
        for entry in timed {
            let time = TimeSpan(frameRate.seconds(entry.span.start), frameRate.seconds(entry.span.end))
            result.subtitles.append(entry.piece.subtitle(time))
            budgets.count(entry.piece, time.duration)
            for message in timing.complaints(of: entry.piece, entry.span) + textComplaints(of: entry.piece) {
                let code = message.isOfTime ? "subtitle-times" : "subtitle-text"
                result.findings.append(Finding(code, .warning, message.text, at: .init(unit: entry.piece.ids.first)))
            }
        }
        result.overBudget = budgets.overBudget
        result.findings += result.overBudget.map { budget in
            let message =
                "\(budget.characters) characters cannot be read in \(Self.tenths(budget.seconds)) seconds. "
                + "Shorten the line to \(budget.allowed)."
            return Finding("subtitle-text", .warning, message, at: .init(unit: budget.id))
        }
        return result
    }

    private func textComplaints(of piece: SubtitlePiece) -> [SubtitleTiming.Complaint] {
        var complaints: [SubtitleTiming.Complaint] = []
        for (lines, style) in [(piece.lines, style.sound), (piece.secondLines, (secondStyle ?? style).sound)] {
            if lines.count > style.lines {
                complaints.append(
                    .init(text: "The subtitle has \(lines.count) lines, where \(style.lines) fit.", isOfTime: false)
                )
            }
            let widest = lines.map { style.width(of: $0) }.max() ?? 0
            if widest > Double(style.line) {
                let message = "A line has \(Int(widest.rounded(.up))) characters, where \(style.line) fit."
                complaints.append(.init(text: message, isOfTime: false))
            }
        }
        return complaints
    }

    private static func tenths(_ seconds: Double) -> String {
        let tenths = Int((seconds * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
