import Text

/// Goes from all frequent strings of a book to those that are terms.
struct TermFinder {
    let judge: CandidateJudge
    private(set) var accepted: [Candidate] = []
    /// Surnames that somebody surely has, everyday words as they may be: 解 in a book with a 解天霸.
    private var families: Set<UInt16> = []
    /// Log-odds below which nothing is proposed.
    static let threshold: Float = -0.8

    init(judge: CandidateJudge) { self.judge = judge }

    mutating func find() {
        var candidates = judge.grams.grams.compactMap { judge.candidate($0) }
        let quoted = quotedCounts()
        for index in candidates.indices {
            candidates[index].quoted = quoted[Grams.Key(candidates[index].ids)] ?? 0
            countEvidence(&candidates[index])
        }
        candidates.removeAll { $0.isUnusual && !isProven($0) }
        judgePeople(&candidates)
        favourSiblings(&candidates)
        judgeOthers(&candidates)
        addShortAddresses(&candidates)
        var kept = candidates.filter { $0.odds > Self.threshold }
        kept = withoutExtensions(kept)
        accepted = withPlaces(kept)
    }

    /// Speech and titles, at 400 places at most.
    private func countEvidence(_ candidate: inout Candidate) {
        guard candidate.length <= 4 else { return }
        let positions = judge.grams.positions(candidate.gram)
        let stride = max(1, positions.count / 400)
        var index = positions.startIndex
        while index < positions.endIndex {
            let place = Int(positions[index])
            if judge.speaks(at: place, length: candidate.length) { candidate.speaks += stride }
            if judge.isNamed(at: place, length: candidate.length) { candidate.named += stride }
            if judge.title(at: place + candidate.length) > 0 { candidate.titled += stride }
            index += stride
        }
        // What only ever stands alone at the beginning of speech is a saying: “风大，没听清。”
        if candidate.named >= 4, candidate.named * 10 > Int(candidate.gram.count) * 8 { candidate.named = 0 }
    }

    /// Speaks or is spoken to often, and stands free.
    private func isProven(_ candidate: Candidate) -> Bool {
        let proofs = candidate.speaks + candidate.named
        return proofs >= 2 && proofs * 6 >= Int(candidate.gram.count) && candidate.gram.count >= 4
            && min(candidate.gram.entropyBefore, candidate.gram.entropyAfter) >= 0.6
    }

    /// In rounds: those that are surely people teach what stands beside people.
    private func judgePeople(_ candidates: inout [Candidate]) {
        for index in candidates.indices {
            candidates[index].odds = judge.personOdds(candidates[index])
            candidates[index].kind = .person
        }
        for _ in 0..<2 {
            let seeds = candidates.filter {
                $0.odds > 1.5 && $0.gram.count >= 3 && ($0.speaks > 0 || $0.gram.count >= 8)
            }
            .sorted { $0.gram.count > $1.gram.count }.prefix(150)
            let model = ContextModel(judge.text, seeds: Array(seeds), grams: judge.grams)
            for index in candidates.indices where candidates[index].length <= 4 {
                candidates[index].context = model.score(
                    judge.grams.positions(candidates[index].gram),
                    length: candidates[index].length,
                    in: judge.text
                )
                // Few places say little.
                let count = Float(candidates[index].gram.count)
                candidates[index].context *= count / (count + 3)
                candidates[index].odds = judge.personOdds(candidates[index])
            }
        }
    }

    /// Names of one generation: 迎春 beside 探春 and 惜春.
    private func favourSiblings(_ candidates: inout [Candidate]) {
        var sure: [UInt16: Int] = [:]
        for candidate in candidates where candidate.length == 2 && candidate.surname == 0 && candidate.odds > 0 {
            sure[candidate.ids[1], default: 0] += 1
        }
        for index in candidates.indices where candidates[index].length == 2 && candidates[index].odds > -1.5 {
            let isName = candidates[index].word == nil || candidates[index].word?.speech == .person
            if isName, candidates[index].odds < 0.5, sure[candidates[index].ids[1], default: 0] > 1 {
                candidates[index].odds += 0.8
            }
        }
    }

    /// Where a string is more likely an address, a rank, a place or a thing than a person's name.
    private mutating func judgeOthers(_ candidates: inout [Candidate]) {
        for candidate in candidates where candidate.surname == 1 && candidate.length == 3 && candidate.word == nil {
            if candidate.odds > (candidate.speaks > 1 ? -2 : 1) { families.insert(candidate.ids[0]) }
        }
        var stems: [[UInt16]: Int] = [:]
        for index in candidates.indices {
            if judge.ranks.contains(candidates[index].ids), candidates[index].gram.count >= 3 {
                candidates[index].kind = .title
                candidates[index].odds = judge.rankOdds(candidates[index])
                continue
            }
            if isAddress(&candidates[index]) { continue }
            var other = candidates[index]
            if let (kind, length) = judge.suffix(other.ids) {
                other.suffix = length
                other.kind = kind
                other.odds = judge.entityOdds(other)
            } else {
                other.kind = .other
                other.odds = judge.otherOdds(other)
            }
            if other.suffix > 0, other.length - other.suffix > 1, other.odds > -1.5 {
                stems[Array(other.ids.dropLast(other.suffix)), default: 0] += 1
            }
            // 解语花 has the surname of somebody in the book, and flowers do not kneel.
            if isOfFamily(candidates[index]), other.suffix == 1, other.quoted == 0 {
                candidates[index].odds = max(candidates[index].odds, other.odds)
                continue
            }
            if isBetter(other, than: candidates[index]) {
                // What only the dictionary calls a name is one of some kind.
                other.odds = max(other.odds, min(candidates[index].odds, 2))
                candidates[index] = other
            }
        }
        // 青石门, 青石峰, 青石灯: each makes the others more likely.
        for index in candidates.indices where candidates[index].suffix > 0 && candidates[index].use == .name {
            let stem = candidates[index].ids.dropLast(candidates[index].suffix)
            if stem.count > 1, stems[Array(stem), default: 0] > 1 { candidates[index].odds += 1.2 }
        }
    }

    /// Three characters with a surname that somebody else has, and an end that given names have too.
    private func isOfFamily(_ person: Candidate) -> Bool {
        person.length == 3 && person.surname == 1 && person.word == nil && families.contains(person.ids[0])
            && judge.sets.girlEnds[Int(person.ids[2])]
    }

    /// Whether the other kind suits a candidate better than being a person. A surname and a character that also ends names
    /// of things is a person: 白芷, 林泉; a silent 荣国府 is none.
    private func isBetter(_ other: Candidate, than person: Candidate) -> Bool {
        let isSilent = Float(person.speaks) < 0.02 * Float(person.gram.count)
        // 谢家 is a family, whatever it does.
        if other.suffix == 1, person.length == 2, person.surname == 1, person.frequency != .word,
            judge.sets.isHouse(person.ids[1]), person.word == nil || person.word?.speech == .person
        {
            return true
        }
        // 锁灵咒 has no surname and says nothing.
        if other.suffix > 0, person.length > 2, person.surname == 0, isSilent,
            person.named * 3 < Int(person.gram.count),
            judge.sets.call[Int(person.ids[0])] == 0, other.odds > Self.threshold
        {
            return true
        }
        if other.suffix == 1, isSilent, person.context < (person.length == 2 ? 1.5 : 2.5),
            judge.sets.sureEnds[Int(person.ids[person.length - 1])], person.surname == 1
        {
            return other.odds > Self.threshold
        }
        if other.suffix > 0, person.length > 2, isSilent, person.context < 1, person.word?.speech != .noun {
            return !(person.length == 3 && person.frequency == .common && person.odds > 0.3 && other.suffix == 1)
                || other.odds > person.odds
        }
        return other.odds > person.odds && (person.odds < 1.5 || isSilent)
    }

    /// A surname or a call with a title: 林师弟, 陶门主, 葛婆婆.
    private func isAddress(_ candidate: inout Candidate) -> Bool {
        for length in stride(from: min(3, candidate.length - 1), through: 1, by: -1) {
            let title = Array(candidate.ids.suffix(length))
            guard let gender = judge.titles[title] else { continue }
            let name = candidate.ids.dropLast(length)
            let isWife =
                length == 2 && judge.sets.isHouse(title[0]) && candidate.surname > 0 && name.count < 4
                && candidate.frequency != .word
            let isSurname = isWife || name.count == candidate.surname && candidate.frequency != .word
            guard isSurname, candidate.word == nil || candidate.word?.speech == .person else { continue }
            guard candidate.gram.startsWord > 0.6, candidate.gram.endsWord > 0.6 else { continue }
            if length == 1, candidate.frequency != .common { continue }
            candidate.kind = .person
            candidate.use = .address
            candidate.suffix = length
            candidate.gender = gender
            let odds: Float = length == 1 ? 0.4 : 2
            candidate.odds = odds + judge.commonOdds(candidate) * 0.5 + min(1, candidate.context)
            return true
        }
        return false
    }

    /// One character of a name with a title: 宝二爷, 宝姑娘.
    private func addShortAddresses(_ candidates: inout [Candidate]) {
        var given: Set<UInt16> = []
        for candidate in candidates where candidate.kind == .person && candidate.odds > 1 && candidate.gram.count >= 5 {
            if candidate.surname == 0, candidate.length == 2 { given.insert(candidate.ids[0]) }
            if candidate.surname == 1, candidate.length == 3 { given.insert(candidate.ids[1]) }
        }
        for index in candidates.indices where candidates[index].use == .name && candidates[index].odds < 1 {
            let candidate = candidates[index]
            guard given.contains(candidate.ids[0]), !judge.sets.isQualifier[Int(candidate.ids[0])],
                candidate.surname == 0 || candidate.frequency == .word,
                (3...4).contains(candidate.length), let gender = judge.titles[Array(candidate.ids.dropFirst())],
                candidate.word == nil || candidate.word?.speech == .person
            else { continue }
            candidates[index].kind = .person
            candidates[index].use = .address
            candidates[index].surname = 0
            candidates[index].suffix = candidate.length - 1
            candidates[index].gender = gender
            candidates[index].odds = 0.5
        }
    }

    /// How often each short string stands alone between 《》 or 【】.
    private func quotedCounts() -> [Grams.Key: Int] {
        var counts: [Grams.Key: Int] = [:]
        let ids = judge.text.ids
        var open: Int?
        for (position, id) in ids.enumerated() {
            switch id {
            case MiningText.Mark.titleOpen, MiningText.Mark.boxOpen: open = position + 1
            case MiningText.Mark.titleClose, MiningText.Mark.boxClose:
                if let start = open, (2...Grams.longest).contains(position - start) {
                    counts[Grams.Key(ids[start..<position]), default: 0] += 1
                }
                open = nil
            default: if id < MiningText.firstHan { open = nil }
            }
        }
        return counts
    }

    /// Leaves out what is a good term and a neighbour (林动笑), and what is a piece of a longer one (陶听).
    private func withoutExtensions(_ candidates: [Candidate]) -> [Candidate] {
        var byKey: [Grams.Key: Candidate] = [:]
        for candidate in candidates { byKey[Grams.Key(candidate.ids)] = candidate }
        return candidates.filter { candidate in
            let ids = candidate.ids
            guard ids.count > 2 else { return true }
            if candidate.use == .name, let tail = tail(of: candidate, byKey) {
                // 吕青鸾拔剑 is somebody who does something, 林动剑法 would be an art.
                let speech = judge.lexicon?.word(tail.map { judge.text.scalars[Int($0)] })?.speech
                if speech != .noun, speech != .properNoun { return false }
            }
            if candidate.suffix > 0, candidate.use == .name {
                // 推宝玉 and 系金陵 are a word before a term.
                guard let shorter = byKey[Grams.Key(ids.dropFirst())], shorter.odds > candidate.odds else {
                    return true
                }
                return candidate.gram.count * 2 > shorter.gram.count
            }
            guard candidate.suffix == 0 else { return true }
            for part in [Array(ids.dropLast()), Array(ids.dropFirst())] {
                guard let shorter = byKey[Grams.Key(part)], shorter.kind == .person else { continue }
                let share = Float(candidate.gram.count) / Float(shorter.gram.count)
                let isFront = part.first == ids.first
                if isFront, share < 0.35 || share < 0.5 && (shorter.odds > candidate.odds - 1 || shorter.odds > 2) {
                    return false
                }
                if !isFront, share < 0.5, candidate.surname == 0 || candidate.frequency == .word { return false }
            }
            return true
        }
    }

    /// What stands behind a person's full name at the beginning of a longer string, two characters or more.
    private func tail(of candidate: Candidate, _ byKey: [Grams.Key: Candidate]) -> ArraySlice<UInt16>? {
        for length in 2..<max(2, min(5, candidate.length - 1)) {
            guard let person = byKey[Grams.Key(candidate.ids[..<length])], person.kind == .person, person.surname > 0,
                person.use == .name, person.odds > 0, person.gram.count >= candidate.gram.count,
                length > 2 || person.gram.count > 2 * candidate.gram.count
            else { continue }
            return candidate.ids[length...]
        }
        return nil
    }

    /// Gives each its places, the longest at each position first, and leaves out what is hardly ever alone.
    private func withPlaces(_ candidates: [Candidate]) -> [Candidate] {
        var candidates = candidates
        for _ in 0..<2 {
            var index: [Grams.Key: Int] = [:]
            var longest: [UInt32: Int] = [:]
            for (place, candidate) in candidates.enumerated() {
                candidates[place].places = []
                index[Grams.Key(candidate.ids)] = place
                let pair = UInt32(candidate.ids[0]) << 16 | UInt32(candidate.ids[1])
                longest[pair] = max(longest[pair] ?? 0, candidate.length)
            }
            let ids = judge.text.ids
            var position = 0
            while position + 1 < ids.count {
                guard let reach = longest[UInt32(ids[position]) << 16 | UInt32(ids[position + 1])] else {
                    position += 1
                    continue
                }
                var found = 0
                for length in stride(from: min(reach, ids.count - position), through: 2, by: -1) {
                    guard let place = index[Grams.Key(ids[position..<(position + length)])] else { continue }
                    // In the middle of words on both sides: 王中 in 国王中毒.
                    if !judge.text.isWordStart[position], !judge.text.isWordStart[position + length] { continue }
                    candidates[place].places.append(Int32(position))
                    found = length
                    break
                }
                position += max(1, found)
            }
            candidates = candidates.filter { candidate in
                let share = Float(candidate.places.count) / Float(candidate.gram.count)
                return candidate.places.count >= 2 && (share > 0.12 || candidate.places.count > 30)
            }
        }
        return candidates
    }
}
