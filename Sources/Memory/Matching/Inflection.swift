/// Plurals of words in Latin script, as far as a rule tells them: English, and Romance ones in -s.
enum Inflection {
    /// A shorter word has no plural that could be told from another word.
    private static let shortest = 3

    /// The plural where the end of the word changes: parties of party. Nil for other words.
    static func irregularPlural(_ form: [UInt32]) -> [UInt32]? {
        guard form.count > shortest, form.last == 0x79, isLetter(form[form.count - 2]), !isVowel(form[form.count - 2])
        else { return nil }
        return form.dropLast() + [0x69, 0x65, 0x73]
    }

    /// How many characters of `rest`, what follows a form up to the end of the word, make it a plural; 0 for none.
    static func ending(afterFormOf length: Int, rest: some Collection<UInt8>) -> Int {
        guard length >= shortest, rest.count <= 2 else { return 0 }
        return rest.elementsEqual([0x73]) || rest.elementsEqual([0x65, 0x73]) ? rest.count : 0
    }

    private static func isLetter(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar) }
    private static func isVowel(_ scalar: UInt32) -> Bool { [0x61, 0x65, 0x69, 0x6F, 0x75].contains(scalar) }
}
