package import Text

/// Looks for what contradicts itself in a termbase.
package struct TermConflicts {
    private let base: Termbase
    private let locales: [String]
    private var found: [TermConflict] = []

    /// - Parameter locales: the targets that are looked at; all that occur when empty.
    package init(_ base: Termbase, locales: [LanguageTag]) {
        self.base = base
        let all = Set(base.layers.flatMap { $0.concepts.flatMap { $0.targets.keys } })
        self.locales = locales.isEmpty ? all.sorted() : locales.map(\.description)
    }

    /// The conflicts, faults before doubts.
    package mutating func run() -> [TermConflict] {
        found = []
        let entries = base.layers.flatMap { layer in
            layer.concepts.filter { $0.status != .rejected }.map { Termbase.Entry(concept: $0, layer: layer) }
        }
        sharedForms(entries)
        for locale in locales { sharedTargets(entries, locale: locale) }
        genders(entries)
        links(entries.map(\.concept))
        insides(base.entries().map(\.concept).filter { $0.status == .approved })
        return found.enumerated().sorted {
            ($0.element.isDoubt ? 1 : 0, $0.offset) < ($1.element.isDoubt ? 1 : 0, $1.offset)
        }.map(\.element)
    }

    private mutating func sharedForms(_ entries: [Termbase.Entry]) {
        var owners: [String: [Termbase.Entry]] = [:]
        var order: [String] = []
        for entry in entries {
            for form in entry.concept.forms {
                if owners[form.text] == nil { order.append(form.text) }
                owners[form.text, default: []].append(entry)
            }
        }
        for form in order {
            guard let all = owners[form], all.count > 1 else { continue }
            // A form may begin to mean something else in a later chapter.
            let spans = Set(all.map { $0.concept.validFrom })
            guard spans.count < all.count else { continue }
            var isTold = false
            for locale in locales {
                let targets = all.compactMap { entry in
                    entry.concept.terms(locale: locale).first { $0.source == form }.map { (entry, $0.target) }
                }
                let distinct = Set(targets.map(\.1))
                guard distinct.count > 1 else { continue }
                isTold = true
                let ways = targets.map { "“\($0.1)” (\($0.0.decidedBy))" }.joined(separator: ", ")
                let isHidden = Set(targets.map(\.0.layer.name)).count == targets.count
                found.append(
                    TermConflict(
                        code: .twoTargets,
                        message: "“\(form)” is \(ways) in \(Self.name(locale)); "
                            + (isHidden ? "the first counts." : "settle it with `caravan terms set \(form) …`."),
                        forms: [form],
                        concepts: Self.ids(all),
                        isDoubt: isHidden
                    )
                )
            }
            let people = all.filter { $0.concept.kind == .person }
            if !isTold, Set(all.map(\.concept.id)).count > 1, people.count > 1 || all.count > people.count {
                let names = all.map { $0.concept.forms.first?.text ?? $0.concept.id }.joined(separator: ", ")
                found.append(
                    TermConflict(
                        code: .sharedForm,
                        message: "“\(form)” is a form of \(all.count) concepts: \(names). Which one is meant?",
                        forms: [form],
                        concepts: Self.ids(all),
                        isDoubt: false
                    )
                )
            }
        }
    }

    private mutating func sharedTargets(_ entries: [Termbase.Entry], locale: String) {
        var owners: [String: [Termbase.Entry]] = [:]
        var forbidden: [String: [Termbase.Entry]] = [:]
        var order: [String] = []
        for entry in entries {
            guard let forms = entry.concept.targetForms(for: locale), !forms.preferred.isEmpty else { continue }
            let target = forms.preferred.lowercased()
            if owners[target] == nil { order.append(target) }
            owners[target, default: []].append(entry)
            for form in forms.forbidden { forbidden[form.lowercased(), default: []].append(entry) }
        }
        for target in order {
            guard let all = owners[target] else { continue }
            let ids = Self.ids(all)
            let firsts = Set(all.compactMap { $0.concept.forms.first?.text })
            if ids.count > 1, firsts.count > 1, !Self.areLinked(all.map(\.concept)) {
                let names = firsts.sorted().joined(separator: ", ")
                let shown = all[0].concept.targetForms(for: locale)?.preferred ?? target
                found.append(
                    TermConflict(
                        code: .sharedTarget,
                        message:
                            "“\(shown)” stands for \(firsts.count) concepts in \(Self.name(locale)): \(names). Readers "
                            + "cannot tell them apart; make them forms of one concept, or give one another name.",
                        forms: firsts.sorted(),
                        concepts: ids,
                        isDoubt: !all.allSatisfy { $0.concept.kind == .person }
                    )
                )
            }
            for entry in forbidden[target] ?? [] {
                let form = entry.concept.forms.first?.text ?? entry.concept.id
                found.append(
                    TermConflict(
                        code: .forbiddenTarget,
                        message: "“\(form)” forbids “\(target)”, which is the target of "
                            + all.compactMap { $0.concept.forms.first?.text }.joined(separator: ", ") + ".",
                        forms: [form],
                        concepts: Self.ids(all + [entry]),
                        isDoubt: true
                    )
                )
            }
        }
    }

    private mutating func genders(_ entries: [Termbase.Entry]) {
        var byForm: [String: [(Termbase.Entry, Term.Gender)]] = [:]
        var order: [String] = []
        for entry in entries {
            let spans = entry.concept.genders
            let chapters = spans.map { $0.fromChapter ?? 1 }
            if Set(chapters).count < chapters.count, Set(spans.map(\.gender)).count > 1 {
                addGender(entry.concept, "two genders from one chapter on")
            }
            guard let form = entry.concept.forms.first?.text, let gender = entry.concept.gender(inChapter: nil) else {
                continue
            }
            if byForm[form] == nil { order.append(form) }
            byForm[form, default: []].append((entry, gender))
        }
        for form in order {
            guard let all = byForm[form], Set(all.map(\.1)).count > 1 else { continue }
            // Where a form begins to mean something else in a chapter, the genders of that chapter count.
            let chapter = all.compactMap(\.0.concept.validFrom).max()
            guard Set(all.map { $0.0.concept.gender(inChapter: chapter) }).count > 1 else { continue }
            let ways = all.map { "\($0.1.rawValue) (\($0.0.decidedBy))" }.joined(separator: ", ")
            addGender(all[0].0.concept, ways)
        }
    }

    /// Links of part and whole that name nothing, the concept itself, or go round in a ring.
    private mutating func links(_ concepts: [Concept]) {
        var places: [String: Int] = [:]
        for (index, concept) in concepts.enumerated() where places[concept.id] == nil { places[concept.id] = index }
        for (index, concept) in concepts.enumerated() {
            for form in concept.forms where places[form.text] == nil { places[form.text] = index }
        }
        for (index, concept) in concepts.enumerated() where !concept.partOf.isEmpty {
            let name = concept.forms.first?.text ?? concept.id
            for link in concept.partOf where places[link] == nil {
                addLink(
                    concept,
                    "“\(name)” is said to be a part of “\(link)”, which is no term. Add it, or take the link out."
                )
            }
            if concept.partOf.contains(where: { places[$0] == index }) {
                addLink(concept, "“\(name)” is said to be a part of itself. Take the link out.")
                continue
            }
            var seen: Set<Int> = []
            var next = concept.partOf.compactMap { places[$0] }
            while let place = next.popLast() {
                if place == index {
                    addLink(concept, "“\(name)” is a part of itself by way of other terms. Take one of the links out.")
                    break
                }
                if seen.insert(place).inserted { next += concepts[place].partOf.compactMap { places[$0] } }
            }
        }
    }

    private mutating func addLink(_ concept: Concept, _ message: String) {
        found.append(
            TermConflict(
                code: .brokenLink,
                message: message,
                forms: concept.forms.prefix(1).map(\.text),
                concepts: [concept.id],
                isDoubt: false
            )
        )
    }

    private mutating func addGender(_ concept: Concept, _ what: String) {
        let form = concept.forms.first?.text ?? concept.id
        found.append(
            TermConflict(
                code: .gender,
                message: "“\(form)” has \(what). Settle it with `caravan terms set \(form) --gender …`.",
                forms: [form],
                concepts: [concept.id],
                isDoubt: false
            )
        )
    }

    /// Forms in other forms, by looking up every stretch of every form.
    private mutating func insides(_ concepts: [Concept]) {
        var owners: [String: Concept] = [:]
        for concept in concepts {
            for form in concept.forms where !form.isPattern && owners[form.text] == nil { owners[form.text] = concept }
        }
        for concept in concepts {
            for form in concept.forms where !form.isPattern {
                let scalars = Array(form.text.unicodeScalars.prefix(24))
                var told: Set<String> = []
                for start in scalars.indices {
                    for end in scalars.indices where end >= start && end - start + 1 < scalars.count {
                        let inner = String(String.UnicodeScalarView(scalars[start...end]))
                        guard let other = owners[inner], !Self.areLinked([concept, other]), told.insert(inner).inserted
                        else { continue }
                        addInside(concept, form.text, other, inner)
                    }
                }
            }
        }
    }

    private mutating func addInside(_ concept: Concept, _ form: String, _ other: Concept, _ inner: String) {
        // 青檀 in 青檀剑 is Qing Tan in Qing Tan Sword: the translations agree.
        let agrees = locales.allSatisfy { locale in
            guard let outer = concept.terms(locale: locale).first(where: { $0.source == form })?.target,
                let part = other.terms(locale: locale).first(where: { $0.source == inner })?.target
            else { return true }
            return outer.lowercased().contains(part.lowercased())
        }
        guard !agrees else { return }
        found.append(
            TermConflict(
                code: .insideAnother,
                message:
                    "“\(inner)” is in “\(form)”, and their translations have nothing in common. If one is named after "
                    + "the other, say so: caravan terms set \(form) --part-of \(inner).",
                forms: [form, inner],
                concepts: [concept.id, other.id],
                isDoubt: true
            )
        )
    }

    private static func areLinked(_ concepts: [Concept]) -> Bool {
        guard let first = concepts.first else { return true }
        return concepts.dropFirst().allSatisfy { other in
            let names = Set(other.forms.map(\.text) + [other.id])
            let own = Set(first.forms.map(\.text) + [first.id])
            return other.id == first.id || !names.isDisjoint(with: first.partOf) || !own.isDisjoint(with: other.partOf)
        }
    }

    private static func ids(_ entries: [Termbase.Entry]) -> [String] {
        var seen: Set<String> = []
        return entries.map(\.concept.id).filter { seen.insert($0).inserted }
    }

    private static func name(_ locale: String) -> String { locale == Concept.anyLocale ? "any language" : locale }
}
