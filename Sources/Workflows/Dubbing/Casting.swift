internal import Media
internal import Studio
internal import Text

/// Gives each character a voice: of its gender, as few of them twice as can be, and the same one ever after.
struct Casting {
    /// Voices for the locale, the best sounding first.
    var voices: [Voice]

    /// Fills in the voices that nobody has chosen; the lead parts, who speak most, choose first.
    /// - Parameter lines: how many lines each character speaks.
    func assign(_ cast: inout SeriesCast, lines: [String: Int]) {
        var uses: [String: Int] = [:]
        for member in cast.members { if let voice = member.voice { uses[voice, default: 0] += 1 } }
        let order = cast.members.indices.filter { cast.members[$0].voice == nil }.sorted { first, second in
            let counts = [first, second].map { lines[cast.members[$0].name] ?? 0 }
            return counts[0] == counts[1] ? first < second : counts[0] > counts[1]
        }
        for index in order {
            guard let voice = best(for: cast.members[index].gender, uses: uses) else { return }
            cast.members[index].voice = voice.id
            uses[voice.id, default: 0] += 1
        }
    }

    /// The voice that speaks for a character: as cast, else one that fits.
    func voice(of member: SeriesCast.Member?) -> Voice? {
        if let id = member?.voice, let voice = voices.first(where: { $0.id == id }) { return voice }
        return best(for: member?.gender, uses: [:])
    }

    private func best(for gender: SeriesCast.Gender?, uses: [String: Int]) -> Voice? {
        func score(_ voice: Voice, _ rank: Int) -> (Int, Int, Int) {
            let differs =
                switch (gender, voice.gender) {
                case (.female, .male?), (.male, .female?): 1
                default: 0
                }
            return (differs, uses[voice.id] ?? 0, rank)
        }
        return voices.enumerated().min { score($0.element, $0.offset) < score($1.element, $1.offset) }?.element
    }
}
