internal import Text

/// Rules by which a text gets shorter and means the same: contractions, wordy phrases, words that only open a sentence.
///
/// Only what holds in any sentence stands in the tables; what depends on the sentence is an engine's to find.
enum Tightening {
    struct Result: Hashable {
        var text: String
        /// What it loses, as `DubWording.cost`: 0.05 for contractions alone, up to 0.3 where words were dropped.
        var cost: Double
    }

    /// The texts that the rules make, the gentlest first; none where they change nothing.
    static func texts(of text: String, locale: LanguageTag) -> [Result] {
        var results: [Result] = []
        let contracted = locale.language == "en" ? contracted(text) : text
        if contracted != text { results.append(Result(text: contracted, cost: 0.05)) }
        guard let rules = Rules.of[locale.language] else { return results }
        var tight = contracted
        var count = 0
        for (phrase, replacement) in rules.phrases { count += replace(phrase, by: replacement, in: &tight) }
        if locale.language == "en" { count += quantify(&tight) }
        count += undouble(&tight, language: locale.language)
        count += dropEcho(&tight)
        count += dropOpening(rules.openings, of: &tight)
        if count > 0, tight.count < contracted.count {
            results.append(Result(text: tight, cost: min(0.3, 0.1 + 0.1 * Double(count))))
        }
        return results
    }

    // MARK: Contractions

    private static func contracted(_ text: String) -> String {
        var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        var index = 0
        while index + 1 < words.count {
            let pair = "\(words[index]) \(words[index + 1])".lowercased()
            let tail = String(words[index + 1].drop { $0.isLetter })
            let bare = pair.dropLast(tail.count)
            // “Yes, I am.” keeps its full form, and so does a word that a mark follows.
            // “I have to go” and “I have a car” have a full verb.
            let next = index + 2 < words.count ? words[index + 2].lowercased() : ""
            let isFull = bare.hasSuffix(" have") && Rules.afterFullHave.contains(next)
            if tail.isEmpty, !isFull, let short = Rules.contractions[String(bare)] {
                let isUpper = words[index].first?.isUppercase == true
                words[index] = isUpper ? short.prefix(1).uppercased() + short.dropFirst() : short
                words.remove(at: index + 1)
            }
            index += 1
        }
        return words.joined(separator: " ")
    }

    // MARK: Phrases

    /// Replaces a phrase wherever it stands as whole words, keeping a capital at its start.
    private static func replace(_ phrase: String, by replacement: String, in text: inout String) -> Int {
        var count = 0
        var from = text.startIndex
        while let found = find(phrase, in: text, from: from) {
            let isUpper = text[found].first?.isUppercase == true && !phrase.hasPrefix("I ")
            let new = isUpper ? replacement.prefix(1).uppercased() + replacement.dropFirst() : replacement
            let offset = text.distance(from: text.startIndex, to: found.lowerBound)
            text.replaceSubrange(found, with: new)
            from = text.index(text.startIndex, offsetBy: offset + new.count)
            count += 1
        }
        return count
    }

    private static func find(_ phrase: String, in text: String, from: String.Index) -> Range<String.Index>? {
        let first = phrase.first?.lowercased()
        var index = from
        while index < text.endIndex {
            let atWord = index == text.startIndex || !isWord(text[text.index(before: index)])
            if atWord, text[index].lowercased() == first,
                let end = text.index(index, offsetBy: phrase.count, limitedBy: text.endIndex),
                text[index..<end].lowercased() == phrase.lowercased(),
                end == text.endIndex || !isWord(text[end]) || phrase.last == "’" || phrase.last == "'"
            {
                return index..<end
            }
            index = text.index(after: index)
        }
        return nil
    }

    private static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "-" || character == "'" || character == "’"
    }

    /// `a lot of` before a plural is `many`; what cannot be counted is left alone.
    private static func quantify(_ text: inout String) -> Int {
        var count = 0
        var from = text.startIndex
        while let found = find("a lot of", in: text, from: from) {
            let next = text[found.upperBound...].drop { $0 == " " }.prefix(while: isWord).lowercased()
            let isPlural =
                next == "people"
                || next.count > 3 && next.hasSuffix("s") && !["ss", "us", "is", "ws"].contains { next.hasSuffix($0) }
            guard isPlural else {
                from = found.upperBound
                continue
            }
            let new = text[found].first == "A" ? "Many" : "many"
            let offset = text.distance(from: text.startIndex, to: found.lowerBound)
            text.replaceSubrange(found, with: new)
            from = text.index(text.startIndex, offsetBy: offset + new.count)
            count += 1
        }
        return count
    }

    /// `Mom, Mom, wait!` → `Mom, wait!`; `Stop! Stop!` → `Stop!`. Only with marks of an outcry where it is not known which
    /// words are said twice on purpose, as numbers are.
    private static func undouble(_ text: inout String, language: String) -> Int {
        let marks = language == "en" ? ",!." : "!"
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count > 1 else { return 0 }
        var kept: [Substring] = []
        for word in words {
            if let last = kept.last, let mark = last.last, marks.contains(mark), last.dropLast().allSatisfy(\.isLetter),
                last.count > 1, !Rules.doubledOnPurpose.contains(last.dropLast().lowercased()),
                last.dropLast().lowercased() == word.prefix(while: \.isLetter).lowercased(),
                word.count - last.dropLast().count <= 1, word.last.map({ ",!.?".contains($0) }) == true
            {
                // The capital of the first, the mark of the last.
                kept[kept.count - 1] = Substring(last.dropLast() + word.suffix(1))
            } else {
                kept.append(word)
            }
        }
        text = kept.joined(separator: " ")
        return words.count - kept.count
    }

    /// `I'm sorry, I was wrong. I was wrong.` → `I'm sorry, I was wrong.`: a sentence that only says the end of the one before.
    private static func dropEcho(_ text: inout String) -> Int {
        let sentences = Sentences.split(text)
        guard sentences.count > 1 else { return 0 }
        var kept: [Substring] = []
        for sentence in sentences {
            let words = words(of: sentence)
            if words.count > 1, let before = kept.last, self.words(of: before).suffix(words.count) == words[...],
                sentence.contains("?") == before.contains("?")
            {
                continue
            }
            kept.append(sentence)
        }
        let count = sentences.count - kept.count
        if count > 0 { text = kept.map { $0.trimmed }.joined(separator: " ") }
        return count
    }

    private static func words(of sentence: Substring) -> [String] {
        sentence.lowercased().split { !isWord($0) }.map(String.init)
    }

    private static func dropOpening(_ openings: [String], of text: inout String) -> Int {
        for opening in openings where text.lowercased().hasPrefix(opening.lowercased()) {
            let rest = text.dropFirst(opening.count)
            // What is left has to be a sentence of its own: in “Look, Gu Shen. He's back.” the word is the verb.
            let sentence = rest.prefix { !".!?…".contains($0) }
            guard sentence.split(separator: " ").count > 2, let first = rest.first, first.isLetter else { return 0 }
            text = first.uppercased() + rest.dropFirst()
            return 1
        }
        return 0
    }
}
