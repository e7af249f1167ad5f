internal import Checks
internal import FoundationEssentials
internal import Memory
internal import Storage
package import Text

/// Compares chapters after a run: in how many ways was each term translated, and in which of them was it not to be?
///
/// Chapters are given in reading order. A use is a unit whose source holds the term; where no allowed form stands in its translation, the
/// way is a forbidden form, a name that is nearly right, or the words that such units share and other units do not.
struct SeamCheck {
    private let book: TermBook
    private let source: LanguageTag
    private let target: LanguageTag
    private let forms: TermForms
    private let hasTerms: Bool
    private var order: [Key] = []
    private var tallies: [Key: Tally] = [:]
    private var sample = SharedWords.Sample()

    /// A term that begins to hold later has a row of its own.
    private struct Key: Hashable {
        var source: String
        var target: String
        var validFrom: Int?
    }

    private struct Tally {
        var term: Term
        var occurrences = 0
        var kept = 0
        var allowed: [String: Int] = [:]
        var others: [String: [Use]] = [:]
        var unknown: [(use: Use, text: TermText)] = []
        var unknownCount = 0
    }

    private struct Use {
        var chapter: String
        var unit: String
    }

    init(terms: [Term], source: LanguageTag, target: LanguageTag) {
        book = TermBook(terms)
        hasTerms = !terms.isEmpty
        self.source = source
        self.target = target
        forms = TermForms(locale: target)
    }

    var isEmpty: Bool { !hasTerms }

    /// Reads the translated units of a chapter.
    mutating func add(_ units: [StoredUnit], of chapter: String, number: Int?) {
        let matcher = book.matcher(inChapter: number)
        guard !matcher.terms.isEmpty else { return }
        var roster: Roster?
        for (index, unit) in units.enumerated() {
            guard let translation = unit.translation else { continue }
            let terms = matcher.terms(in: CollectionOfOne(unit.unit.source.plain))
            sample.offer { TermText(translation.text.plain, locale: target) }
            guard !terms.isEmpty else { continue }
            var pair = Pair(
                source: unit.unit.source,
                target: translation.text,
                sourceLocale: source,
                targetLocale: target,
                terms: terms
            )
            let text = TermText(translation.text.plain, locale: target)
            var reading = TermReading(pair, text: text, forms: forms)
            if reading.uses.contains(where: { $0.variant != nil }) {
                // The name of somebody who is present is nobody's misspelling.
                if roster == nil { roster = Roster(texts: units.map(\.unit.source.plain), matcher: matcher) }
                if let cast = roster?.cast(at: index) { pair.cast = cast }
                reading = TermReading(pair, text: text, forms: forms)
            }
            for use in reading.uses { count(use, in: Use(chapter: chapter, unit: unit.unit.key), text) }
        }
    }

    private mutating func count(_ reading: TermReading.Use, in use: Use, _ text: TermText) {
        let term = reading.term
        let key = Key(source: term.source, target: term.target, validFrom: term.validFrom)
        if tallies[key] == nil {
            order.append(key)
            tallies[key] = Tally(term: term)
        }
        tallies[key]?.occurrences += 1
        if let hit = reading.hit {
            tallies[key]?.kept += 1
            tallies[key]?.allowed[hit.form, default: 0] += 1
        } else if let form = reading.forbidden.first?.form ?? reading.variant?.text {
            tallies[key]?.others[form, default: []].append(use)
        } else {
            tallies[key]?.unknownCount += 1
            if tallies[key]?.unknown.count ?? 0 < SharedWords.most { tallies[key]?.unknown.append((use, text)) }
        }
    }

    /// One entry for each term that was met, in the order of the first use.
    func facts() -> [Report.TermFacts] {
        order.compactMap { tallies[$0] }.map { tally in
            Report.TermFacts(
                source: tally.term.source,
                target: tally.term.target,
                kind: tally.term.kind,
                note: tally.term.note,
                occurrences: tally.occurrences,
                kept: tally.kept,
                ways: ways(of: tally)
            )
        }
    }

    private func ways(of tally: Tally) -> [Report.Way] {
        var ways = tally.allowed.map { form, uses in
            Report.Way(form: form, isAllowed: true, uses: uses, chapters: [], units: [])
        }
        var others = tally.others
        var rest = tally.unknown
        let shared = SharedWords.find(in: rest.map(\.text), against: sample, isName: tally.term.kind == .person)
        for way in shared { others[way.form, default: []] += way.texts.map { rest[$0].use } }
        let found = Set(shared.flatMap(\.texts))
        rest = rest.enumerated().filter { !found.contains($0.offset) }.map(\.element)
        ways += others.map { form, uses in way(form, uses, count: uses.count) }
        let left = tally.unknownCount - found.count
        if left > 0 { ways.append(way("", rest.map(\.use), count: left)) }
        return ways.sorted { ($0.uses, $1.form) > ($1.uses, $0.form) }
    }

    private func way(_ form: String, _ uses: [Use], count: Int) -> Report.Way {
        var chapters: [Report.Way.Place] = []
        for use in uses {
            if let last = chapters.firstIndex(where: { $0.chapter == use.chapter }) {
                chapters[last].uses += 1
            } else if chapters.count < Report.Way.shown {
                chapters.append(Report.Way.Place(chapter: use.chapter, uses: 1))
            }
        }
        let units = uses.prefix(Report.Way.shown).map(\.unit)
        return Report.Way(form: form, isAllowed: false, uses: count, chapters: chapters, units: units)
    }
}

extension Project {
    /// How the terms fared in the edition written last; nil before the first or when no term occurs.
    package func names(_ locale: LanguageTag) throws -> Report.NameCount? {
        guard let json = try store.value("names:\(locale)") else { return nil }
        return try? JSONDecoder().decode(Report.NameCount.self, from: Data(json.utf8))
    }

    static func json(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }
}
