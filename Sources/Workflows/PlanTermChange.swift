internal import Memory
package import Storage
package import Text

/// Plans what a change of a term does to the translations of one locale.
package struct PlanTermChange {
    private let project: Project
    private let base: Termbase
    private let source: LanguageTag
    private let change: TermChange
    private let now: Timestamp

    package init(_ project: Project, base: Termbase, source: LanguageTag, change: TermChange, now: Timestamp) {
        self.project = project
        self.base = base
        self.source = source
        self.change = change
        self.now = now
    }

    /// Goes through the book once. Nothing is changed. The cost is for the caller to count: `Estimate.cost(asking:)`.
    package func run() throws -> TermPatch {
        let outcome = try change.outcome(of: base.entry(for: change.form), at: now)
        // What holds the same form from another chapter on stays beside it.
        var terms = base.terms(locale: change.locale).filter { term in
            term.concept != outcome.after.id
                && (term.validFrom != outcome.after.validFrom
                    || !outcome.after.forms.contains { $0.text == term.source })
        }
        let own = outcome.after.status == .approved ? outcome.after.terms(locale: change.locale.description) : []
        let scout = Scout(outcome, own: own, others: terms, locale: change.locale)
        terms = own + terms
        var patch = TermPatch(
            locale: change.locale,
            summary: summary(outcome),
            before: outcome.before,
            after: outcome.after,
            items: [],
            missing: 0,
            unrelated: 0,
            settled: 0,
            decidedBy: change.decidedBy,
            terms: terms,
            sourceLocale: source
        )
        guard outcome.after.status == .approved, !scout.isIdle || change.asksMissing else { return patch }
        let book = TermBook(terms)
        let numbers = ChapterNumbers(try project.store.progress(locale: change.locale))
        var chapter: (id: Int64, number: Int?) = (-1, nil)
        var matcher = book.matcher(inChapter: nil)
        var recent = Recent()
        try project.store.forEachUnit(locale: change.locale) { unit in
            if unit.chapter != chapter.id {
                chapter = (unit.chapter, numbers[unit.chapter])
                matcher = book.matcher(inChapter: chapter.number)
                recent = Recent()
            }
            guard chapter.number ?? 1 >= outcome.validFrom ?? 1 else { return }
            judge(unit, chapter.number, outcome, scout, matcher, &recent, &patch)
        }
        return patch
    }

    /// How near the person whose gender changes was named.
    private struct Recent {
        var unitsSince = Int.max
        /// Others of the old gender were named since.
        var isDoubtful = false
    }

    private func judge(
        _ unit: UnitInBook,
        _ number: Int?,
        _ outcome: TermChange.Outcome,
        _ scout: Scout,
        _ matcher: TermMatcher,
        _ recent: inout Recent,
        _ patch: inout TermPatch
    ) {
        let hasTrace = unit.translation.map { scout.hasTrace($0.text.text) } ?? false
        let mayHold = scout.mayHold(unit.source.text)
        guard hasTrace || mayHold || outcome.changesGender, let translation = unit.translation,
            let translationID = unit.translationID
        else { return }
        // The whole base decides whether the term is there, not a form inside a longer one.
        var terms: [Term] = []
        if mayHold || hasTrace || outcome.changesGender {
            terms = matcher.terms(in: CollectionOfOne(unit.source.plain))
        }
        let holds = terms.contains { outcome.sources.contains($0.source) && $0.concept == outcome.after.id }
        // From this chapter on another concept has the form.
        guard holds || !terms.contains(where: { outcome.sources.contains($0.source) }) else { return }
        var action: TermPatch.Action?
        if hasTrace { action = rewriting(translation.text, unit, terms, holds, outcome, scout, &patch) }
        if action == nil, outcome.changesGender {
            action = gender(translation.text, terms, holds, outcome, &recent)
        }
        if action == nil, holds {
            if scout.holdsNewForm(translation.text.plain) {
                patch.settled += 1
            } else if change.asksMissing {
                action = .ask("the term is in the source and not in the translation")
            } else {
                patch.missing += 1
            }
        }
        guard let action else { return }
        let protection = Self.protection(translation)
        patch.items.append(
            TermPatch.Item(
                unit: unit.id,
                translationID: translationID,
                document: unit.document,
                chapter: unit.chapterTitle ?? "",
                key: unit.key,
                source: unit.source,
                number: number,
                old: translation.text,
                action: action,
                protection: protection,
                isKept: protection != nil && !change.includesFinal
            )
        )
    }

    private func rewriting(
        _ text: InlineText,
        _ unit: UnitInBook,
        _ terms: [Term],
        _ holds: Bool,
        _ outcome: TermChange.Outcome,
        _ scout: Scout,
        _ patch: inout TermPatch
    ) -> TermPatch.Action? {
        let verdict = scout.rewriter.rewrite(text)
        // The old form may be another term's as well: what belongs to whom only a reader can tell.
        let shares = terms.contains { !outcome.sources.contains($0.source) && scout.olds.contains($0.target) }
        switch verdict {
        case .absent: return nil
        case .rewritten(let new, let marks):
            if shares, holds { return .ask("another term of the unit has the same translation") }
            guard holds || (scout.isName && !shares && !scout.isSharedOld) else {
                patch.unrelated += 1
                return nil
            }
            return .replace(new, marks.map { TermPatch.Mark(old: $0.old, new: $0.new) })
        case .dependent(let why):
            guard holds || (scout.isName && !shares && !scout.isSharedOld) else {
                patch.unrelated += 1
                return nil
            }
            return .ask(why)
        case .partial(let why):
            guard holds, !scout.holdsNewForm(text.plain) else { return nil }
            return .ask(why)
        }
    }

    /// A pronoun of the old gender near the person's name, with nobody else of that gender named since.
    private func gender(
        _ text: InlineText,
        _ terms: [Term],
        _ holds: Bool,
        _ outcome: TermChange.Outcome,
        _ recent: inout Recent
    ) -> TermPatch.Action? {
        let old = outcome.before?.gender(inChapter: change.fromChapter)
        let others = terms.contains { term in
            term.kind == .person && !outcome.sources.contains(term.source) && (term.gender == old || term.gender == nil)
        }
        if holds {
            recent = Recent(unitsSince: 0, isDoubtful: others)
        } else if recent.unitsSince < .max {
            recent.unitsSince += 1
            recent.isDoubtful = recent.isDoubtful || others
        }
        guard recent.unitsSince <= Self.reach, !recent.isDoubtful else { return nil }
        let pronouns = GenderWords(language: change.locale.language)
        guard let pronouns else {
            return holds ? .ask("the gender of the person has changed") : nil
        }
        guard let word = pronouns.first(of: old, in: text.plain) else { return nil }
        return .ask("“\(word)” has the former gender")
    }

    /// Units after the naming in which a pronoun is taken to be the person's.
    private static let reach = 3

    private static func protection(_ translation: Translation) -> String? {
        if translation.state == .final || translation.state == .reviewed { return translation.state.rawValue }
        if case .human = translation.origin { return "human" }
        return nil
    }

    private func summary(_ outcome: TermChange.Outcome) -> String {
        let tag = change.locale.description
        var parts: [String] = []
        if let target = change.target {
            let old = change.was.isEmpty ? outcome.replacements.first?.old : change.was.joined(separator: ", ")
            parts.append(old.map { "\($0) → \(target)" } ?? target)
        }
        if !change.forbidden.isEmpty { parts.append("never " + change.forbidden.joined(separator: ", ")) }
        if !change.alternatives.isEmpty { parts.append("also " + change.alternatives.joined(separator: ", ")) }
        if !change.aliases.isEmpty { parts.append("also called " + change.aliases.joined(separator: ", ")) }
        if let gender = change.gender { parts.append(gender.rawValue) }
        if let kind = change.kind { parts.append(kind.rawValue) }
        if let status = change.status { parts.append(status.rawValue) }
        if let chapter = change.fromChapter { parts.append("from chapter \(chapter)") }
        if change.note != nil { parts.append("note") }
        if !change.inflected.isEmpty { parts.append("inflections") }
        if !change.partOf.isEmpty { parts.append("part of " + change.partOf.joined(separator: ", ")) }
        return "\(change.form) (\(tag)): " + (parts.isEmpty ? "as before" : parts.joined(separator: "; "))
    }
}
