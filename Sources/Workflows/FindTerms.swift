internal import Formats
internal import Memory
package import Text

/// Finds every place of the terms in texts, and says why one did or did not count.
package struct FindTerms {
    private let matcher: TermMatcher
    private let targets: [String]
    private let names: [String]
    private let includesRefused: Bool

    /// Bad regular expressions and forms that are too long to be looked for.
    package var problems: [Finding] { matcher.problems }

    /// - Parameter includesRefused: matches that a boundary refused are handed out, too.
    package init(_ base: Termbase, locale: LanguageTag?, includesRefused: Bool) {
        let tag = locale?.description ?? Concept.anyLocale
        var terms: [Term] = []
        var names: [String: String] = [:]
        for entry in base.entries() where entry.concept.status != .rejected {
            let name = entry.concept.forms.first?.text ?? entry.concept.id
            let known = entry.concept.terms(locale: tag)
            // A form is found though it has no target yet.
            let found =
                known.isEmpty
                ? entry.concept.forms.map { form in
                    Term(
                        source: form.text,
                        target: entry.concept.targets.values.first?.preferred ?? "",
                        kind: entry.concept.kind,
                        concept: entry.concept.id,
                        isPattern: form.isPattern,
                        isCaseSensitive: form.isCaseSensitive
                    )
                } : known
            for term in found where names[term.source] == nil {
                names[term.source] = name
                terms.append(term)
            }
        }
        let dictionaries = Dictionaries.installed()
        matcher = TermMatcher(terms, segmenter: dictionaries.segmenter, variants: dictionaries.variants)
        targets = matcher.terms.map(\.target)
        self.names = matcher.terms.map { names[$0.source] ?? $0.source }
        self.includesRefused = includesRefused
    }

    /// A place of a term.
    package struct Hit: Sendable, Encodable {
        /// As it was given; `-` for standard input, nil for a text on the command line.
        package var file: String?
        /// From 1.
        package var line: Int
        /// Unicode scalars before it in its line.
        package var start: Int
        package var end: Int
        /// The source form as the termbase has it.
        package var form: String
        /// Main form of the concept.
        package var term: String
        package var target: String
        /// What stands there: a variant of the form may differ from it.
        package var text: String
        /// Whether it counts.
        package var kept: Bool
        /// Why it does not.
        package var reason: String?
    }

    /// The hits of a text in any encoding, line by line.
    package func hits(in bytes: [UInt8], file: String?, _ each: (Hit) -> Void) {
        let decoded = DecodedText(bytes, file: file ?? "")
        var number = 1
        var start = decoded.start
        decoded.utf8.withUnsafeBufferPointer { utf8 in
            while start < utf8.count {
                var end = start
                while end < utf8.count, utf8[end] != 0x0A, utf8[end] != 0x0D { end += 1 }
                hits(in: utf8[start..<end], line: number, file: file, each)
                let isPair = end + 1 < utf8.count && utf8[end] == 0x0D && utf8[end + 1] == 0x0A
                start = end + (isPair ? 2 : 1)
                number += 1
            }
        }
    }

    /// The hits of a file.
    package func hits(inFile path: String, _ each: (Hit) -> Void) throws {
        hits(in: try Files.read(path), file: path, each)
    }

    private func hits(
        in line: Slice<UnsafeBufferPointer<UInt8>>,
        line number: Int,
        file: String?,
        _ each: (Hit) -> Void
    ) {
        guard !line.isEmpty else { return }
        let text = String(decoding: line, as: UTF8.self)
        let bytes = Array(text.utf8)
        var offset = 0
        var scalars = 0
        func scalarOffset(of byte: Int) -> Int {
            if byte < offset { (offset, scalars) = (0, 0) }
            scalars += bytes[offset..<byte].count { $0 & 0xC0 != 0x80 }
            offset = byte
            return scalars
        }
        for match in matches(in: text) {
            guard match.reason == nil || includesRefused else { continue }
            let start = scalarOffset(of: match.range.lowerBound)
            each(
                Hit(
                    file: file,
                    line: number,
                    start: start,
                    end: scalarOffset(of: match.range.upperBound),
                    form: matcher.terms[match.term].source,
                    term: names[match.term],
                    target: targets[match.term],
                    text: String(decoding: bytes[match.range], as: UTF8.self),
                    kept: match.reason == nil,
                    reason: match.reason
                )
            )
        }
    }

    private func matches(in text: String) -> [(term: Int, range: Range<Int>, reason: String?)] {
        guard includesRefused else { return matcher.matches(in: text).map { ($0.term, $0.range, nil) } }
        return matcher.allMatches(in: text).map { ($0.match.term, $0.match.range, $0.refusal?.message) }
    }
}
