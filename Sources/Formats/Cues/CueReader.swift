import Text

/// Makes units of cues, and finds out whether a file is bilingual: two lines in one cue, or two cues with one time.
struct CueReader {
    private let cues: [Cue]
    private let markup: any CueMarkup
    private let decoded: DecodedText
    private let options: ReadOptions
    private let languages: CueLanguages

    private enum Mode { case single, lines, pairs }
    /// Of the lines of each cue.
    private var sides: [[CueLanguages.Side]] = []
    private var mode = Mode.single
    private var sourceIsFirst = true
    /// By the cue that holds the source: the cue that holds the other language.
    private var partners: [Int: Int] = [:]
    private var taken: Set<Int> = []

    init(_ cues: [Cue], _ markup: any CueMarkup, _ decoded: DecodedText, _ options: ReadOptions) {
        self.cues = cues
        self.markup = markup
        self.decoded = decoded
        self.options = options
        languages = CueLanguages(options)
        sides = cues.map { cue in cue.lines.map { languages.side(plain($0)) } }
        findMode()
    }

    private func plain(_ range: Range<Int>) -> String {
        markup.pieces(decoded.utf8, range).reduce(into: "") { text, piece in
            if case .text(let run) = piece { text += run }
        }
    }

    /// Where the lines of a cue change from one language to the other; nil unless they do once.
    private func split(_ sides: [CueLanguages.Side]) -> (at: Int, sourceIsFirst: Bool)? {
        guard sides.count > 1, let first = sides.first(where: { $0 != .neutral }),
            let change = sides.firstIndex(where: { $0 != .neutral && $0 != first }),
            !sides[change...].contains(first)
        else { return nil }
        return (change, first == .source)
    }

    private mutating func findMode() {
        var (spoken, splits, firsts) = (0, 0, 0)
        var byTime: [Cue.Time: (source: Int?, other: Int?)] = [:]
        var (pairs, pairFirsts) = (0, 0)
        for (index, cue) in cues.enumerated() where cue.kind == .cue {
            if sides[index].contains(where: { $0 != .neutral }) { spoken += 1 }
            if let split = split(sides[index]) {
                splits += 1
                if split.sourceIsFirst { firsts += 1 }
            } else if let time = cue.time, let side = sides[index].first(where: { $0 != .neutral }) {
                var pair = byTime[time] ?? (nil, nil)
                if side == .source, pair.source == nil { pair.source = index }
                if side == .other, pair.other == nil { pair.other = index }
                byTime[time] = pair
            }
        }
        for case let (source?, other?) in byTime.values {
            pairs += 1
            if source < other { pairFirsts += 1 }
            partners[source] = other
        }
        if splits > 0, splits * 2 >= spoken {
            mode = .lines
            sourceIsFirst = firsts * 2 >= splits
            partners = [:]
        } else if pairs > 0, pairs * 4 >= spoken {
            mode = .pairs
            sourceIsFirst = pairFirsts * 2 >= pairs
            taken = Set(partners.values)
        } else {
            partners = [:]
        }
    }

    /// The units, and where each stands.
    func units() -> (units: [Unit], places: [CueSkeleton.Place]) {
        var units: [Unit] = []
        var places: [CueSkeleton.Place] = []
        var keys = UniqueKeys()
        var others: [(unit: Int, text: InlineText)] = []
        for (index, cue) in cues.enumerated() where !cue.lines.isEmpty {
            let isBilingual = mode != .single && cue.kind == .cue
            if isBilingual, taken.contains(index) || !sides[index].contains(.source) { continue }
            var source = cue.lines
            var target: [Range<Int>] = []
            if isBilingual {
                if let split = split(sides[index]) {
                    let (first, second) = (Array(cue.lines[..<split.at]), Array(cue.lines[split.at...]))
                    (source, target) = split.sourceIsFirst ? (first, second) : (second, first)
                } else if let partner = partners[index] {
                    target = cues[partner].lines
                }
                source = bare(source)
                target = bare(target)
            }
            guard let place = hole(source) else { continue }
            let text = text(source)
            guard text.parts.contains(where: \.isVisibleText) else { continue }
            var unit = Unit(key: keys.key(cue.key), source: text, kind: cue.kind, notes: notes(cue))
            if isBilingual {
                let range = hole(target)
                places.append(
                    .init(
                        source: place,
                        lineCount: source.count,
                        target: range.map { .existing($0) }
                            ?? (sourceIsFirst ? .added(place.upperBound) : .addedBefore(place.lowerBound)),
                        lineBreak: cue.lineBreak,
                        addedLineBreak: cue.addedLineBreak
                    )
                )
                let other = self.text(target)
                if other.parts.contains(where: \.isVisibleText) { others.append((units.count, other)) }
            } else {
                if cue.kind != .cue { unit.notes = [:] }
                places.append(
                    .init(
                        source: place,
                        lineCount: source.count,
                        target: nil,
                        lineBreak: cue.lineBreak,
                        addedLineBreak: cue.addedLineBreak
                    )
                )
            }
            units.append(unit)
        }
        if let locale = CueLanguages.locale(of: others.map(\.text.plain), targets: options.targets) {
            for (unit, text) in others { units[unit].existing[locale.description] = .init(text) }
        }
        return (units, places)
    }

    private func bare(_ lines: [Range<Int>]) -> [Range<Int>] {
        guard lines.count == 1, let line = lines.first else { return lines }
        let bare = markup.bare(decoded.utf8, line)
        return bare.isEmpty ? lines : [bare]
    }

    private func hole(_ lines: [Range<Int>]) -> Range<Int>? {
        guard let first = lines.first, let last = lines.last else { return nil }
        return first.lowerBound..<last.upperBound
    }

    private func notes(_ cue: Cue) -> [String: String] {
        var notes: [String: String] = [:]
        if let start = cue.start { notes[Unit.Note.start] = CueTime.text(start) }
        if let end = cue.end { notes[Unit.Note.end] = CueTime.text(end) }
        if let name = cue.name { notes[Unit.Note.key] = name }
        if let speaker = cue.speaker, !speaker.isEmpty { notes[Unit.Note.speaker] = speaker }
        return notes
    }

    /// The lines as one text: a space between them, or a line break before a line that another person speaks.
    private func text(_ lines: [Range<Int>]) -> InlineText {
        var pieces: [CuePiece] = []
        for (index, line) in lines.enumerated() {
            if index > 0 { pieces.append(.text(CueLayout.isOwnLine(decoded.utf8, line) ? "\n" : " ")) }
            pieces += markup.pieces(decoded.utf8, line)
        }
        return InlineText(pieces)
    }
}

extension InlineText.Part {
    /// Whether it is text that is not all white space.
    fileprivate var isVisibleText: Bool {
        guard case .text(let text) = self else { return false }
        return text.unicodeScalars.contains { !$0.properties.isWhitespace && $0 != InlineText.place }
    }
}

extension Document {
    /// A document of cues.
    init(
        cues: CueReader,
        decoded: DecodedText,
        markup: any CueMarkup,
        file: String,
        format: String,
        findings: [Finding]
    ) {
        let (units, places) = cues.units()
        self.init(
            file: file,
            format: format,
            units: units,
            chapters: units.isEmpty ? [] : [.init(key: "cues", title: nil, units: 0..<units.count)],
            details: .init(encoding: decoded.encoding.rawValue),
            findings: decoded.findings + findings,
            skeleton: CueSkeleton(decoded: decoded, places: places, markup: markup, format: format)
        )
    }
}
