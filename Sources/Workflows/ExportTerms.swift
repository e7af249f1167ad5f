package import Formats
package import Text

/// Writes the terms of a project to a file.
package struct ExportTerms {
    private let base: Termbase

    package init(_ base: Termbase) { self.base = base }

    /// The bytes of a list in a format.
    /// - Parameters:
    ///   - locale: the targets that are written; nil: all.
    ///   - isAll: proposed and rejected concepts, too.
    package func run(
        as format: TermFormat,
        locale: LanguageTag?,
        source: LanguageTag,
        isAll: Bool
    ) -> (bytes: [UInt8], count: Int, findings: [Finding]) {
        let concepts = base.entries().filter { isAll || $0.concept.status == .approved }.map { entry in
            var concept = entry.concept
            // What a list has for any language is meant for the project's only one.
            if let only = base.locale?.description, let any = concept.targets.removeValue(forKey: Concept.anyLocale) {
                concept.targets[only] = concept.targets[only] ?? any
            }
            concept.decidedBy = entry.decidedBy == Termbase.ownName ? nil : entry.decidedBy
            return concept
        }
        let written = TermListWriter.write(TermList(concepts: concepts), as: format, locale: locale, source: source)
        return (written.bytes, concepts.count, written.findings)
    }

    /// Puts the bytes of a list into a file.
    package static func write(_ bytes: [UInt8], to path: String) throws { try Files.write(bytes, to: path) }
}
