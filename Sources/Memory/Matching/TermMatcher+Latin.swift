internal import Text

extension TermMatcher {
    /// Runs of letters and digits stay whole, but for a plural's ending.
    func latin(_ found: inout Found, _ text: EncodedText, _ bytes: UnsafeBufferPointer<UInt8>) {
        let start = Int(found.candidate.start)
        let end = Int(found.candidate.end)
        let ends = index.ends[Int(found.candidate.form)]
        func kind(_ place: Int) -> FormIndex.Kind {
            place >= 0 && place < text.count ? index.kind(text.numbers[place]) : .other
        }
        func ascii(_ place: Int) -> UInt8 {
            guard place >= 0, place < text.count else { return 0 }
            let byte = bytes[Int(text.offsets[place])]
            return (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
        }
        var lower = start
        var upper = end
        if ends.first.isWord { while kind(lower - 1).isWord { lower -= 1 } }
        if ends.last.isWord { while kind(upper).isWord { upper += 1 } }
        if lower == start, upper > end, upper - end <= 2, ends.last == .letter {
            let ending = Inflection.ending(afterFormOf: end - start, rest: (end..<upper).map(ascii))
            if ending > 0 {
                found.ending = Int32(ending)
                return
            }
        }
        // 3 is not in 3.5 nor in 2.3, but it is in “all 3.”
        if lower == start, ends.first == .digit, ascii(start - 1) == 0x2E, kind(start - 2) == .digit { lower -= 2 }
        if upper == end, ends.last == .digit, ascii(end) == 0x2E, kind(end + 1) == .digit { upper += 2 }
        guard lower < start || upper > end else { return }
        while kind(lower - 1).isWord { lower -= 1 }
        while kind(upper).isWord { upper += 1 }
        let isNumber = (lower..<upper).allSatisfy { kind($0) != .letter }
        found.obstacle = Obstacle(reason: isNumber ? .insideNumber : .insideLatinWord, range: lower..<upper)
    }

    /// Takes the first term of the form whose upper and lower case the text has.
    func settleTerm(_ found: inout Found, _ text: EncodedText, _ bytes: UnsafeBufferPointer<UInt8>) {
        var term = found.term
        guard terms[Int(term)].isCaseSensitive else { return }
        let range = Int(found.candidate.start)..<Int(found.candidate.end)
        let lower = Int(text.offsets[range.lowerBound])
        let given = String(decoding: bytes[lower..<Int(text.offsets[range.upperBound])], as: UTF8.self)
        let narrow = Self.narrow(given)
        while term >= 0 {
            if !terms[Int(term)].isCaseSensitive || Self.narrow(terms[Int(term)].source) == narrow {
                found.term = term
                return
            }
            term = index.nextTerm[Int(term)]
        }
        if found.obstacle == nil { found.obstacle = Obstacle(reason: .letterCase, range: range) }
    }

    /// The letters alone, in their own case: width and variants do not matter.
    private static func narrow(_ text: String) -> [UInt32] {
        text.unicodeScalars.compactMap { scalar in
            let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
            return Unicode.Scalar(value)?.properties.isCased == true ? value : nil
        }
    }
}
