import Text

/// Turns what was found into proposals: forms as they are written, counts, examples, reasons.
struct ProposalWriter {
    let miner: TermMiner
    let judge: CandidateJudge
    let known: [Concept]
    private var text: MiningText { judge.text }

    /// Proposals, the best first.
    func write(_ candidates: [Candidate]) -> [MinedTerm] {
        let people = candidates.filter { $0.kind == .person }
        let clusters = PersonClusters(people, text: text, sets: judge.sets)
        let genders = GenderGuess(text, people: people, judge: judge)
        let knownForms = Set(known.flatMap { $0.forms.map { folded($0.text) } })
        var terms: [MinedTerm] = []
        for group in clusters.groups {
            let forms = group.map { people[$0] }
            guard !forms.contains(where: { knownForms.contains(folded($0)) }) else { continue }
            terms.append(term(ordered(forms), gender: genders.gender(of: forms)))
        }
        for candidate in candidates where candidate.kind != .person && !knownForms.contains(folded(candidate)) {
            terms.append(term([candidate], gender: nil))
        }
        terms.sort { $0.score != $1.score ? $0.score > $1.score : $0.name < $1.name }
        return Array(terms.prefix(miner.options.limit))
    }

    /// The full name first, where it is used at all; then by frequency.
    private func ordered(_ forms: [Candidate]) -> [Candidate] {
        func rank(_ form: Candidate) -> Int {
            if form.use == .address { return 2 }
            return form.surname > 0 && form.length > 2 && form.frequency != .word ? 0 : 1
        }
        return forms.sorted {
            rank($0) != rank($1) ? rank($0) < rank($1) : $0.places.count > $1.places.count
        }
    }

    private func term(_ forms: [Candidate], gender: (gender: Term.Gender, confidence: Double)?) -> MinedTerm {
        let main = forms[0]
        let places = forms.flatMap(\.places).sorted()
        let best = forms.map(\.odds).max() ?? 0
        let sourceForms = forms.enumerated().map { index, form in
            Concept.SourceForm(written(form), use: index == 0 ? .name : form.use == .name ? .alias : form.use)
        }
        let examples = examples(of: forms)
        var concept = Concept(
            forms: sourceForms,
            kind: main.kind,
            genders: gender.map { [Concept.GenderSpan($0.gender)] } ?? [],
            status: .proposed,
            decidedBy: "mined",
            evidence: examples.map(\.unit)
        )
        if let locale = miner.options.locale, main.kind == .person, main.use == .name,
            let profile = miner.options.profile ?? NameProfile.usual(in: locale),
            let name = miner.pinyin?.name(folded(main), isPerson: true, profile: profile)
        {
            concept.targets[locale.description] = Concept.TargetForms(name)
        }
        let surety = 1 / (1 + MiningText.exp(-Double(best)))
        return MinedTerm(
            concept: concept,
            count: places.count,
            firstChapter: text.chapter(at: Int(places.first ?? 0)),
            examples: examples,
            reason: reason(forms),
            score: surety * surety.squareRoot() * Double(MiningText.log(1 + Double(places.count))),
            genderConfidence: gender?.confidence ?? 0
        )
    }

    /// The spelling in which a form occurs most often: texts mix 賈 and 贾.
    private func written(_ form: Candidate) -> String {
        var counts: [[UInt32]: Int] = [:]
        for place in form.places.prefix(200) {
            counts[Array(text.written[Int(place)..<(Int(place) + form.length)]), default: 0] += 1
        }
        let best = counts.max { $0.value != $1.value ? $0.value < $1.value : $0.key.lexicographicallyPrecedes($1.key) }
        return MiningText.string(best?.key ?? [])
    }

    private func folded(_ form: Candidate) -> String { MiningText.string(form.ids.map { text.scalars[Int($0)] }) }

    private func folded(_ form: String) -> String {
        MiningText.string(form.unicodeScalars.compactMap { miner.fold($0.value) })
    }

    /// The first place, one in the middle and one near the end, in different units.
    private func examples(of forms: [Candidate]) -> [MinedTerm.Example] {
        var examples: [MinedTerm.Example] = []
        var places = forms[0].places.map { ($0, forms[0].length) }
        if places.count < 3 { places = forms.flatMap { form in form.places.map { ($0, form.length) } } }
        places.sort { $0.0 < $1.0 }
        for index in [0, places.count / 2, places.count - 1] + Array(places.indices.prefix(8)) where examples.count < 3
        {
            guard places.indices.contains(index) else { continue }
            let place = Int(places[index].0)
            let unit = text.unit(at: place)
            guard !examples.contains(where: { $0.unit == text.units[unit].key }) else { continue }
            examples.append(
                MinedTerm.Example(
                    unit: text.units[unit].key,
                    chapter: text.units[unit].chapter,
                    sentence: text.sentence(around: place..<(place + places[index].1))
                )
            )
        }
        return examples
    }

    private func reason(_ forms: [Candidate]) -> String {
        let main = forms[0]
        var parts: [String] = []
        let name = written(main)
        func piece(_ range: Range<Int>) -> String {
            String(String.UnicodeScalarView(Array(name.unicodeScalars)[range]))
        }
        if main.use == .address {
            let cut = main.length - main.suffix
            parts.append("\(main.surname > 0 ? "surname " : "")\(piece(0..<cut)) + title \(piece(cut..<main.length))")
        } else if main.kind == .person {
            let given = main.length - main.surname
            if main.surname > 0, (1...2).contains(given) {
                parts.append("surname \(piece(0..<main.surname)) + \(given) character\(given == 1 ? "" : "s")")
            } else {
                parts.append(main.word == nil ? "no word of the dictionary" : "stands where names stand")
            }
        } else if main.kind == .title {
            parts.append("rank")
        } else if main.suffix > 0 {
            parts.append("ends with \(piece((main.length - main.suffix)..<main.length))")
        } else {
            parts.append(main.word == nil ? "no word of the dictionary" : "far more often than usual")
        }
        parts.append("\(main.places.count) times")
        if main.speaks > 0, main.kind == .person { parts.append("speaks \(main.speaks) times") }
        if main.quoted > 1 { parts.append("\(main.quoted) times between 《》 or 【】") }
        for form in forms.dropFirst().prefix(4) { parts.append("also \(written(form)) \(form.places.count) times") }
        return parts.joined(separator: ", ")
    }
}
