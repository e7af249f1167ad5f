import Text

/// Judges candidates by their characters, their places and the dictionary.
struct CandidateJudge: Sendable {
    let text: MiningText
    let grams: Grams
    let sets: CharacterSets
    let lexicon: Lexicon?
    let compounds: Set<[UInt16]>
    let titles: [[UInt16]: Term.Gender?]
    let suffixes: [[UInt16]: Term.Kind]
    let commonPeople: Set<[UInt16]>
    let peopleHeads: Set<[UInt16]>
    let ranks: Set<[UInt16]>
    /// Words of the book, about.
    let words: Double
    private let han: Double
    /// 儿, as in 平儿; 0 where the book has none.
    let child: UInt16

    init(text: MiningText, grams: Grams, sets: CharacterSets, lexicon: Lexicon?) {
        self.text = text
        self.grams = grams
        self.sets = sets
        self.lexicon = lexicon
        compounds = Set(Surnames.compound.compactMap(sets.ids))
        var titles: [[UInt16]: Term.Gender?] = [:]
        for (word, gender) in NameWords.titles { if let ids = sets.ids(word) { titles[ids] = gender } }
        self.titles = titles
        var suffixes: [[UInt16]: Term.Kind] = [:]
        for rank in NameWords.ranks { if let ids = sets.ids(rank) { suffixes[ids] = .title } }
        for (word, kind) in NameWords.suffixes { if let ids = sets.ids(word) { suffixes[ids] = kind } }
        self.suffixes = suffixes
        commonPeople = Set(NameWords.commonPeople.compactMap(sets.ids))
        ranks = Set(NameWords.ranks.compactMap(sets.ids))
        peopleHeads = Set(NameWords.peopleHeads.compactMap(sets.ids))
        child = sets.ids("儿")?.first ?? 0
        words = Double(max(1, text.isWordStart.count(where: \.self)))
        han = Double(max(1, grams.order.count))
    }

    /// What the characters and the dictionary say, for any kind; nil for what can be no term.
    func candidate(_ gram: Grams.Gram) -> Candidate? {
        let first = Int(grams.order[Int(gram.start)])
        let ids = Array(text.ids[first..<(first + Int(gram.length))])
        guard gram.startsWord >= 0.3, gram.endsWord >= 0.3 else { return nil }
        // 周瑞家的 is the one string with 的 that names somebody.
        let isWife = ids.count > 3 && sets.isHouse(ids[ids.count - 2]) && titles[Array(ids.suffix(2))] != nil
        let isUnusual = ids.dropLast(isWife ? 1 : 0).contains { sets.neverInside[Int($0)] }
        guard !isUnusual || mayBeUnusualName(ids) else { return nil }
        if gram.count >= 5, min(gram.entropyBefore, gram.entropyAfter) < 0.5 { return nil }
        if sets.measureFirst[Int(ids[0])], countsThings(gram) { return nil }
        var candidate = Candidate(ids: ids, gram: gram, kind: .other)
        if ids.count > 2, compounds.contains(Array(ids[..<2])) {
            candidate.surname = 2
            candidate.frequency = .common
        } else if let frequency = sets.surname[Int(ids[0])] {
            candidate.surname = 1
            candidate.frequency = frequency
        }
        candidate.isUnusual = isUnusual
        candidate.word = lexicon?.word(ids.map { text.scalars[Int($0)] })
        if let word = candidate.word, let lexicon {
            let usual = Double(word.frequency) / lexicon.total
            candidate.keyness = MiningText.log(Double(gram.count) / words / usual)
        }
        candidate.cohesion = cohesion(ids, count: Int(gram.count))
        return candidate
    }

    /// A surname that is no word, and two characters of which one is a pronoun or the like: 任我行.
    private func mayBeUnusualName(_ ids: [UInt16]) -> Bool {
        guard ids.count == 3, let frequency = sets.surname[Int(ids[0])], frequency != .word else { return false }
        return !ids.contains { sets.particles[Int($0)] }
    }

    /// Whether a number or a demonstrative often stands before a string.
    private func countsThings(_ gram: Grams.Gram) -> Bool {
        let positions = grams.positions(gram)
        let counted = positions.count { position in
            guard position > 0 else { return false }
            let before = text.ids[Int(position) - 1]
            return sets.isNumeral[Int(before)] || before == MiningText.Mark.latin
        }
        return counted * 10 > positions.count * 3
    }

    /// The least pointwise mutual information over the places where a string can be cut in two.
    func cohesion(_ ids: [UInt16], count: Int) -> Float {
        var least = Float.infinity
        for cut in 1..<ids.count {
            let left = max(count, grams.count(ids[..<cut]))
            let right = max(count, grams.count(ids[cut...]))
            least = min(least, MiningText.log(Double(count) * han / (Double(left) * Double(right))))
        }
        return least
    }

    /// What the dictionary says: a word of it is no name, unless it is used far more here, or is a name there too.
    func dictionaryOdds(_ candidate: Candidate, names: Set<Lexicon.Speech>) -> Float {
        guard let word = candidate.word else { return lexicon == nil ? 0 : 0.6 }
        if names.contains(word.speech), candidate.keyness > 2 { return 0.2 + 0.2 * min(5, candidate.keyness - 2) }
        // Any rare word is used more than usual where it is used at all.
        let count = Float(candidate.gram.count)
        let usual = 1.5 + 0.4 * MiningText.log(1 + Double(word.frequency))
        return 0.7 * min(6, max(-1, candidate.keyness)) * count / (count + 6) - usual
    }

    /// What holds for all kinds: cuts between words, cohesion, freedom on both sides.
    func commonOdds(_ candidate: Candidate) -> Float {
        let gram = candidate.gram
        var odds = 3 * (min(gram.startsWord, gram.endsWord) - 0.8)
        odds += 0.3 * min(4, max(-4, candidate.cohesion - 4))
        let least = min(gram.entropyBefore, gram.entropyAfter)
        if gram.count >= 4, least < 1.2 { odds -= 1.5 * (1.2 - least) }
        return odds
    }

    /// Log-odds that a string without a telling end is a term: it holds together, stands free, and is no everyday word.
    func otherOdds(_ candidate: Candidate) -> Float {
        let ids = candidate.ids
        guard ids.count <= 4, candidate.gram.count >= 6 else { return -9 }
        if commonPeople.contains(ids) || endsWithPerson(ids) { return -9 }
        for id in ids where sets.neverFirst[Int(id)] || sets.neverLast[Int(id)] || sets.isNumeral[Int(id)] { return -9 }
        var odds: Float = -2.6
        if let word = candidate.word {
            guard word.frequency < (word.speech == .noun ? 40 : 400), candidate.keyness > 4 else { return -9 }
            switch word.speech {
            case .noun, .properNoun, .organization, .place: odds += 0.5 * (candidate.keyness - 4)
            case .person: odds += 0.4 * (candidate.keyness - 4)
            default: return -9
            }
        }
        odds += commonOdds(candidate) + 0.3 * min(4, candidate.cohesion - 5)
        odds += 0.4 * min(4, MiningText.log(Double(candidate.gram.count) / 6))
        return odds
    }

    /// Log-odds that a rank is worth a line of its own.
    func rankOdds(_ candidate: Candidate) -> Float {
        0.2 + 0.4 * min(4, MiningText.log(Double(candidate.gram.count) / 3))
    }

    /// The kind that a string's end gives it, and the characters of that end.
    func suffix(_ ids: [UInt16]) -> (kind: Term.Kind, length: Int)? {
        for length in stride(from: min(3, ids.count - 1), through: 1, by: -1) {
            if let kind = suffixes[Array(ids.suffix(length))] { return (kind, length) }
        }
        return nil
    }

    /// Log-odds that a string with such an end is the name of a place, a sect, an art or a thing.
    func entityOdds(_ candidate: Candidate) -> Float {
        let ids = candidate.ids
        let stem = ids.dropLast(candidate.suffix)
        guard let first = stem.first, let last = stem.last else { return -9 }
        let isSure = stem.count == 1 && candidate.surname == 1 && sets.sureEnds[Int(ids[ids.count - 1])]
        if sets.isHouse(ids[ids.count - 1]), !isSure { return -9 }
        let isOrdinal = candidate.kind == .title && sets.isOrdinal(first)
        var odds: Float = isSure ? 0.2 : -1.6
        odds += dictionaryOdds(
            candidate,
            names: candidate.keyness > 6
                ? [.place, .organization, .properNoun, .person] : [.place, .organization, .properNoun]
        )
        odds += commonOdds(candidate)
        odds += 0.2 * min(4, max(-4, candidate.cohesion - 4))
        odds += 0.35 * min(4, MiningText.log(Double(candidate.gram.count) / 2))
        if sets.neverFirst[Int(first)] {
            odds -= stem.count > 1 && sets.verbsFirst[Int(first)] ? 0.7 : isOrdinal ? 0 : 3
        }
        if sets.isNumeral[Int(first)], stem.count == 1 || sets.isMeasure[Int(stem[1])] { odds -= 3 }
        if sets.neverEverFirst[Int(first)] { odds -= 3 }
        if sets.neverLast[Int(last)] { odds -= 1.5 }
        // 英莲 and 香玉 are girls more often than flowers and stones.
        if ids.count == 2, candidate.word == nil, sets.girlEnds[Int(ids[1])] { odds -= 1.5 }
        if stem.count == 1 {
            odds -= sets.surname[Int(first)] == .common ? 0.6 : 1.6
            if sets.isQualifier[Int(first)] { odds -= 1.5 }
        }
        if let lexicon, !isOrdinal {
            var kinds: [Lexicon.Speech] = []
            for length in 1...stem.count {
                let word = lexicon.word(stem.prefix(length).map { text.scalars[Int($0)] })
                if let word, length == stem.count || length > 1 { kinds.append(word.speech) }
            }
            for speech in kinds {
                switch speech {
                case .verb: odds -= 1.6
                case .adverb, .pronoun, .function, .location, .time, .numeral: odds -= 2.2
                case .adjective: odds -= 0.8
                default: break
                }
            }
        }
        if candidate.quoted > 1 { odds += 2 }
        return odds
    }

}
