import FoundationEssentials
import Glibc
import Media

/// `speak`: phonemes to a WAV file.
struct Speaking {
    private let voice: Synthesizer
    private let known: Set<Unicode.Scalar>
    /// Scalars that are spoken at once; Kokoro takes 510.
    private static let longest = 400
    /// Scalars of one job: some minutes of speech.
    private static let most = 20_000

    init(_ options: Options) throws {
        guard let kind = Synthesizer.Kind(rawValue: try options.required("kind")) else {
            throw WorkerError.usage("--kind is vits or kokoro")
        }
        let tokens = try options.file("voice", "tokens.txt")
        voice = try Synthesizer(
            kind: kind,
            model: options.file("voice", "model.onnx"),
            tokens: tokens,
            voices: kind == .kokoro ? options.file("voice", "voices.bin") : nil,
            threads: options.threads
        )
        guard let table = try? String(contentsOf: URL(filePath: tokens), encoding: .utf8) else {
            throw WorkerError.model("\(tokens) cannot be read")
        }
        // Frame marks of Piper are no phonemes.
        known = Set(table.split(separator: "\n").compactMap { $0.unicodeScalars.first }).subtracting(["_", "^", "$"])
    }

    func run() {
        answers.send(Ready(ready: "speak", rate: voice.rate, speakers: voice.speakers))
        Job.forEach { job in try speak(job) }
    }

    private func speak(_ job: Job) throws -> Answer {
        guard let phonemes = job.phonemes ?? job.pinyin?.map(MandarinPhonemes.phonemes), let out = job.out else {
            throw WorkerError(message: "speak needs phonemes and out")
        }
        let speaker = job.speaker ?? 0
        guard (0..<voice.speakers).contains(speaker) else {
            throw WorkerError(message: "there is no speaker \(speaker); the voice has \(voice.speakers)")
        }
        let speed = job.speed ?? 1
        guard (0.25...4).contains(speed) else { throw WorkerError(message: "speed is 0.25 to 4, not \(speed)") }
        guard phonemes.reduce(0, { $0 + $1.unicodeScalars.count }) <= Self.most else {
            throw WorkerError(message: "more than \(Self.most) phonemes in one job; make several jobs")
        }
        var skipped = 0
        let sentences = phonemes.flatMap { Phonemes.parts(of: $0, limit: Self.longest) }
            .map { part in
                let kept = part.unicodeScalars.filter(known.contains)
                skipped += part.unicodeScalars.count - kept.count
                return Array(kept)
            }
            .filter { sentence in sentence.contains { $0.properties.isAlphabetic } }
        guard !sentences.isEmpty else {
            throw WorkerError(message: "there is nothing to speak: the voice knows none of these phonemes")
        }
        let samples = try voice.speak(sentences, speaker: speaker, speed: speed)
        try write(Sound(rate: voice.rate, channels: [samples]), to: out)
        return Answer(
            id: job.id,
            seconds: Double(samples.count) / Double(voice.rate),
            skipped: skipped > 0 ? skipped : nil
        )
    }

    private func write(_ sound: Sound, to path: String) throws {
        let beside = "\(path).\(getpid()).part"
        let file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw WorkerError(message: "\(path) cannot be written; is its folder there?") }
        let isWritten = Descriptor.write(WaveFile.bytes(of: sound), to: file)
        guard close(file) == 0, isWritten, rename(beside, path) == 0 else {
            unlink(beside)
            throw WorkerError(message: "\(path) cannot be written; is the disk full?")
        }
    }

    private struct Answer: Encodable {
        var id: String
        var seconds: Double
        var skipped: Int?
    }
}
