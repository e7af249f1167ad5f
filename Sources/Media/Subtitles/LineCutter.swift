import Text

/// Cuts a line of dialogue into what stands in one subtitle each.
struct LineCutter: Sendable {
    let style: SubtitleStyle
    let secondStyle: SubtitleStyle?
    private let breaker: LineBreaker
    private let secondBreaker: LineBreaker?
    private let names: NameFinder

    init(_ style: SubtitleStyle, _ secondStyle: SubtitleStyle?, names: [String]) {
        self.style = style
        self.secondStyle = secondStyle
        breaker = LineBreaker(style)
        secondBreaker = secondStyle.map { LineBreaker($0) }
        self.names = NameFinder(names)
    }

    /// The parts of a line in order; none for a line without text.
    func pieces(_ line: SubtitleLine) -> [SubtitlePiece] {
        let scalars = BreakableText.cleaned(line.text, style.locale)
        guard !scalars.isEmpty else { return [] }
        let finder = names.adding(line.names)
        let isLong = line.time.duration > style.longest
        let second = secondStyle.flatMap { style in
            line.secondText.map { BreakableText.cleaned($0, style.locale) }
        }
        let clock = SpeechClock(line)
        var text = BreakableText(scalars, style: style, names: finder, isCut: isLong)
        func cut(_ text: BreakableText, _ breaker: LineBreaker, atLeast count: Int) -> [LineBreaker.Lines] {
            breaker.parts(
                text,
                atLeast: count,
                shortest: style.shortest,
                longest: style.longest,
                seconds: { clock.seconds(Self.share($0, text)) }
            )
        }
        var parts = cut(text, breaker, atLeast: 1)
        var secondTexts: [[String]] = []
        var secondScalars: [[Unicode.Scalar]] = []
        if let second, !second.isEmpty, let secondStyle, let secondBreaker {
            var other = BreakableText(second, style: secondStyle, names: finder)
            var others = secondBreaker.parts(other, seconds: { _ in 0 })
            if others.count > parts.count {
                text = BreakableText(scalars, style: style, names: finder, isCut: true)
                parts = cut(text, breaker, atLeast: others.count)
            }
            if others.count != parts.count {
                other = BreakableText(second, style: secondStyle, names: finder, isCut: true)
                others = secondBreaker.parts(other, atLeast: parts.count) { clock.seconds(Self.share($0, other)) }
            }
            secondTexts = others.map { finished($0.texts(other), secondStyle) }
            secondScalars = others.map { Self.scalars(other, $0) }
        }
        return parts.enumerated().map { index, part in
            let isLast = index == parts.count - 1
            let lines = finished(part.texts(text), style)
            // What is over in the other language stands with the last part.
            let lines2 =
                isLast ? Array(secondTexts.dropFirst(index).joined()) : secondTexts.dropFirst(index).first ?? []
            let time = clock.span(Self.share(part.from, text), Self.share(part.to, text))
            return SubtitlePiece(
                sources: [(line.id, width(lines))],
                time: parts.count == 1 ? line.time : time,
                lines: lines,
                secondLines: lines2,
                speaker: line.speaker,
                kind: line.kind,
                text: Self.scalars(text, part),
                secondText: secondScalars.dropFirst(index).first ?? [],
                names: line.names
            )
        }
    }

    /// Two pieces as one text, where it fits; the parting of the two is a good place to break.
    func joined(_ first: SubtitlePiece, _ second: SubtitlePiece) -> SubtitlePiece? {
        let finder = names.adding(first.names + second.names)
        let (text, joint) = Self.joined(first.text, second.text, style)
        let broken = BreakableText(text, style: style, names: finder, isCut: true, joint: joint)
        guard let lines = breaker.lines(broken, 0, broken.places.count - 1), lines.cost < BreakableText.nameCost else {
            return nil
        }
        var piece = first
        piece.text = text
        piece.lines = finished(lines.texts(broken), style)
        if let secondStyle, let secondBreaker, !first.secondText.isEmpty || !second.secondText.isEmpty {
            let (text, joint) = Self.joined(first.secondText, second.secondText, secondStyle)
            let broken = BreakableText(text, style: secondStyle, names: finder, isCut: true, joint: joint)
            guard let lines = secondBreaker.lines(broken, 0, broken.places.count - 1),
                lines.cost < BreakableText.nameCost
            else { return nil }
            piece.secondText = text
            piece.secondLines = finished(lines.texts(broken), secondStyle)
        }
        piece.names += second.names
        let before = first.sources.map(\.id)
        piece.sources += second.sources.filter { !before.contains($0.id) }
        for source in second.sources {
            if let index = first.sources.firstIndex(where: { $0.id == source.id }) {
                piece.sources[index].width += source.width
            }
        }
        // The space between the two, where they share a line.
        piece.sources[0].width += width(piece.lines) - piece.width
        piece.time = TimeSpan(first.time.start, max(first.time.end, second.time.end))
        return piece
    }

    /// Two pieces as two lines, with dashes for two people; nil where they do not fit.
    func paired(_ first: SubtitlePiece, _ second: SubtitlePiece, dashes: Bool) -> SubtitlePiece? {
        guard style.lines > 1, first.lines.count == 1, second.lines.count == 1 else { return nil }
        var piece = first
        func pair(_ above: [String], _ below: [String], _ style: SubtitleStyle) -> [String]? {
            let marks = dashes ? style.dash.marks : ("", "")
            let lines = above.map { marks.0 + $0 } + below.map { marks.1 + $0 }
            return lines.allSatisfy { style.width(of: $0) <= Double(style.line) } ? lines : nil
        }
        guard let lines = pair(first.lines, second.lines, style) else { return nil }
        piece.lines = lines
        if let secondStyle, !first.secondLines.isEmpty || !second.secondLines.isEmpty {
            guard first.secondLines.count <= 1, second.secondLines.count <= 1,
                let lines = pair(first.secondLines, second.secondLines, secondStyle)
            else { return nil }
            piece.secondLines = lines
        }
        piece.hasDashes = true
        piece.speaker = first.speaker == second.speaker ? first.speaker : nil
        let extra = width(lines) - first.width - second.width
        piece.sources += second.sources
        piece.sources[0].width += max(extra, 0)
        piece.time = TimeSpan(min(first.time.start, second.time.start), max(first.time.end, second.time.end))
        piece.text = []
        piece.secondText = []
        return piece
    }

    private func width(_ lines: [String]) -> Int { lines.reduce(0) { $0 + Int(style.width(of: $1) * 2) } }

    private static func share(_ place: Int, _ text: BreakableText) -> Double {
        place == 0 ? 0 : Double(text.widths[text.places[place].start]) / Double(max(text.width, 1))
    }

    private static func scalars(_ text: BreakableText, _ lines: LineBreaker.Lines) -> [Unicode.Scalar] {
        let start = text.places[lines.from].start
        return Array(text.scalars[start..<max(text.places[lines.to].end, start)])
    }

    private static func joined(
        _ first: [Unicode.Scalar],
        _ second: [Unicode.Scalar],
        _ style: SubtitleStyle
    ) -> ([Unicode.Scalar], joint: Int?) {
        guard !first.isEmpty, !second.isEmpty else { return (first + second, nil) }
        // East Asian text has a space between two lines too, or the end of the first could not be seen.
        let text = first + [" "] + second
        return (text, first.count + 1)
    }

    /// Lines as they are shown: Chinese ones end without comma and full stop.
    private func finished(_ lines: [String], _ style: SubtitleStyle) -> [String] {
        guard ["zh", "yue"].contains(style.locale.language) else { return lines }
        return lines.map { line in
            var scalars = line.unicodeScalars
            while scalars.count > 1, let last = scalars.last, last == "，" || last == "。" || last == "、" {
                scalars.removeLast()
            }
            return String(scalars)
        }
    }
}
