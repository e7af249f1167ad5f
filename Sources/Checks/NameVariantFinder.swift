internal import Text

/// Looks among the capitalized words of a translation for names that are nearly an approved one.
///
/// Only scripts with capitals show what is a name: Latin, Cyrillic, Greek.
struct NameVariantFinder {
    private let words: [TermText.Word]
    /// Runs of capitalized words that no approved form has taken, with nothing between them.
    let candidates: [Range<Int>]

    init(text: TermText, taken: [Bool], locale: LanguageTag) {
        words = text.words
        // German writes every noun with a capital; single words prove nothing there, names of two still do.
        var runs: [Range<Int>] = []
        var start: Int?
        for (index, word) in words.enumerated() {
            // T'ing-ch'uan: what a hyphen ties to a name needs no capital.
            let isName = (word.isCapital || (word.isTied && start != nil)) && !taken[index]
            if let open = start, !isName || word.isApart || word.startsSentence {
                runs.append(open..<index)
                start = nil
            }
            if isName, start == nil { start = index }
        }
        if let start { runs.append(start..<words.count) }
        candidates = runs
        singlesCount = locale.language != "de"
    }

    private let singlesCount: Bool

    /// The name nearest to the term's, if one is near. With the approved name in all its places (`missing` is false), another
    /// spelling may be another person; another spacing, order or romanization is not.
    func variant(of term: Term, words form: ArraySlice<TermText.Word>, missing: Bool, in plain: String) -> TermReading
        .Variant?
    {
        guard !form.isEmpty, form.count <= 4, form.allSatisfy({ $0.text.utf8.count < 40 }) else { return nil }
        let squashed = form.map(\.text).joined()
        let letters = Array(squashed.unicodeScalars)
        guard letters.count >= 4, letters[0].properties.isAlphabetic else { return nil }
        let syllables = term.kind == .person ? Romanization.syllables(form.map(\.text)) : nil
        var best: (rank: Int, range: Range<Int>, reason: TermReading.Variant.Reason)?
        for run in candidates {
            for count in max(1, form.count - 1)...(form.count + 1) where count <= run.count {
                for first in run.lowerBound...(run.upperBound - count) {
                    let range = first..<(first + count)
                    guard let reason = reason(range, form, squashed, letters, syllables, term, missing) else {
                        continue
                    }
                    let rank = reason.rank
                    if rank < best?.rank ?? .max { best = (rank, range, reason) }
                }
            }
        }
        guard let best else { return nil }
        // Scalar offsets: without the possessive that may follow.
        let start = words[best.range.lowerBound].range.lowerBound
        let last = words[best.range.upperBound - 1]
        let end = last.base.map { last.range.lowerBound + $0.unicodeScalars.count } ?? last.range.upperBound
        return TermReading.Variant(text: plain.scalars(in: start..<end), range: start..<end, reason: best.reason)
    }

    private func reason(
        _ range: Range<Int>,
        _ form: ArraySlice<TermText.Word>,
        _ squashed: String,
        _ letters: [Unicode.Scalar],
        _ syllables: [String]?,
        _ term: Term,
        _ missing: Bool
    ) -> TermReading.Variant.Reason? {
        let texts = words[range].enumerated().map {
            $0.offset == range.count - 1 ? $0.element.stripped : $0.element.text
        }
        let joined = texts.joined()
        if joined == squashed { return texts == form.map(\.text) ? nil : .spacing }
        if range.count == 1, !singlesCount { return nil }
        if term.kind == .person {
            if form.count >= 2, texts.count == form.count,
                texts == Array(form.dropFirst().map(\.text) + form.prefix(1).map(\.text))
                    || texts == Array(form.suffix(1).map(\.text) + form.dropLast().map(\.text))
            {
                return .order
            }
            if let syllables, syllables.count > 1, Romanization.spells(syllables, joined) { return .romanization }
        }
        guard missing, texts.count == form.count else { return nil }
        if form.count == 1 {
            // Daft for Dafu: a word that begins a sentence need not be a name.
            guard letters.count >= 5, term.kind == .person, !words[range.lowerBound].startsSentence else { return nil }
            return EditDistance.isWithin(1, letters, Array(joined.unicodeScalars)) ? .spelling : nil
        }
        return isNearWordByWord(texts, form, term) ? .spelling : nil
    }

    /// One word of the name is the same and the other is near; for a name of a person the same word must be part of the
    /// name and no title, since Elder Liu is nobody's misspelling.
    private func isNearWordByWord(_ texts: [String], _ form: ArraySlice<TermText.Word>, _ term: Term) -> Bool {
        var same = 0
        var near = 0
        for (text, word) in zip(texts, form) {
            if text == word.text {
                if term.kind != .person || Romanization.syllables([word.text]) != nil || !Self.titles.contains(text) {
                    same += 1
                }
                continue
            }
            let letters = Array(word.text.unicodeScalars)
            let other = Array(text.unicodeScalars)
            guard abs(letters.count - other.count) <= 2,
                EditDistance.isWithin(letters.count >= 6 ? 2 : 1, letters, other)
            else { return false }
            // Another short word with another beginning is another name more often than a slip: Li Fei, Li Wei.
            if letters.count <= 3, letters.first != other.first { return false }
            near += 1
        }
        return same >= 1 && near == 1
    }

    private static let titles: Set<String> = [
        "old", "young", "little", "elder", "brother", "sister", "senior", "junior", "master", "uncle", "aunt", "granny",
        "grandpa",
        "mr", "mrs", "ms", "miss", "lord", "lady", "madam", "general", "doctor", "dr", "chef", "widow", "secretary",
        "director",
        "manager", "captain", "officer", "inspector", "professor", "big", "second", "third", "fourth", "fifth",
    ]
}

extension TermReading.Variant.Reason {
    fileprivate var rank: Int {
        switch self {
        case .spacing: 0
        case .romanization: 1
        case .order: 2
        case .spelling: 3
        }
    }
}

/// Whether two words differ by so many letters at most: one put in, left out, changed, or two exchanged.
enum EditDistance {
    static func isWithin(_ most: Int, _ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
        guard abs(left.count - right.count) <= most else { return false }
        var before = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        for row in 1...max(1, left.count) where row <= left.count {
            var current = [row] + [Int](repeating: 0, count: right.count)
            var least = row
            for column in 1...max(1, right.count) where column <= right.count {
                var cost = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
                cost = min(cost, previous[column] + 1, current[column - 1] + 1)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    cost = min(cost, before[column - 2] + 1)
                }
                current[column] = cost
                least = min(least, cost)
            }
            if least > most { return false }
            before = previous
            previous = current
        }
        return previous[right.count] <= most
    }
}

extension String {
    /// The part between two scalar offsets, cut to what is there.
    func scalars(in range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: unicodeScalars.dropFirst(range.lowerBound).prefix(range.count))
        return String(view)
    }
}
