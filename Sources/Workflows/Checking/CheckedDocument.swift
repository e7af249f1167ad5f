package import Checks
package import Text

/// One document with its translation in one locale, as the checks go through it.
package struct CheckedDocument {
    /// The file that findings speak of: where the translation stands.
    package var file: String
    package var source: LanguageTag
    package var target: LanguageTag
    /// Units in reading order, each with its key.
    package var pairs: [Pair]
    /// Lines in the file by the index of the pair, from 1; empty where lines are not known.
    package var lines: [Int]
    /// What is to be said of the document as a whole.
    package var findings: [Finding]
    /// Units whose translation only a person may change, by key.
    package var kept: Set<String>
    /// Writes changed translations back, by key of their units; nil where that cannot be done.
    package var save: (([String: Mended]) throws -> Void)?

    /// A translation after its fixes, and what the checks still find in it.
    package struct Mended: Sendable {
        package var text: InlineText
        package var findings: [Finding]
    }

    package init(file: String, source: LanguageTag, target: LanguageTag) {
        self.file = file
        self.source = source
        self.target = target
        pairs = []
        lines = []
        findings = []
        kept = []
    }
}

/// Where documents to check come from; hands them over one at a time, so that a library needs no more memory than a book.
package protocol CheckInput {
    func forEachDocument(_ body: (CheckedDocument) throws -> Void) throws
}
