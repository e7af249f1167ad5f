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
            spans = given.compactMap { $0.count == 2 && $0[1] > $0[0] ? TimeSpan($0[0], $0[1]) : nil }
        } else {
            spans = activity.spans(in: recording)
        }
        var answer = Answer(id: job.id, seconds: recording.seconds)
        for (index, span) in spans.enumerated() {
            // A little more than the detector found: it is late on soft sounds. Not into the neighbours.
            let before = index > 0 ? spans[index - 1].end : 0
            let after = index + 1 < spans.count ? spans[index + 1].start : recording.seconds
            let start = max(span.start - Self.margin, min(before, span.start))
            let end = min(span.end + Self.margin, max(after, span.end))
            for part in Self.parts(TimeSpan(start, end)) {
                try hear(part, speech: span, in: recording, into: &answer)
            }
            if reportsProgress, recording.seconds > 0 {
                answers.send(Progress(id: job.id, progress: min(1, span.end / recording.seconds)))
            }
        }
        return answer
    }

    private func hear(
        _ stretch: TimeSpan,
        speech: TimeSpan,
        in recording: Recording,
        into answer: inout Answer
    ) throws {
        let samples = Array(recording.part(from: stretch.start, to: stretch.end))
        guard samples.count >= Recording.rate / 10 else { return }
        // What would begin in the silence behind the stretch was not said.
        let length = stretch.duration
        let tokens = try recognizer.tokens(of: samples).filter { $0.start < length }.map { token in
            RecognizedToken(token.bytes, TimeSpan(stretch.start + token.start, stretch.start + token.end))
        }
        let within = TimeSpan(max(stretch.start, speech.start), min(stretch.end, speech.end))
        let result = RecognizedText(tokens: tokens, within: within)
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

    private static let margin = 0.15
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
