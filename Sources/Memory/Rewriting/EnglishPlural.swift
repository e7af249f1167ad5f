/// Plurals of English nouns: the rules, and the nouns of stories that do not follow them.
enum EnglishPlural {
    /// The plural of a noun or of a group that ends in one; nil for what is no English word.
    static func plural(of form: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        guard let last = form.last, last.isASCII, last.properties.isAlphabetic else { return nil }
        let lower = String(String.UnicodeScalarView(form)).lowercased()
        // The head comes first there: stones of the wise man.
        guard !lower.split(separator: " ").dropFirst().contains(where: Self.prepositions.contains) else { return nil }
        let isUpper = last.properties.isUppercase && form.count > 1 && form[form.count - 2].properties.isUppercase
        func with(_ ending: String, dropping count: Int = 0) -> [Unicode.Scalar] {
            form.dropLast(count) + Array((isUpper ? ending.uppercased() : ending).unicodeScalars)
        }
        for (noun, plural) in irregular where lower.endsInWord(noun) {
            let common = zip(noun.unicodeScalars, plural.unicodeScalars).prefix { $0 == $1 }.count
            return with(
                String(String.UnicodeScalarView(plural.unicodeScalars.dropFirst(common))),
                dropping: noun.unicodeScalars.count - common
            )
        }
        if unchanged.contains(where: lower.endsInWord) { return form }
        if compounds.contains(where: lower.hasSuffix) { return with("en", dropping: 2) }
        if ["s", "x", "z", "ch", "sh"].contains(where: lower.hasSuffix) {
            // Names of kinds from Latin and Greek go their own ways.
            return lower.hasSuffix("is") || lower.hasSuffix("us") ? nil : with("es")
        }
        let before = lower.unicodeScalars.dropLast().last
        let follows = before.map { !"aeiou".unicodeScalars.contains($0) } ?? false
        if lower.hasSuffix("y"), follows { return with("ies", dropping: 1) }
        if lower.hasSuffix("fe") || lower.hasSuffix("o") && follows { return nil }
        if lower.hasSuffix("f"), !lower.hasSuffix("ff"),
            !["roof", "chief", "proof", "belief", "reef", "brief"].contains(where: lower.hasSuffix)
        {
            return nil
        }
        return with("s")
    }

    /// Whether the plural is not the noun with s or es behind it.
    static func isIrregular(_ form: [Unicode.Scalar]) -> Bool {
        guard let plural = plural(of: form) else { return false }
        return !plural.starts(with: form) || plural.count == form.count || plural.count > form.count + 2
    }

    private static let prepositions: Set<Substring> = ["of", "in", "from", "with", "for", "on", "under", "without"]
    private static let irregular = [
        ("child", "children"), ("ox", "oxen"), ("foot", "feet"), ("tooth", "teeth"), ("goose", "geese"),
        ("mouse", "mice"),
        ("louse", "lice"), ("person", "people"), ("wolf", "wolves"), ("werewolf", "werewolves"), ("elf", "elves"),
        ("dwarf", "dwarves"), ("thief", "thieves"), ("leaf", "leaves"), ("half", "halves"), ("self", "selves"),
        ("shelf", "shelves"), ("loaf", "loaves"), ("calf", "calves"), ("scarf", "scarves"), ("knife", "knives"),
        ("life", "lives"), ("wife", "wives"), ("midwife", "midwives"), ("housewife", "housewives"), ("hero", "heroes"),
        ("echo", "echoes"), ("potato", "potatoes"), ("tomato", "tomatoes"), ("torpedo", "torpedoes"),
        ("photo", "photos"), ("piano", "pianos"), ("halo", "halos"), ("man", "men"), ("woman", "women"),
        ("crisis", "crises"), ("oasis", "oases"), ("basis", "bases"), ("nemesis", "nemeses"), ("virus", "viruses"),
        ("octopus", "octopuses"), ("phoenix", "phoenixes"),
    ]
    private static let unchanged = [
        "sheep", "deer", "fish", "series", "species", "aircraft", "spacecraft", "offspring", "qilin", "qi", "dao",
        "tao",
    ]
    /// Endings of words that are compounds of man and woman; human, shaman, roman and talisman are not.
    private static let compounds = [
        "swordsman", "swordswoman", "spearman", "gentleman", "nobleman", "noblewoman", "craftsman", "fisherman",
        "huntsman", "policeman", "policewoman", "businessman", "businesswoman", "watchman", "horseman", "boatman",
        "countryman", "madman", "madwoman", "snowman", "woodsman", "townsman", "clansman", "tribesman", "footman",
        "bowman", "axeman", "salesman", "saleswoman", "chairman", "kinsman", "henchman", "ferryman", "workman",
    ]
}

extension String {
    /// Whether the text ends in a word, and not only in its letters.
    fileprivate func endsInWord(_ word: String) -> Bool {
        guard hasSuffix(word) else { return false }
        let rest = unicodeScalars.dropLast(word.unicodeScalars.count)
        return rest.last.map { !$0.isWordCharacter } ?? true
    }
}
