/// One source form of a concept of the termbase with its translation in one locale, as rooms hand it to one another. The
/// whole concept is a `Concept`.
package struct Term: Hashable, Sendable, Codable {
    /// The form looked for in the source.
    package var source: String
    /// The preferred form in the target.
    package var target: String
    /// Other forms that are as good in the target.
    package var alternatives: [String]
    package var kind: Kind
    /// The gender that holds where the term is handed over; see `gender(inChapter:)`.
    package var gender: Gender?
    /// The genders of the concept where there is more than one, each with the chapter from which it holds.
    package var genders: [Concept.GenderSpan]
    /// A remark for the translator: role, manner, scope. Goes into the prompt.
    package var note: String?
    /// Id of its concept; forms of one person share it. Nil for a term that stands alone.
    package var concept: String?
    /// Listed inflections of the target forms.
    package var inflected: [String]
    /// Forms that must not appear in the target where the term is in the source.
    package var forbidden: [String]
    /// Number of the chapter from which the term holds, from 1; nil: from the beginning.
    package var validFrom: Int?
    /// `source` is a regular expression.
    package var isPattern: Bool
    package var isCaseSensitive: Bool

    package init(
        source: String,
        target: String,
        alternatives: [String] = [],
        kind: Kind = .other,
        gender: Gender? = nil,
        note: String? = nil,
        concept: String? = nil,
        inflected: [String] = [],
        forbidden: [String] = [],
        validFrom: Int? = nil,
        isPattern: Bool = false,
        isCaseSensitive: Bool = false,
        genders: [Concept.GenderSpan] = []
    ) {
        self.genders = genders
        self.source = source
        self.target = target
        self.alternatives = alternatives
        self.kind = kind
        self.gender = gender
        self.note = note
        self.concept = concept
        self.inflected = inflected
        self.forbidden = forbidden
        self.validFrom = validFrom
        self.isPattern = isPattern
        self.isCaseSensitive = isCaseSensitive
    }

    package enum Kind: String, Sendable, Codable, CaseIterable {
        case person, place, organization, skill, item, title, idiom, other
    }

    package enum Gender: String, Sendable, Codable {
        case female, male, neutral
    }

    /// What makes two forms one and the same concept: the id, or the preferred target form without one.
    package var identity: String { concept ?? target }

    /// The term as it stands in a chapter, from 1: with the gender that holds there.
    package func term(inChapter chapter: Int?) -> Term {
        guard !genders.isEmpty else { return self }
        var term = self
        term.gender = genders.gender(inChapter: chapter)
        return term
    }
}

extension Term {
    /// Lists that were kept before a field existed do without it.
    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            source: try fields.decode(String.self, forKey: .source),
            target: try fields.decode(String.self, forKey: .target),
            alternatives: try fields.decodeIfPresent([String].self, forKey: .alternatives) ?? [],
            kind: try fields.decodeIfPresent(Kind.self, forKey: .kind) ?? .other,
            gender: try fields.decodeIfPresent(Gender.self, forKey: .gender),
            note: try fields.decodeIfPresent(String.self, forKey: .note),
            concept: try fields.decodeIfPresent(String.self, forKey: .concept),
            inflected: try fields.decodeIfPresent([String].self, forKey: .inflected) ?? [],
            forbidden: try fields.decodeIfPresent([String].self, forKey: .forbidden) ?? [],
            validFrom: try fields.decodeIfPresent(Int.self, forKey: .validFrom),
            isPattern: try fields.decodeIfPresent(Bool.self, forKey: .isPattern) ?? false,
            isCaseSensitive: try fields.decodeIfPresent(Bool.self, forKey: .isCaseSensitive) ?? false,
            genders: try fields.decodeIfPresent([Concept.GenderSpan].self, forKey: .genders) ?? []
        )
    }
}
