extension Segmenter {
    /// Reads a dictionary in jieba's format: on each line a word, a space, how often it was seen, a space, and its part
    /// of speech. Lines of another shape and words with anything but Han in them are passed over; an empty dictionary
    /// gives a segmenter that cuts Han into characters.
    ///
    /// - Parameter extra: words that must be known, such as a project's terms. Those that the dictionary has not are taken
    ///   to be seen 1,000 times in 60 million words.
    package init(dictionary bytes: [UInt8], variants: VariantTable = VariantTable(), extra: [String] = []) {
        var entries = DictionaryEntries(bytes, variants: variants)
        if entries.words.count >= NewerWords.leastDictionary {
            for (kind, words) in NewerWords.all {
                for word in words.split(separator: " ") {
                    entries.append(variants.folded(String(word)), frequency: NewerWords.frequency, kind: kind)
                }
            }
        }
        for word in extra { entries.append(variants.folded(word), frequency: 0, kind: .noun) }
        let alphabet = Alphabet(entries.alphabet(), variants: variants)
        var names = NameCounts(alphabet: alphabet)
        let closed = ClosedClasses(variants: variants)
        /// By node: the class of its word, and how often the word was seen in it.
        var classes: [WordClass] = []
        var seen: [UInt32] = []
        var builder = CharacterTrieBuilder(expected: entries.scalars.count / 2)
        var total: Double = 0
        var wordCount = 0
        let extraFrequency = UInt32(max(1, entries.total / 60_000))
        let numbers = entries.scalars.map {
            $0 < 0x10000 ? alphabet.basic[Int($0)] : alphabet.beyond(UInt32($0))
        }
        numbers.withUnsafeBufferPointer { numbers in
            for (range, frequency, isName, kind, isNewer) in entries.words {
                let word = UnsafeBufferPointer(rebasing: numbers[range])
                guard word.allSatisfy({ $0 < Alphabet.firstMark }) else { continue }
                // Names of three characters that were hardly seen are for the most part none (雪停了, 大将军).
                if isName {
                    names.add(word, frequency: frequency)
                    if word.count > 2, frequency < 10 { continue }
                }
                let node = builder.node(word)
                let before = builder.values[node]
                if before == 0 { wordCount += 1 }
                // A surname is counted as a word where names were cut behind it; alone it is rare.
                let share: UInt32 = isName && word.count == 1 ? 10 : 1
                let now =
                    frequency == 0
                    ? max(before, extraFrequency)
                    : isNewer ? max(before, frequency) : before &+ max(1, frequency / share)
                builder.setValue(now, at: node)
                if classes.count <= node {
                    let more = builder.values.count - classes.count
                    classes.append(contentsOf: repeatElement(.noun, count: more))
                    seen.append(contentsOf: repeatElement(0, count: more))
                }
                if before == 0 || (frequency > seen[node] && !isNewer) {
                    seen[node] = frequency
                    classes[node] = closed.class(of: entries.scalars[range], as: kind)
                }
                total += Double(now) - Double(before)
            }
        }
        let whole = Float(naturalLogarithm(max(1, total)))
        let (trie, _) = builder.build { value in
            value == 0 ? 0 : Segmenter.tag(weight: Float(naturalLogarithm(Double(value))) - whole)
        } mark: { node in
            node < classes.count ? classes[node].rawValue : 0
        }
        self.init(
            alphabet: alphabet,
            words: trie,
            names: names.model(),
            wordCount: wordCount,
            total: total
        )
    }
}

/// The words of a dictionary file as folded characters, side by side.
private struct DictionaryEntries {
    var scalars: [UInt32] = []
    var words: [(range: Range<Int>, frequency: UInt32, isName: Bool, kind: WordClass, isNewer: Bool)] = []
    var total: Double = 0
    /// A longer entry is no word, and its length must fit a byte.
    private static let longest = 32

    init(_ bytes: [UInt8], variants: VariantTable) {
        scalars.reserveCapacity(bytes.count / 4)
        words.reserveCapacity(bytes.count / 14)
        bytes.withUnsafeBufferPointer { bytes in
            variants.basic.withUnsafeBufferPointer { basic in
                var place = 0
                while place < bytes.count {
                    var end = place
                    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
                    read(UnsafeBufferPointer(rebasing: bytes[place..<end]), basic)
                    place = end + 1
                }
            }
        }
    }

    private mutating func read(_ line: UnsafeBufferPointer<UInt8>, _ basic: UnsafeBufferPointer<UInt16>) {
        let start = scalars.count
        var place = 0
        // Han of the Basic Multilingual Plane only: three bytes each.
        while place + 2 < line.count, line[place] & 0xF0 == 0xE0 {
            let scalar = Int(line[place] & 0x0F) << 12 | Int(line[place + 1] & 0x3F) << 6 | Int(line[place + 2] & 0x3F)
            guard Self.isHan(scalar) else { break }
            scalars.append(UInt32(basic[scalar]))
            place += 3
        }
        let end = scalars.count
        var frequency: UInt32 = 0
        var isWhole = end > start && end - start <= Self.longest && place < line.count && line[place] == 0x20
        place += 1
        while isWhole, place < line.count, line[place] >= 0x30, line[place] <= 0x39 {
            let (more, over) = frequency.multipliedReportingOverflow(by: 10)
            frequency = over || more > 100_000_000 ? 100_000_000 : more + UInt32(line[place] - 0x30)
            place += 1
        }
        if isWhole, frequency == 0 { isWhole = false }
        guard isWhole else {
            scalars.removeLast(end - start)
            return
        }
        // ` nr`, but not ` nrt`, which marks transcribed foreign names.
        let isName =
            place + 2 < line.count && line[place + 1] == 0x6E && line[place + 2] == 0x72
            && (place + 3 == line.count || line[place + 3] < 0x61)
        var tagEnd = min(line.count, place + 1)
        while tagEnd < line.count, (0x61...0x7A).contains(line[tagEnd]) { tagEnd += 1 }
        let kind = WordClass(partOfSpeech: line, min(line.count, place + 1)..<tagEnd)
        words.append((start..<end, frequency, isName, kind, false))
        total += Double(frequency)
    }

    /// A frequency of 0 marks a word that must be known.
    mutating func append(_ word: [UInt32], frequency: UInt32, kind: WordClass) {
        guard !word.isEmpty, word.count <= Self.longest, word.allSatisfy({ Self.isHan(Int($0)) }) else { return }
        words.append((scalars.count..<(scalars.count + word.count), frequency, false, kind, frequency > 0))
        scalars.append(contentsOf: word)
    }

    private static func isHan(_ scalar: Int) -> Bool {
        (0x4E00...0x9FFF).contains(scalar) || (0x3400...0x4DBF).contains(scalar) || (0x3005...0x3007).contains(scalar)
            || (0xF900...0xFAFF).contains(scalar)
    }

    /// The characters, those of most words first.
    func alphabet() -> [UInt32] {
        var counts = [UInt32](repeating: 0, count: 0x10000)
        for scalar in scalars where scalar < 0x10000 { counts[Int(scalar)] += 1 }
        return (0..<UInt32(0x10000)).filter { counts[Int($0)] > 0 }
            .sorted { (counts[Int($1)], $0) < (counts[Int($0)], $1) }
    }
}

/// ln of a number from 1 up, from its binary exponent and the row of ln((1 + y) / (1 - y)); the room does without
/// Foundation, and the standard library has no logarithm.
func naturalLogarithm(_ value: Double) -> Double {
    guard value > 0 else { return -30 }
    let y = (value.significand - 1) / (value.significand + 1)
    let square = y * y
    let row = y * (2 + square * (2.0 / 3 + square * (2.0 / 5 + square * (2.0 / 7 + square * 2.0 / 9))))
    return Double(value.exponent) * 0.693147180559945 + row
}
