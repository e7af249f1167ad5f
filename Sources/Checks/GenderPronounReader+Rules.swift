internal import Text

extension GenderPronounReader {
    // MARK: A sentence begins with 她 in the source and with “he” in the target

    /// Compares how sentences begin: the first of each stretch of narration or speech, and all of those where source and target have
    /// as many.
    func atOpening(_ zone: Zone) -> Fault? {
        let runs = source.runs.filter { zone.holds($0.isSpeech) }
        let targets = targetRuns(zone)
        guard runs.count == targets.count else { return nil }
        for (index, (run, target)) in zip(runs, targets).enumerated() {
            let count = run.sentences.count == target.count ? target.count : 1
            for (sentence, words) in zip(run.sentences.prefix(count), target.prefix(count)) {
                guard let right = sentence.opening, right != .neutral,
                    let pronoun = opening(of: words), pronoun.gender != right
                else { continue }
                // She said, “…”: English likes to say so after the speech, and then it is no opening.
                if index > 0, runs[index - 1].introduces, isTag(pronoun) { continue }
                let hasRight = words.contains { places[$0].map { self.pronouns[$0].gender == right } == true }
                // She saw him go: what was said of her may now be said of him first.
                let mayTurn =
                    sentence.mentions.contains { $0 != right } || people.contains { $0.gender != right && $0.isNamed }
                    || hasStranger(other(right), zone)
                if mayTurn, hasRight || !pronoun.isSubject { continue }
                if !pronoun.isSubject, hasRight { continue }
                // The name for the pronoun, and the pronoun for somebody whose name has gone.
                if people.contains(where: { $0.gender != right && $0.isNamed && $0.place == nil }) { continue }
                if people.contains(where: {
                    $0.gender == right && !$0.isNamed && $0.place.map { words.contains($0) } == true
                }) {
                    continue
                }
                var confidence = mayTurn ? 0.87 : 0.94
                // 他 is also said of somebody whose gender is not known, most of all in speech.
                if right == .male, zone == .speech { confidence -= 0.08 }
                if table.use == .grammatical { confidence -= 0.08 }
                if !pronoun.isSubject { confidence -= 0.05 }
                guard confidence >= GenderPronoun.least else { continue }
                return fault(pronoun, right, nil, confidence)
            }
        }
        return nil
    }

    private func isTag(_ pronoun: Pronoun) -> Bool {
        guard pronoun.word + 1 < text.words.count else { return false }
        return EnglishPeople.speech.contains(text.words[pronoun.word + 1].text)
    }

    /// The words of the target's stretches, sentence by sentence.
    private func targetRuns(_ zone: Zone) -> [[Range<Int>]] {
        var runs: [[Range<Int>]] = []
        var start = 0
        while start < text.words.count {
            let first = text.words[start]
            var end = start + 1
            while end < text.words.count, text.words[end].sentence == first.sentence { end += 1 }
            let goesOn = start > 0 && text.words[start - 1].isSpeech == first.isSpeech
            if zone.holds(first.isSpeech) {
                if goesOn, !runs.isEmpty {
                    runs[runs.count - 1].append(start..<end)
                } else {
                    runs.append([start..<end])
                }
            }
            start = end
        }
        return runs
    }

    /// The pronoun with which a sentence begins, light words left aside.
    private func opening(of words: Range<Int>) -> Pronoun? {
        var index = words.lowerBound
        while index < words.upperBound, index - words.lowerBound < 3 {
            if let place = places[index] { return pronouns[place] }
            guard Self.lightWords.contains(text.words[index].text) else { return nil }
            index += 1
        }
        return nil
    }

    private static let lightWords: Set<String> = [
        "but", "and", "so", "then", "yet", "still", "now", "finally", "suddenly", "slowly", "only", "when", "as",
        "while", "after", "before",
        "if", "because", "for", "though", "well", "oh", "at", "last", "perhaps", "maybe", "in", "fact", "actually",
        "of", "course", "pero",
        "y", "entonces", "mas", "e", "ma", "mais", "et", "aber", "und", "но", "и", "а",
    ]

    // MARK: The source says 她 and the target “he”

    /// The source speaks of one gender only in this zone, the target of the other one only.
    func againstSource(_ pronouns: [Pronoun], _ zone: Zone) -> Fault? {
        let mentions = mentions(zone)
        guard let right = mentions.first, right != .neutral, mentions.allSatisfy({ $0 == right }) else { return nil }
        let wrong = other(right)
        guard let first = pronouns.first, pronouns.allSatisfy({ $0.gender == wrong }) else { return nil }
        // The pronoun of the source may stand as a name or a noun in the target, and the one of the target for somebody else.
        if people.contains(where: { $0.gender == right && $0.place != nil && !$0.isNamed }) || hasNoun(right, zone) {
            return nil
        }
        if people.contains(where: { $0.gender != right && $0.isNamed && $0.place == nil }) { return nil }
        let hasStranger = hasStranger(wrong, zone)
        if hasStranger, !hasNoun(wrong, zone), !hasNoun(nil, zone) { return nil }
        let isNear = hasStranger || hasUnknownName || people.contains { $0.gender != right && $0.isNamed }
        let isAround =
            isNear || !pair.cast.earlier.isDisjoint(with: [.unknown, wrong == .female ? .female : .male])
            || people.contains { $0.gender != right }
        let extra = pronouns.count - mentions.count
        guard extra <= (isNear ? 0 : table.use == .personal ? 2 : 0) else { return nil }
        var confidence = isNear ? 0.84 : isAround ? 0.87 : 0.95
        if isAround, extra > 0 { confidence -= 0.04 }
        if zone != .narration { confidence -= 0.04 }
        // 他 is also said of somebody whose gender is not known.
        if right == .male { confidence -= zone == .speech ? 0.1 : 0.02 }
        if table.use == .grammatical { confidence -= 0.08 }
        guard confidence >= GenderPronoun.least else { return nil }
        let person = people.first { $0.gender == right && $0.isNamed }
        return fault(first, right, person, confidence)
    }

    // MARK: A name, and a pronoun after it that nobody else can be meant by

    /// The unit names people of one gender and nobody else, so that who acts without being named is one of them.
    func afterName(_ pronouns: [Pronoun]) -> Fault? {
        let named = people.filter(\.isNarrated)
        let narrated = source.mentions(speech: false)
        guard let first = named.first, let right = first.gender, right != .neutral,
            named.allSatisfy({ $0.gender == right }),
            !hasStranger(other(right), .narration), narrated.allSatisfy({ $0 == right }), !hasUnknownName
        else { return nil }
        let stranger = min(firstNoun(other(right), .narration) ?? .max, firstNoun(nil, .narration) ?? .max)
        for pronoun in pronouns where pronoun.gender != right {
            guard let place = named.compactMap(\.place).filter({ $0 < pronoun.word }).max(),
                !text.words[place].isSpeech,
                !people.contains(where: { person in
                    person.gender != right && person.place.map { !text.words[$0].isSpeech && $0 < pronoun.word } == true
                }),
                pronoun.word < stranger
            else { continue }
            let distance = text.words[pronoun.word].sentence - text.words[place].sentence
            var confidence: Double
            if pronoun.isReflexive, distance == 0 {
                confidence = 0.92
            } else if pronoun.isSubject {
                // In the sentence of the name, or just after it with nobody else around.
                let isAround =
                    !pair.cast.earlier.isDisjoint(with: [right == .female ? .male : .female])
                    || people.contains { $0.gender != right }
                confidence = 0.89 - (isAround ? Double(min(distance, 3)) * 0.03 : 0)
            } else if distance == 0, isOwn(pronoun, after: place) {
                confidence = 0.88
            } else {
                continue
            }
            guard confidence >= GenderPronoun.least else { continue }
            return fault(pronoun, right, named.first { $0.place == place }, confidence)
        }
        return nil
    }

    /// Shook her head, took off his glasses: what one does with what is one's own.
    private func isOwn(_ pronoun: Pronoun, after name: Int) -> Bool {
        let words = text.words
        guard pronoun.word + 1 < words.count, !words[pronoun.word + 1].isApart, pronoun.word > 0 else { return false }
        if words[pronoun.word + 1].text == "own" { return true }
        let nouns = words[(pronoun.word + 1)...].prefix(3)
        guard let noun = nouns.firstIndex(where: { EnglishPeople.own.contains($0.text) }),
            !words[(pronoun.word + 1)...noun].contains(where: \.isApart)
        else { return false }
        return words[max(name, pronoun.word - 3)..<pronoun.word].contains { EnglishPeople.ownDeeds.contains($0.text) }
    }

    // MARK: Everybody who may be meant is of the other gender

    func againstCast(_ pronouns: [Pronoun]) -> Fault? {
        // Right and wrong side by side: one of them is somebody whom nobody named, more often than not.
        guard !pronouns.isEmpty, Set(pronouns.map(\.gender)).count == 1 else { return nil }
        var pool = Set(source.mentions)
        for person in people { pool.insert(person.gender ?? .neutral) }
        for stranger in pair.cast.strangers.union(pair.cast.spokenOf).union(pair.cast.earlier) {
            pool.insert(stranger == .female ? .female : stranger == .male ? .male : .neutral)
        }
        guard pool.count == 1, let right = pool.first, right != .neutral, !hasUnknownName,
            let wrong = pronouns.first(where: { $0.gender != right }),
            firstNoun(nil, .all) ?? .max > wrong.word, firstNoun(other(right), .all) ?? .max > wrong.word
        else { return nil }
        let nearest = people.min { $0.presence.why.distance < $1.presence.why.distance }
        var confidence: Double
        if source.mentions(speech: false).isEmpty {
            switch nearest?.presence.why {
            case .named: confidence = (nearest?.place ?? .max) < wrong.word ? 0.92 : 0.87
            case .before(let distance):
                confidence = distance <= 1 ? 0.87 : distance <= 4 ? 0.83 : distance <= 8 ? 0.76 : 0.6
            default: return nil
            }
        } else {
            confidence = 0.93
        }
        if nearest?.presence.hasLeft == true { confidence -= 0.15 }
        guard confidence >= GenderPronoun.least else { return nil }
        return fault(wrong, right, nearest, confidence)
    }

    // MARK: “It” for a person

    /// The source says 他 or 她, and the target has no person at all but an “it” that smiles.
    func thing(_ pronouns: [Pronoun], _ zone: Zone) -> Fault? {
        let mentions = mentions(zone)
        guard pronouns.isEmpty, let right = mentions.first, right != .neutral, mentions.allSatisfy({ $0 == right }),
            people.allSatisfy({ $0.place == nil }), !hasUnknownName,
            !hasNoun(nil, zone), !hasNoun(.male, zone), !hasNoun(.female, zone)
        else { return nil }
        for (index, word) in text.words.enumerated().dropLast()
        where word.text == "it" && zone.holds(word.isSpeech) && word.startsSentence
            && EnglishPeople.deeds.contains(text.words[index + 1].text)
        {
            return Fault(range: word.range, right: right, person: nil, confidence: 0.86)
        }
        return nil
    }

    private func fault(_ pronoun: Pronoun, _ right: Term.Gender, _ person: Person?, _ confidence: Double) -> Fault {
        Fault(
            range: text.words[pronoun.word].range,
            right: right,
            person: person?.presence.term.target,
            confidence: confidence
        )
    }
}

extension Presence.Why {
    fileprivate var distance: Int {
        switch self {
        case .named: 0
        case .before(let distance): distance
        case .after(let distance): 100 + distance
        }
    }
}
