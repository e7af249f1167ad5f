/// What a reader or a check says of a file or a unit: a value with a stable code, a place and a remedy.
package struct Finding: Hashable, Sendable, Codable {
    /// Stable and kebab-case: `encoding-doubtful`, `han-left`, `term-missing`.
    package var code: String
    package var severity: Severity
    /// One sentence: what is wrong, and what to do about it.
    package var message: String
    package var place: Place
    /// A change of the translation that takes the cause away, when there is one that nobody would want otherwise.
    package var fix: Fix?

    package init(
        _ code: String,
        _ severity: Severity,
        _ message: String,
        at place: Place = Place(),
        fix: Fix? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.place = place
        self.fix = fix
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
        /// Scalar offsets in the plain target text. An empty range at the place of a code that shows nothing is the code.
        package var range: Range<Int>?
        /// The same in the plain source text.
        package var sourceRange: Range<Int>?

        package init(
            file: String? = nil,
            line: Int? = nil,
            unit: String? = nil,
            range: Range<Int>? = nil,
            sourceRange: Range<Int>? = nil
        ) {
            self.file = file
            self.line = line
            self.unit = unit
            self.range = range
            self.sourceRange = sourceRange
        }
    }

    /// A change of a translation, as edits of its `InlineText.text`, in which each code is one scalar.
    package struct Fix: Hashable, Sendable, Codable {
        /// In ascending order, not overlapping.
        package var edits: [Edit]

        package init(_ edits: [Edit]) { self.edits = edits }

        /// Replaces the scalars of a range by a text.
        package init(replacing range: Range<Int>, by text: String) { edits = [Edit(range: range, text: text)] }

        package struct Edit: Hashable, Sendable, Codable {
            /// Scalar offsets in `InlineText.text`.
            package var range: Range<Int>
            package var text: String

            package init(range: Range<Int>, text: String) {
                self.range = range
                self.text = text
            }
        }
    }
}
