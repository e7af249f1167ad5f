internal import Checks
internal import Engines
internal import Memory
internal import Storage
internal import Text

/// What of a run the memory answers, so that no engine is asked; found out before the first request, and in the same way by a
/// run that goes on where another one was cut off.
struct ReusePlan: Sendable {
    /// What is taken from the memory.
    private(set) var results: [UnitResult] = []
    /// Units whose text stands earlier in the work: they wait for the translation of that one.
    private(set) var repeats: Set<Int64> = []
    /// The units whose text they repeat.
    private var leaders: Set<Int64> = []
    let memory: ProjectMemory

    /// Units that need no place in a batch.
    var settled: Set<Int64> { repeats.union(results.map(\.unit)) }

    init(_ localize: Localize, chapters: [ChapterProgress]) throws {
        let project = localize.project
        memory = try ProjectMemory(
            project,
            source: localize.source,
            target: localize.target,
            shared: localize.memories
        )
        guard memory.policy.use != .off else { return }
        if memory.policy.use == .reuse, memory.policy.minimum == .any {
            try findRepeats(in: project.store, locale: localize.target)
        }
        guard !memory.isEmpty else { return }
        let terms = TermBook(localize.terms)
        let numbers = ChapterNumbers(chapters)
        let judge = ReuseJudge(memory: memory, source: localize.source, target: localize.target)
        for chapter in chapters where chapter.pending > 0 {
            let plan = ChapterPlan(
                units: try project.store.units(chapter: chapter.id, locale: localize.target),
                limits: localize.engine.limits,
                matcher: terms.matcher(inChapter: numbers[chapter.id])
            )
            for index in plan.units.indices
            where plan.needsEngine(index) && !repeats.contains(plan.units[index].id) {
                guard let result = judge.answer(at: index, of: plan) else { continue }
                results.append(result)
            }
        }
    }

    /// Finds pending units whose very text stands before them in the work.
    private mutating func findRepeats(in store: any Store, locale: LanguageTag) throws {
        var first: [String: Int64] = [:]
        try store.forEachUnit(locale: locale) { unit in
            // The forms of one plural message have the same source, and a translation each.
            guard unit.plural == nil, !WordlessText.isWordless(unit.source) else { return }
            if let leader = first[unit.source.literal] {
                guard unit.translation == nil else { return }
                repeats.insert(unit.id)
                leaders.insert(leader)
            } else {
                first[unit.source.literal] = unit.id
            }
        }
    }
}

/// Decides whether the memory's text serves for a unit.
struct ReuseJudge {
    let memory: ProjectMemory
    let source: LanguageTag
    let target: LanguageTag

    /// A result for a unit of a chapter, or nil when an engine has to be asked.
    func answer(at index: Int, of plan: ChapterPlan) -> UnitResult? {
        let unit = plan.units[index].unit
        func hash(_ index: Int) -> UInt64? {
            plan.units.indices.contains(index) ? MemoryEntry.hash(of: plan.units[index].unit.source) : nil
        }
        for match in memory.exact(unit, before: hash(index - 1), after: hash(index + 1))
        where memory.takes(match) && (unit.plural == nil || match.entry.key == unit.key) {
            let text = match.entry.target.aligned(to: unit.source)
            guard let findings = accepted(text, at: index, of: plan, isHuman: match.entry.isHuman) else { continue }
            return result(plan.units[index], text, match, findings, repair: nil)
        }
        guard memory.policy.use == .reuse, unit.plural == nil else { return nil }
        for match in memory.offers(for: unit.source) where match.rate < 100 {
            guard memory.policy.minimum == .any || match.entry.isHuman,
                let repair = FuzzyRepair.repair(match.entry, for: unit.source, matcher: plan.matcher, into: target),
                let findings = accepted(repair.text, at: index, of: plan, isHuman: false)
            else { continue }
            let message = "Taken from the memory with \(repair.summary). See that the rest of it still fits."
            let mark = Finding("memory-repaired", .note, message, at: .init(unit: unit.key))
            return result(plan.units[index], repair.text, match, findings + [mark], repair: repair.summary)
        }
        return nil
    }

    /// The text of the first place for one that repeats it; nil when it does not serve here.
    func repeating(_ first: MemoryEntry, at index: Int, of plan: ChapterPlan) -> UnitResult? {
        let match = MemoryMatch(entry: first, rate: 100, memory: MemorySource.ownName)
        let text = first.target.aligned(to: plan.units[index].unit.source)
        guard memory.takes(match), let findings = accepted(text, at: index, of: plan, isHuman: first.isHuman) else {
            return nil
        }
        return result(plan.units[index], text, match, findings, repair: nil)
    }

    /// The findings of a text that may be taken; nil when it may not. What a person wrote is taken with its findings, unless
    /// it lost codes.
    private func accepted(_ text: InlineText, at index: Int, of plan: ChapterPlan, isHuman: Bool) -> [Finding]? {
        let findings = Verification.findings(
            in: Pair(
                source: plan.units[index].unit.source,
                target: text,
                sourceLocale: source,
                targetLocale: target,
                terms: plan.terms[index],
                cast: plan.roster.cast(at: index),
                key: plan.units[index].unit.key
            )
        )
        if isHuman { return findings.contains { $0.isHard && $0.severity == .error } ? nil : findings }
        return findings.contains { $0.severity == .error || $0.isWorthARepair } ? nil : findings
    }

    private func result(
        _ unit: StoredUnit,
        _ text: InlineText,
        _ match: MemoryMatch,
        _ findings: [Finding],
        repair: String?
    ) -> UnitResult {
        let rate = Int(match.rate)
        var log = UnitLog()
        if repair != nil || match.memory != MemorySource.ownName {
            log.offers = [UnitLog.Offer(match, for: unit.unit.source, repair: repair)]
        }
        return UnitResult(
            unit: unit.id,
            outcome: .translated(text, .memory(rate: rate)),
            findings: findings,
            log: log.isEmpty ? nil : log
        )
    }
}

extension ReusePlan {
    /// Results that are written in one go.
    private static let chunk = 256

    /// What is taken from the memory, in parts.
    var chunks: [[UnitResult]] { Self.chunks(results) }

    private static func chunks(_ results: [UnitResult]) -> [[UnitResult]] {
        stride(from: 0, to: results.count, by: chunk).map { Array(results[$0..<min($0 + chunk, results.count)]) }
    }

    /// The repeats that the text they repeat serves for, once that is translated.
    func answers(toRepeatsOf localize: Localize, chapters: [ChapterProgress]) throws -> [[UnitResult]] {
        let store = localize.project.store
        // The first in reading order, so that a run that goes on takes the same.
        var firsts: [String: MemoryEntry] = [:]
        try store.forEachMemory(source: localize.source, target: localize.target) { memory in
            guard !memory.isFormer, leaders.contains(memory.unit) else { return }
            let text = memory.entry.source.literal
            if let first = firsts[text], first.isHuman || !memory.entry.isHuman { return }
            firsts[text] = memory.entry
        }
        let terms = TermBook(localize.terms)
        let numbers = ChapterNumbers(chapters)
        var answers: [UnitResult] = []
        for chapter in chapters where chapter.pending > 0 {
            let plan = ChapterPlan(
                units: try store.units(chapter: chapter.id, locale: localize.target),
                limits: localize.engine.limits,
                matcher: terms.matcher(inChapter: numbers[chapter.id])
            )
            let judge = ReuseJudge(memory: memory, source: localize.source, target: localize.target)
            for index in plan.units.indices where plan.isPending(index) && repeats.contains(plan.units[index].id) {
                guard let first = firsts[plan.units[index].unit.source.literal],
                    let answer = judge.repeating(first, at: index, of: plan)
                else { continue }
                answers.append(answer)
            }
        }
        return Self.chunks(answers)
    }

    /// Units that are pending and no repeats: an engine has failed on them.
    func failures(in store: any Store, locale: LanguageTag) throws -> Set<Int64> {
        var failures: Set<Int64> = []
        try store.forEachUnit(locale: locale) { unit in
            if unit.translation == nil, !repeats.contains(unit.id) { failures.insert(unit.id) }
        }
        return failures
    }
}
