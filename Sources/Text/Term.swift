/// One concept of the termbase as rooms hand it to one another (TBX: `conceptEntry`), for one source form and one locale.
package struct Term: Hashable, Sendable, Codable {
    /// The form looked for in the source.
    package var source: String
    /// The preferred form in the target.
    package var target: String
    /// Other forms that are as good in the target.
    package var alternatives: [String]
    package var kind: Kind
    package var gender: Gender?
    /// A remark for the translator: role, manner, scope. Goes into the prompt.
    package var note: String?

    package init(
        source: String,
        target: String,
        alternatives: [String] = [],
        kind: Kind = .other,
        gender: Gender? = nil,
        note: String? = nil
    ) {
        self.source = source
        self.target = target
        self.alternatives = alternatives
        self.kind = kind
        self.gender = gender
        self.note = note
    }

    package enum Kind: String, Sendable, Codable, CaseIterable {
        case person, place, organization, skill, item, title, idiom, other
    }

    package enum Gender: String, Sendable, Codable {
        case female, male, neutral
    }
}
