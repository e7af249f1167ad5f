import Text

/// What the words around a term may ask of its form, in one locale: so little is known that in doubt an engine is asked.
struct TermGrammar: Sendable {
    private let language: String
    private let kind: Term.Kind
    /// Whether words are set apart by spaces.
    let hasWords: Bool

    init(locale: LanguageTag, kind: Term.Kind) {
        language = locale.language
        self.kind = kind
        hasWords = !locale.joinsWithoutSpace
    }

    enum Answer {
        /// What to write, and how many scalars of the text it takes the place of.
        case word([Unicode.Scalar], length: Int)
        case dependent(String)
        /// The form is only the beginning of another word.
        case otherWord
    }

    /// Languages whose names and nouns take case endings.
    private static let declining: Set = [
        "ru", "uk", "be", "pl", "cs", "sk", "sl", "hr", "sr", "bs", "mk", "bg", "hu", "fi", "et", "lv", "lt", "el",
        "tr",
        "az", "kk", "uz", "ky", "mn", "ka", "hy", "la", "is", "eu", "de", "ro", "ta", "te", "ml", "kn", "hi", "ur",
    ]
    /// Languages in which articles or adjectives follow the gender of a noun.
    private static let gendered: Set = [
        "fr", "es", "it", "pt", "ca", "gl", "ro", "de", "nl", "da", "sv", "nb", "nn", "no", "is", "el", "ru", "uk",
        "be", "pl",
        "cs", "sk", "sl", "hr", "sr", "bs", "mk", "bg", "lv", "lt", "ar", "he", "hi", "ur",
    ]

    /// - Parameters:
    ///   - place: where the old form stands in `text`.
    ///   - new: the new form, in the same way of writing.
    func replacement(
        for place: ArraySlice<Unicode.Scalar>,
        with new: [Unicode.Scalar],
        change: TermRewriter.Change,
        in text: [Unicode.Scalar]
    ) -> Answer {
        let end = place.endIndex
        guard hasWords else { return withoutSpaces(place, new, in: text) }
        if kind == .person, Self.isInLongerName(place, in: text) {
            return .dependent("it may be a part of a longer name")
        }
        if let reason = dependence(on: wordBefore(place.startIndex, in: text), change, new) {
            return .dependent(reason)
        }
        let next = end < text.count ? text[end] : nil
        guard let next else { return atEnd(place, new, change) }
        if next.isWordCharacter { return withEnding(place, new, change, in: text) }
        if Self.isApostrophe(next), end + 1 < text.count {
            let after = text[end + 1]
            if after.isWordCharacter {
                // English hangs only ’s, ’d, ’ll … there; case endings after an apostrophe follow the sounds of the name.
                guard language == "en" || !Self.declining.contains(language) else {
                    return .dependent("an ending follows the apostrophe")
                }
                return atEnd(place, new, change)
            }
            if language == "en", place.last.map({ $0 == "s" || $0 == "S" }) == true, new.last != place.last {
                return .dependent("the apostrophe may be a possessive")
            }
        }
        return atEnd(place, new, change)
    }

    /// Whether a capitalized word stands right after the form (“Lin Xiaodong”), or before a form of one word (“Xiao Lin”) where it is
    /// no title and no beginning of a sentence.
    private static func isInLongerName(_ place: ArraySlice<Unicode.Scalar>, in text: [Unicode.Scalar]) -> Bool {
        func isGap(_ index: Int) -> Bool { text.indices.contains(index) && (text[index] == " " || text[index] == "-") }
        if isGap(place.endIndex), place.endIndex + 2 < text.count, text[place.endIndex + 1].properties.isUppercase,
            text[place.endIndex + 2].properties.isLowercase
        {
            return true
        }
        guard !place.contains(where: { $0.properties.isWhitespace }), isGap(place.startIndex - 1) else { return false }
        var start = place.startIndex - 1
        while start > 0, text[start - 1].isWordCharacter { start -= 1 }
        guard start < place.startIndex - 1, text[start].properties.isUppercase else { return false }
        let word = String(String.UnicodeScalarView(text[start..<(place.startIndex - 1)]))
        // At the beginning of a sentence every word has a capital.
        guard start > 1, text[start - 1] == " ", text[start - 2].isWordCharacter || text[start - 2] == "," else {
            return false
        }
        return !titles.contains(word)
    }

    private static let titles: Set = [
        "Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Madam", "Lord", "Lady", "Master", "Mistress", "Elder", "Senior",
        "Junior",
        "Brother", "Sister", "Uncle", "Aunt", "Auntie", "Granny", "Grandpa", "Grandma", "Father", "Mother", "Old",
        "Young", "Little", "Big",
        "King", "Queen", "Prince", "Princess", "Emperor", "Empress", "Captain", "General", "Commander", "Doctor",
        "Professor", "President",
        "Director", "Manager", "Boss", "Bookkeeper", "Inspector", "Officer", "Teacher", "Disciple", "Patriarch",
        "Ancestor", "Immortal",
        "Fairy", "Saint", "Deacon", "Protector", "Monk", "Nun", "I", "The", "But", "And", "When", "If", "Then",
    ]

    /// Where no spaces part words, Japanese still tells a word by its script; of other languages too little is known.
    private func withoutSpaces(
        _ place: ArraySlice<Unicode.Scalar>,
        _ new: [Unicode.Scalar],
        in text: [Unicode.Scalar]
    ) -> Answer {
        guard language == "ja" else { return .word(new, length: place.count) }
        let before = place.startIndex > 0 ? text[place.startIndex - 1] : nil
        let after = place.endIndex < text.count ? text[place.endIndex] : nil
        for (edge, next) in [(place.first, before), (place.last, after)] {
            guard let edge, let next else { continue }
            if Self.isKatakana(edge), Self.isKatakana(next) { return .otherWord }
            if edge.isHan, next.isHan, !Self.japaneseParticles.contains(next) {
                return .dependent("it may be a part of a longer word")
            }
        }
        return .word(new, length: place.count)
    }

    private static func isKatakana(_ scalar: Unicode.Scalar) -> Bool {
        (0x30A1...0x30FA).contains(scalar.value) || scalar == "ー"
    }

    /// Characters that Japanese hangs on names: forms of address and plurals.
    private static let japaneseParticles: Set<Unicode.Scalar> = ["様", "氏", "殿", "達", "君", "等", "的", "曰"]

    private func atEnd(
        _ place: ArraySlice<Unicode.Scalar>,
        _ new: [Unicode.Scalar],
        _ change: TermRewriter.Change
    ) -> Answer {
        if Self.declining.contains(language), !change.isInflected, !Self.declineAlike(change.old, change.new) {
            return .dependent("the new form is declined in another way")
        }
        return .word(new, length: place.count)
    }

    /// Whether a form may end at a place: at the end of a word, or before an ending that the language may hang on it.
    func mayEnd(at end: Int, in text: [Unicode.Scalar]) -> Bool {
        guard hasWords, language != "ko", end < text.count, text[end].isWordCharacter else { return true }
        let ending = String(String.UnicodeScalarView(text[end...].prefix { $0.isWordCharacter })).lowercased()
        if ending == "s" || ending == "es" { return true }
        return Self.declining.contains(language) && ending.unicodeScalars.count <= 4
    }

    /// The form with letters behind it.
    private func withEnding(
        _ place: ArraySlice<Unicode.Scalar>,
        _ new: [Unicode.Scalar],
        _ change: TermRewriter.Change,
        in text: [Unicode.Scalar]
    ) -> Answer {
        var end = place.endIndex
        while end < text.count, text[end].isWordCharacter { end += 1 }
        let ending = String(String.UnicodeScalarView(text[place.endIndex..<end]))
        if language == "ko" {
            // Particles follow the last sound: 은 after a consonant, 는 after a vowel.
            return Self.endsInConsonant(place.last) == Self.endsInConsonant(new.last)
                ? .word(new, length: place.count) : .dependent("the particle follows the last sound")
        }
        if language == "en" {
            let lower = ending.lowercased()
            guard lower == "s" || lower == "es" else { return .otherWord }
            guard let old = EnglishPlural.plural(of: Array(place)), old == Array(place) + text[place.endIndex..<end],
                let plural = EnglishPlural.plural(of: new)
            else { return .dependent("the plural is irregular") }
            return .word(plural, length: end - place.startIndex)
        }
        guard Self.declining.contains(language) || Self.gendered.contains(language) else { return .otherWord }
        return ending.unicodeScalars.count <= 4 ? .dependent("it stands in an inflected form") : .otherWord
    }

    // MARK: What stands before

    /// Why the words before the form, or its number and gender, depend on it; nil when they do not.
    private func dependence(on before: String?, _ change: TermRewriter.Change, _ new: [Unicode.Scalar]) -> String? {
        let word = before?.lowercased() ?? ""
        let (old, new) = (change.old.lowercased(), change.new.lowercased())
        let isName = [.person, .place, .organization].contains(kind)
        if language == "en" {
            let articles: Set = ["the", "a", "an"]
            if let first = old.firstWord, articles.contains(first), new.firstWord != first {
                return "the old form has an article"
            }
            if let first = new.firstWord, articles.contains(first), old.firstWord != first {
                return "the new form has an article"
            }
            if word == "a" || word == "an", old.firstWord != new.firstWord,
                Self.sound(old) != Self.sound(new) || Self.sound(old) == .unsure
            {
                return "“\(word)” before it depends on the first sound"
            }
            if !isName, Self.isPlural(old) != Self.isPlural(new) { return "one is plural and the other is not" }
            return nil
        }
        if ["fr", "it", "ca"].contains(language), Self.sound(old) != Self.sound(new),
            word.hasSuffix("’") || word.hasSuffix("'") || Self.eliding.contains(word)
        {
            return "“\(word)” before it depends on the first sound"
        }
        guard Self.gendered.contains(language) else { return nil }
        if isName {
            return kind != .person && Self.articles.contains(word) ? "an article stands before it" : nil
        }
        // The head of a noun group comes first in Romance languages and last in Germanic ones.
        let isHeadLast = ["de", "nl", "da", "sv", "nb", "nn", "no", "is"].contains(language)
        let sameHead = isHeadLast ? old.lastWord == new.lastWord : old.firstWord == new.firstWord
        return sameHead ? nil : "articles and adjectives may follow its gender"
    }

    private static let eliding: Set = [
        "de", "le", "la", "que", "ne", "je", "se", "me", "te", "ce", "jusque", "lorsque", "puisque", "di", "lo", "una",
        "uno",
        "un", "el", "d", "l", "qu", "dell", "all", "nell", "sull", "dall",
    ]
    private static let articles: Set = [
        "le", "la", "les", "un", "une", "du", "des", "au", "aux", "el", "los", "las", "una", "unos", "unas", "al",
        "del", "il", "lo",
        "i", "gli", "uno", "o", "os", "as", "um", "uma", "ao", "à", "do", "da", "no", "na", "der", "die", "das", "den",
        "dem",
        "ein", "eine", "einen", "einem", "einer", "zum", "zur", "im", "am", "vom", "beim", "de", "het", "een", "den",
        "det", "en",
        "ett", "et",
    ]

    /// The word before a place, with the apostrophe that ends it; nil after anything but a space.
    private func wordBefore(_ place: Int, in text: [Unicode.Scalar]) -> String? {
        var end = place
        // Markup and opening quotes part nothing: a <b>spirit stone</b>.
        while end > 0, Self.isTransparent(text[end - 1]) { end -= 1 }
        guard end > 0 else { return nil }
        if Self.isApostrophe(text[end - 1]) {
            var start = end - 1
            while start > 0, text[start - 1].isWordCharacter { start -= 1 }
            return String(String.UnicodeScalarView(text[start..<end]))
        }
        guard text[end - 1].properties.isWhitespace else { return nil }
        while end > 0, text[end - 1].properties.isWhitespace || Self.isTransparent(text[end - 1]) { end -= 1 }
        var start = end
        while start > 0, text[start - 1].isWordCharacter { start -= 1 }
        return start < end ? String(String.UnicodeScalarView(text[start..<end])) : nil
    }

    private static func isTransparent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{FFFC}", "*", "_", "“", "‘", "\"", "«", "[": true
        default: false
        }
    }

    // MARK: Sounds and numbers

    private enum Sound { case vowel, consonant, unsure }

    /// Whether a form begins with a vowel to the ear: u, h, eu and one do not say (a unicorn, an hour).
    private static func sound(_ form: String) -> Sound {
        guard let first = form.unicodeScalars.first(where: \.isWordCharacter) else { return .unsure }
        if ["u", "h", "y"].contains(first) || form.hasPrefix("eu") || form.hasPrefix("one") { return .unsure }
        let vowels = "aeioáàâäéèêëíìîïóòôöúùûü".unicodeScalars
        if first.value >= 0x80, !vowels.contains(first) { return .unsure }
        return vowels.contains(first) ? .vowel : first.properties.isAlphabetic ? .consonant : .unsure
    }

    /// Whether an English noun group looks plural.
    private static func isPlural(_ form: String) -> Bool {
        guard let word = form.lastWord, word.utf8.count > 3 else { return false }
        return word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("us") && !word.hasSuffix("is")
    }

    /// Whether two forms that stand uninflected belong to the same kind of declension, as far as their last letter tells.
    private static func declineAlike(_ old: String, _ new: String) -> Bool {
        guard let first = old.lowercased().unicodeScalars.last, let second = new.lowercased().unicodeScalars.last else {
            return false
        }
        let vowels = "aeiouyąęáéíóúýěůöüőűäõаеёиоуыэюяіїєαεηιουωάέήίόύώ".unicodeScalars
        let (isFirst, isSecond) = (vowels.contains(first), vowels.contains(second))
        return isFirst == isSecond && (!isFirst || first == second) && (first == "ь") == (second == "ь")
    }

    /// Whether a Hangul syllable ends in a consonant; nil for anything else.
    private static func endsInConsonant(_ scalar: Unicode.Scalar?) -> Bool? {
        guard let value = scalar?.value, (0xAC00...0xD7A3).contains(value) else { return nil }
        return (value - 0xAC00) % 28 != 0
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "’" || scalar == "ʼ"
    }
}

extension String {
    fileprivate var firstWord: String? { split(separator: " ").first.map { String($0) } }
    fileprivate var lastWord: String? { split(separator: " ").last.map { String($0) } }
}
