internal import Engines
internal import Foundation
internal import Media
internal import Studio
internal import Text

/// Speaks the lines of an episode and finds their times: every wording once, then the whole scene at once.
struct DubSpeech {
    let episode: DubEpisode
    let cuts: [Double]

    struct Result {
        var plan: DubPlan
        var lines: [DubFile.Line]
        /// What is mixed, by id of the line.
        var requests: [String: SpeechStore.Request]
        var findings: [Finding]
    }

    private var dub: Dub { episode.dub }
    var store: SpeechStore {
        SpeechStore(folder: episode.project.path("work/speech"), maker: dub.maker)
    }

    func run(_ lines: DubLines) async throws -> Result {
        let cast = try cast(lines)
        var findings = cast.findings + Self.doubts(lines, dub.catalog)
        var tries: [Try] = []
        for line in lines.dialogue where line.edit?.skip != true {
            guard line.shown != nil else { continue }
            guard let voice = voice(of: line, cast: cast.cast, casting: cast.casting) else {
                throw StudioError(
                    .missingTool,
                    "There is no voice for \(dub.target.englishName). `script/bootstrap --series` installs espeak-ng and others."
                )
            }
            tries.append(Try(line: line, voice: voice, wordings: wordings(of: line)))
        }
        try await speak(&tries, &findings)
        var plan = self.plan(tries)
        let wishes = try wishes(plan, tries)
        if !wishes.isEmpty {
            let shorter = try await episode.wordings.shorter(wishes, events: episode.events)
            for index in tries.indices {
                guard let found = shorter[tries[index].line.spoken.id] else { continue }
                tries[index].wordings.append(
                    .init(id: "short", text: found.text, cost: found.cost, of: tries[index].line.translation)
                )
            }
            if !shorter.isEmpty {
                try await speak(&tries, &findings)
                plan = self.plan(tries)
            }
        }
        let known = Dictionary(uniqueKeysWithValues: tries.map { ($0.line.spoken.id, $0) })
        var requests: [String: SpeechStore.Request] = [:]
        for placement in plan.placements {
            guard let tried = known[placement.line] else { continue }
            requests[placement.line] = request(placement.text, tried.voice)
        }
        return Result(
            plan: plan,
            lines: file(lines, plan, known),
            requests: requests,
            findings: findings + plan.findings
        )
    }

    /// A line with what may be said and how long that takes.
    private struct Try {
        var line: DubLines.Line
        var voice: Voice
        var wordings: [DubFile.Wording]
        var seconds: [String: (total: Double, pauses: Double)] = [:]
    }

    private func request(_ text: String, _ voice: Voice) -> SpeechStore.Request {
        SpeechStore.Request(text: text, voice: voice, locale: dub.target)
    }

    // MARK: Voices

    /// The cast as this locale speaks it. Voices are written into `cast.yaml` where it has none; one that does not speak the
    /// locale, or that was left out for this run, stays there and another one speaks.
    private func cast(_ lines: DubLines) throws -> (cast: SeriesCast, casting: Casting, findings: [Finding]) {
        let path = episode.project.path(CastFile.name)
        let known = Files.exists(path) ? try CastFile.read(try Files.readText(path), file: path) : SeriesCast()
        let engines = dub.options.voices.isEmpty ? Set(Voice.Engine.allCases) : dub.options.voices
        let casting = Casting(voices: dub.catalog.voices(for: dub.target, engines: engines))
        var cast = known
        cast.add(lines.dialogue.compactMap(\.spoken.speaker))
        var written = cast
        let counts = Dictionary(
            lines.dialogue.map { (cast[$0.spoken.speaker ?? ""]?.name ?? "", 1) },
            uniquingKeysWith: +
        )
        for index in cast.members.indices where !casting.voices.contains(where: { $0.id == cast.members[index].voice })
        {
            cast.members[index].voice = nil
        }
        casting.assign(&cast, lines: counts)
        for index in written.members.indices where written.members[index].voice == nil {
            written.members[index].voice = cast.members[index].voice
        }
        if written != known { try Files.write(CastFile.yaml(written), to: path) }
        let findings = known.members.compactMap { member -> Finding? in
            guard let id = member.voice, dub.catalog[id] == nil else { return nil }
            let other = cast[member.name]?.voice ?? "none"
            return Self.missing(id, of: "\(member.name) in \(CastFile.name)", instead: other, at: .init())
        }
        return (cast, casting, findings)
    }

    private static func missing(_ id: String, of whom: String, instead: String, at place: Finding.Place) -> Finding {
        Finding(
            "voice-missing",
            .warning,
            "The voice “\(id)” of \(whom) is not installed; \(instead) speaks. `caravan voices` lists those that are.",
            at: place
        )
    }

    /// What a person wrote into `dub.json` and cannot be had.
    private static func doubts(_ lines: DubLines, _ catalog: VoiceCatalog) -> [Finding] {
        let rates = IsochronyLimits().hardRates
        return lines.dialogue.flatMap { line -> [Finding] in
            guard let edit = line.edit else { return [] }
            var findings: [Finding] = []
            let place = Finding.Place(unit: line.spoken.id)
            if let id = edit.voice, catalog[id] == nil {
                findings.append(missing(id, of: "this line", instead: "that of the character", at: place))
            }
            if let rate = edit.keep?.rate, !rates.contains(rate) {
                let message =
                    "A rate of \(rate) cannot be kept: it is held within \(rates.lowerBound) and \(rates.upperBound)."
                findings.append(Finding("keep-changed", .warning, message, at: place))
            }
            if let start = edit.keep?.start, start < 0 || abs(start - line.spoken.time.start) > 2 {
                let message =
                    "A start at \(start) s is far from the original at \(line.spoken.time.start) s. Look whether it is meant."
                findings.append(Finding("keep-changed", .warning, message, at: place))
            }
            if edit.text.isEmpty, !edit.translation.isEmpty {
                let message =
                    "The text is empty, so the translation is spoken. Write \"skip\": true to leave the line out."
                findings.append(Finding("text-empty", .warning, message, at: place))
            }
            return findings
        }
    }

    private func voice(of line: DubLines.Line, cast: SeriesCast, casting: Casting) -> Voice? {
        if let id = line.edit?.voice, let voice = dub.catalog[id] { return voice }
        return casting.voice(of: cast[line.spoken.speaker ?? ""])
    }

    // MARK: Wordings

    private static let tightIDs = ["tight", "tighter"]

    private func wordings(of line: DubLines.Line) -> [DubFile.Wording] {
        if line.hasOwnText, let text = line.edit?.text {
            return [.init(id: "own", text: text, cost: 0, of: line.translation)]
        }
        guard let text = line.translation else { return [] }
        var wordings = [DubFile.Wording(id: "full", text: text, cost: 0, of: text)]
        for (id, tight) in zip(Self.tightIDs, Tightening.texts(of: text, locale: dub.target)) {
            wordings.append(.init(id: id, text: tight.text, cost: tight.cost, of: text))
        }
        // What an engine offered for this very translation is not asked for again.
        let made = ["full", "own"] + Self.tightIDs
        let kept = line.edit?.wordings.filter { $0.of == text && !made.contains($0.id) } ?? []
        return wordings + kept
    }

    private func speak(_ tries: inout [Try], _ findings: inout [Finding]) async throws {
        var requests: [SpeechStore.Request] = []
        for tried in tries {
            for wording in tried.wordings where tried.seconds[wording.id] == nil {
                requests.append(request(wording.text, tried.voice))
            }
        }
        let events = episode.events
        let failures = try await store.speak(requests) { done, total in
            events(.stage("Speaking", done: done, total: total))
        }
        for index in tries.indices {
            for wording in tries[index].wordings where tries[index].seconds[wording.id] == nil {
                let request = request(wording.text, tries[index].voice)
                if let sound = try store.sound(request) {
                    tries[index].seconds[wording.id] = (sound.duration, sound.squeezableSeconds())
                } else {
                    tries[index].seconds[wording.id] = (0, 0)
                    findings.append(
                        Finding(
                            "not-spoken",
                            .error,
                            failures[request] ?? "\(request.voice.id) did not speak this line.",
                            at: .init(unit: tries[index].line.spoken.id)
                        )
                    )
                }
            }
        }
    }

    // MARK: Times

    private func plan(_ tries: [Try]) -> DubPlan {
        let lines = tries.map { tried in
            DubLine(
                id: tried.line.spoken.id,
                time: tried.line.spoken.time,
                speaker: tried.line.spoken.speaker,
                wordings: tried.wordings.compactMap { wording in
                    guard let seconds = tried.seconds[wording.id], seconds.total > 0 else { return nil }
                    return DubWording(
                        id: wording.id,
                        text: wording.text,
                        seconds: seconds.total,
                        pauses: seconds.pauses,
                        cost: wording.cost
                    )
                },
                pin: tried.line.edit?.keep.map { DubLine.Pin(start: $0.start, rate: $0.rate) }
            )
        }
        return Isochrony(frameRate: episode.film.shape.frameRate.framesPerSecond)
            .plan(lines, cuts: cuts, end: episode.film.duration)
    }

    /// Lines for which a shorter wording would be better: those that are hurried or run over.
    private func wishes(_ plan: DubPlan, _ tries: [Try]) throws -> [Wordings.Wish] {
        let byID = Dictionary(uniqueKeysWithValues: tries.map { ($0.line.spoken.id, $0) })
        let places = Dictionary(
            tries.enumerated().map { ($1.line.spoken.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        return plan.placements.compactMap { placement in
            guard let tried = byID[placement.line], !tried.line.hasOwnText, tried.line.translation != nil,
                !tried.wordings.contains(where: { $0.id == "short" }),
                placement.rate > 1.1 || placement.slack < 0 || placement.flags.contains(where: \.asksForLess)
            else { return nil }
            // The room at a natural rate, against what the wording takes now.
            let natural = placement.time.duration * placement.rate
            let room = max(0.3, placement.slot.duration)
            let characters = Int(Double(placement.text.count) * min(0.9, room / max(0.3, natural)))
            guard characters >= 4 else { return nil }
            let before = places[placement.line].map { tries[max(0, $0 - 2)..<$0] } ?? []
            return Wordings.Wish(
                id: placement.line,
                source: tried.line.spoken.text,
                // The tightest that means the same; what is asked for has to be shorter than that.
                text: tried.wordings.last { !["short", "own"].contains($0.id) }?.text ?? placement.text,
                characters: characters,
                context: before.map { .init(source: $0.line.spoken.text, target: $0.line.translation) }
            )
        }
    }

    private func file(_ lines: DubLines, _ plan: DubPlan, _ tries: [String: Try]) -> [DubFile.Line] {
        let placements = Dictionary(
            plan.placements.map { ($0.line, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        return lines.dialogue.map { line in
            let tried = tries[line.spoken.id]
            let placement = placements[line.spoken.id]
            return DubFile.Line(
                id: line.spoken.id,
                time: line.spoken.time,
                speaker: line.spoken.speaker,
                source: line.spoken.text,
                translation: line.translation ?? "",
                text: placement?.text ?? line.shown ?? "",
                subtitle: line.edit?.subtitle,
                voice: line.edit?.voice,
                skip: line.edit?.skip,
                keep: line.edit?.keep,
                wordings: tried?.wordings ?? [],
                plan: placement.flatMap { placement in
                    tried.map { tried in
                        DubFile.Plan(
                            voice: tried.voice.id,
                            wording: placement.wording,
                            start: placement.time.start,
                            end: placement.time.end,
                            rate: placement.rate,
                            slack: placement.slack,
                            flags: placement.flags
                        )
                    }
                }
            )
        }
    }
}

extension DubFlag {
    /// Whether fewer words would help.
    var asksForLess: Bool {
        switch kind {
        case .rate: amount > 1
        case .overlap, .end, .hang, .cut: true
        case .onset, .jump, .short: false
        }
    }
}
