/// How likely a run of characters is a person's name: surname and one or two given characters, each counted among the
/// names of the dictionary. It keeps 李天 from being found in 李天明.
struct NameModel: Sendable {
    /// Natural logarithms by number of a character (index 0 unused).
    let surname: [Float]
    /// The given character of a name of two.
    let only: [Float]
    /// The first and the second given character of a name of three.
    let first: [Float]
    let second: [Float]
    /// Compound surnames: numbers of both characters, the first in the upper half.
    let compounds: Set<UInt32>

    /// ln of the share of names in running text, and of names with two characters and three among them.
    static let share: Float = -2.6
    static let shareOfTwo: Float = -1.2
    static let shareOfThree: Float = -0.36
    /// A compound surname among all surnames.
    static let compound: Float = -5.5
    /// What has this weight or less is no name.
    static let impossible: Float = -100

    func weight(surname number: UInt16) -> Float { value(surname, number) }

    /// ln of the share of a character among the last ones of three.
    func weight(last number: UInt16) -> Float { value(second, number) }

    /// ln of the share of running text that this name has: `given` are one or two characters after the surname.
    func weight(surname: Float, given: UInt16, _ last: UInt16? = nil) -> Float {
        guard surname > Self.impossible else { return Self.impossible }
        guard let last else { return Self.share + Self.shareOfTwo + surname + value(only, given) }
        return Self.share + Self.shareOfThree + surname + value(first, given) + value(second, last)
    }

    private func value(_ table: [Float], _ number: UInt16) -> Float {
        Int(number) < table.count ? table[Int(number)] : -13
    }
}

/// Counts characters of names, one for each name, so that the famous do not weigh more.
struct NameCounts {
    private let alphabet: Alphabet
    private var surname: [Float]
    private var only: [Float]
    private var first: [Float]
    private var second: [Float]
    private let surnames: Set<UInt16>
    private let compounds: Set<UInt32>

    init(alphabet: Alphabet) {
        self.alphabet = alphabet
        let none = [Float](repeating: 0, count: alphabet.count + 1)
        (surname, only, first, second) = (none, none, none, none)
        func number(_ scalar: Unicode.Scalar) -> UInt16 {
            scalar.value < 0x10000 ? alphabet.basic[Int(scalar.value)] : Alphabet.strangeHan
        }
        surnames = Set(Surnames.single.unicodeScalars.map(number).filter { $0 < Alphabet.firstMark })
        compounds = Set(
            Surnames.compound.compactMap { name in
                let numbers = name.unicodeScalars.map(number)
                guard numbers.count == 2, numbers.allSatisfy({ $0 < Alphabet.firstMark }) else { return nil }
                return UInt32(numbers[0]) << 16 | UInt32(numbers[1])
            }
        )
    }

    mutating func add(_ name: UnsafeBufferPointer<UInt16>, frequency: UInt32) {
        guard name.count == 2 || name.count == 3, surnames.contains(name[0]) else { return }
        surname[Int(name[0])] += 1
        if name.count == 2 {
            only[Int(name[1])] += 1
        } else {
            first[Int(name[1])] += 1
            second[Int(name[2])] += 1
        }
    }

    func model() -> NameModel {
        // A given character never seen counts as a twentieth of one.
        func logarithms(_ counts: [Float], unseen: Float) -> [Float] {
            // Of a small dictionary little can be learned.
            let sum = counts.reduce(500, +)
            return counts.map {
                Float(naturalLogarithm(Double(max($0, unseen)))) - Float(naturalLogarithm(Double(sum)))
            }
        }
        var family = logarithms(surname, unseen: 2)
        // What is an everyday word as well is one for the most part.
        for (text, entry) in Surnames.all where entry.frequency == .word {
            guard let scalar = text.unicodeScalars.first, scalar.value < 0x10000 else { continue }
            let number = Int(alphabet.basic[Int(scalar.value)])
            if number < family.count { family[number] -= 1 }
        }
        return NameModel(
            surname: family.indices.map { surnames.contains(UInt16($0)) ? family[$0] : NameModel.impossible },
            only: logarithms(only, unseen: 0.05),
            first: logarithms(first, unseen: 0.05),
            second: logarithms(second, unseen: 0.05),
            compounds: compounds
        )
    }
}
