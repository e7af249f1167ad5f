internal import FoundationEssentials
internal import Synchronization
package import Text

/// Hears what is said, by Whisper in its own process.
package struct Listener: Sendable {
    package init() {}

    /// What was heard in a recording.
    package struct Heard: Sendable {
        package var segments: [Segment]
        /// Stretches that were taken for noise, with the reason.
        package var dropped: [Dropped]

        package init(segments: [Segment], dropped: [Dropped]) {
            self.segments = segments
            self.dropped = dropped
        }

        package struct Segment: Sendable, Decodable {
            package var start: Double
            package var end: Double
            package var text: String
            package var words: [Word]

            package init(start: Double, end: Double, text: String, words: [Word]) {
                self.start = start
                self.end = end
                self.text = text
                self.words = words
            }

            package struct Word: Sendable, Decodable {
                package var text: String
                package var start: Double
                package var end: Double

                package init(text: String, start: Double, end: Double) {
                    self.text = text
                    self.start = start
                    self.end = end
                }
            }
        }

        package struct Dropped: Sendable, Decodable {
            package var start: Double
            package var end: Double
            package var text: String
            package var reason: String

            package init(start: Double, end: Double, text: String, reason: String) {
                self.start = start
                self.end = end
                self.text = text
                self.reason = reason
            }
        }
    }

    /// - Parameters:
    ///   - file: a WAV file of 16 kHz.
    ///   - language: ISO 639 code.
    ///   - spans: where speech is, when that is known; nothing is heard elsewhere.
    ///   - progress: 0 to 1.
    package func listen(
        to file: String,
        language: String,
        spans: [TimeSpan]? = nil,
        progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) async throws -> Heard {
        let worker = try Tools.speech()
        let arguments = try [
            "listen", "--vad", Tools.model("silero"), "--whisper", Tools.model("whisper-base"), "--language", language,
            "--threads", "2", "--progress",
        ]
        let answer = try await Self.ask(
            worker,
            arguments,
            Order(id: "1", file: file, spans: spans?.map { [$0.start, $0.end] }),
            progress: progress
        )
        return Heard(segments: answer.segments ?? [], dropped: answer.dropped ?? [])
    }

    /// The voice of each stretch as a vector of length 1; nil for those that are too short or silent.
    package func voiceprints(of spans: [TimeSpan], in file: String) async throws -> [[Float]?] {
        let worker = try Tools.speech()
        let model = try Tools.model("voiceprint") + "/weights.bin"
        let orders = spans.enumerated().map { index, span in
            Order(id: "\(index)", file: file, spans: [[span.start, span.end]])
        }
        let prints = Mutex<[Int: [Float]]>([:])
        let input = try orders.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
        try await worker.lines(
            ["voiceprint", "--model", model],
            input: Array((input.joined(separator: "\n") + "\n").utf8)
        ) { line in
            guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(line.utf8)),
                let index = answer.id.flatMap({ Int($0) }), let embedding = answer.embedding
            else { return }
            prints.withLock { $0[index] = embedding }
        }
        let found = prints.withLock { $0 }
        return spans.indices.map { found[$0] }
    }

    private static func ask(
        _ worker: Tool,
        _ arguments: [String],
        _ order: Order,
        progress: @escaping @Sendable (Double) -> Void
    ) async throws -> Answer {
        let last = Mutex<Answer?>(nil)
        try await worker.lines(arguments, input: Array(try JSONEncoder().encode(order)) + [0x0A]) { line in
            guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(line.utf8)) else { return }
            if let share = answer.progress {
                progress(share)
            } else if answer.id != nil {
                last.withLock { $0 = answer }
            }
        }
        guard let answer = last.withLock({ $0 }) else {
            throw StudioError(.failed, "caravan-speech gave no answer. Run `script/bootstrap --series` again.")
        }
        if let error = answer.error { throw StudioError(.failed, error) }
        return answer
    }

    private struct Order: Encodable {
        var id: String
        var file: String
        var spans: [[Double]]?
    }

    private struct Answer: Decodable, Sendable {
        var id: String?
        var error: String?
        var progress: Double?
        var segments: [Heard.Segment]?
        var dropped: [Heard.Dropped]?
        var embedding: [Float]?
    }
}
