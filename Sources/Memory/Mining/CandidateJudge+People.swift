import Text

extension CandidateJudge {
    /// Log-odds that a candidate is a person's name.
    func personOdds(_ candidate: Candidate) -> Float {
        let ids = candidate.ids
        guard ids.count <= 4, !commonPeople.contains(ids), !endsWithPerson(ids) else { return -9 }
        var odds: Float = -2.8
        let call = sets.call[Int(ids[0])]
        let given = ids.count - candidate.surname
        let fits = candidate.surname > 0 && (1...2).contains(given)
        if fits {
            switch candidate.frequency {
            case .common: odds += candidate.surname == 2 ? 2.6 : 2.2
            case .rare: odds += 1.3
            default: odds -= 0.2
            }
        }
        if !fits { odds += call }
        if ids.count == 4, candidate.surname != 2 { odds -= 2.5 }
        let isSure = fits && candidate.frequency == .common && candidate.word == nil
        odds += 1.3 * min(2.5, max(isSure ? -0.7 : -2.5, candidate.context))
        odds += 0.25 * min(4, MiningText.log(Double(candidate.gram.count) / 3))
        odds += 0.7 * min(3, MiningText.log(1 + Double(candidate.speaks)) * 1.2)
        odds += 0.5 * min(3, MiningText.log(1 + Double(candidate.titled)) * 1.2)
        odds += 1.2 * min(2.5, MiningText.log(1 + Double(candidate.named)) * 1.2)
        if call > 0, candidate.named > 1 { odds += 1.2 }
        // Things do not speak: 智能 that does is a nun.
        let isThing = candidate.word.map { $0.speech == .noun || $0.speech == .place } ?? false
        if isThing, candidate.speaks > 3, candidate.speaks * 8 > Int(candidate.gram.count) { odds += 2 }
        odds += dictionaryOdds(candidate, names: [.person, .properNoun])
        // The dictionary calls many a word a name: 陈设, 杜撰.
        let isOftenName =
            candidate.word?.speech == .person && candidate.gram.count >= 12 && candidate.keyness > 3
            || fits && candidate.frequency == .common && (given == 2 || (candidate.word?.frequency ?? 0) < 20)
        if candidate.word != nil, candidate.speaks == 0, candidate.context < 0.8, candidate.keyness < 6, !isOftenName {
            odds -= 1.2
        }
        // 撒野 is what somebody does.
        if let word = candidate.word, candidate.speaks == 0, candidate.named == 0, candidate.frequency != .common,
            [.verb, .adverb, .adjective].contains(word.speech)
        {
            odds -= 1.5
        }
        odds += commonOdds(candidate)
        if sets.neverEverFirst[Int(ids[0])] || sets.neverEverLast[Int(ids[ids.count - 1])] { odds -= 5 }
        if ids.count == 2, ids[1] == child { odds += 1 }
        if sets.neverFirst[Int(ids[0])], !(fits && candidate.frequency != .word) { odds -= 2.5 }
        if sets.isNumeral[Int(ids[0])], !fits { odds -= 2 }
        if sets.neverLast[Int(ids[ids.count - 1])] {
            odds -= fits && (given == 2 || candidate.frequency != .word && candidate.word == nil) ? 1.2 : 2.5
        }
        if ids.count == 3, sets.neverLast[Int(ids[1])] || sets.neverFirst[Int(ids[1])] { odds -= 1 }
        if !fits, ids.count == 3, call == 0 { odds -= 0.8 }
        return odds
    }

    /// Whether a string ends with a word for a person and so names a kind of person, not one.
    func endsWithPerson(_ ids: [UInt16]) -> Bool {
        // 袭人 is a name, 黑衣人 is none.
        for length in 1..<min(4, ids.count) where length > 1 || ids.count > 2 {
            if peopleHeads.contains(Array(ids.suffix(length))) { return true }
        }
        return false
    }

    /// Whether the name at these places speaks there: 林动道, 林动冷冷地说：“, ”林动点头笑道.
    func speaks(at position: Int, length: Int) -> Bool {
        let end = position + length
        var place = end
        var hasVerb = false
        while place < text.ids.count, place - end < 8, text.ids[place] >= MiningText.firstHan {
            hasVerb = sets.isSpeech[Int(text.ids[place])]
            if hasVerb, place - end < 3, place + 1 < text.ids.count, text.ids[place + 1] < MiningText.firstHan {
                let mark = text.ids[place + 1]
                if mark == MiningText.Mark.colon || mark == MiningText.Mark.quoteOpen { return true }
            }
            place += 1
        }
        guard place < text.ids.count, text.ids[place] < MiningText.firstHan, hasVerb else { return false }
        let mark = text.ids[place]
        if mark == MiningText.Mark.colon || mark == MiningText.Mark.quoteOpen { return true }
        if position > 0, text.ids[position - 1] == MiningText.Mark.quoteClose { return true }
        return mark == MiningText.Mark.clause && place + 1 < text.ids.count
            && text.ids[place + 1] == MiningText.Mark.quoteOpen
    }

    /// Whether somebody is called so at a position: 叫他小算盘, 名叫林动, “小算盘，你来。”
    func isNamed(at position: Int, length: Int) -> Bool {
        guard position > 0 else { return false }
        let before = text.ids[position - 1]
        if before == MiningText.Mark.quoteOpen, position + length < text.ids.count,
            text.ids[position + length] == MiningText.Mark.clause
        {
            return true
        }
        if sets.callsOut[Int(before)] { return true }
        return position > 1 && sets.isPronoun[Int(before)] && sets.callsOut[Int(text.ids[position - 2])]
    }

    /// The length of the title that stands at a position, 0 for none.
    func title(at position: Int) -> Int {
        for length in stride(from: 3, through: 1, by: -1) where position + length <= text.ids.count {
            if titles[Array(text.ids[position..<(position + length)])] != nil { return length }
        }
        return 0
    }
}
