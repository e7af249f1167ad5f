/// Why a paragraph or a pair is left out of a corpus. The raw values are stable: they stand in reports and JSON.
package enum CleaningReason: String, Sendable, CaseIterable, Codable {
    /// Nothing but marks and white space.
    case empty
    /// Lines of publishers and sites, page numbers, what a library puts before and after a book.
    case boilerplate
    /// Characters that were lost or read in the wrong encoding.
    case encoding
    /// A side in another language than it should be.
    case language
    /// Both sides say the same in the same letters.
    case untranslated
    /// One side is far too long for the other.
    case length
    /// The same pair again.
    case duplicate
    /// A text that the other book does not have.
    case unmatched
    /// Likely wrong: below the confidence that was asked for.
    case confidence
}
