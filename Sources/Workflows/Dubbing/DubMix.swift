internal import Foundation
internal import Media
internal import Studio
internal import Text

/// Lays the spoken lines over the film's sound and brings the whole to its loudness, as it will be in the file.
struct DubMix {
    let episode: DubEpisode

    struct Result {
        /// The encoded sound.
        var file: String
        /// Of the encoded sound, measured after it was decoded again.
        var loudness: Loudness
        /// The figure of it that the target is about, in LUFS.
        var reached: Double?
        var report: Mastering.Report
        /// Paths of the stems that were asked for.
        var stems: [String]
        var findings: [Finding]
    }

    private static let rate = 48_000
    private static let kilobits = 192
    /// Times that a mix is encoded again when encoding has raised its peaks.
    private static let rounds = 4

    func run(_ lines: DubLines, _ speech: DubSpeech.Result) async throws -> Result {
        let options = episode.dub.options
        let events = episode.events
        var findings: [Finding] = []
        let path = "\(episode.work)/dub.\(episode.target).m4a"
        events(.stage("Mixing", done: 0, total: 1))
        let bed = try await bed(&findings)
        let spans = lines.dialogue.map(\.spoken.time)
        let measured = LineLevels.measure(bed, spans: speech.plan.placements.map(\.source))
        var clips: [Mixdown.Clip] = []
        var originals: [Double?] = []
        var levels: [Double?] = []
        let store = DubSpeech(episode: episode, cuts: []).store
        for (placement, original) in zip(speech.plan.placements, measured) {
            try Task.checkCancellation()
            guard let request = speech.requests[placement.line],
                let sound = try await store.sound(request, rate: placement.rate, squeeze: placement.squeeze)
            else { continue }
            let clip = sound.resampled(to: Self.rate)
            clips.append(
                Mixdown.Clip(
                    line: placement.line,
                    sound: clip,
                    start: placement.time.start,
                    yields: placement.yields
                )
            )
            originals.append(original)
            levels.append(LineLevels.measure(clip: clip))
        }
        for (index, gain) in LineLevels().gains(originals: originals, spoken: levels).enumerated() {
            clips[index].gain = gain
        }
        let hasSpeech = options.music == nil && !episode.film.audio.isEmpty
        let mixdown = Mixdown(
            clips: clips,
            originalSpeech: hasSpeech ? spans : [],
            ducking: hasSpeech ? Ducking() : .musicAndEffects
        )
        let mixed = mixdown.mix(over: bed, stems: options.stems)
        findings += mixed.findings
        var stems: [String] = []
        for (name, stem) in [("dialogue", mixed.dialogue), ("music-and-effects", mixed.bed)] {
            guard let stem else { continue }
            let file = "\(episode.stem).\(name).wav"
            try SoundFile.write(stem, to: file)
            stems.append(file)
        }
        let (report, loudness) = try await master(mixed.mix, speech: clips.map(\.time), to: path)
        findings += report.findings + self.findings(loudness)
        events(.stage("Mixing", done: 1, total: 1))
        return Result(
            file: path,
            loudness: loudness,
            reached: reached(loudness),
            report: report,
            stems: stems,
            findings: findings
        )
    }

    /// The film's own sound, or music and effects without speech; silence for a film without any.
    private func bed(_ findings: inout [Finding]) async throws -> Sound {
        let film = episode.film
        if let music = episode.dub.options.music {
            return try await SoundFile.read(music, rate: Self.rate, channels: 2)
        }
        let length = Int(film.duration * Double(Self.rate))
        guard let audio = film.audio.first else {
            findings.append(
                Finding("no-sound", .note, "The film has no sound; the dub is laid over silence.")
            )
            return Sound(rate: Self.rate, channels: Array(repeating: [Float](repeating: 0, count: length), count: 2))
        }
        var bed = try await SoundFile.read(film.path, stream: audio.stream, rate: Self.rate, channels: 2)
        // A sound that ends before the picture would end the dub there, too.
        for channel in bed.channels.indices where bed.channels[channel].count < length {
            bed.channels[channel] += [Float](repeating: 0, count: length - bed.channels[channel].count)
        }
        return bed
    }

    /// Masters, encodes and measures what a player will decode; encoding may raise peaks, which is then taken back.
    private func master(
        _ mix: Sound,
        speech: [TimeSpan],
        to path: String
    ) async throws -> (Mastering.Report, Loudness) {
        let wanted = episode.dub.options.loudness
        // Encoding adds to peaks.
        var target = wanted.beforeAAC(kilobits: Self.kilobits)
        var best: (report: Mastering.Report, loudness: Loudness)?
        for _ in 0..<Self.rounds {
            try Task.checkCancellation()
            let (sound, report) = Mastering(target: target).master(mix, speech: speech)
            try await Encoding.aac(sound, to: path, kilobits: Self.kilobits)
            let decoded = try await SoundFile.read(path, rate: Self.rate, channels: 2)
            let loudness = decoded.loudness(speech: speech)
            best = (report, loudness)
            let over = (loudness.truePeak ?? -.infinity) - wanted.truePeak
            let off = reached(loudness).map { wanted.loudness - $0 } ?? 0
            if over <= 0, abs(off) <= 0.3 || !report.reached { break }
            if over > 0 { target.truePeak -= over + 0.1 }
            if abs(off) > 0.3 { target.loudness += off }
        }
        guard let best else { throw StudioError(.failed, "The mix could not be encoded.") }
        return best
    }

    private func reached(_ loudness: Loudness) -> Double? {
        episode.dub.options.loudness.dialogueGated ? loudness.dialogue ?? loudness.integrated : loudness.integrated
    }

    private func findings(_ loudness: Loudness) -> [Finding] {
        let wanted = episode.dub.options.loudness
        var findings: [Finding] = []
        if let value = reached(loudness), abs(value - wanted.loudness) > 0.5 {
            findings.append(
                Finding(
                    "loudness-missed",
                    .warning,
                    "The dub measures \(Figures.seconds(value)) LUFS where \(Figures.seconds(wanted.loudness)) were asked for."
                )
            )
        }
        if let peak = loudness.truePeak, peak > wanted.truePeak {
            findings.append(
                Finding(
                    "peak-over",
                    .warning,
                    "The dub's true peak is \(Figures.seconds(peak)) dBTP where \(Figures.seconds(wanted.truePeak)) is the most."
                )
            )
        }
        return findings
    }
}
