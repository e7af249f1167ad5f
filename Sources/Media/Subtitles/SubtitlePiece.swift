import Text

/// What stands in one subtitle, before its times are moved: a line of dialogue, a part of one, or several.
struct SubtitlePiece: Sendable {
    /// The lines it is made from, with the half characters that each has in it.
    var sources: [(id: String, width: Int)]
    /// When it is spoken.
    var time: TimeSpan
    var lines: [String]
    var secondLines: [String] = []
    var speaker: String?
    var kind: Subtitle.Kind
    /// What it says as one text, to be joined with another's; empty for what is not to be joined.
    var text: [Unicode.Scalar] = []
    var secondText: [Unicode.Scalar] = []
    /// Names of its lines alone.
    var names: [String] = []
    /// Whether two people speak in it.
    var hasDashes = false

    var ids: [String] { sources.map(\.id) }
    /// Half characters to be read.
    var width: Int { sources.reduce(0) { $0 + $1.width } }

    func subtitle(_ time: TimeSpan) -> Subtitle {
        Subtitle(ids: ids, time: time, lines: lines, secondLines: secondLines, speaker: speaker, kind: kind)
    }
}

extension SubtitlePiece {
    /// A subtitle that is laid out already.
    init(_ subtitle: Subtitle, time: TimeSpan, _ style: SubtitleStyle) {
        let width = subtitle.lines.reduce(0) { $0 + Int(style.width(of: $1) * 2) }
        let count = max(subtitle.ids.count, 1)
        self.init(
            sources: subtitle.ids.enumerated().map { ($1, width * ($0 + 1) / count - width * $0 / count) },
            time: time,
            lines: subtitle.lines,
            secondLines: subtitle.secondLines,
            speaker: subtitle.speaker,
            kind: subtitle.kind
        )
    }
}

/// Adds up what each line has and may have over the subtitles that it is shown in.
struct BudgetCounter {
    private let style: SubtitleStyle
    private var order: [String] = []
    private var sums: [String: (has: Int, may: Int, seconds: Double)] = [:]

    init(_ style: SubtitleStyle) { self.style = style }

    mutating func count(_ piece: SubtitlePiece, _ seconds: Double) {
        let width = piece.width
        guard width > 0 else { return }
        // What checks allow too: times in files are rounded.
        let isFast = Double(width) > style.speed * seconds * 2 * 1.0005
        for source in piece.sources {
            let share = Double(source.width) / Double(width)
            let allowed = isFast ? Int(style.speed * seconds * 2 * share) : source.width
            if sums[source.id] == nil { order.append(source.id) }
            let sum = sums[source.id] ?? (0, 0, 0)
            sums[source.id] = (
                sum.has + source.width, sum.may + min(allowed, source.width), sum.seconds + seconds * share
            )
        }
    }

    /// The lines that have more than they may, in the order in which they were counted.
    var overBudget: [ReadingBudget] {
        order.compactMap { id in
            guard let sum = sums[id], sum.may < sum.has else { return nil }
            return ReadingBudget(id: id, characters: (sum.has + 1) / 2, allowed: sum.may / 2, seconds: sum.seconds)
        }
    }
}
