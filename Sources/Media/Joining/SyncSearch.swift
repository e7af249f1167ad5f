import Text

/// Tries offsets and speeds of cues against speech. The idea of matching voice activity with cues is that of ffsubsync
/// (https://github.com/smacke/ffsubsync); sums over cues take the place of its Fourier transform.
struct SyncSearch {
    private(set) var fit: SubtitleSync.Fit

    /// Frame rates that are mistaken for one another: 23.976, 24 and 25, both ways.
    private static let rates: [Double] = [
        1, 24 / 23.976, 25.0 / 24, 25 / 23.976, 23.976 / 24, 24.0 / 25, 23.976 / 25,
    ]
    /// Seconds between two offsets that are tried first, and between those around the best.
    private static let coarse = 0.05
    private static let fine = 0.01

    private let cues: [TimeSpan]
    private let activity: SpeechActivity

    /// Nil when there is too little to tell.
    init?(cues: [TimeSpan], speech: [TimeSpan], furthest: Double) {
        // A cue longer than this is no line of dialogue; times beyond a day are none.
        let cues = cues.filter {
            $0.start.isFinite && $0.end.isFinite && $0.start > -3_600 && $0.end < 86_400 && $0.duration > 0.05
                && $0.duration < 30
        }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
        guard cues.count >= 5, let activity = SpeechActivity(speech, grid: Self.fine) else { return nil }
        self.cues = Array(cues.prefix(20_000))
        self.activity = activity
        fit = SubtitleSync.Fit(offset: 0, rate: 1, score: 0, scoreBefore: 0, isCertain: false)
        let last = self.cues.last?.end ?? 0
        let reach = min(max(1, furthest), 600)
        fit.scoreBefore = score(offset: 0, rate: 1)
        var tried: [(rate: Double, offset: Double, score: Double)] = []
        for rate in Self.rates {
            // A speed whose drift over the whole file is less than a quarter of a second cannot be told.
            if rate != 1 && abs(rate - 1) * last < 0.25 { continue }
            let steps = Int(reach / Self.coarse)
            for step in -steps...steps {
                let offset = Double(step) * Self.coarse
                tried.append((rate, offset, score(offset: offset, rate: rate)))
            }
        }
        // A file at the right speed is likelier than one at another, and a small offset than a great one.
        func worth(_ one: (rate: Double, offset: Double, score: Double)) -> Double {
            one.score - (one.rate == 1 ? 0 : 0.02) - abs(one.offset) * 0.0005
        }
        guard let rough = tried.max(by: { worth($0) < worth($1) }) else { return nil }
        // Cues are longer than what they show, so that offsets within a few tenths are equally good: the middle of those.
        let around = (-30...30).map { step in
            let offset = rough.offset + Double(step) * Self.fine
            return (offset: offset, score: score(offset: offset, rate: rough.rate))
        }
        let most = around.map(\.score).max() ?? rough.score
        let good = around.filter { $0.score >= most - 0.0005 }.map(\.offset)
        let middleOffset = good.isEmpty ? rough.offset : ((good.first ?? 0) + (good.last ?? 0)) / 2
        let best = (rate: rough.rate, offset: middleOffset, score: most)
        // The best elsewhere: what chance can reach in this film.
        let middle = last / 2
        let other =
            tried.filter { abs($0.offset + $0.rate * middle - best.offset - best.rate * middle) > 2 }
            .map(\.score).max() ?? -1
        fit.offset = (best.offset * 100).rounded() / 100
        fit.rate = best.rate
        fit.score = best.score
        fit.isCertain = best.score >= 0.3 && best.score - other >= 0.08 && best.score - fit.scoreBefore >= 0.04
    }

    /// How much more of the cues' time is speech than of the film's: 1 when all is, 0 by chance.
    private func score(offset: Double, rate: Double) -> Double {
        var (spoken, total) = (0.0, 0.0)
        for cue in cues {
            let (start, end) = (cue.start * rate + offset, cue.end * rate + offset)
            spoken += activity.seconds(from: start, to: end)
            total += end - start
        }
        guard total > 0, activity.share < 1 else { return 0 }
        return (spoken / total - activity.share) / (1 - activity.share)
    }
}
