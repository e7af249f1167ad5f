package import Text

/// Finds the terms of a frozen list in texts: at each place the longest form that is a word there, and nothing inside a
/// form already taken.
///
/// All forms are in one trie; the time of a scan goes by the length of the text, not by the number of terms. With a
/// `Segmenter`, a form in Chinese is kept only where a likely cutting into words has its boundaries (王中 is not in
/// 国王中毒). With a `VariantTable`, traditional, simplified and variant characters match one another. Without either only
/// the longest form counts, and width and case are folded. Words in Latin letters match whole words only, in the plural
/// too. Line breaks end words; a form that holds one is not found.
package struct TermMatcher: Sendable {
    /// Those given, without repetitions of a form.
    package let terms: [Term]
    /// Changes when any term changes.
    package let fingerprint: String
    /// Terms that cannot be looked for, with what to do about it.
    package let problems: [Finding]
    let index: FormIndex
    let patterns: [TermPattern]
    let segmenter: Segmenter?
    let variants: VariantTable
    let costs: BoundaryCosts
    let hasCaseSensitive: Bool
    /// By form: the word of the lattice that it is.
    let forms: [LatticeForm]

    package init(_ terms: [Term], segmenter: Segmenter? = nil, variants: VariantTable? = nil) {
        self.init(terms, segmenter: segmenter, variants: variants, costs: BoundaryCosts())
    }

    init(_ terms: [Term], segmenter: Segmenter?, variants: VariantTable?, costs: BoundaryCosts) {
        struct Form: Hashable {
            var source: String
            var isPattern: Bool
            var isCaseSensitive: Bool
        }
        var seen: Set<Form> = []
        let kept = terms.filter {
            let form = Form(source: $0.source, isPattern: $0.isPattern, isCaseSensitive: $0.isCaseSensitive)
            return !$0.source.isEmpty && seen.insert(form).inserted
        }
        self.terms = kept
        self.segmenter = segmenter
        self.variants = variants ?? VariantTable()
        self.costs = costs
        index = FormIndex(kept, variants: self.variants)
        hasCaseSensitive = kept.contains(where: \.isCaseSensitive)
        var problems: [Finding] = []
        patterns = Self.patterns(kept, &problems)
        for term in kept where !term.isPattern && term.source.unicodeScalars.count > FormIndex.longest {
            problems.append(
                Finding(
                    "term-too-long",
                    .warning,
                    "The term “\(term.source.prefix(20))…” is longer than \(FormIndex.longest) characters and is not "
                        + "looked for. Shorten it."
                )
            )
        }
        self.problems = problems
        fingerprint = Self.fingerprint(kept)
        let fold = self.variants
        forms = index.firstTerm.map { first in
            let term = kept[Int(first)]
            let source = String(String.UnicodeScalarView(fold.folded(term.source).compactMap(Unicode.Scalar.init)))
            let isPerson: Bool? = term.kind == .person ? true : term.kind == .other ? nil : false
            return LatticeForm(source, isPerson: isPerson, segmenter: segmenter, costs: costs)
        }
    }

    private static func patterns(_ terms: [Term], _ problems: inout [Finding]) -> [TermPattern] {
        var patterns: [TermPattern] = []
        for (index, term) in terms.enumerated() where term.isPattern {
            do throws(TermPattern.Problem) {
                patterns.append(
                    try TermPattern(term.source, isCaseSensitive: term.isCaseSensitive, term: index)
                )
            } catch {
                problems.append(Finding(error.code, .warning, error.message(term.source)))
            }
        }
        return patterns
    }

    private static func fingerprint(_ terms: [Term]) -> String {
        var hash = StableHash()
        for term in terms {
            for part in [term.source, term.target, term.note ?? "", term.gender?.rawValue ?? "", term.kind.rawValue]
                + term.alternatives
            {
                hash.combine(part)
                hash.separate()
            }
            if term.isPattern { hash.combine("pattern") }
            if term.isCaseSensitive { hash.combine("case") }
        }
        return hash.hex
    }

    /// A form found in a text.
    package struct Match: Hashable, Sendable {
        /// Index into `terms`.
        package var term: Int
        /// UTF-8 offsets in the text as given.
        package var range: Range<Int>

        package init(term: Int, range: Range<Int>) {
            self.term = term
            self.range = range
        }
    }

    /// All matches in order, leftmost and longest among those that are words where they stand, not overlapping.
    package func matches(in text: String) -> [Match] {
        guard !terms.isEmpty else { return [] }
        var kept: [Match] = []
        judge(text, explains: false) { match, refusal in
            if refusal == nil { kept.append(match) }
        }
        return kept
    }

    /// Every form found, by place and then the longest first, with the reason where it was not kept.
    package func allMatches(in text: String) -> [Judged] {
        guard !terms.isEmpty else { return [] }
        var found: [Judged] = []
        judge(text, explains: true) { found.append(Judged(match: $0, refusal: $1)) }
        return found
    }

    /// The terms that occur, each once, in the order of their first place.
    package func terms(in texts: some Sequence<String>) -> [Term] {
        var found: [Int] = []
        var seen: Set<Int> = []
        for text in texts {
            for match in matches(in: text) where seen.insert(match.term).inserted { found.append(match.term) }
        }
        return found.map { terms[$0] }
    }

    /// Counts every place where a form stands, all overlaps, without a look at boundaries, case or patterns.
    package func occurrences(in text: String) -> Int {
        var count = 0
        var encoded = EncodedText()
        TextPieces.forEach(text) { bytes, _ in
            encoded.encode(bytes, with: index.alphabet)
            index.scan(encoded) { _ in count += 1 }
        }
        return count
    }
}

extension TermPattern.Problem {
    var code: String {
        switch self {
        case .invalid, .empty: "term-pattern-invalid"
        case .costly: "term-pattern-costly"
        }
    }

    func message(_ source: String) -> String {
        let start = "The pattern “\(source.prefix(60))” is not looked for"
        return switch self {
        case .invalid(let reason): "\(start), since it is no regular expression (\(reason.prefix(120))). Correct it."
        case .empty: "\(start), since it matches where nothing is. Let it match one character at least."
        case .costly:
            "\(start), since it could take without end. Repeat nothing that itself repeats or has “|” in it, use few “*” "
                + "and “+”, and no back references."
        }
    }
}
