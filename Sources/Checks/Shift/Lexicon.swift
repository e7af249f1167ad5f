internal import Text

/// Which pieces of Chinese stand beside which words of a translation, as evidence that a pair belongs together.
struct Lexicon: Sendable {
    struct Entry: Sendable {
        /// Gain in log-likelihood when the source has a piece of the word.
        var plus: Float
        /// The same, negative, when it has none.
        var minus: Float
        /// What it costs when the source has a piece and the target has none of the words.
        var absence: Float
    }

    private(set) var entries: [Entry] = []
    private var stems: [UInt64: Int] = [:]
    private var pieces: [UInt64: [Int]] = [:]
    /// What pieces begin with.
    private var starts: Set<UInt32> = []

    /// The lexicon for a language of targets; nil when there is none.
    static func of(_ language: String) -> Lexicon? { language == "en" ? forEnglish : nil }

    private static let forEnglish = Lexicon(table: english)

    init(table: String) {
        for item in table.split(whereSeparator: \.isWhitespace) {
            let fields = item.split(separator: ":")
            guard fields.count == 6, let share = Float(fields[1]), let chance = Float(fields[2]),
                let back = Float(fields[3]), let base = Float(fields[4])
            else { continue }
            let hit = max(0.02, share / 100)
            let random = min(max(chance / 1000, 0.004), 0.9)
            guard hit > random else { continue }
            let index = entries.count
            let absence = Logarithm.of((1 - min(back / 100, 0.98)) / (1 - min(base / 1000, 0.9)))
            entries.append(
                Entry(
                    plus: Logarithm.of(hit / random),
                    minus: Logarithm.of((1 - hit) / (1 - random)),
                    absence: min(absence, 0)
                )
            )
            for word in fields[0].split(separator: ",") {
                stems[Self.hash(Array(word.unicodeScalars)[...])] = index
            }
            for piece in fields[5].split(separator: ",") {
                let scalars = Array(piece.unicodeScalars)
                pieces[Self.key(scalars[...]), default: []].append(index)
                if let first = scalars.first { starts.insert(first.value) }
            }
        }
    }

    /// The entries of which a source has a piece.
    func entries(inSource scalars: [Unicode.Scalar]) -> Set<Int> {
        var found: Set<Int> = []
        for index in scalars.indices where scalars[index].value >= 0x4E00 {
            guard starts.contains(scalars[index].value) else { continue }
            if let single = pieces[Self.key(scalars[index...index])] { found.formUnion(single) }
            guard index + 1 < scalars.count else { break }
            if let double = pieces[Self.key(scalars[index...(index + 1)])] { found.formUnion(double) }
        }
        return found
    }

    /// The entry of a word of the target, in lower case.
    func entry(of word: ArraySlice<Unicode.Scalar>) -> Int? { stems[Self.hash(Self.stem(word))] }

    /// A word without its ending, six letters; the same as in `script/lexicon.py`.
    static func stem(_ word: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var stem = word
        if word.suffix(2).elementsEqual(["'", "s"]) { stem = word.dropLast(2) }
        func ends(_ ending: [Unicode.Scalar]) -> Bool {
            stem.count - ending.count >= 3 && stem.suffix(ending.count).elementsEqual(ending)
        }
        if ends(["i", "n", "g"]) {
            stem = stem.dropLast(3)
        } else if ends(["e", "d"]) || ends(["l", "y"]) || ends(["e", "s"]) {
            stem = stem.dropLast(2)
        } else if ends(["s"]) {
            stem = stem.dropLast()
        }
        return stem.prefix(6)
    }

    static func hash(_ scalars: ArraySlice<Unicode.Scalar>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for scalar in scalars { hash = (hash ^ UInt64(scalar.value)) &* 0x100_0000_01B3 }
        return hash
    }

    private static func key(_ piece: ArraySlice<Unicode.Scalar>) -> UInt64 {
        piece.reduce(0) { $0 << 24 | UInt64($1.value) }
    }
}
