import Media
import Text

/// `listen`: sound to lines with the time of each word.
struct Listening {
    private let activity: VoiceActivity
    private let recognizer: Recognizer
    private let reportsProgress: Bool

    init(_ options: Options) throws {
        activity = try VoiceActivity(model: options.file("vad", "model.onnx"))
        recognizer = try Recognizer(
            encoder: options.file("whisper", "encoder.onnx"),
            decoder: options.file("whisper", "decoder.onnx"),
            tokens: options.file("whisper", "tokens.txt"),
            // Whisper finds out the language of each stretch itself when none is given.
            language: options.optional("language") ?? "",
            threads: options.threads
        )
        reportsProgress = options.optional("progress") != nil
    }

    func run() {
        answers.send(Ready(ready: "listen", rate: Recording.rate))
        Job.forEach { job in try listen(job) }
    }

    private func listen(_ job: Job) throws -> Answer {
        guard let file = job.file else { throw WorkerError(message: "listen needs a file") }
        let recording = try Recording(path: file)
        let spans: [TimeSpan]
        if let given = job.spans {
            let end = recording.seconds
            spans = given.filter { $0.count == 2 && $0[0] < min($0[1], end) }
                .map { TimeSpan(max(0, $0[0]), min($0[1], end)) }
                .filter { $0.duration > 0 }
                .sorted { $0.start < $1.start }
        } else {
            spans = SpeechEdges.sharpened(
                activity.spans(in: recording),
                in: recording.samples,
                rate: Recording.rate
            )
        }
        var answer = Answer(id: job.id, seconds: recording.seconds)
        let groups = Self.grouped(spans)
        for (index, group) in groups.enumerated() {
            guard let first = group.first, let last = group.last else { continue }
            // A little more than the detector found: it is late on soft sounds. Not into the neighbours.
            let before = index > 0 ? groups[index - 1].last?.end ?? 0 : 0
            let after = index + 1 < groups.count ? groups[index + 1].first?.start ?? 0 : recording.seconds
            let start = max(first.start - Self.margin, min(before, first.start))
            let end = min(last.end + Self.margin, max(after, last.end))
            for part in Self.parts(TimeSpan(start, end)) {
                try hear(part, speech: group, in: recording, into: &answer)
            }
            if reportsProgress, recording.seconds > 0 {
                answers.send(Progress(id: job.id, progress: min(1, last.end / recording.seconds)))
            }
        }
        return answer
    }

    /// Stretches that are recognized together: words with a short pause between them help each other.
    private static func grouped(_ spans: [TimeSpan], pause: Double = pause) -> [[TimeSpan]] {
        var groups: [[TimeSpan]] = []
        for span in spans {
            if let group = groups.indices.last, let first = groups[group].first, let last = groups[group].last,
                span.start - last.end < pause, span.end - first.start < together
            {
                groups[group].append(span)
            } else {
                groups.append([span])
            }
        }
        return groups
    }

    private func hear(
        _ stretch: TimeSpan,
        speech: [TimeSpan],
        in recording: Recording,
        into answer: inout Answer,
        canPart: Bool = true
    ) throws {
        let samples = Array(recording.part(from: stretch.start, to: stretch.end))
        guard samples.count >= Recording.rate / 10 else { return }
        // What would begin in the silence behind the stretch was not said.
        let length = stretch.duration
        let tokens = try recognizer.tokens(of: samples).filter { $0.start < length }.map { token in
            RecognizedToken(token.bytes, TimeSpan(stretch.start + token.start, stretch.start + token.end))
        }
        let heard = speech.map { TimeSpan(max(stretch.start, $0.start), min(stretch.end, $0.end)) }
            .filter { $0.duration > 0 }
        guard let first = heard.first, let last = heard.last else { return }
        let within = TimeSpan(first.start, last.end)
        var result = RecognizedText(tokens: tokens, within: within)
        // Whisper at times passes over a whole sentence when others follow: then each is heard on its own.
        if canPart, heard.count > 1, Self.misses(result.words, of: heard) {
            for part in Self.grouped(heard, pause: Self.shortPause) {
                guard let start = part.first?.start, let end = part.last?.end else { continue }
                let wide = TimeSpan(max(stretch.start, start - 0.1), min(stretch.end, end + 0.1))
                try hear(wide, speech: part, in: recording, into: &answer, canPart: false)
            }
            return
        }
        result.words = WordPlacing.placed(result.words, in: heard)
        let entire = String(decoding: tokens.flatMap(\.bytes), as: UTF8.self)
        if result.repeated > 0 {
            answer.dropped.append(Dropped(within, entire, "repetition"))
        }
        if result.words.isEmpty {
            answer.dropped.append(Dropped(within, entire, "empty"))
        } else if Hallucination.isKnown(result.text) {
            answer.dropped.append(Dropped(within, entire, "hallucination"))
        } else {
            answer.segments.append(Segment(within, result))
        }
    }

    /// Whether speech is without words, or one word has more speech than it can have.
    private static func misses(_ words: [SpokenLine.Word], of speech: [TimeSpan]) -> Bool {
        let isStretched = words.contains { word in
            speech.reduce(0) { $0 + $1.overlap(with: word.time) } > longestWord
        }
        if isStretched { return true }
        let silent = speech.filter { span in !words.contains { $0.time.overlap(with: span) > 0 } }
        return silent.reduce(0) { $0 + $1.duration } > missed
    }

    /// Seconds of speech without a word that are too much to believe.
    private static let missed = 0.5
    private static let longestWord = 1.2
    private static let shortPause = 0.15
    private static let margin = 0.15
    /// Seconds of silence that part two stretches.
    private static let pause = 0.3
    private static let together = 12.0
    /// Whisper hears 30 s at once.
    private static let longest = 28.0

    private static func parts(_ span: TimeSpan) -> [TimeSpan] {
        let count = max(1, (span.duration / longest).rounded(.up))
        guard count.isFinite, count < 10_000 else { return [] }
        let step = span.duration / count
        return (0..<Int(count)).map { TimeSpan(span.start + step * Double($0), span.start + step * Double($0 + 1)) }
    }

    private struct Answer: Encodable {
        var id: String
        var seconds: Double
        var segments: [Segment] = []
        var dropped: [Dropped] = []
    }

    private struct Segment: Encodable {
        var start: Double
        var end: Double
        var text: String
        var words: [Word]

        init(_ span: TimeSpan, _ result: RecognizedText) {
            start = milliseconds(span.start)
            end = milliseconds(span.end)
            text = result.text
            words = result.words.map {
                Word(text: $0.text, start: milliseconds($0.time.start), end: milliseconds($0.time.end))
            }
        }
    }

    private struct Word: Encodable {
        var text: String
        var start: Double
        var end: Double
    }

    private struct Dropped: Encodable {
        var start: Double
        var end: Double
        var text: String
        var reason: String

        init(_ span: TimeSpan, _ text: String, _ reason: String) {
            start = milliseconds(span.start)
            end = milliseconds(span.end)
            self.text = text
            self.reason = reason
        }
    }

    private static func milliseconds(_ seconds: Double) -> Double { (seconds * 1000).rounded() / 1000 }

    private struct Progress: Encodable {
        var id: String
        var progress: Double
    }
}
