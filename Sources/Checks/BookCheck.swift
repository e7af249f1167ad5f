package import Text

/// A check that needs more than one unit: neighbours, a document or the whole book.
///
/// Units come in reading order, document by document; what is remembered of each is to be small, since books are long.
/// Findings name the unit (`place.unit`) and the file (`place.file`) they speak of.
package protocol BookCheck: Sendable {
    static var code: String { get }
    static var asserts: String { get }
    static var locales: String { get }
    static var severity: Finding.Severity { get }
    static var examples: [BookExample] { get }

    init?(_ context: CheckContext)

    /// Takes the next unit of the document that is being read.
    mutating func read(_ text: PairText)
    /// The findings that are certain when a document has been read; what is kept of it afterwards is for `endBook`.
    mutating func endDocument(_ file: String) -> [Finding]
    /// The findings that need all documents.
    mutating func endBook() -> [Finding]
}

extension BookCheck {
    package static var locales: String { "all" }
    package static var severity: Finding.Severity { .warning }
    package static var examples: [BookExample] { [] }
    package mutating func endDocument(_ file: String) -> [Finding] { [] }
    package mutating func endBook() -> [Finding] { [] }
}

/// A run of units that fails or passes a check of a book.
package struct BookExample: Sendable {
    package var units: [CheckExample]
    package var fails: Bool

    package static func fails(_ units: [CheckExample]) -> BookExample { BookExample(units: units, fails: true) }
    package static func passes(_ units: [CheckExample]) -> BookExample { BookExample(units: units, fails: false) }
}
