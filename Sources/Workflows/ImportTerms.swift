internal import Formats
package import Storage
package import Text

/// Takes lists of terms into the project's own base.
package struct ImportTerms {
    private let project: Project
    private let now: Timestamp

    package init(_ project: Project, now: Timestamp) {
        self.project = project
        self.now = now
    }

    package struct Options: Sendable {
        /// The locale of targets for which a list names none.
        package var locale: LanguageTag?
        /// What the lists decide takes the place of what the base has.
        package var replaces = false
        /// The status that all concepts get; nil: as the lists have it.
        package var status: Concept.Status?

        package init() {}
    }

    package struct Result: Sendable, Encodable {
        package var added = 0
        package var changed = 0
        package var unchanged = 0
        /// In the base with something else, and left so.
        package var kept: [String] = []
        package var findings: [Finding] = []
    }

    /// One step, to be undone as one. Translations are not touched.
    package func run(files: [String], options: Options) throws -> Result {
        var result = Result()
        var concepts: [Concept] = []
        for file in files {
            let list = try TermList.read(try Files.read(file), file: file, locale: options.locale)
            result.findings += list.findings
            if !list.rules.isEmpty {
                let message = "\(list.rules.count) replacement rule(s) are no terms and are left out."
                result.findings.append(Finding("term-rule", .note, message, at: .init(file: file)))
            }
            for var concept in list.concepts {
                if let status = options.status { concept.status = status }
                concept.decidedBy = concept.decidedBy ?? Files.name(of: file)
                concept.decidedAt = concept.decidedAt ?? now
                concepts.append(concept)
            }
        }
        let changed = try settle(concepts, replaces: options.replaces, &result)
        guard !changed.isEmpty else { return result }
        let names = files.map { Files.name(of: $0) }.joined(separator: ", ")
        try project.store.apply(
            TermbaseChange(summary: "import \(names): \(changed.count) concept(s)", concepts: changed),
            at: now
        )
        return result
    }

    /// Adds concepts that were mined, as proposals; those whose first form the base knows are left out.
    package func add(proposals: [Concept]) throws -> Int {
        let known = Set(try project.store.concepts().flatMap { $0.forms.map(\.text) })
        let new = proposals.filter { concept in !concept.forms.contains { known.contains($0.text) } }.map { concept in
            var concept = concept
            concept.status = .proposed
            concept.decidedAt = now
            return concept
        }
        guard !new.isEmpty else { return 0 }
        try project.store.apply(TermbaseChange(summary: "mined \(new.count) term(s)", concepts: new), at: now)
        return new.count
    }

    private func settle(_ concepts: [Concept], replaces: Bool, _ result: inout Result) throws -> [Concept] {
        var base = try project.store.concepts()
        var places: [String: Int] = [:]
        for (index, concept) in base.enumerated() { places[concept.id] = index }
        for (index, concept) in base.enumerated() {
            for form in concept.forms where places[form.text] == nil { places[form.text] = index }
        }
        var changed: [Int] = []
        for concept in concepts {
            guard let place = places[concept.id] ?? concept.forms.first.flatMap({ places[$0.text] }) else {
                places[concept.id] = base.count
                for form in concept.forms where places[form.text] == nil { places[form.text] = base.count }
                changed.append(base.count)
                base.append(concept)
                result.added += 1
                continue
            }
            let merged = Self.merge(concept, into: base[place], replaces: replaces)
            if Self.says(concept, otherThan: merged) {
                result.kept.append(concept.forms.first?.text ?? concept.id)
            }
            guard !Self.isSame(merged, base[place]) else {
                result.unchanged += 1
                continue
            }
            base[place] = merged
            if !changed.contains(place) { changed.append(place) }
            result.changed += 1
        }
        return changed.map { base[$0] }
    }

    /// What the list knows besides; with `replaces` what it says counts, else what the base says.
    private static func merge(_ new: Concept, into old: Concept, replaces: Bool) -> Concept {
        var merged = old
        for form in new.forms where !merged.forms.contains(where: { $0.text == form.text }) {
            merged.forms.append(form)
        }
        for (locale, forms) in new.targets where replaces || merged.targets[locale] == nil {
            // A target for any language is no new decision beside one for a language.
            if !replaces, locale == Concept.anyLocale, !merged.targets.isEmpty { continue }
            merged.targets[locale] = forms
        }
        if replaces || merged.genders.isEmpty, !new.genders.isEmpty { merged.genders = new.genders }
        if replaces || merged.note == nil, new.note != nil { merged.note = new.note }
        if replaces || merged.kind == .other, new.kind != .other { merged.kind = new.kind }
        for id in new.partOf where !merged.partOf.contains(id) { merged.partOf.append(id) }
        if replaces || (merged.status == .proposed && new.status == .approved) {
            merged.status = new.status
            merged.decidedBy = new.decidedBy
            merged.decidedAt = new.decidedAt
        }
        return merged
    }

    private static func says(_ new: Concept, otherThan merged: Concept) -> Bool {
        new.targets.contains { locale, forms in
            guard let now = merged.targetForms(for: locale) else { return false }
            return now.preferred != forms.preferred
        }
    }

    private static func isSame(_ left: Concept, _ right: Concept) -> Bool {
        var left = left
        (left.decidedAt, left.decidedBy) = (right.decidedAt, right.decidedBy)
        return left == right
    }
}
