internal import Text

/// Reads the pronouns of one unit, in the source and in the target, and says which of them cannot be right.
struct GenderPronounReader {
    let pair: Pair
    let text: TermText
    let table: GenderPronounTable
    let source: ChinesePronouns
    /// The people present with the places of their names in the target.
    let people: [Person]
    /// Words of the target that a known name or term has taken.
    let taken: [Bool]
    /// Pronouns of the target in order.
    let pronouns: [Pronoun]
    /// Index into `pronouns` by the index of the word.
    let places: [Int: Int]

    struct Fault {
        var range: Range<Int>
        /// The gender that the pronoun should have.
        var right: Term.Gender
        /// Target form of the person whom it speaks of, as far as one is known.
        var person: String?
        var confidence: Double
    }

    struct Person {
        var presence: Presence
        /// Index of the word where the name stands first in the target.
        var place: Int?
        var gender: Term.Gender? { presence.term.gender }
        var isNamed: Bool { presence.why == .named }
        /// The name stands in the narration of the source.
        var isNarrated: Bool
    }

    /// A pronoun in the target.
    struct Pronoun {
        /// Index of its word.
        var word: Int
        var gender: Term.Gender
        /// He and she, or an equal of another language.
        var isSubject: Bool
        var isReflexive: Bool
    }

    /// A part of the unit that is read on its own.
    enum Zone {
        case narration, speech
        /// The target marks no speech though the source does, or the other way round.
        case all

        func holds(_ isSpeech: Bool) -> Bool {
            switch self {
            case .narration: !isSpeech
            case .speech: isSpeech
            case .all: true
            }
        }
    }

    init(pair: Pair, text: TermText, forms: TermForms, table: GenderPronounTable) {
        self.pair = pair
        self.text = text
        self.table = table
        source = ChinesePronouns(in: pair.source.plain)
        var taken = [Bool](repeating: false, count: text.words.count)
        let narration = ChinesePronouns.narration(of: pair.source.plain)
        var people: [Person] = []
        for presence in pair.cast.people {
            var place: Int?
            for form in [presence.term.target] + presence.term.alternatives {
                for hit in forms.hits(of: form, isName: true, in: text) {
                    for index in hit.words { taken[index] = true }
                    place = min(place ?? .max, hit.words.lowerBound)
                }
            }
            let isNarrated = presence.why == .named && narration.occurrences(of: presence.term.source) > 0
            people.append(Person(presence: presence, place: place, isNarrated: isNarrated))
        }
        for term in pair.terms {
            for form in [term.target] + term.alternatives {
                for hit in forms.hits(of: form, isName: term.isName, in: text) {
                    for index in hit.words { taken[index] = true }
                }
            }
        }
        self.taken = taken
        self.people = people
        let pronouns = Self.pronouns(in: text, taken: taken, table: table)
        self.pronouns = pronouns
        places = Dictionary(uniqueKeysWithValues: pronouns.indices.map { (pronouns[$0].word, $0) })
    }

    private static func pronouns(in text: TermText, taken: [Bool], table: GenderPronounTable) -> [Pronoun] {
        var found: [Pronoun] = []
        for (index, word) in text.words.enumerated() where !taken[index] {
            let form = word.stripped
            let isMale = table.male.contains(form)
            guard isMale || table.female.contains(form) else { continue }
            if index + 1 < text.words.count, !text.words[index + 1].isApart,
                table.impersonal.contains(text.words[index + 1].stripped)
            {
                continue
            }
            if table.use == .grammatical, !word.startsSentence { continue }
            found.append(
                Pronoun(
                    word: index,
                    gender: isMale ? .male : .female,
                    isSubject: table.use != .personal || form == "he" || form == "she",
                    isReflexive: form == "himself" || form == "herself"
                )
            )
        }
        // He or she: nobody in particular.
        func isPaired(_ left: Int, _ right: Int) -> Bool {
            guard found.indices.contains(left), found.indices.contains(right) else { return false }
            return found[left].gender != found[right].gender && found[right].word - found[left].word == 2
                && text.words[found[left].word + 1].text == "or"
        }
        return found.indices.filter { !isPaired($0 - 1, $0) && !isPaired($0, $0 + 1) }.map { found[$0] }
    }

    /// The first wrong pronoun of each zone.
    func faults() -> [Fault] {
        guard !pronouns.isEmpty || table.use == .personal else { return [] }
        let hasNarration = text.words.contains { !$0.isSpeech }
        let isAlike = source.hasSpeech == text.hasSpeech && source.hasNarration == hasNarration
        return (isAlike ? [Zone.narration, .speech] : [.all]).compactMap { zone in
            let found = pronouns.filter { zone.holds(text.words[$0.word].isSpeech) }
            if isAlike, let fault = atOpening(zone) { return fault }
            if let fault = againstSource(found, zone) { return fault }
            guard table.use == .personal, zone != .speech else { return nil }
            if zone == .narration, pair.cast.marksSpeech {
                if let fault = afterName(found) { return fault }
                if let fault = againstCast(found) { return fault }
            }
            return thing(found, zone)
        }
    }

    func mentions(_ zone: Zone) -> [Term.Gender] {
        zone == .all ? source.mentions : source.mentions(speech: zone == .speech)
    }

    /// Whether the zone of the source speaks of people without a name, of the gender or of an unknown one.
    func hasStranger(_ gender: Term.Gender, _ zone: Zone) -> Bool {
        var strangers: Set<Cast.Stranger> = []
        if zone != .speech { strangers.formUnion(pair.cast.strangers) }
        if zone != .narration { strangers.formUnion(pair.cast.spokenOf) }
        return strangers.contains(.unknown) || strangers.contains(gender == .female ? .female : .male)
    }

    func other(_ gender: Term.Gender) -> Term.Gender { gender == .female ? .male : .female }

    // MARK: Others in the target

    /// Whether the zone of the target holds a noun for a person of the gender; nil asks for people of unknown gender.
    func hasNoun(_ gender: Term.Gender?, _ zone: Zone) -> Bool { firstNoun(gender, zone) != nil }

    /// Index of the first word that is one.
    func firstNoun(_ gender: Term.Gender?, _ zone: Zone) -> Int? {
        guard table.use == .personal else { return nil }
        let nouns =
            gender == .female ? EnglishPeople.female : gender == .male ? EnglishPeople.male : EnglishPeople.unknown
        return text.words.indices.first { index in
            !taken[index] && zone.holds(text.words[index].isSpeech) && nouns.contains(text.words[index].stripped)
        }
    }

    /// Whether a name stands in the target that may be that of somebody of unknown gender: no term knows it, or a term does
    /// that does not say what it is.
    var hasUnknownName: Bool {
        let mayBePerson = pair.terms.contains { term in
            (term.kind == .other || term.kind == .title)
                && term.target.unicodeScalars.first?.isCapital == true
        }
        if mayBePerson { return true }
        var previousIsName = false
        for (index, word) in text.words.enumerated() {
            let isName = word.isCapital && !taken[index] && word.stripped != "i" && word.text.utf8.count > 1
            guard isName else {
                previousIsName = false
                continue
            }
            if previousIsName, !word.isApart { return true }
            let isPinyin = Romanization.syllables([word.stripped]) != nil
            if word.startsSentence {
                let form = word.stripped
                let isWord = EnglishPeople.openers.contains(form) || form.hasSuffix("ing") || form.hasSuffix("ly")
                previousIsName = !isWord
                if !isWord, isPinyin || isBeforeDeed(index) { return true }
            } else {
                if isPinyin { return true }
                previousIsName = true
            }
        }
        return false
    }

    /// A word that begins a sentence is a name when a verb in the past follows, for all that is known here.
    private func isBeforeDeed(_ index: Int) -> Bool {
        guard index + 1 < text.words.count, !text.words[index + 1].isApart else { return false }
        let next = text.words[index + 1].text
        return next.hasSuffix("ed") || EnglishPeople.deeds.contains(next) || EnglishPeople.verbs.contains(next)
    }

    /// The pronoun of the other gender.
    static func counterpart(of word: String) -> String? { counterparts[word] }

    private static let counterparts = [
        "he": "she", "him": "her", "his": "her", "himself": "herself", "she": "he", "her": "his” or “him",
        "hers": "his",
        "herself": "himself", "él": "ella", "ella": "él", "ele": "ela", "ela": "ele", "dele": "dela", "dela": "dele",
        "nele": "nela",
        "nela": "nele", "lui": "lei", "lei": "lui", "egli": "ella", "il": "elle", "elle": "il", "er": "sie",
        "он": "она",
        "она": "он", "він": "вона", "вона": "він",
    ]
}
