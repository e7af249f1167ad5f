/// What a reader or a check says of a file or a unit: a value with a stable code, a place and a remedy.
package struct Finding: Hashable, Sendable, Codable {
    /// Stable and kebab-case: `encoding-doubtful`, `han-left`, `term-missing`.
    package var code: String
    package var severity: Severity
    /// One sentence: what is wrong, and what to do about it.
    package var message: String
    package var place: Place

    package init(_ code: String, _ severity: Severity, _ message: String, at place: Place = Place()) {
        self.code = code
        self.severity = severity
        self.message = message
        self.place = place
    }

    package enum Severity: String, Sendable, Codable, Comparable, CaseIterable {
        case note, warning, error

        package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
        private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
    }

    /// Where: any part may be missing.
    package struct Place: Hashable, Sendable, Codable {
        /// Path of the file as the user gave it, or of an entry inside an archive after `!`: `book.epub!text/1.xhtml`.
        package var file: String?
        /// Line in the file, from 1.
        package var line: Int?
        /// Key of the unit.
        package var unit: String?
        /// Scalar offsets in the plain target text.
        package var range: Range<Int>?

        package init(file: String? = nil, line: Int? = nil, unit: String? = nil, range: Range<Int>? = nil) {
            self.file = file
            self.line = line
            self.unit = unit
            self.range = range
        }
    }
}
