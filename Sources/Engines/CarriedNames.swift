import Text

/// What stands in a piece in Latin letters and digits, and so has to stand in its translation: names and numbers.
///
/// A small model drops one name in ten. Which ones is known at once, without the checks of the pipeline.
struct CarriedNames {
    private let before: FoldedText
    private let names: [Name]
    private let numbers: [[Unicode.Scalar]]

    private struct Name {
        var spelling: String
        var letters: [Unicode.Scalar]
        /// How often it stands in the piece.
        var asked: Int
    }

    /// - Parameters:
    ///   - piece: as the model sees it, with the names written into it.
    ///   - before: what else the model sees, from which it may rightly take a name for a pronoun.
    ///   - names: target forms of the terms that are known.
    init(in piece: String, after before: [String], names: [String]) {
        let piece = FoldedText(piece)
        self.before = FoldedText(before.joined(separator: "\n"))
        self.names = names.map { name in
            let letters = FoldedText(name).letters
            return Name(spelling: name, letters: letters, asked: letters.isEmpty ? 0 : piece.count(letters))
        }.filter { !$0.letters.isEmpty }
        // Smaller numbers are spelled more often than not.
        numbers = Set(piece.runsOfDigits.filter { $0.count > 2 }).sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// How far an answer is from carrying everything. Worst is an answer that cannot be the translation; a name too many is worse
    /// than one that lacks, and that than a number.
    struct Fault: Comparable {
        /// Set by who asked: only the question tells what cannot be its translation.
        var isUnsound = false
        /// Names that stand nowhere in what the model saw, or more than once more than there.
        var surplus = 0
        var missing = 0
        var numbers = 0

        var isNone: Bool { isSlight && numbers == 0 }

        /// Whether another answer is worth a request. A number may well be spelled, and counts only among answers.
        var isSlight: Bool { !isUnsound && surplus == 0 && missing == 0 }

        static func < (one: Fault, other: Fault) -> Bool {
            (one.isUnsound ? 1 : 0, one.surplus, one.missing, one.numbers)
                < (other.isUnsound ? 1 : 0, other.surplus, other.missing, other.numbers)
        }
    }

    func fault(in answer: String) -> Fault {
        let answer = FoldedText(answer)
        var fault = Fault()
        for name in names {
            let said = answer.count(name.letters)
            if name.asked > 0 {
                if said == 0 { fault.missing += 1 }
                // A pronoun or nothing in Chinese may be a name in English, but hardly two.
                fault.surplus += max(0, said - name.asked - 1)
            } else if said > 0, before.count(name.letters) == 0 {
                fault.surplus += 1
            }
        }
        fault.numbers = numbers.count { answer.count($0) == 0 }
        return fault
    }

    /// The names of the piece that an answer lacks, as they are spelled: each once, and none that is a part of another.
    func missing(in answer: String) -> [String] {
        let answer = FoldedText(answer)
        let missing = Set(names.filter { $0.asked > 0 && answer.count($0.letters) == 0 }.map(\.spelling))
        return missing.filter { name in !missing.contains { $0 != name && $0.contains(name) } }.sorted()
    }
}

/// A text for looking up names: letters and digits only, small, without the spaces, hyphens and apostrophes in which spellings
/// of a name differ.
private struct FoldedText {
    /// Other marks and Han are one `|` each, which stands in no name.
    private(set) var scalars: [Unicode.Scalar] = []
    /// Whether a word may begin there.
    private var starts: [Bool] = []

    init(_ text: String) {
        var atStart = true
        let source = Array(text.lowercased().unicodeScalars)
        for (index, scalar) in source.enumerated() {
            if !scalar.isHan, scalar.properties.isAlphabetic || Self.isDigit(scalar) {
                // spirit stone3,200: a numeral may stand right after a name.
                let isNumber = Self.isDigit(scalar)
                starts.append(atStart || scalars.last.map { Self.isDigit($0) != isNumber } ?? true)
                scalars.append(scalar)
                atStart = false
            } else if scalar == ",", index > 0, index + 1 < source.count, Self.isDigit(source[index - 1]),
                Self.isDigit(source[index + 1])
            {
                continue
            } else {
                if !" -'’".unicodeScalars.contains(scalar) {
                    scalars.append("|")
                    starts.append(true)
                }
                atStart = true
            }
        }
    }

    var letters: [Unicode.Scalar] { scalars.filter { $0 != "|" } }

    var runsOfDigits: [[Unicode.Scalar]] {
        scalars.split { !Self.isDigit($0) }.map(Array.init)
    }

    /// How often a name stands there from word to word; in the plural too.
    func count(_ name: [Unicode.Scalar]) -> Int {
        var count = 0
        var index = 0
        while index + name.count <= scalars.count {
            if starts[index], scalars[index...].starts(with: name), isEnd(index + name.count) {
                count += 1
                index += name.count
            } else {
                index += 1
            }
        }
        return count
    }

    private func isEnd(_ index: Int) -> Bool {
        let rest = scalars[index...]
        let plurals: [[Unicode.Scalar]] = [[], ["s"], ["e", "s"]]
        return plurals.contains { ending in
            rest.starts(with: ending)
                && (index + ending.count == scalars.count || starts[index + ending.count])
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
