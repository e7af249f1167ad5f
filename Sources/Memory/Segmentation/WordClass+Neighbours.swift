extension WordClass {
    /// How much likelier a word of one class is behind one of another than anywhere, as natural logarithms: the row of the
    /// class before, 32 numbers each.
    ///
    /// From the transitions between words of the tagger in jieba 0.42.1 (`posseg/prob_trans.py`, MIT), summed over the
    /// parts of speech of each class, in tenths; the rows of the classes that it does not have, and what they say of 得, 地
    /// and 了 behind nouns, are set by hand. Scaled by `scale`, since a dictionary gives each word one part of speech only.
    ///
    /// Never freed, and never written again: an array would be counted at each of the lattice's looks.
    nonisolated(unsafe) static let affinities: UnsafePointer<Float> = {
        let table = UnsafeMutablePointer<Float>.allocate(capacity: 32 * 32)
        table.initialize(repeating: 0, count: 32 * 32)
        for before in 0..<count {
            for after in 0..<count { table[before * 32 + after] = Float(tenths[before * count + after]) / 10 * scale }
        }
        return UnsafePointer(table)
    }()

    /// The same for the end of a run behind a word of each class, by hand.
    static let endings: [Float] = endTenths.map { Float($0) / 10 * scale } + [Float](repeating: 0, count: 32 - count)

    private static let scale: Float = 0.8

    private static let endTenths: [Int8] = [
        0, 0, 0, 0, 0, 0, 0, 0, 0, -10, -12, 0, -3, 0, 0, -25, -20, -7, 7, -10, 20, 0, 0, 0, 0, 0, 0,
    ]

    // swift-format-ignore
    private static let tenths: [Int8] = [
        // start
        0, 0, -5, 16, 12, 9, -10, -7, -3, 1, -6, -2, 7, 4,
        -5, 4, 4, -33, -30, -17, 6, 2, 0, 4, 7, -7, 0,
        // noun
        0, 0, 2, -1, -6, -3, 6, 0, -2, -1, 2, 0, -4, -4,
        0, 1, 5, 3, -18, -25, 0, -2, 0, -4, -4, 0, -12,
        // verbalNoun
        0, 4, 8, -10, -8, -5, 2, -4, -6, -2, -2, -18, -6, -7,
        -9, -1, 8, 4, -7, -25, -9, -5, 0, -7, -6, -4, -12,
        // person
        0, -2, -13, 10, -3, 2, -2, 1, -5, -5, 2, 1, -6, -4,
        4, 4, 1, 3, -20, -25, -4, -1, 0, -4, -6, 1, -12,
        // place
        0, 3, -5, 3, 18, 6, 6, -6, -6, 1, -7, -11, -11, -3,
        -3, -3, 0, 2, -30, -25, -18, -6, 0, -3, -11, -6, -12,
        // time
        0, -2, -4, 0, 7, 7, 2, 0, -4, -2, 3, 2, 0, 3,
        -3, -1, -5, 3, -13, -16, -8, -2, 0, 3, 0, 0, -2,
        // position
        0, -4, -6, -1, 1, -3, -3, 2, -4, -1, 4, 3, -1, 2,
        0, 1, -3, 6, -8, -14, -13, -1, 0, 2, -1, 2, -4,
        // verb
        0, -1, -3, 1, 2, 0, -2, -1, -1, -1, -3, -4, 4, 1,
        2, 1, -1, -2, 12, 4, 3, 0, 0, 1, 4, -1, -1,
        // adjective
        0, 2, 1, -3, -9, -5, -9, -3, 1, -5, -4, -1, -6, -4,
        3, -5, 2, 10, 1, 15, 7, -4, 0, -4, -6, -3, 2,
        // attribute
        0, 7, 8, -12, -9, -13, -6, -4, -8, 8, -14, -12, -16, -10,
        -1, -7, -10, 2, -29, -8, -21, -3, 0, -10, -16, -4, 7,
        // adverb
        0, -15, -7, -11, -22, -12, -14, 8, 8, -11, 3, 0, -9, -5,
        -9, 5, -13, -13, -15, 6, -16, 3, 0, -5, -9, 8, -15,
        // state
        0, -4, -14, -8, -17, -8, -13, 0, -2, -4, -6, 32, -8, 0,
        -4, -7, -4, 12, -10, 30, 4, 2, 0, 0, -8, 0, -4,
        // pronoun
        0, -3, -7, -7, -16, 1, -10, 2, -2, -2, 6, 3, 0, 3,
        5, 0, -5, 2, -17, -10, 4, 3, 0, 3, 0, 2, -3,
        // quantity
        0, 3, -5, -2, -2, 0, 1, -2, 3, 3, -3, 4, -6, 6,
        1, -2, -4, -5, -15, -8, -4, -1, 0, 6, -6, -2, 3,
        // measure
        0, 2, -8, 0, -4, -1, 4, -2, 2, 0, -2, 1, 0, -1,
        6, -1, -1, -2, -10, -6, 15, 1, 0, -1, 0, -2, 2,
        // preposition
        0, 2, -2, 7, 13, 12, 1, -5, -1, 5, -11, -3, 9, 5,
        -1, -11, -18, -21, -9, -10, -20, 0, 0, 5, 9, -5, 2,
        // conjunction
        0, 0, 2, 3, 5, 4, -7, 0, -1, 4, 2, -6, 6, -3,
        -8, 4, -7, -28, -31, -16, -28, 3, 0, -3, 6, 0, 0,
        // structural
        0, 7, 10, -4, -3, -4, -10, -5, 3, 7, -8, -2, -5, 0,
        -6, -15, -9, -28, -22, -4, -8, 1, 0, 0, -5, -5, 7,
        // aspect
        0, -1, -8, 5, 1, 4, -9, -5, 3, -1, -2, 6, 10, 13,
        4, -7, -4, -14, -9, -11, 10, 3, 0, 13, 10, -5, -1,
        // complement
        0, -10, -7, -6, -14, -9, -6, 7, 3, -17, 3, 19, -3, -3,
        -1, 2, -11, -14, -2, -15, -6, 12, 0, -3, -3, 7, -10,
        // modalParticle
        0, -5, -19, 12, -6, 6, -12, -4, -2, -7, 3, 5, 17, -4,
        -7, -5, 5, -13, -13, -1, 20, 3, 0, -4, 17, -4, -5,
        // idiom
        0, -7, -5, -1, -8, 0, -3, -3, -6, -4, 3, 0, 4, -6,
        -7, 0, 8, 11, -2, 23, 10, 14, 0, -6, 4, -3, -7,
        // unsure
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        // numeral
        0, 3, -5, -2, -2, 0, 0, -10, 3, 3, -10, 4, -6, 6,
        25, -2, -4, -15, -15, -8, -4, -1, 0, 6, -6, -2, 3,
        // demonstrative
        0, -3, -7, -7, -16, 1, 0, 2, -2, -2, 6, 3, 0, 12,
        20, 0, -5, 2, -17, -10, 4, 3, 0, 12, 0, 2, -3,
        // auxiliary
        0, -12, -3, -8, -8, 0, -2, 10, -1, -1, 5, -4, 4, 1,
        2, 5, -1, -2, -15, 4, 3, 0, 0, 1, 4, 5, -1,
        // morpheme
        0, -6, 2, -15, -15, -3, 6, 0, -2, -1, 2, 0, -4, -4,
        0, 1, 5, 3, -18, -25, 0, -2, 0, -4, -4, 0, -3,
    ]
}
