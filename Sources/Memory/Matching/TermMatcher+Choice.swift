extension TermMatcher {
    /// Takes from the candidates of a piece of text the leftmost and longest that nothing refuses.
    struct Choice {
        let matcher: TermMatcher
        let text: EncodedText
        let bytes: UnsafeBufferPointer<UInt8>
        /// Of the piece in the text as given.
        let offset: Int
        let explains: Bool

        /// - Parameter found: by place, then the shortest first.
        func settle(_ found: [Found], _ body: (Match, Refusal?) -> Void) {
            var end: Int32 = 0
            var taken: Range<Int> = 0..<0
            var first = 0
            while first < found.count {
                let start = found[first].candidate.start
                var last = first
                while last + 1 < found.count, found[last + 1].candidate.start == start { last += 1 }
                for place in (first...last).reversed() {
                    let candidate = found[place]
                    if candidate.obstacle == nil, start >= end {
                        taken = characters(of: candidate)
                        end = Int32(taken.upperBound)
                        body(match(candidate), nil)
                    } else if explains {
                        body(match(candidate), refusal(candidate, taken))
                    }
                }
                first = last + 1
            }
        }

        private func characters(of found: Found) -> Range<Int> {
            Int(found.candidate.start)..<Int(found.candidate.end + found.ending)
        }

        private func match(_ found: Found) -> Match {
            let characters = characters(of: found)
            let lower = Int(text.offsets[characters.lowerBound])
            let upper = Int(text.offsets[characters.upperBound])
            return Match(term: Int(found.term), range: (offset + lower)..<(offset + upper))
        }

        private func refusal(_ found: Found, _ taken: Range<Int>) -> Refusal {
            if let obstacle = found.obstacle { return Refusal(obstacle.reason, words(obstacle.range)) }
            let holds = taken.upperBound >= characters(of: found).upperBound
            return Refusal(holds ? .insideLongerTerm : .overlapsTerm, words(taken))
        }

        private func words(_ range: Range<Int>) -> String {
            String(
                decoding: bytes[Int(text.offsets[range.lowerBound])..<Int(text.offsets[range.upperBound])],
                as: UTF8.self
            )
        }
    }
}
