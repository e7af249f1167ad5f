internal import Media
internal import Memory
internal import Studio
internal import Text

extension ReadFilm {
    /// Holds a subtitle file against the film: its length, and what is said at some of its times, where models are installed.
    func compared(_ found: Found) async throws -> Found {
        var found = found
        let late = found.lines.filter { $0.time.start > film.duration }
        if !late.isEmpty {
            found.findings.append(
                Finding(
                    "subtitles-past-end",
                    .error,
                    "\(late.count) of \(found.lines.count) lines begin after the film's end at \(Figures.seconds(film.duration)) s. Is \(found.origin) of this film?",
                    at: .init(unit: late[0].id)
                )
            )
        }
        found.findings += try await heardElsewhere(found)
        return found
    }

    /// Lines that are listened to, and how many have to be heard for a verdict.
    private static let samples = 12
    private static let least = 4

    private func heardElsewhere(_ found: Found) async throws -> [Finding] {
        let spoken = found.lines.filter {
            $0.kind == .dialogue && $0.time.duration >= 0.8 && $0.time.end <= film.duration
        }
        guard spoken.count >= Self.least, !film.audio.isEmpty, (try? Tools.speech()) != nil,
            (try? Tools.model("whisper-base")) != nil
        else { return [] }
        let step = max(1, spoken.count / Self.samples)
        let chosen = stride(from: 0, to: spoken.count, by: step).prefix(Self.samples).map { spoken[$0] }
        events(.stage("Comparing subtitles with speech", done: 0, total: 1))
        let heard: Listener.Heard
        do {
            heard = try await Listener().listen(
                to: try await speechFile(),
                language: locale.language,
                spans: chosen.map(\.time)
            )
        } catch let error as StudioError {
            // The comparison is a service; the file is what was asked for.
            return [
                Finding(
                    "subtitles-not-compared",
                    .note,
                    "The subtitles were not compared with the speech. \(error.message)"
                )
            ]
        }
        events(.stage("Comparing subtitles with speech", done: 1, total: 1))
        let variants = locale.script == "Hant" ? nil : Dictionaries.installed().variants
        var (common, letters, count) = (0, 0, 0)
        for line in chosen {
            let there = heard.segments.filter { TimeSpan($0.start, $0.end).overlap(with: line.time) > 0.3 }.map(\.text)
                .joined()
            guard !there.isEmpty else { continue }
            let said = Set((variants?.simplified(there) ?? there).unicodeScalars.filter(\.isHan))
            let written = line.text.unicodeScalars.filter(\.isHan)
            common += written.count { said.contains($0) }
            letters += written.count
            count += 1
        }
        guard count >= Self.least, letters >= 20, Double(common) < 0.15 * Double(letters) else { return [] }
        return [
            Finding(
                "other-episode",
                .error,
                "What is said in the film is not what \(found.origin) says: \(common) of \(letters) characters agree at \(count) places. Is it of another episode? Name the right one with --subtitles."
            )
        ]
    }
}
