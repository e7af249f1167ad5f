internal import Storage
package import Text

/// What somebody wants of one term: set it, add it, or change what is known of it.
package struct TermChange: Sendable {
    /// A source form, or the id of a concept.
    package var form: String
    package var locale: LanguageTag
    /// The new preferred form in the locale; nil leaves it.
    package var target: String?
    /// Forms in the translations whose place the new one takes; empty: the preferred one so far.
    package var was: [String] = []
    package var kind: Term.Kind?
    package var gender: Term.Gender?
    /// From which chapter on the target or the gender holds, from 1.
    package var fromChapter: Int?
    package var note: String?
    package var aliases: [String] = []
    package var alternatives: [String] = []
    package var inflected: [String] = []
    package var forbidden: [String] = []
    package var partOf: [String] = []
    package var status: Concept.Status?
    /// Who decides.
    package var decidedBy: String?
    /// Units that hold the term and none of its forms are asked again, too.
    package var asksMissing = false
    /// Texts that a person made, reviewed or closed are changed, too.
    package var includesFinal = false

    package init(form: String, locale: LanguageTag) {
        self.form = form
        self.locale = locale
    }

    /// The termbase after the change, as far as this concept goes.
    struct Outcome {
        var before: Concept?
        var after: Concept
        /// Source forms whose target changes.
        var sources: Set<String>
        /// Old target forms with what takes their place.
        var replacements: [(old: String, new: String, isInflected: Bool)]
        /// From this chapter on.
        var validFrom: Int?
        var changesGender: Bool
    }

    func outcome(of entry: Termbase.Entry?, at now: Timestamp) throws(WorkflowError) -> Outcome {
        let old = entry?.concept
        if old == nil, target == nil {
            throw WorkflowError(
                .wrongUse,
                "There is no term “\(form)”. Give it a target: caravan terms set \(form) \"…\"; or see `caravan terms list`."
            )
        }
        let tag = locale.description
        let current = old?.targetForms(for: tag)
        let isMain = old.map { $0.id == form || $0.forms.first?.text == form } ?? true
        let former = isMain ? current?.preferred : current?.byForm[form] ?? current?.preferred
        if let target, let fromChapter, let old, let former, former != target {
            return later(than: old, target: target, former: former, from: fromChapter, at: now)
        }
        var after = old ?? Concept(forms: [Concept.SourceForm(form)])
        if target != nil || !alternatives.isEmpty || !inflected.isEmpty || !forbidden.isEmpty {
            after.targets[tag] = targets(current, isMain: isMain)
        }
        describe(&after, at: now)
        if target == nil || former == target, gender == nil, fromChapter != nil { after.validFrom = fromChapter }
        var replacements: [(old: String, new: String, isInflected: Bool)] = []
        let preferred = target ?? former ?? ""
        let replaced = (was.isEmpty ? [former].compactMap(\.self) : was) + forbidden
        for form in replaced where !form.isEmpty && form != preferred && !preferred.isEmpty {
            replacements.append((form, preferred, false))
        }
        if isMain, let current, former != preferred {
            for (old, new) in zip(current.inflected, inflected) where old != new {
                replacements.append((old, new, true))
            }
        }
        let forms = after.forms.filter { current?.byForm[$0.text] == nil || (!isMain && $0.text == form) }
        return Outcome(
            before: old,
            after: after,
            sources: isMain ? Set(forms.map(\.text)) : [form],
            replacements: replacements,
            validFrom: after.validFrom,
            changesGender: gender != nil && old != nil && after.genders != old?.genders
        )
    }

    private func targets(_ current: Concept.TargetForms?, isMain: Bool) -> Concept.TargetForms {
        var forms = current ?? Concept.TargetForms("")
        if let target {
            if isMain {
                // Listed inflections are those of the old form.
                if forms.preferred != target { forms.inflected = [] }
                forms.preferred = target
            } else {
                forms.byForm[form] = target == forms.preferred ? nil : target
            }
        }
        if !inflected.isEmpty { forms.inflected = inflected }
        for form in alternatives where !forms.alternatives.contains(form) { forms.alternatives.append(form) }
        for form in forbidden where !forms.forbidden.contains(form) { forms.forbidden.append(form) }
        forms.alternatives.removeAll { $0 == forms.preferred || forms.forbidden.contains($0) }
        forms.forbidden.removeAll { $0 == target }
        return forms
    }

    private func describe(_ concept: inout Concept, at now: Timestamp) {
        if let kind { concept.kind = kind }
        if let note { concept.note = note.isEmpty ? nil : note }
        for alias in aliases where !concept.forms.contains(where: { $0.text == alias }) {
            concept.forms.append(Concept.SourceForm(alias, use: .alias))
        }
        for id in partOf where !concept.partOf.contains(id) { concept.partOf.append(id) }
        if let gender {
            if let fromChapter, !(concept.genders.isEmpty && fromChapter == 1) {
                concept.genders.removeAll { $0.fromChapter == fromChapter }
                concept.genders.append(Concept.GenderSpan(gender, fromChapter: fromChapter))
                concept.genders.sort { ($0.fromChapter ?? 0) < ($1.fromChapter ?? 0) }
            } else {
                concept.genders = [Concept.GenderSpan(gender)]
            }
            if kind == nil, concept.kind == .other { concept.kind = .person }
        }
        if let status {
            concept.status = status
        } else if target != nil {
            concept.status = .approved
        }
        concept.decidedBy = decidedBy
        concept.decidedAt = now
    }

    /// Another target from a chapter on is a concept of its own: the chapters before keep theirs.
    private func later(
        than old: Concept,
        target: String,
        former: String,
        from chapter: Int,
        at now: Timestamp
    ) -> Outcome {
        var after = old
        after.id = "\(old.id)@\(chapter)"
        after.validFrom = chapter
        if old.forms.first?.text != form, old.id != form { after.forms.removeAll { $0.text != form } }
        after.targets = [locale.description: Concept.TargetForms(target)]
        after.targets[locale.description]?.alternatives = alternatives
        after.targets[locale.description]?.inflected = inflected
        after.targets[locale.description]?.forbidden = forbidden
        var rest = self
        rest.fromChapter = nil
        rest.describe(&after, at: now)
        let replaced = was.isEmpty ? [former] : was
        return Outcome(
            before: nil,
            after: after,
            sources: Set(after.forms.map(\.text)),
            replacements: (replaced + forbidden).map { ($0, target, false) },
            validFrom: chapter,
            changesGender: false
        )
    }
}
