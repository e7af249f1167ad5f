internal import Text

/// What the check of shifted translations remembers of a unit: small, since chapters are held whole.
struct ShiftUnit: Sendable {
    /// Key of the unit.
    var key: String
    var source = Side()
    var target = Side()
    /// Values that the source surely states.
    var numbers: [Double] = []
    /// Values that the target may state.
    var values: Set<Double> = []
    /// Digits of the target that nothing in its own source explains are held against it elsewhere, too.
    var digits: [Double] = []
    /// Syllables of the source's characters, `UInt16.max` where there is none.
    var syllables: [UInt16] = []
    /// Names of the target that may be pinyin, in syllables.
    var names: [[UInt16]] = []
    /// Entries of the lexicon of which the source has a piece, and those whose word the target has.
    var sourceEntries: Set<Int> = []
    var targetEntries: [Int] = []
    /// Hashes of what must stand on both sides alike: codes, Latin words, links.
    var sourceLiterals: Set<UInt64> = []
    var targetLiterals: Set<UInt64> = []
    /// Terms of the source by the hash of their targets, and whether each stands in the own target.
    var terms: [UInt64: [UInt64]] = [:]
    /// Two-character pieces of the source, and words of the target, hashed, for what the chapter itself teaches.
    var pieces: Set<UInt32> = []
    var words: Set<UInt64> = []

    struct Side: Sendable {
        /// Length in Latin letters.
        var length: Float = 0
        var marks: Marks = []
    }

    struct Marks: OptionSet, Sendable {
        let rawValue: UInt8
        static let question = Marks(rawValue: 1)
        static let exclamation = Marks(rawValue: 2)
        static let quote = Marks(rawValue: 4)
        static let startsWithQuote = Marks(rawValue: 8)
        static let ellipsis = Marks(rawValue: 16)
        static let bracket = Marks(rawValue: 32)
        static let heading = Marks(rawValue: 64)
        static let colon = Marks(rawValue: 128)
        /// Marks of the beginning; all others count wherever they stand.
        static let ofBeginning: Marks = [.startsWithQuote, .heading]
    }

    /// Hash of the whole target, and whether the target before it was the same and the source was not.
    var targetHash: UInt64 = 0
    var sourceHash: UInt64 = 0
    var repeats = false

    var isEmpty: Bool { target.length == 0 }
}

extension ShiftUnit {
    init(_ text: PairText, lexicon: Lexicon?) {
        key = text.pair.key
        source = Side(length: Float(text.sourceWeight), marks: Self.marks(text.source.scalars))
        target = Side(length: Float(text.targetWeight), marks: Self.marks(text.target.scalars))
        targetHash = Lexicon.hash(text.target.scalars[...])
        sourceHash = Lexicon.hash(text.source.scalars[...])
        if text.source.hasNumerals || text.target.hasNumerals {
            numbers = text.sourceNumbers.numbers.filter { !$0.isVague && ($0.value > 1 || $0.isDigits) }.map(\.value)
        }
        values = text.targetNumbers.values
        digits = text.targetNumbers.written.filter(\.isDigits).compactMap(\.readings.first)
        readWords(text, lexicon)
        readSource(text, lexicon)
        for term in text.pair.terms where !term.isPattern {
            let forms = [term.target] + term.alternatives
            terms[UInt64(bitPattern: Int64(term.target.hashValue))] = forms.map {
                Lexicon.hash(Array($0.lowercased().unicodeScalars)[...])
            }
        }
    }

    private mutating func readSource(_ text: PairText, _ lexicon: Lexicon?) {
        let scalars = text.source.scalars
        syllables = scalars.map { $0.value < 0x4E00 ? .max : Readings.syllable(of: $0) ?? .max }
        if let lexicon { sourceEntries = lexicon.entries(inSource: scalars) }
        for (left, right) in zip(scalars, scalars.dropFirst()) where left.isHan && right.isHan {
            pieces.insert(left.value << 16 ^ right.value)
        }
        for range in text.sourceWords where scalars[range.lowerBound].value < 0x2E80 && range.count > 1 {
            sourceLiterals.insert(Lexicon.hash(Self.folded(scalars[range])))
        }
        for code in text.pair.source.codes { sourceLiterals.insert(Lexicon.hash(Array(code.data.unicodeScalars)[...])) }
        for code in text.pair.target.codes { targetLiterals.insert(Lexicon.hash(Array(code.data.unicodeScalars)[...])) }
    }

    private mutating func readWords(_ text: PairText, _ lexicon: Lexicon?) {
        let scalars = text.target.scalars
        var single: (syllable: UInt16, end: Int, isTitled: Bool)?
        // A surname alone is one after a title: Mr. Lu, Old Ge, Officer Shao.
        func endSingle() {
            if let name = single, name.isTitled { names.append([name.syllable]) }
            single = nil
        }
        defer { endSingle() }
        var titleEnd = -1
        for range in text.targetWords {
            let word = Self.folded(scalars[range])
            let hash = Lexicon.hash(word)
            targetLiterals.insert(hash)
            let isCapital = scalars[range.lowerBound].isCapital
            if word.count >= 4 || isCapital { words.insert(hash) }
            if let lexicon, let entry = lexicon.entry(of: word), !targetEntries.contains(entry) {
                targetEntries.append(entry)
            }
            guard isCapital, let name = PinyinCut.syllables(word) else {
                endSingle()
                if isCapital { titleEnd = range.upperBound }
                continue
            }
            if name.count > 1 {
                names.append(name)
                single = nil
            } else if let before = single, range.lowerBound - before.end == 1 {
                names.append([before.syllable, name[0]])
                single = nil
            } else {
                endSingle()
                let isTitled =
                    titleEnd >= 0 && (1...2).contains(range.lowerBound - titleEnd)
                    && scalars[range.lowerBound - 1] == " " && (scalars[titleEnd] == " " || scalars[titleEnd] == ".")
                single = (name[0], range.upperBound, isTitled)
            }
        }
    }

    private static func folded(_ word: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var folded: [Unicode.Scalar] = []
        folded.reserveCapacity(word.count)
        for scalar in word {
            if scalar.value == 0x2019 { folded.append("'") } else { scalar.appendLowercase(to: &folded) }
        }
        return folded[...]
    }

    private static func marks(_ scalars: [Unicode.Scalar]) -> Marks {
        var marks: Marks = []
        var isFirst = true
        var dots = 0
        for scalar in scalars {
            dots = scalar == "." ? dots + 1 : 0
            switch scalar {
            case "?", "？", "؟", ";", "՞": marks.insert(.question)
            case "!", "！": marks.insert(.exclamation)
            case "…": marks.insert(.ellipsis)
            case "“", "”", "「", "『", "\"", "«", "»", "„": marks.insert(isFirst ? [.quote, .startsWithQuote] : .quote)
            case "—", "–", "‘", "-": if isFirst { marks.insert(.startsWithQuote) }
            case "【", "[", "（", "(", "《": marks.insert(.bracket)
            case "第", "#": if isFirst { marks.insert(.heading) }
            case ":", "：": marks.insert(.colon)
            default: break
            }
            if dots == 3 { marks.insert(.ellipsis) }
            if !scalar.isSpace { isFirst = false }
        }
        return marks
    }
}
