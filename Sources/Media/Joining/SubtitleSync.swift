package import Text

/// Finds how far a subtitle file is off from the speech, and at what speed it runs, by when somebody speaks.
package struct SubtitleSync: Sendable {
    /// Seconds of the greatest offset that is looked for.
    package var furthest = 60.0

    package init() {}

    /// What to do to times of the file to have times of the film: `time * rate + offset`.
    package struct Fit: Hashable, Sendable, Codable {
        /// Seconds.
        package var offset: Double
        /// 1, or the ratio of two frame rates.
        package var rate: Double
        /// How much of the file's time is speech after the correction, over what chance gives: −1 to 1.
        package var score: Double
        /// The same without the correction.
        package var scoreBefore: Double
        /// Whether the correction is clearly better than none and than all others.
        package var isCertain: Bool

        package init(offset: Double, rate: Double, score: Double, scoreBefore: Double, isCertain: Bool) {
            self.offset = offset
            self.rate = rate
            self.score = score
            self.scoreBefore = scoreBefore
            self.isCertain = isCertain
        }

        /// Whether there is nothing to correct: less than a tenth of a second anywhere in two hours.
        package var isNone: Bool { rate == 1 && abs(offset) < 0.1 }

        package func apply(to time: TimeSpan) -> TimeSpan {
            TimeSpan(time.start * rate + offset, time.end * rate + offset)
        }

        package func apply(to line: SpokenLine) -> SpokenLine {
            var line = line
            line.time = apply(to: line.time)
            for index in line.words.indices { line.words[index].time = apply(to: line.words[index].time) }
            return line
        }
    }

    /// - Parameters:
    ///   - cues: of the file.
    ///   - speech: when somebody speaks in the film.
    /// - Returns: nil when there is too little of either to tell.
    package func fit(cues: [TimeSpan], speech: [TimeSpan]) -> Fit? {
        SyncSearch(cues: cues, speech: speech, furthest: furthest)?.fit
    }

    /// Corrects the lines of a file where that is certain, and says so: findings `subtitles-shifted`, `subtitles-unsure`.
    package func correct(_ lines: [SpokenLine], speech: [TimeSpan]) -> (
        lines: [SpokenLine], fit: Fit?, findings: [Finding]
    ) {
        guard let fit = fit(cues: lines.map(\.time), speech: speech) else { return (lines, nil, []) }
        if fit.isNone { return (lines, fit, []) }
        guard fit.isCertain else {
            guard fit.score < 0.1 else { return (lines, fit, []) }
            let message =
                "The times of the subtitles do not go with the speech, and no shift makes them: check that they are of this film."
            return (lines, fit, [Finding("subtitles-unsure", .warning, message)])
        }
        let shift = "\(fit.offset >= 0 ? "+" : "−")\(SpeechPlace.seconds(abs(fit.offset))) s"
        let speed = fit.rate == 1 ? "" : " and run at \((fit.rate * 100_000).rounded() / 100_000) times their speed"
        let message =
            "The subtitles were off from the speech: their times were moved by \(shift)\(speed). Check a few of them."
        return (lines.map(fit.apply(to:)), fit, [Finding("subtitles-shifted", .note, message)])
    }
}
