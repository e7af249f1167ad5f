internal import Engines
internal import Memory
internal import Storage
internal import Text

/// How one chapter is cut into batches, always in the same way, whatever of it is done already: so a run that was
/// killed asks the same questions when it goes on, and gives the same edition.
struct ChapterPlan: Sendable {
    let units: [StoredUnit]
    /// Terms found in each unit.
    let terms: [[Term]]
    /// Ranges of `units` that go to an engine together.
    let windows: [Range<Int>]
    let roster: Roster
    let matcher: TermMatcher
    /// Units that wait for the translation of the same text elsewhere, and go to no engine now.
    let waiting: Set<Int64>

    init(units: [StoredUnit], limits: BatchLimits, matcher: TermMatcher, waiting: Set<Int64> = []) {
        self.units = units
        self.matcher = matcher
        self.waiting = waiting
        let texts = units.map(\.unit.source.plain)
        terms = texts.map { matcher.terms(in: CollectionOfOne($0)) }
        let breaks = units.indices.filter {
            units[$0].unit.notes["separator"] != nil || units[$0].unit.kind == .heading
        }
        roster = Roster(texts: texts, breaks: Set(breaks), matcher: matcher)
        var windows: [Range<Int>] = []
        var start = 0
        var tokens = 0
        for (index, unit) in units.enumerated() {
            let cost = TokenCount.estimate(unit.unit.source.text)
            if index > start, index - start >= limits.units || tokens + cost > limits.tokens {
                windows.append(start..<index)
                start = index
                tokens = 0
            }
            tokens += cost
        }
        if start < units.count { windows.append(start..<units.count) }
        self.windows = windows
    }

    /// The people whom the request for a window tells of.
    func people(at window: Range<Int>) -> [Presence] { roster.people(at: window) }

    /// What is kept of a unit of the window beside its result: its own terms, and the people told of with why they are there.
    func log(of index: Int, told: Set<String>, requests: Int, complaints: [String], memory: ProjectMemory?)
        -> UnitLog
    {
        let offers = (memory?.offers(for: units[index].unit.source) ?? []).map {
            UnitLog.Offer($0, for: units[index].unit.source)
        }
        // Why somebody is there is said from the unit's own place; who is only near the rest of the window is left out.
        let people = roster.people(at: index..<(index + 1)).filter { told.contains($0.term.identity) }
        return UnitLog(
            terms: terms[index].map { UnitLog.Sent(source: $0.source, target: $0.target) },
            people: people.map { presence in
                let left = presence.hasLeft ? ", said to have left" : ""
                return UnitLog.Present(
                    name: presence.term.target,
                    gender: presence.term.gender,
                    why: presence.why.sentence + left
                )
            },
            requests: requests,
            complaints: complaints,
            offers: offers.isEmpty ? nil : offers
        )
    }

    /// Whether an engine has to be asked for the unit.
    func needsEngine(_ index: Int) -> Bool { isPending(index) && !WordlessText.isWordless(units[index].unit.source) }

    /// Whether the unit is to be translated now.
    func isPending(_ index: Int) -> Bool { units[index].translation == nil && !waiting.contains(units[index].id) }

    /// The batch for the pending units of a window. `texts` holds what is translated so far, by index, and nothing before
    /// `start`: lines from there on have their translation as context, lines before it stand in the source alone.
    func batch(
        for window: Range<Int>,
        start: Int,
        texts: [Int: InlineText],
        request: RequestFrame,
        memory: ProjectMemory?
    ) -> (batch: Batch, indexes: [Int]) {
        let indexes = window.filter { needsEngine($0) && texts[$0] == nil }
        var found: [Term] = []
        for index in indexes { for term in terms[index] where !found.contains(term) { found.append(term) } }
        var context: [Batch.Line] = []
        for index in (0..<(indexes.first ?? window.lowerBound)).reversed() where context.count < request.limits.context
        {
            let source = units[index].unit.source.plain
            guard !WordlessText.isWordless(units[index].unit.source) else { continue }
            context.append(Batch.Line(source: source, target: index >= start ? texts[index]?.plain : nil))
        }
        let items = indexes.enumerated().map { place, index in
            Batch.Item(
                id: place + 1,
                text: units[index].unit.source,
                kind: units[index].unit.kind,
                remark: UnitRemark.text(for: units[index].unit, in: request.target)
            )
        }
        return (
            Batch(
                source: request.source,
                target: request.target,
                items: items,
                context: context.reversed(),
                terms: found,
                people: people(at: window).map(\.term),
                families: families(before: found, in: items.map(\.text.plain)),
                style: request.style,
                examples: memory.map { examples(for: indexes, in: $0) } ?? []
            ), indexes
        )
    }
}

extension ChapterPlan {
    /// The people of the whole cast with a surname that stands before a title: 庄巡使. Whoever of a family is meant, the surname
    /// is spelled the same.
    private func families(before terms: [Term], in texts: [String]) -> [Term] {
        var surnames: Set<Character> = []
        for title in terms where title.kind == .title {
            for text in texts {
                for place in text.ranges(of: title.source) where place.lowerBound > text.startIndex {
                    let character = text[text.index(before: place.lowerBound)]
                    // 大长老 is nobody of the family of 大牛.
                    if let surname = Surnames.all[String(character)], surname.frequency != .word {
                        surnames.insert(character)
                    }
                }
            }
        }
        guard !surnames.isEmpty else { return [] }
        return matcher.terms.filter { person in
            person.kind == .person && person.source.first.map(surnames.contains) == true
        }
    }

    /// Examples of a batch; more would cost more than they help.
    private static let mostExamples = 6

    /// The best translation of a like text for each unit that has one, the nearest ones when there are many.
    private func examples(for indexes: [Int], in memory: ProjectMemory) -> [Batch.Line] {
        var found: [(rate: Double, line: Batch.Line)] = []
        for index in indexes {
            guard let match = memory.offers(for: units[index].unit.source).first else { continue }
            let line = Batch.Line(source: match.entry.source.plain, target: match.entry.target.plain)
            if !found.contains(where: { $0.line == line }) { found.append((match.rate, line)) }
        }
        let least = found.map(\.rate).sorted(by: >).dropFirst(Self.mostExamples - 1).first ?? 0
        return found.filter { $0.rate >= least }.prefix(Self.mostExamples).map(\.line)
    }
}

/// What is the same for all batches of a run.
struct RequestFrame: Sendable {
    var source: LanguageTag
    var target: LanguageTag
    var style: String?
    var limits: BatchLimits
}

/// Text that no engine is needed for: it holds no letter and no Han, only marks and digits.
enum WordlessText {
    static func isWordless(_ text: InlineText) -> Bool {
        !text.plain.unicodeScalars.contains { $0.properties.isAlphabetic || $0.isHan }
    }

    /// The text with East Asian marks in the shapes of the target: …… as ..., ？！ as ?!.
    static func translate(_ text: InlineText, to locale: LanguageTag) -> InlineText {
        guard !locale.writesHan else { return text }
        return InlineText(
            parts: text.parts.map { part in
                guard case .text(let run) = part else { return part }
                return .text(NarrowMarks.narrow(run))
            }
        )
    }
}
