/// One concept of the termbase (TBX: `conceptEntry`) with all its forms in the source and in every locale: a person, a sect,
/// a sword. What a room is handed for one source form and one locale is a `Term`.
package struct Concept: Hashable, Sendable, Codable {
    /// Stable within a termbase; made from the first source form when the file it came from gives none.
    package var id: String
    /// In order of importance; the first is the name by which the concept is listed. Never empty.
    package var forms: [SourceForm]
    /// By BCP 47 locale.
    package var targets: [String: TargetForms]
    package var kind: Term.Kind
    /// In order of their chapters; the last one that has begun holds. Empty: unknown.
    package var genders: [GenderSpan]
    /// A remark for the translator: role, manner, scope. Goes into the prompt.
    package var note: String?
    /// Number of the chapter from which the term holds, from 1; nil: from the beginning.
    package var validFrom: Int?
    /// Ids of the concepts that this one is a part of, or is named after: 李 in 李天明.
    package var partOf: [String]
    package var status: Status
    /// Who decided: a person's name, `mined`, an engine's name, the file it came from.
    package var decidedBy: String?
    /// Seconds since 1970.
    package var decidedAt: Double?
    /// Keys of units that show the term in use.
    package var evidence: [String]

    package init(
        id: String? = nil,
        forms: [SourceForm],
        targets: [String: TargetForms] = [:],
        kind: Term.Kind = .other,
        genders: [GenderSpan] = [],
        note: String? = nil,
        validFrom: Int? = nil,
        partOf: [String] = [],
        status: Status = .approved,
        decidedBy: String? = nil,
        decidedAt: Double? = nil,
        evidence: [String] = []
    ) {
        self.id = id ?? forms.first?.text ?? ""
        self.forms = forms
        self.targets = targets
        self.kind = kind
        self.genders = genders
        self.note = note
        self.validFrom = validFrom
        self.partOf = partOf
        self.status = status
        self.decidedBy = decidedBy
        self.decidedAt = decidedAt
        self.evidence = evidence
    }

    /// A form looked for in the source.
    package struct SourceForm: Hashable, Sendable, Codable {
        package var text: String
        package var use: Use
        /// `text` is a regular expression.
        package var isPattern: Bool
        package var isCaseSensitive: Bool

        package init(_ text: String, use: Use = .name, isPattern: Bool = false, isCaseSensitive: Bool = false) {
            self.text = text
            self.use = use
            self.isPattern = isPattern
            self.isCaseSensitive = isCaseSensitive
        }

        package enum Use: String, Sendable, Codable, CaseIterable {
            /// The full name, and the name of anything that is no person.
            case name
            /// Another name or a short one: 天明 for 李天明.
            case alias
            /// How others call the person: 林师弟.
            case address
            /// 铁剑真人 for a person, 万山之祖 for a place.
            case epithet
        }
    }

    /// The forms in one locale.
    package struct TargetForms: Hashable, Sendable, Codable {
        package var preferred: String
        /// Forms that are as good.
        package var alternatives: [String]
        /// Listed inflections of any of these.
        package var inflected: [String]
        /// Forms that must not appear where the term does.
        package var forbidden: [String]
        /// Translations of single source forms that have one of their own: 林师弟 → Junior Brother Lin.
        package var byForm: [String: String]

        package init(
            _ preferred: String,
            alternatives: [String] = [],
            inflected: [String] = [],
            forbidden: [String] = [],
            byForm: [String: String] = [:]
        ) {
            self.preferred = preferred
            self.alternatives = alternatives
            self.inflected = inflected
            self.forbidden = forbidden
            self.byForm = byForm
        }
    }

    /// A gender and the chapter from which it holds, from 1: disguises and twins exist.
    package struct GenderSpan: Hashable, Sendable, Codable {
        package var gender: Term.Gender
        package var fromChapter: Int?

        package init(_ gender: Term.Gender, fromChapter: Int? = nil) {
            self.gender = gender
            self.fromChapter = fromChapter
        }
    }

    package enum Status: String, Sendable, Codable, CaseIterable {
        case proposed, approved, rejected
    }

    /// The gender in a chapter, from 1; nil asks for the one that holds from the beginning, or the first known.
    package func gender(inChapter chapter: Int?) -> Term.Gender? {
        genders.gender(inChapter: chapter)
    }

    /// Key in `targets` for a list that does not say its language (BCP 47: undetermined).
    package static let anyLocale = "und"

    /// The forms for a locale: its own, else those of the wider tag (`en` for `en-GB`, `zh-Hant` for `zh-Hant-TW`), else,
    /// when the locale names no region, those of a narrower one, else those that are for any locale.
    package func targetForms(for locale: String) -> TargetForms? {
        var tag = locale[...]
        while true {
            if let forms = targets[String(tag)] { return forms }
            guard let dash = tag.lastIndex(of: "-") else { break }
            tag = tag[..<dash]
        }
        let narrower = targets.keys.filter { $0.hasPrefix("\(locale)-") }.min()
        return narrower.flatMap { targets[$0] } ?? targets[Self.anyLocale]
    }

    /// The concept as terms of one locale, one for each source form; empty without a translation for that locale.
    package func terms(locale: String, chapter: Int? = nil) -> [Term] {
        guard let forms = targetForms(for: locale), !forms.preferred.isEmpty else { return [] }
        return self.forms.map { form in
            let own = forms.byForm[form.text]
            return Term(
                source: form.text,
                target: own ?? forms.preferred,
                alternatives: own == nil ? forms.alternatives : [forms.preferred] + forms.alternatives,
                kind: kind,
                gender: gender(inChapter: chapter),
                note: note,
                concept: id,
                inflected: forms.inflected,
                forbidden: forms.forbidden,
                validFrom: validFrom,
                isPattern: form.isPattern,
                isCaseSensitive: form.isCaseSensitive,
                genders: genders.count > 1 ? genders : []
            )
        }
    }
}

extension [Concept.GenderSpan] {
    /// The gender in a chapter, from 1; nil asks for the one that holds from the beginning, or the first known.
    func gender(inChapter chapter: Int?) -> Term.Gender? {
        guard let chapter else { return (first { $0.fromChapter == nil } ?? first)?.gender }
        return last { ($0.fromChapter ?? 1) <= chapter }?.gender ?? first?.gender
    }
}
