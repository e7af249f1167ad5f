internal import Checks

/// Finds the words by which translators said a term in units that lack its approved form: those that the units share and that other
/// units of the edition do not hold.
enum SharedWords {
    /// Units that are looked at for one term.
    static let most = 60
    /// Words of a unit that are looked at.
    private static let longest = 400

    /// What a few units hold in common.
    struct Shared {
        var form: String
        /// Indexes of the texts that hold it.
        var texts: [Int]
    }

    /// Some units of the edition, to know which words are common in it.
    struct Sample {
        private var seen = 0
        private var sets: [Set<String>] = []

        /// Takes every 16th of the first units, then fewer.
        mutating func offer(_ text: () -> TermText) {
            defer { seen += 1 }
            guard sets.count < 400, seen.isMultiple(of: 1 << (4 + sets.count / 100)) else { return }
            sets.append(Set(text().words.map(\.text)))
        }

        /// The share of units that hold all words of a phrase.
        func share(of words: ArraySlice<TermText.Word>) -> Double {
            guard !sets.isEmpty else { return 0 }
            return Double(sets.count { set in words.allSatisfy { set.contains($0.text) } }) / Double(sets.count)
        }
    }

    /// The phrases of up to four words that at least two texts share, the best first, no text counted twice.
    static func find(in texts: [TermText], against sample: Sample, isName: Bool) -> [Shared] {
        var left = Set(texts.indices)
        var found: [Shared] = []
        while left.count >= 2, found.count < 3, let best = best(in: texts, left, sample, isName) {
            found.append(best)
            left.subtract(best.texts)
        }
        return found
    }

    private static func best(in texts: [TermText], _ left: Set<Int>, _ sample: Sample, _ isName: Bool) -> Shared? {
        var holders: [String: (texts: Set<Int>, words: ArraySlice<TermText.Word>)] = [:]
        for index in left.sorted() {
            let words = texts[index].words.prefix(longest)
            for start in words.indices where isContent(words[start], isName) {
                for end in start..<min(start + 4, words.count) {
                    if end > start, words[end].isApart { break }
                    guard isContent(words[end], isName) else { continue }
                    let phrase = words[start...end]
                    holders[phrase.map(\.text).joined(separator: " "), default: ([], phrase)].texts.insert(index)
                }
            }
        }
        var best: (score: Double, form: String, texts: Set<Int>)?
        for (key, holder) in holders where holder.texts.count >= 2 && holder.texts.count * 3 >= left.count {
            let share = sample.share(of: holder.words)
            guard share < 0.1 else { continue }
            // Longer phrases say more, and every text counts.
            let score = Double(holder.texts.count) * (1 - share * 10) + Double(holder.words.count) * 0.3
            if let best, (score, best.form) <= (best.score, key) { continue }
            best = (score, key, holder.texts)
        }
        return best.map { Shared(form: $0.form, texts: $0.texts.sorted()) }
    }

    private static func isContent(_ word: TermText.Word, _ isName: Bool) -> Bool {
        if isName { return word.isCapital && word.text.utf8.count > 1 && !common.contains(word.text) }
        return word.text.utf8.count > 2 && !common.contains(word.text)
    }

    /// Words that say nothing of a term, of the languages most often written.
    private static let common: Set<String> = [
        "the", "and", "but", "for", "with", "that", "this", "from", "his", "her", "she", "was", "were", "had", "has",
        "have", "not", "you",
        "are", "its", "they", "their", "them", "there", "then", "when", "what", "who", "into", "onto", "out", "all",
        "one", "him", "said",
        "los", "las", "una", "que", "con", "por", "para", "del", "les", "des", "une", "dans", "der", "die", "das",
        "und", "ein", "eine",
        "yang", "dan", "itu", "ini", "dengan", "untuk", "tidak", "он", "она", "что", "как", "его", "так", "все", "это",
        "não", "uma", "dos",
    ]
}
