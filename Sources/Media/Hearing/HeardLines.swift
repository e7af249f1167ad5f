package import Text

/// Makes lines of what a recognizer heard: loops are cut, what is said of silence is dropped, and long segments are split
/// where a sentence ends or the speaker pauses.
package struct HeardLines: Sendable {
    /// The longest line in characters (Han counts one, other letters a half); a longer one is split where that hurts least.
    package var longest = 20
    /// Seconds of silence between two words after which another line begins.
    package var pause = 0.7
    /// Seconds of silence at which a line may be split when it is too long.
    package var breath = 0.25
    /// Prefix of the ids of the lines.
    package var prefix = "s"

    package init() {}

    package struct Result: Sendable, Equatable {
        /// In order of time, of kind `dialogue`, each with its words.
        package var lines: [SpokenLine] = []
        /// What was cut or dropped, and where: `speech-loop`, `speech-invented`.
        package var findings: [Finding] = []
    }

    /// - Parameters:
    ///   - segments: in any order; times in seconds of the film, those that are none are dropped.
    ///   - activity: when somebody speaks, as voice activity detection found it; empty when it was not run. A segment outside is
    ///     dropped.
    package func lines(of segments: [HeardSegment], activity: [TimeSpan] = []) -> Result {
        var result = Result()
        let segments = segments.filter { $0.time.start.isFinite && $0.time.end.isFinite && $0.time.duration > 0 }
            .sorted { ($0.time.start, $0.time.end) < ($1.time.start, $1.time.end) }
        for segment in segments {
            let place = SpeechPlace(segment.time)
            if InventedPhrases.holds(segment, activity: activity) {
                result.findings.append(place.invented(segment.text))
                continue
            }
            var words = TimedText(segment)
            guard !words.pieces.isEmpty else { continue }
            let cut = TextLoop.cut(&words)
            if let cut { result.findings.append(place.loop(cut)) }
            for part in LineSplit(words, longest: Double(longest), pause: pause, breath: breath).parts {
                result.lines.append(part.line(id: "\(prefix)\(result.lines.count + 1)"))
            }
        }
        return result
    }
}
