internal import Engines
internal import Memory
internal import Text

/// What the answers about one proposal say, counted: the first answer is not the best.
struct MiningVotes: Sendable {
    private var kinds: [String: Int] = [:]
    private var genders: [Term.Gender: Int] = [:]
    private var translations: [String: Int] = [:]
    private var notes: [String: Int] = [:]

    /// Counts an answer about a passage; forms that the passage was not asked about are left out.
    static func count(_ answer: JSONValue, passage: MiningPassage, terms: [MinedTerm], in votes: inout [MiningVotes]) {
        var rows = answer["terms"]?.array ?? []
        if rows.isEmpty { rows = answer.array }
        var seen: Set<Int> = []
        for row in rows.prefix(64) {
            guard let source = row["source"]?.string?.trimmed,
                let index = passage.terms.first(where: { terms[$0].name == source }), seen.insert(index).inserted
            else { continue }
            votes[index].add(row, of: source)
        }
    }

    private mutating func add(_ row: JSONValue, of source: String) {
        if let kind = row["kind"]?.string, kind == "none" || Term.Kind(rawValue: kind) != nil {
            kinds[kind, default: 0] += 1
        }
        if let gender = row["gender"]?.string.flatMap(Term.Gender.init(rawValue:)) { genders[gender, default: 0] += 1 }
        if let text = row["translation"]?.string?.trimmed, Self.isTranslation(text, of: source) {
            translations[text, default: 0] += 1
        }
        if let note = row["note"]?.string?.trimmed, !note.isEmpty, note.unicodeScalars.count <= 120 {
            notes[note, default: 0] += 1
        }
    }

    /// The proposal as the answers have it; nil when two or more, and most, say that it is no term.
    ///
    /// What statistics say of the kind and the gender is one vote more. A translation said once alone stands when nothing
    /// better was said.
    func decide(_ term: MinedTerm, locale: String?, engine: String) -> MinedTerm? {
        guard !kinds.isEmpty || !translations.isEmpty else { return term }
        var term = term
        let refused = kinds["none"] ?? 0
        if refused > 1, refused * 2 > kinds.values.reduce(0, +) { return nil }
        var kinds = kinds.filter { $0.key != "none" }
        kinds[term.concept.kind.rawValue, default: 0] += 1
        if let kind = Self.winner(kinds).flatMap(Term.Kind.init(rawValue:)) { term.concept.kind = kind }
        var genders = genders
        if let known = term.concept.genders.first?.gender { genders[known, default: 0] += 1 }
        let all = genders.values.reduce(0, +)
        if term.concept.kind == .person, let gender = Self.winner(genders), let count = genders[gender],
            count * 3 >= all * 2
        {
            term.concept.genders = [Concept.GenderSpan(gender)]
            term.genderConfidence = max(term.genderConfidence, Double(count) / Double(all + 1))
        } else {
            term.concept.genders = []
            term.genderConfidence = 0
        }
        if let locale, let best = Self.winner(translations) {
            let others = translations.filter { $0.key != best && $0.value > 1 }.keys.sorted()
            term.concept.targets[locale] = Concept.TargetForms(best, alternatives: others)
        }
        if let note = Self.winner(notes) { term.concept.note = note }
        term.concept.decidedBy = engine
        return term
    }

    /// The most frequent; of equals the shorter, then the first in order, so that a run can be repeated.
    private static func winner<Value: Hashable>(_ counts: [Value: Int]) -> Value? {
        counts.max { left, right in
            if left.value != right.value { return left.value < right.value }
            let names = ("\(left.key)", "\(right.key)")
            let lengths = (names.0.utf8.count, names.1.utf8.count)
            return lengths.0 != lengths.1 ? lengths.0 > lengths.1 : names.0 > names.1
        }?.key
    }

    private static func isTranslation(_ text: String, of source: String) -> Bool {
        !text.isEmpty && text != source && text.unicodeScalars.count <= 80 && !text.contains(where: \.isNewline)
    }
}
