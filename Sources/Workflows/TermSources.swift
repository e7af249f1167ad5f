internal import Formats
package import Text

/// The term lists of a run, read and joined into one: the first list that knows a source form wins.
package struct TermSources: Sendable {
    package private(set) var terms: [Term] = []
    package private(set) var findings: [Finding] = []

    package init(files: [String]) throws {
        var seen: Set<String> = []
        for file in files {
            let list = try TermList.read(try Files.read(file), file: file)
            findings += list.findings
            for term in list.terms where seen.insert(term.source).inserted { terms.append(term) }
        }
    }
}

extension Project {
    /// The term lists named in the settings.
    package func terms() throws -> TermSources {
        try TermSources(files: settings.terms.map { path($0) })
    }
}
