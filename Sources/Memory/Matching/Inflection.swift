/// Inflected forms of words in Latin script, as far as rules and a short list tell them: English, and Romance plurals in -s.
///
/// What only adds -s or -es is found by `ending`; `forms` gives those that change the word itself.
enum Inflection {
    /// A shorter word has no form that could be told from another word.
    private static let shortest = 3

    /// Other forms of a term by its last word: parties of party, wolves of wolf, running and ran of run.
    ///
    /// - Parameters:
    ///   - form: in lower case, other scripts give none.
    ///   - isName: names have plurals of the regular kind only (the Kellys are no Kellies, but nobody minds), and are no verbs.
    static func forms(_ form: [UInt32], isName: Bool) -> [[UInt32]] {
        let start = form.lastIndex { !isLetter($0) }.map { $0 + 1 } ?? 0
        let word = form[start...].compactMap { UInt8(exactly: $0) }
        guard word.count >= shortest, word.count == form.count - start else { return [] }
        let text = String(decoding: word, as: UTF8.self)
        var found = plurals(of: text)
        if !isName { found += verbForms(of: text) }
        let before = form[..<start]
        return found.filter { $0 != text }.map { before + $0.unicodeScalars.map(\.value) }
    }

    /// How many characters of `rest`, what follows a form up to the end of the word, make it a plural; 0 for none.
    static func ending(afterFormOf length: Int, rest: some Collection<UInt8>) -> Int {
        guard length >= shortest, rest.count <= 2 else { return 0 }
        return rest.elementsEqual([0x73]) || rest.elementsEqual([0x65, 0x73]) ? rest.count : 0
    }

    private static func plurals(of word: String) -> [String] {
        let bytes = Array(word.utf8)
        let last = bytes[bytes.count - 1]
        let second = bytes[bytes.count - 2]
        if last == UInt8(ascii: "y"), !isVowel(second), bytes.count > shortest { return [word.dropLast() + "ies"] }
        // werewolf and swordsman as well.
        for (singular, plural) in irregularPlurals where word.hasSuffix(singular) {
            return [word.dropLast(singular.utf8.count) + plural]
        }
        return []
    }

    /// -ing and -ed, with what they do to the end of a word, and the strong verbs of stories.
    private static func verbForms(of word: String) -> [String] {
        let bytes = Array(word.utf8)
        guard bytes.contains(where: isVowel) else { return [] }
        let last = bytes[bytes.count - 1]
        let second = bytes[bytes.count - 2]
        let third = bytes[bytes.count - 3]
        let strong = strongVerbs[word] ?? []
        // stop, stopped: one vowel before one consonant, in a word of one syllable.
        let doubles =
            !isVowel(last) && ![UInt8(ascii: "w"), UInt8(ascii: "x"), UInt8(ascii: "y")].contains(last)
            && isVowel(second)
            && !isVowel(third) && bytes.count(where: isVowel) == 1
        let stem: String
        if last == UInt8(ascii: "e"), second != UInt8(ascii: "e") {
            stem = String(word.dropLast())
        } else {
            stem = doubles ? word + String(Unicode.Scalar(last)) : word
        }
        guard strong.isEmpty else { return strong + [stem + "ing"] }
        if last == UInt8(ascii: "y"), !isVowel(second) { return [word + "ing", word.dropLast() + "ied"] }
        return [stem + "ing", stem + "ed"]
    }

    private static let irregularPlurals = [
        ("wolf", "wolves"), ("elf", "elves"), ("dwarf", "dwarves"), ("knife", "knives"), ("wife", "wives"),
        ("life", "lives"), ("leaf", "leaves"), ("thief", "thieves"), ("half", "halves"), ("calf", "calves"),
        ("scarf", "scarves"), ("hoof", "hooves"), ("woman", "women"), ("sman", "smen"), ("foot", "feet"),
        ("tooth", "teeth"), ("goose", "geese"), ("mouse", "mice"), ("child", "children"),
    ]

    private static let strongVerbs: [String: [String]] = [
        "run": ["ran"], "fight": ["fought"], "strike": ["struck"], "slay": ["slew", "slain"], "fly": ["flew", "flown"],
        "break": ["broke", "broken"], "take": ["took", "taken"], "draw": ["drew", "drawn"],
        "throw": ["threw", "thrown"],
        "ride": ["rode", "ridden"], "rise": ["rose", "risen"], "fall": ["fell", "fallen"], "hold": ["held"],
        "stand": ["stood"], "seek": ["sought"], "speak": ["spoke", "spoken"], "swear": ["swore", "sworn"],
        "steal": ["stole", "stolen"], "bind": ["bound"], "bite": ["bit", "bitten"], "shoot": ["shot"],
        "sing": ["sang", "sung"],
        "swim": ["swam", "swum"], "wield": ["wielded"], "eat": ["ate", "eaten"], "drink": ["drank", "drunk"],
        "give": ["gave", "given"], "hide": ["hid", "hidden"], "teach": ["taught"], "catch": ["caught"],
        "buy": ["bought"],
        "sell": ["sold"], "forge": ["forged"], "freeze": ["froze", "frozen"], "grow": ["grew", "grown"],
        "know": ["knew", "known"], "write": ["wrote", "written"], "wake": ["woke", "woken"],
        "weave": ["wove", "woven"],
    ]

    private static func isLetter(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar) }
    private static func isVowel(_ byte: UInt8) -> Bool { [0x61, 0x65, 0x69, 0x6F, 0x75].contains(byte) }
}
