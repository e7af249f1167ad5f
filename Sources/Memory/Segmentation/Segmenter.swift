/// Cuts Chinese into words: of all ways to cut a run of Han, the one whose words are likeliest together (a unigram
/// lattice, Viterbi's way), by the frequencies of a dictionary. Runs of Latin letters and digits stay whole, every other
/// character stands alone.
///
/// Made from a dictionary in about 0.2 s, or from what `compiled()` gave in a hundredth of that. The dictionary is jieba's
/// `dict.txt`; traditional text is cut as its simplified characters when there is a table of variants.
package struct Segmenter: Sendable {
    let alphabet: Alphabet
    /// Tags are weights: see `weight(tag:)`.
    let words: CharacterTrie
    let names: NameModel
    /// Titles that follow a surname, as the numbers of their one or two characters side by side.
    let titles: Set<UInt64>
    let traitTable: [CharacterTraits]
    /// How many words the dictionary has.
    package let wordCount: Int
    /// Sum of the frequencies of its words.
    package let total: Double

    /// Steps of a weight in a tag: one byte reaches down to e^-18.1, once in 75 million words.
    static let tagSteps: Float = 14
    /// A Han character that is no word of the dictionary, and one in no word of it at all.
    static let strangeWeight: Float = -15
    /// No word is longer, so that lengths fit a byte whatever a compiled file says.
    static let longestWord = 32

    init(alphabet: Alphabet, words: CharacterTrie, names: NameModel, wordCount: Int, total: Double) {
        self.alphabet = alphabet
        self.words = words
        self.names = names
        titles = Set(
            Surnames.titles.map { title in
                title.unicodeScalars.reduce(0) { $0 << 16 | UInt64(alphabet.basic[Int($1.value) & 0xFFFF]) }
            }
        )
        traitTable = CharacterTraits.table(alphabet, names)
        self.wordCount = wordCount
        self.total = total
    }

    /// Natural logarithm of a word's share of running text.
    @inline(__always)
    static func weight(tag: UInt8) -> Float { Float(1 - Int(tag)) / tagSteps }

    static func tag(weight: Float) -> UInt8 { UInt8(max(0, min(254, (-weight * tagSteps).rounded()))) + 1 }

    /// The words of a text in order, as UTF-8 ranges that cover it all but for zero-width characters.
    package func segment(_ text: String) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(text.utf8.count / 4)
        segment(text) { ranges.append($0..<$1) }
        return ranges
    }

    /// Hands the start and end of each word to `body`, in order.
    package func segment(_ text: String, _ body: (Int, Int) -> Void) {
        TextPieces.forEach(text) { bytes, offset in
            segment(bytes) { body($0 + offset, $1 + offset) }
        }
    }

    private func segment(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Int, Int) -> Void) {
        var text = EncodedText()
        text.encode(bytes, with: alphabet)
        let count = text.count
        var scores = [Float](repeating: 0, count: count + 1)
        var lengths = [UInt8](repeating: 1, count: count + 1)
        text.numbers.withUnsafeBufferPointer { numbers in
            text.offsets.withUnsafeBufferPointer { offsets in
                scores.withUnsafeMutableBufferPointer { scores in
                    lengths.withUnsafeMutableBufferPointer { lengths in
                        words.withReader { reader in
                            var start = 0
                            while start < count {
                                let end = Self.end(of: start, in: numbers, count)
                                if numbers[start] <= Alphabet.strangeHan {
                                    Self.cut(start, end, numbers, scores, lengths, reader)
                                    var place = start
                                    while place < end {
                                        let next = place + Int(lengths[place])
                                        body(Int(offsets[place]), Int(offsets[next]))
                                        place = next
                                    }
                                } else {
                                    body(Int(offsets[start]), Int(offsets[end]))
                                }
                                start = end
                            }
                        }
                    }
                }
            }
        }
    }

    /// Where the run of Han, of letters and digits, or the single mark ends that begins at `start`.
    @inline(__always)
    private static func end(of start: Int, in numbers: UnsafeBufferPointer<UInt16>, _ count: Int) -> Int {
        var end = start + 1
        if numbers[start] <= Alphabet.strangeHan {
            while end < count, numbers[end] <= Alphabet.strangeHan { end += 1 }
        } else if numbers[start] != Alphabet.other {
            while end < count, numbers[end] == Alphabet.letter || numbers[end] == Alphabet.digit { end += 1 }
        }
        return end
    }

    /// Lengths of the best words at each place of a run of Han, from its end to its beginning.
    @inline(__always)
    private static func cut(
        _ start: Int,
        _ end: Int,
        _ numbers: UnsafeBufferPointer<UInt16>,
        _ scores: UnsafeMutableBufferPointer<Float>,
        _ lengths: UnsafeMutableBufferPointer<UInt8>,
        _ reader: CharacterTrie.Reader
    ) {
        scores[end] = 0
        var place = end - 1
        while place >= start {
            var slot = reader.first(numbers[place])
            var tag = reader.tag(slot)
            var best = (tag == 0 ? strangeWeight : weight(tag: tag)) + scores[place + 1]
            var length = 1
            var next = place + 1
            let limit = min(end, place + longestWord)
            while slot != 0, next < limit {
                slot = reader.child(of: slot, numbers[next])
                next += 1
                tag = reader.tag(slot)
                guard tag != 0 else { continue }
                let score = weight(tag: tag) + scores[next]
                if score > best {
                    best = score
                    length = next - place
                }
            }
            scores[place] = best
            lengths[place] = UInt8(truncatingIfNeeded: length)
            place -= 1
        }
    }

    /// Natural logarithm of a word's share of running text; nil for what is no word of the dictionary.
    package func weight(of word: String) -> Float? { entry(of: word)?.weight }

    func entry(of word: String) -> (weight: Float, kind: WordClass)? {
        var word = word
        var text = EncodedText()
        word.withUTF8 { text.encode($0, with: alphabet) }
        guard text.count > 0 else { return nil }
        return words.withReader { reader in
            var slot = 0
            for place in 0..<text.count {
                let number = text.numbers[place]
                slot = place == 0 ? reader.first(number) : reader.child(of: slot, number)
                if slot == 0 { return nil }
            }
            let tag = reader.tag(slot)
            return tag == 0 ? nil : (Self.weight(tag: tag), WordClass(rawValue: reader.mark(slot)) ?? .noun)
        }
    }

    /// About how often a word stands in the text that the dictionary was counted in; 0 for what is no word.
    package func frequency(of word: String) -> Double {
        guard let weight = weight(of: word) else { return 0 }
        return Double(exp2(weight * 1.442695)) * total
    }
}

/// 2 to the power of a number between -30 and 0, near enough for frequencies that were rounded to a byte.
private func exp2(_ power: Float) -> Float {
    let whole = power.rounded(.down)
    let rest = power - whole
    // Taylor's row of 2^x to the fourth term: off by less than 0.1 % between 0 and 1.
    let part = 1 + rest * (0.693147 + rest * (0.240227 + rest * (0.055504 + rest * 0.009618)))
    return part * Float(sign: .plus, exponent: Int(max(-60, whole)), significand: 1)
}
