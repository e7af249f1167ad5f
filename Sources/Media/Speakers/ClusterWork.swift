/// One pass of telling speakers apart.
struct ClusterWork {
    private(set) var result = SpeakerClusters.Result()

    private let settings: SpeakerClusters
    private var groups: [VoiceGroup] = []

    /// Lines that are compared with one another; the rest join the nearest group. Work grows with the square.
    private static let most = 2_500

    init(_ settings: SpeakerClusters, _ prints: [Voiceprint], cast: Cast, named: [String: String]) {
        self.settings = settings
        result.cast = cast
        let length = prints.first { !$0.embedding.isEmpty }?.embedding.count ?? 0
        let voices = prints.enumerated().compactMap { place, print in
            VoiceVector(print, place: place, length: length, name: named[print.line])
        }
        // Longest first where there are too many: they say most of a voice.
        let fit = voices.filter { $0.name != nil || $0.seconds >= settings.shortest }
        let chosen = Set(fit.sorted { ($0.seconds, $1.place) > ($1.seconds, $0.place) }.prefix(Self.most).map(\.place))
        let makers = voices.filter { chosen.contains($0.place) }
        let rest = voices.filter { !chosen.contains($0.place) }
        groups = Linkage(makers.isEmpty ? rest : makers, threshold: settings.threshold, count: settings.count).groups
        if !makers.isEmpty {
            for voice in rest { place(voice) }
        }
        absorb()
        groups.sort { $0.first < $1.first }
        name(cast)
        measure(voices)
        for (line, name) in named where result.speakers[line] == nil { result.speakers[line] = name }
        result.cast.add(named.sorted { $0.key < $1.key }.map(\.value))
    }

    /// Puts a voice into the group that it is nearest to, without moving that group's middle.
    private mutating func place(_ voice: VoiceVector) {
        guard
            let best = groups.indices.max(by: {
                groups[$0].likeness(to: voice.vector) < groups[$1].likeness(to: voice.vector)
            })
        else { return }
        groups[best].guests.append(voice)
        groups[best].first = min(groups[best].first, voice.place)
    }

    /// Gives small groups to a greater one that is nearly as alike: a cough or a shout is no new character.
    private mutating func absorb() {
        guard settings.count == nil else { return }
        for index in groups.indices.reversed()
        where groups[index].name == nil && groups[index].seconds < settings.leastSpeech {
            let group = groups[index]
            let others = groups.indices.filter { $0 != index && groups[$0].seconds > group.seconds }
            guard let best = others.max(by: { groups[$0].likeness(to: group) < groups[$1].likeness(to: group) }),
                groups[best].likeness(to: group) >= settings.threshold - 0.1
            else { continue }
            groups[best].guests += group.voices + group.guests
            groups[best].first = min(groups[best].first, group.first)
            groups.remove(at: index)
        }
    }

    /// Names groups: by what the lines say, by the voices of the cast, else by number.
    private mutating func name(_ cast: Cast) {
        var names = groups.map { group in group.name.map { cast[$0]?.name ?? $0 } }
        var pairs: [(group: Int, member: Int, likeness: Float)] = []
        for (group, one) in groups.enumerated() where names[group] == nil {
            for (member, known) in cast.members.enumerated() {
                guard let vector = VoiceVector.unit(known.voiceprint), vector.count == one.sum.count else { continue }
                let likeness = one.likeness(to: vector)
                if likeness >= settings.castThreshold { pairs.append((group, member, likeness)) }
            }
        }
        // Best pairs first. Two groups may be one character, whose voice was taken for two.
        for pair in pairs.sorted(by: { ($0.likeness, $1.group) > ($1.likeness, $0.group) })
        where names[pair.group] == nil {
            names[pair.group] = cast.members[pair.member].name
        }
        var number = cast.members.flatMap { [$0.name] + $0.otherNames }.compactMap(Self.number).max() ?? 0
        for (index, group) in groups.enumerated() {
            let name: String
            if let known = names[index] {
                name = known
            } else {
                number += 1
                name = "Speaker \(number)"
            }
            for voice in group.voices + group.guests { result.speakers[voice.line] = name }
            result.cast.add([name])
            learn(group, name)
        }
    }

    /// Mixes what was heard into the voice of a character.
    private mutating func learn(_ group: VoiceGroup, _ name: String) {
        guard let place = result.cast.members.firstIndex(where: { $0.answers(to: name) }) else { return }
        let member = result.cast.members[place]
        let heard = group.seconds
        // What was heard long ago counts as five minutes at most, so that a voice may still change.
        let before = Float(min(300, max(0, member.heard.isFinite ? member.heard : 0)))
        guard let middle = VoiceVector.unit(group.sum) else { return }
        var mixed = middle
        if let old = VoiceVector.unit(member.voiceprint), old.count == middle.count {
            for index in mixed.indices { mixed[index] = middle[index] * Float(max(heard, 0.1)) + old[index] * before }
        }
        result.cast.members[place].voiceprint = VoiceVector.unit(mixed) ?? middle
        result.cast.members[place].heard = (member.heard.isFinite ? max(0, member.heard) : 0) + heard
    }

    /// 3 of `Speaker 3`.
    private static func number(_ name: String) -> Int? { name.hasPrefix("Speaker ") ? Int(name.dropFirst(8)) : nil }

    private mutating func measure(_ voices: [VoiceVector]) {
        var middles: [String: [Float]] = [:]
        for member in result.cast.members where !member.voiceprint.isEmpty { middles[member.name] = member.voiceprint }
        for voice in voices {
            guard let speaker = result.speakers[voice.line] else { continue }
            let name = result.cast[speaker]?.name ?? speaker
            var (own, other) = (Float(0), Float(-1))
            for (key, middle) in middles where middle.count == voice.vector.count {
                let likeness = VoiceVector.dot(middle, voice.vector)
                if key == name { own = likeness } else { other = max(other, likeness) }
            }
            result.margin[voice.line] = Double(min(1, max(-1, middles.count > 1 ? own - other : own)))
        }
    }
}
