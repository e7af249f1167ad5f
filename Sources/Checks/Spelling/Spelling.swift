package import Text

/// Words that no dictionary knows, once for a book.
package struct Spelling: BookCheck {
    package static let code = "spelling"
    package static let asserts =
        "Each word is in the dictionary of hunspell, but for names, terms, words in capitals or with digits, and what stands in the source as well."
    package static let locales =
        "all that divide words by spaces and have a dictionary; asked with `--spelling`, once a word in a book"
    package static var severity: Finding.Severity { .note }

    private struct Unknown {
        var times: Int
        var file: Int32
        var finding: Finding
    }

    /// Unknown words that are remembered: a book with more is not in the dictionary's language.
    private static let most = 20_000
    /// Words whose answer is kept.
    private static let mostAsked = 200_000

    private let dictionary: SpellingDictionary
    private let isLatin: Bool
    /// Nouns of German begin with a capital inside sentences, so those are no sign of a name.
    private let capitalizesNouns: Bool
    private var asked: [String: Bool] = [:]
    private var unknown: [String: Unknown] = [:]
    private var order: [String] = []
    /// Words of terms and names in small letters, and capitalized words inside sentences.
    private var names: Set<String> = []
    private var terms: Set<String> = []
    private var files = [""]

    package init?(_ context: CheckContext) {
        guard !context.target.joinsWithoutSpace, let files = context.policy.spelling,
            let dictionary = SpellingDictionary(files)
        else { return nil }
        self.dictionary = dictionary
        isLatin = context.script == .latin
        capitalizesNouns = ["de", "lb", "nds"].contains(context.target.language)
        for text in context.policy.allowed { learn(text) }
    }

    package mutating func read(_ text: PairText) {
        for term in text.pair.terms where terms.insert(term.target).inserted {
            for form in [term.target] + term.alternatives + term.inflected { learn(form) }
        }
        let scan = text.target
        lazy var sourceWords = Set(text.sourceWords.map { text.source.string($0).lowercased() })
        for range in text.targetWords where SpellingWord.isAsked(range, in: scan.scalars, isLatin: isLatin) {
            let word = SpellingWord.plain(scan.string(range))
            let isCapital = scan.scalars[range.lowerBound].properties.isUppercase
            if isCapital, !capitalizesNouns, !SpellingWord.startsSentence(range.lowerBound, in: scan.scalars) {
                if names.count < Self.mostAsked { names.insert(word.lowercased()) }
                continue
            }
            if knows(word) || text.source.traits.contains(.latin) && sourceWords.contains(word.lowercased()) {
                continue
            }
            if unknown[word] != nil {
                unknown[word]?.times += 1
            } else if unknown.count < Self.most {
                let finding = text.finding(Self.code, .note, "", target: range)
                unknown[word] = Unknown(times: 1, file: Int32(files.count - 1), finding: finding)
                order.append(word)
            }
        }
    }

    package mutating func endDocument(_ file: String) -> [Finding] {
        files[files.count - 1] = file
        files.append("")
        return []
    }

    package mutating func endBook() -> [Finding] {
        defer {
            (unknown, order, files) = ([:], [], [""])
            (names, terms) = ([], [])
        }
        return order.compactMap { word in
            guard let entry = unknown[word], !names.contains(word.lowercased()) else { return nil }
            var finding = entry.finding
            let times = entry.times > 1 ? " (\(entry.times) times)" : ""
            finding.message =
                "“\(word)”\(times) is not in the dictionary: correct it, or make it a term when it is right."
            let file = files[Int(entry.file)]
            if !file.isEmpty { finding.place.file = file }
            return finding
        }
    }

    /// Remembers the words of a name or a term.
    private mutating func learn(_ text: String) {
        let scan = TextScan(InlineText(text))
        for range in scan.words() where names.count < Self.mostAsked {
            names.insert(SpellingWord.plain(scan.string(range)).lowercased())
        }
    }

    private mutating func knows(_ word: String) -> Bool {
        if let known = asked[word] { return known }
        var known = dictionary.knows(word)
        if !known, word.utf8.contains(UInt8(ascii: "-")) {
            known = word.split(separator: "-").allSatisfy { $0.utf8.count < 2 || dictionary.knows(String($0)) }
        }
        if asked.count >= Self.mostAsked { asked.removeAll(keepingCapacity: true) }
        asked[word] = known
        return known
    }
}
