internal import Text

/// Something in a termbase that contradicts itself.
package struct TermConflict: Sendable, Encodable, Hashable {
    package var code: Code
    /// One sentence: what contradicts what, and what to do.
    package var message: String
    /// The source forms that it is about.
    package var forms: [String]
    /// Ids of the concepts.
    package var concepts: [String]
    /// A doubt rather than a fault: a form in another may well be meant so.
    package var isDoubt: Bool

    package enum Code: String, Sendable, Codable, CaseIterable {
        /// One source form with two targets.
        case twoTargets = "two-targets"
        /// One target for two concepts.
        case sharedTarget = "shared-target"
        /// A form that two concepts have.
        case sharedForm = "shared-form"
        /// One person of two genders, without a chapter that parts them.
        case gender
        /// A form in another one, and no link says how they belong together.
        case insideAnother = "inside-another"
        /// A link to what a term is a part of that leads nowhere, or back to the term.
        case brokenLink = "broken-link"
        /// A target that the same or another concept forbids.
        case forbiddenTarget = "forbidden-target"
    }
}
