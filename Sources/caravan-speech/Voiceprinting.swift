import FoundationEssentials
import Media

/// `voiceprint`: who speaks, as a vector.
struct Voiceprinting {
    private let encoder: VoiceEncoder

    init(_ options: Options) throws {
        let path = try options.required("model")
        guard let bytes = try? Data(contentsOf: URL(filePath: path)) else {
            throw WorkerError.model("\(path) is not there; run script/bootstrap series")
        }
        guard let made = VoiceEncoder(weights: Array(bytes)) else {
            throw WorkerError.model("\(path) holds no speaker encoder; run script/bootstrap series")
        }
        encoder = made
    }

    func run() {
        answers.send(Ready(ready: "voiceprint", rate: Recording.rate))
        // Jobs of one film come one after the other.
        var last: (path: String, recording: Recording)?
        Job.forEach { job in
            guard let file = job.file else { throw WorkerError(message: "voiceprint needs a file") }
            let recording = try last?.path == file ? last?.recording ?? Recording(path: file) : Recording(path: file)
            last = (file, recording)
            var speech: [Float] = []
            for span in job.spans ?? [[0, recording.seconds]] where span.count == 2 {
                speech += recording.part(from: span[0], to: span[1])
            }
            guard let embedding = encoder.embedding(of: speech) else {
                throw WorkerError(message: "there is too little speech; give at least 0.2 s that is not silent")
            }
            return Answer(
                id: job.id,
                embedding: embedding,
                seconds: Double(speech.count) / Double(Recording.rate)
            )
        }
    }

    private struct Answer: Encodable {
        var id: String
        var embedding: [Float]
        var seconds: Double
    }
}
