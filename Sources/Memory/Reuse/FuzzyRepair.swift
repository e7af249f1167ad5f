package import Text

/// Makes the translation of a like text fit, where nothing but numbers, names and codes differs: 12 → 13, 林动 → 李青.
///
/// It changes only what stands in the old translation once and as it should: in all doubt it gives nothing, and an engine is asked.
package enum FuzzyRepair {
    package struct Result: Hashable, Sendable {
        package var text: InlineText
        /// `12 → 13, Lin Dong → Li Qing`.
        package var summary: String
    }

    /// The entry's target as a translation of `source`; nil when more differs, or when it cannot be done safely.
    /// - Parameter matcher: finds the terms of both sources.
    package static func repair(
        _ entry: MemoryEntry,
        for source: InlineText,
        matcher: TermMatcher,
        into target: LanguageTag
    ) -> Result? {
        // The very same text needs no repair: whether it may be taken is for its rate to say.
        guard source.literal != entry.source.literal else { return nil }
        let (old, new) = (SourceSlots(entry.source, matcher: matcher), SourceSlots(source, matcher: matcher))
        guard old.frame == new.frame, old.slots.count == new.slots.count,
            let coded = codes(of: entry, to: source)
        else { return nil }
        var text = coded
        var changes: [String] = []
        var numbers: [NumberRewriter.Change] = []
        var names: [TermRewriter.Change] = []
        var kind = Term.Kind.other
        for (place, (was, now)) in zip(old.slots, new.slots).enumerated() where was != now {
            switch (was, now) {
            case (.code, .code): continue
            case (.number(let from, let written), .number(let to, let text)):
                guard from != to else { continue }
                guard !old.isTied(place) else { return nil }
                numbers.append(NumberRewriter.Change(from: from, to: to))
                changes.append("\(written) → \(text)")
            case (.term(let from), .term(let to)):
                guard from.kind == to.kind, from.gender == to.gender, from.target != to.target else {
                    guard from.target == to.target else { return nil }
                    continue
                }
                names.append(TermRewriter.Change(from.target, to.target))
                changes.append("\(from.source) → \(to.source)")
                kind = from.kind
            default: return nil
            }
        }
        guard let unique = unambiguous(names) else { return nil }
        for change in unique {
            // A name that stays elsewhere in the sentence must not change with it.
            let kept = new.slots.contains {
                if case .term(let term) = $0 { return term.target == change.old } else { return false }
            }
            let rewriter = TermRewriter([change], kind: kind, locale: target, others: [])
            guard !kept, case .rewritten(let rewritten, _) = rewriter.rewrite(text) else { return nil }
            text = rewritten
        }
        if !numbers.isEmpty {
            guard let rewritten = NumberRewriter(locale: target).rewrite(text, numbers, all: old.numbers) else {
                return nil
            }
            text = rewritten
        }
        return Result(text: text, summary: changes.joined(separator: ", "))
    }

    /// Each old form with one new one; nil when one would become two, or a chain.
    private static func unambiguous(_ changes: [TermRewriter.Change]) -> [TermRewriter.Change]? {
        var map: [String: String] = [:]
        for change in changes {
            guard map[change.old] == nil || map[change.old] == change.new else { return nil }
            map[change.old] = change.new
        }
        guard Set(map.keys).isDisjoint(with: map.values) else { return nil }
        return map.sorted { $0.key < $1.key }.map { TermRewriter.Change($0.key, $0.value) }
    }

    /// The old target with the codes of the new source in the places of the old one's.
    private static func codes(of entry: MemoryEntry, to source: InlineText) -> InlineText? {
        let (old, new) = (entry.source.codes, source.codes)
        guard old.count == new.count, zip(old, new).allSatisfy({ $0.role == $1.role && $0.kind == $1.kind }) else {
            return nil
        }
        guard zip(old, new).contains(where: { $0.data != $1.data }) else { return entry.target.aligned(to: source) }
        var free = Array(old.indices)
        var codes: [InlineCode] = []
        for code in entry.target.aligned(to: entry.source).codes {
            guard let place = free.firstIndex(where: { old[$0].role == code.role && old[$0].data == code.data }) else {
                return nil
            }
            codes.append(new[free.remove(at: place)])
        }
        return InlineText(text: entry.target.text, codes: codes)
    }
}
