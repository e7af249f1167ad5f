internal import Text

extension TermMatcher {
    /// A candidate with what is known of it so far.
    struct Found {
        var candidate: FormIndex.Candidate
        var term: Int32
        /// Characters of a plural's ending after the form.
        var ending: Int32 = 0
        var obstacle: Obstacle?
        /// The lattice has a say: an end is Han.
        var isHan: Bool
        var hasLatinEnd: Bool
    }

    /// What refuses a candidate, in characters of the text.
    struct Obstacle {
        var reason: Refusal.Reason
        var range: Range<Int>
    }

    /// Hands every form found with its verdict to `body`, by place and then the longest first. Without `explains` the
    /// refused ones are left out.
    func judge(_ text: String, explains: Bool, _ body: (Match, Refusal?) -> Void) {
        var byPattern: [Match] = []
        for pattern in patterns {
            for range in pattern.ranges(in: text) { byPattern.append(Match(term: pattern.term, range: range)) }
        }
        guard !byPattern.isEmpty else {
            judgeForms(text, explains: explains, body)
            return
        }
        // Patterns compete with the forms that were kept: again the leftmost first, then the longest.
        var all = byPattern.map { Judged(match: $0) }
        judgeForms(text, explains: explains) { all.append(Judged(match: $0, refusal: $1)) }
        all.sort {
            ($0.match.range.lowerBound, $1.match.range.upperBound) < (
                $1.match.range.lowerBound, $0.match.range.upperBound
            )
        }
        var end = 0
        var last = ""
        for judged in all {
            let range = judged.match.range
            if judged.refusal == nil, range.lowerBound >= end {
                end = range.upperBound
                last = terms[judged.match.term].source
                body(judged.match, nil)
            } else if explains {
                let reason: Refusal.Reason = range.upperBound <= end ? .insideLongerTerm : .overlapsTerm
                body(judged.match, judged.refusal ?? Refusal(reason, last))
            }
        }
    }

    private func judgeForms(_ text: String, explains: Bool, _ body: (Match, Refusal?) -> Void) {
        var encoded = EncodedText()
        var words = EncodedText()
        var lattice = segmenter.map { BoundaryLattice(segmenter: $0, costs: costs) }
        var found: [Found] = []
        TextPieces.forEach(text) { bytes, offset in
            encoded.encode(bytes, with: index.alphabet)
            found.removeAll(keepingCapacity: true)
            index.scan(encoded) { found.append(self.found($0)) }
            guard !found.isEmpty else { return }
            var asksLattice = false
            for place in found.indices {
                if found[place].hasLatinEnd { latin(&found[place], encoded, bytes) }
                if hasCaseSensitive { settleTerm(&found[place], encoded, bytes) }
                asksLattice = asksLattice || (found[place].isHan && found[place].obstacle == nil)
            }
            if asksLattice, let segmenter, lattice != nil {
                words.encode(bytes, with: segmenter.alphabet)
                // Both alphabets pass over the same characters, unless a compiled file was damaged.
                if words.count == encoded.count { weigh(&found, words, &lattice) }
            }
            let choice = Choice(matcher: self, text: encoded, bytes: bytes, offset: offset, explains: explains)
            choice.settle(found, body)
        }
    }

    private func found(_ candidate: FormIndex.Candidate) -> Found {
        let ends = index.ends[Int(candidate.form)]
        return Found(
            candidate: candidate,
            term: index.firstTerm[Int(candidate.form)],
            isHan: ends.first == .han || ends.last == .han,
            hasLatinEnd: ends.first.isWord || ends.last.isWord
        )
    }

    /// Asks the lattice about all candidates of Han, run by run.
    private func weigh(_ found: inout [Found], _ words: EncodedText, _ lattice: inout BoundaryLattice?) {
        let asked = found.indices.filter { found[$0].isHan && found[$0].obstacle == nil }
        let candidates = asked.map { found[$0].candidate }
        words.numbers.withUnsafeBufferPointer { numbers in
            candidates.withUnsafeBufferPointer { candidates in
                forms.withUnsafeBufferPointer { forms in
                    var next = 0
                    while next < candidates.count {
                        let (window, end) = Self.run(from: next, candidates, numbers, words.count)
                        lattice?.judge(window, numbers, candidates[next..<end], forms: forms) {
                            guard !$1.isKept, let edge = $1.obstacle else { return }
                            found[asked[$0]].obstacle = Self.obstacle(edge, window, candidates[$0])
                        }
                        next = end
                    }
                }
            }
        }
    }

    /// Characters on either side of the candidates that the lattice looks at, and how long a run it takes at once: the
    /// likeliest cutting does not depend on what is further away.
    private static let context = 48
    private static let longestRun = 512

    /// The run of Chinese and Latin without punctuation that a candidate stands in, and the end of the candidates in it.
    private static func run(
        from first: Int,
        _ candidates: UnsafeBufferPointer<FormIndex.Candidate>,
        _ numbers: UnsafeBufferPointer<UInt16>,
        _ count: Int
    ) -> (window: Range<Int>, end: Int) {
        func goesOn(_ place: Int) -> Bool { numbers[place] <= Alphabet.digit }
        var lower = Int(candidates[first].start)
        let least = max(0, lower - context)
        while lower > least, goesOn(lower - 1) { lower -= 1 }
        var upper = Int(candidates[first].end)
        var end = first
        while end < candidates.count {
            let candidate = candidates[end]
            if Int(candidate.start) >= upper {
                // Between two candidates of one run there is no punctuation.
                var place = upper
                while place < Int(candidate.start), goesOn(place) { place += 1 }
                guard place == Int(candidate.start), goesOn(place - 1), place - lower < longestRun else { break }
            } else if Int(candidate.start) - lower >= longestRun {
                break
            }
            upper = max(upper, Int(candidate.end))
            end += 1
        }
        let most = min(count, upper + context)
        while upper < most, goesOn(upper) { upper += 1 }
        return (lower..<upper, end)
    }

    private static func obstacle(
        _ edge: BoundaryLattice.Edge,
        _ window: Range<Int>,
        _ candidate: FormIndex.Candidate
    ) -> Obstacle {
        let range = (window.lowerBound + Int(edge.from))..<(window.lowerBound + Int(edge.to))
        let holds = range.lowerBound <= Int(candidate.start) && range.upperBound >= Int(candidate.end)
        let reason: Refusal.Reason =
            switch edge.kind {
            case .word, .unknown, .mark: holds ? .insideWord : .crossesWord
            case .name: holds ? .insideName : .crossesWord
            case .number: holds ? .insideNumber : .crossesWord
            case .latin: .insideLatinWord
            case .term: holds ? .insideLongerTerm : .overlapsTerm
            }
        return Obstacle(reason: reason, range: range)
    }
}
