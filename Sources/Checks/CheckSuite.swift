package import Text

/// The checks for a pair of locales, ready to be asked about many units of a book in reading order.
package struct CheckSuite {
    package let context: CheckContext
    private let checks: [any Check]
    private var books: [any BookCheck]

    /// - Parameter codes: the checks to ask, by code; nil for all.
    package init(_ context: CheckContext, only codes: Set<String>? = nil) {
        self.context = context
        checks = CheckCatalog.checks.compactMap { type in
            codes.map { $0.contains(type.code) } ?? true ? type.init(context) : nil
        }
        books = CheckCatalog.bookChecks.compactMap { type in
            codes.map { $0.contains(type.code) } ?? true ? type.init(context) : nil
        }
    }

    /// The findings of one unit on its own.
    package func findings(in pair: Pair) -> [Finding] {
        findings(in: PairText(pair, context: context))
    }

    /// The next unit of a document: its findings, and what the checks of books remember of it. An empty translation is
    /// nothing but empty.
    package mutating func read(_ pair: Pair) -> [Finding] {
        let text = PairText(pair, context: context)
        for index in books.indices { books[index].read(text) }
        return findings(in: text)
    }

    /// What is certain after a document.
    package mutating func endDocument(_ file: String) -> [Finding] {
        var findings: [Finding] = []
        for index in books.indices { findings += books[index].endDocument(file) }
        return findings
    }

    /// What is certain after the last document.
    package mutating func endBook() -> [Finding] {
        var findings: [Finding] = []
        for index in books.indices { findings += books[index].endBook() }
        return findings
    }

    private func findings(in text: PairText) -> [Finding] {
        var findings: [Finding] = []
        for check in checks {
            let found = check.findings(in: text)
            guard !found.isEmpty else { continue }
            if found.contains(where: { $0.code == EmptyTarget.code }) { return found }
            findings += found
        }
        return findings
    }
}
