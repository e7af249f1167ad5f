import Text

/// What the little words of a language say about where a line may end.
struct BreakWords: Sendable {
    /// What a word does at a line break.
    struct Role: OptionSet, Sendable {
        let rawValue: UInt16

        /// Good to begin a line with, bad to end one with.
        static let conjunction = Role(rawValue: 1)
        static let preposition = Role(rawValue: 2)
        /// Belongs to the noun after it: articles, possessives, forms of address, common adjectives.
        static let determiner = Role(rawValue: 4)
        static let pronoun = Role(rawValue: 8)
        /// Auxiliaries, copulas and negations, which belong to the verb after them.
        static let auxiliary = Role(rawValue: 16)
        /// Belongs to the word before it: postpositions, particles.
        static let clitic = Role(rawValue: 32)
        /// A preposition that often belongs to the verb before it: “turned over”, “came in through the window”.
        static let particle = Role(rawValue: 64)
        /// A preposition of possession, which ties two nouns more closely than others.
        static let genitive = Role(rawValue: 128)
        /// “Only” and its like, which go with what follows them and begin a phrase.
        static let focus = Role(rawValue: 256)
    }

    private let roles: [String: Role]
    /// Endings of words after which a clause ends, as of Korean verbs.
    private let clauseEndings: [[Unicode.Scalar]]
    /// Whether two words with capitals side by side are a name; not so where all nouns have them.
    let capitalsAreNames: Bool

    private init(_ lists: Lists, endings: String = "", capitalsAreNames: Bool = true) {
        var roles: [String: Role] = [:]
        for (role, words) in lists {
            for word in words.split(whereSeparator: \.isWhitespace) { roles[String(word), default: []].insert(role) }
        }
        self.roles = roles
        clauseEndings = endings.split(separator: " ").map { Array($0.unicodeScalars) }
        self.capitalsAreNames = capitalsAreNames
    }

    typealias Lists = KeyValuePairs<Role, String>

    /// The words of a locale; none for a language that the tables do not hold.
    static func of(_ locale: LanguageTag) -> BreakWords { tables[locale.language] ?? none }

    private static let none = BreakWords([:])

    private static let tables: [String: BreakWords] = {
        var tables: [String: BreakWords] = [:]
        for (languages, lists) in latin + others {
            let table = BreakWords(
                lists,
                endings: languages == "ko" ? koreanEndings : "",
                capitalsAreNames: languages != "de"
            )
            for language in languages.split(separator: " ") { tables[String(language)] = table }
        }
        return tables
    }()

    /// The role of a word as the last of a line; of an elided one, `d’une`, that of its second part.
    func last(_ word: ArraySlice<Unicode.Scalar>) -> Role {
        guard let key = Self.key(word) else { return [] }
        if let role = roles[key] { return role }
        guard let mark = word.lastIndex(where: Self.isApostrophe), let part = Self.key(word[(mark + 1)...]) else {
            return []
        }
        return roles[part] ?? []
    }

    /// The role of a word as the first of a line; of an elided one, `qu’il`, that of its first part.
    func first(_ word: ArraySlice<Unicode.Scalar>) -> Role {
        guard let key = Self.key(word) else { return [] }
        if let role = roles[key] { return role }
        guard let mark = word.firstIndex(where: Self.isApostrophe), let part = Self.key(word[..<mark]) else {
            return []
        }
        return roles[part] ?? []
    }

    func endsClause(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        clauseEndings.contains { ending in word.count > ending.count && word.suffix(ending.count).elementsEqual(ending)
        }
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "’" }

    /// A word in small letters without marks around it; nil for one that is too long to be in a table.
    private static func key(_ word: ArraySlice<Unicode.Scalar>) -> String? {
        guard word.count <= 18 else { return nil }
        var view = String.UnicodeScalarView()
        var isPlain = true
        for scalar in word {
            if scalar.value < 0x80 {
                let value = scalar.value
                if (0x41...0x5A).contains(value) {
                    view.append(Unicode.Scalar(UInt8(value + 0x20)))
                } else if (0x61...0x7A).contains(value) || value == 0x27 {
                    view.append(scalar)
                }
            } else {
                guard scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark else {
                    continue
                }
                view.append(scalar)
                isPlain = false
            }
        }
        guard !view.isEmpty else { return nil }
        return isPlain ? String(view) : String(view).lowercased()
    }
}
