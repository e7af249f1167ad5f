internal import Text

/// The numbers of a source held against those of its translation.
struct NumberComparison {
    struct Problem {
        enum Kind {
            /// Another number stands in its place.
            case changed
            /// It is not there, and no other number is.
            case missing
            /// A number of the target that nothing in the source stands for.
            case added
        }
        var kind: Kind
        var number: SourceNumbers.Number?
        var found: [TargetNumbers.Written] = []
    }

    let problems: [Problem]

    /// A unit with more problems than these is no translation of its source; bounds the work on tables of digits.
    private static let most = 100

    /// - Parameter smallWords: words of small numbers that are nothing else in the target's language.
    init(source: SourceNumbers, target: TargetNumbers, targetWritesHan: Bool, smallWords: Set<String> = []) {
        var problems: [Problem] = []
        let missing = source.numbers.indices.filter { index in
            let number = source.numbers[index]
            return number.value != 0 && !target.holds(number) && !Self.isSpoken(number, in: target)
                && !Self.isPart(index, of: source.numbers, in: target)
        }.prefix(Self.most).map { source.numbers[$0] }
        let possible = NearValues(source.possible)
        // What the target says that the source does not: small numbers in words prove nothing (“one of them”, “at first”),
        // nor do round ones (“a hundred times”).
        var strange = target.written.filter { written in
            !written.isRound && written.readings.first != 0
                && !written.readings.contains(where: possible.contains)
        }
        if strange.count > Self.most { strange.removeLast(strange.count - Self.most) }
        for written in strange {
            guard let value = written.readings.first, source.traps.contains(value) else { continue }
            problems.append(Problem(kind: .changed, found: [written]))
        }
        strange.removeAll { written in problems.contains { $0.found.first?.range == written.range } }
        let derived = Self.derived(source.numbers)
        for number in missing {
            let loud = strange.filter { $0.isDigits || ($0.readings.first ?? 0) > 10 }
            let slip = loud.first { written in
                written.readings.contains { reading in
                    ([number.value] + (number.isVague ? [] : number.accepted)).contains { Self.isSlip(of: $0, reading) }
                }
            }
            if let slip, number.value >= 10 || number.isDigits {
                problems.append(Problem(kind: .changed, number: number, found: [slip]))
                strange.removeAll { $0.range == slip.range }
            } else if number.isHeading, number.range.lowerBound <= 3, let other = strange.first {
                problems.append(Problem(kind: .changed, number: number, found: [other]))
            } else if number.isSmall {
                let other =
                    loud.first(where: \.isDigits)
                    ?? target.written.first { written in
                        number.value >= 1e5
                            && written.readings.contains { $0 >= 1e5 && Self.isSlip(of: number.value, $0) }
                    }
                    ?? (source.hasVague
                        ? nil
                        : strange.first { written in
                            smallWords.contains(written.text) && !written.readings.contains(where: derived.contains)
                        })
                if let other {
                    problems.append(Problem(kind: .changed, number: number, found: [other]))
                    strange.removeAll { $0.range == other.range }
                }
            } else if !number.isVague, let other = loud.first {
                problems.append(Problem(kind: .changed, number: number, found: Array(loud.prefix(3))))
                strange.removeAll { $0.range == other.range }
            } else if number.isDigits || target.readsWords || targetWritesHan {
                problems.append(Problem(kind: .missing, number: number))
            }
        }
        if missing.isEmpty || problems.isEmpty {
            // Digits that no reading of the source explains.
            for written in strange where written.isDigits {
                let isSlip = source.possible.contains { value in
                    value >= 10 && written.readings.contains { Self.isSlip(of: value, $0) }
                }
                problems.append(Problem(kind: isSlip ? .changed : .added, found: [written]))
            }
        }
        self.problems = problems
    }

    private static func isSpoken(_ number: SourceNumbers.Number, in target: TargetNumbers) -> Bool {
        guard let spoken = number.spoken else { return false }
        return target.written.contains { !$0.isDigits && $0.readings.contains(spoken) }
    }

    /// Sums and differences of a source's numbers: of five, three died, and two are left.
    private static func derived(_ numbers: [SourceNumbers.Number]) -> Set<Double> {
        var values: Set<Double> = []
        let few = numbers.prefix(8).map(\.value)
        // One and the three others of four.
        for number in numbers.prefix(8) where number.isPeople { values.insert(number.value - 1) }
        for (index, left) in few.enumerated() {
            for right in few[(index + 1)...] { values.formUnion([left + right, abs(left - right)]) }
        }
        return values
    }

    /// Whether a number is one of several that the target gives together: 3 and 500 of 3,500, 百分之三十.
    private static func isPart(_ index: Int, of numbers: [SourceNumbers.Number], in target: TargetNumbers) -> Bool {
        let number = numbers[index]
        // They stand in order, so those within two characters are among the next three.
        for other in numbers[max(0, index - 3)..<min(numbers.count, index + 4)] where other.range != number.range {
            let distance = max(
                other.range.lowerBound - number.range.upperBound,
                number.range.lowerBound - other.range.upperBound
            )
            guard distance <= 2, other.value != 0, number.value != 0 else { continue }
            if target.holds(number.value + other.value) || target.holds(number.value / other.value)
                || target.holds(other.value / number.value) || target.holds(number.value * other.value)
            {
                return true
            }
        }
        return false
    }

    /// Whether a value looks like another that was written wrongly: ten, a hundred or ten thousand times too much or too
    /// little, or with two digits changed in place.
    static func isSlip(of value: Double, _ other: Double) -> Bool {
        guard value > 0, other > 0, value != other else { return false }
        var ratio = value > other ? value / other : other / value
        var power = 0
        while ratio >= 9.999_999, power < 8 {
            ratio /= 10
            power += 1
        }
        if power > 0, abs(ratio - 1) < 1e-9 { return true }
        return isTransposition(value, other)
    }

    private static func isTransposition(_ value: Double, _ other: Double) -> Bool {
        guard value == value.rounded(), other == other.rounded(), value < 1e15, other < 1e15, value >= 10 else {
            return false
        }
        // Two digits that change places make a multiple of nine.
        guard (value - other).truncatingRemainder(dividingBy: 9) == 0 else { return false }
        let left = Array(String(Int(value)).utf8)
        let right = Array(String(Int(other)).utf8)
        guard left.count == right.count else { return false }
        let places = left.indices.filter { left[$0] != right[$0] }
        guard places.count == 2, places[1] == places[0] + 1 else { return false }
        return left[places[0]] == right[places[1]] && left[places[1]] == right[places[0]]
    }
}
