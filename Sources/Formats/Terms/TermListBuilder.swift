import Text

/// Puts entries of any list together into concepts: entries with one id are forms of one concept.
struct TermListBuilder {
    let file: String
    /// Key of targets for which the file names no language.
    let locale: String
    var findings: [Finding] = []
    private(set) var concepts: [Concept] = []
    var rules: [TermRule] = []
    private var places: [String: Int] = [:]
    /// Names of fields that have no place in a concept: how often, and where first.
    private var unknown: [String: (count: Int, line: Int?)] = [:]

    init(file: String, locale: String) {
        self.file = file
        self.locale = locale
    }

    /// One source form with its target, as loosely as lists have them. Everything but `source` may be empty.
    struct Entry {
        var id = ""
        var source = ""
        var target = ""
        /// BCP 47; empty: the list's own.
        var locale = ""
        var note = ""
        var kind = ""
        /// `female`, `女`, or spans by chapter: `female|male@12`.
        var gender = ""
        var use = ""
        var status = ""
        var alternatives: [String] = []
        var inflected: [String] = []
        var forbidden: [String] = []
        var partOf: [String] = []
        var validFrom = ""
        var decidedBy = ""
        var decidedAt = ""
        var evidence: [String] = []
        var isPattern = false
        var isCaseSensitive = false
        var line: Int?
        /// A short list: `/` in the target sets alternatives apart, and the note tells gender and kind where no column does.
        var isLoose = true
    }

    mutating func add(_ entry: Entry) {
        guard !entry.source.isEmpty else {
            report("A term without a source is left out: “\(entry.target.prefix(60))”.", line: entry.line)
            return
        }
        let locale = entry.locale.isEmpty ? locale : LanguageTag(entry.locale)?.description ?? self.locale
        if !entry.locale.isEmpty, LanguageTag(entry.locale) == nil {
            report(
                "“\(entry.locale.prefix(20))” is no language tag; the target counts for any language.",
                line: entry.line
            )
        }
        let id = entry.id.isEmpty ? entry.source : entry.id
        if let place = places[id] {
            if entry.id.isEmpty {
                repeated(entry, of: place, locale: locale)
            } else {
                extend(place, with: entry, locale: locale)
            }
            return
        }
        let (kind, gender) = TermLabel.classify(kind: entry.kind, gender: entry.gender, note: entry.note)
        if !entry.kind.isEmpty, !TermLabel.isKind(entry.kind) {
            let kinds = Term.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            report(
                "“\(entry.kind.prefix(20))” is no kind that Caravan knows (\(kinds)); it counts as \(kind.rawValue).",
                line: entry.line
            )
        }
        if !entry.gender.isEmpty, TermLabel.spans(entry.gender) == nil, !TermLabel.isGender(entry.gender) {
            report(
                "“\(entry.gender.prefix(20))” is none of female, male, neutral; the gender is left open.",
                line: entry.line
            )
        }
        var concept = Concept(
            id: id,
            forms: [form(of: entry)],
            kind: kind,
            genders: genders(entry, guess: gender),
            note: entry.note.isEmpty ? nil : entry.note,
            validFrom: Int(entry.validFrom).flatMap { $0 > 0 ? $0 : nil },
            partOf: entry.partOf,
            status: status(entry),
            decidedBy: entry.decidedBy.isEmpty ? nil : entry.decidedBy,
            decidedAt: entry.decidedAt.isEmpty ? nil : Double(entry.decidedAt),
            evidence: entry.evidence
        )
        if !entry.validFrom.isEmpty, concept.validFrom == nil {
            report("“\(entry.validFrom.prefix(20))” is no chapter number; write 1 or more.", line: entry.line)
        }
        if !entry.target.isEmpty || !entry.forbidden.isEmpty {
            concept.targets[locale] = targetForms(of: entry)
        } else if concept.status == .approved {
            // Nobody can have approved what is not there.
            concept.status = .proposed
            report(
                "“\(entry.source.prefix(60))” has no target: it is proposed, and not used until it has one.",
                line: entry.line
            )
        }
        places[id] = concepts.count
        concepts.append(concept)
    }

    mutating func add(_ concept: Concept, line: Int?) {
        guard !concept.forms.isEmpty, concept.forms.allSatisfy({ !$0.text.isEmpty }) else {
            report("A concept without a source form is left out.", line: line)
            return
        }
        guard places[concept.id] == nil else {
            report("The concept “\(concept.id.prefix(60))” stands twice; the first counts.", line: line)
            return
        }
        places[concept.id] = concepts.count
        concepts.append(concept)
    }

    mutating func report(
        _ message: String,
        code: String = "term-list",
        severity: Finding.Severity = .warning,
        line: Int?
    ) {
        guard findings.count < TermList.mostFindings else { return }
        findings.append(Finding(code, severity, message, at: .init(file: file, line: line)))
    }

    /// Keeps in mind a field that cannot be kept.
    mutating func pass(over field: String, line: Int?) {
        unknown[String(field.prefix(60)), default: (0, line)].count += 1
    }

    func list(_ format: TermFormat) -> TermList {
        var list = TermList(concepts: concepts, rules: rules, format: format)
        list.findings = findings
        for (field, seen) in unknown.sorted(by: { $0.key < $1.key }).prefix(TermList.mostFindings) {
            let message = "A term has no place for “\(field)”; it is left out of \(seen.count) entries."
            list.findings.append(Finding("term-list", .note, message, at: .init(file: file, line: seen.line)))
        }
        return list
    }

    // MARK: Parts of a concept

    /// A second row without an id for a form that is there: another locale is added, another target is told.
    private mutating func repeated(_ entry: Entry, of place: Int, locale: String) {
        if concepts[place].targets[locale] == nil, !entry.target.isEmpty {
            concepts[place].targets[locale] = targetForms(of: entry)
        } else if concepts[place].targets[locale]?.preferred != targetForms(of: entry).preferred, !entry.target.isEmpty
        {
            report(
                "“\(entry.source.prefix(60))” stands twice with different targets; the first counts.",
                code: "term-repeated",
                line: entry.line
            )
        }
    }

    /// A further form, or a further locale, of a concept with an id.
    private mutating func extend(_ place: Int, with entry: Entry, locale: String) {
        if !concepts[place].forms.contains(where: { $0.text == entry.source }) {
            concepts[place].forms.append(form(of: entry))
        }
        let isMain = concepts[place].forms.first?.text == entry.source
        guard !entry.target.isEmpty || (isMain && !entry.forbidden.isEmpty) else { return }
        let forms = targetForms(of: entry)
        if isMain || concepts[place].targets[locale] == nil {
            concepts[place].targets[locale] = forms
        } else if concepts[place].targets[locale]?.preferred != forms.preferred {
            concepts[place].targets[locale]?.byForm[entry.source] = forms.preferred
        }
    }

    private func form(of entry: Entry) -> Concept.SourceForm {
        Concept.SourceForm(
            entry.source,
            use: Concept.SourceForm.Use(rawValue: entry.use.lowercased()) ?? .name,
            isPattern: entry.isPattern,
            isCaseSensitive: entry.isCaseSensitive
        )
    }

    private func targetForms(of entry: Entry) -> Concept.TargetForms {
        var target = entry.target
        var alternatives = entry.alternatives
        if entry.isLoose {
            // GalTransl and others write allowed targets side by side: 译文1/译文2.
            let forms = target.split(separator: "/").map { $0.trimmed }.filter { !$0.isEmpty }
            target = forms.first ?? target
            alternatives = forms.dropFirst() + alternatives
        }
        return Concept.TargetForms(
            target,
            alternatives: alternatives,
            inflected: entry.inflected,
            forbidden: entry.forbidden
        )
    }

    private mutating func status(_ entry: Entry) -> Concept.Status {
        guard !entry.status.isEmpty else { return .approved }
        if let status = Concept.Status(rawValue: entry.status.lowercased()) { return status }
        report("“\(entry.status.prefix(20))” is no status; it counts as proposed.", line: entry.line)
        return .proposed
    }

    private func genders(_ entry: Entry, guess: Term.Gender?) -> [Concept.GenderSpan] {
        if let spans = TermLabel.spans(entry.gender) { return spans }
        return entry.isLoose || !entry.gender.isEmpty ? guess.map { [Concept.GenderSpan($0)] } ?? [] : []
    }
}
