internal import Glibc

/// Pairs of features that are known before the books are compared: equal values and Latin words, names by their spelling,
/// words of a dictionary.
struct LexicalPriors {
    private(set) var rows: [[(target: Int32, weight: Float)]]

    init(
        _ source: FeatureTable,
        _ target: FeatureTable,
        names: [Int32: [(target: Int32, syllables: Int)]],
        dictionary: BilingualDictionary?,
        targetIsEnglish: Bool
    ) {
        rows = []
        rows.reserveCapacity(source.names.count)
        let total = Double(max(1, target.features.count))
        // The commoner a word, the less it says that a gloss has it.
        let worth = target.counts.map { Float(max(0.02, log(0.012 * total / (Double($0) + 0.5)))) }
        for (number, name) in source.names.enumerated() {
            var row: [Int32: Float] = [:]
            if let same = target.number(of: name) { row[same] = Self.weight(ofEqual: name) }
            if let spelt = names[Int32(number)] {
                let share = 1 / Float(spelt.count).squareRoot()
                for (feature, syllables) in spelt {
                    row[feature] = max(row[feature] ?? 0, syllables >= 2 ? 0.7 * share : 0.1 * share)
                }
            }
            if let dictionary {
                let words = dictionary.words(for: name).compactMap {
                    target.number(of: LatinWord.stem($0, isEnglish: targetIsEnglish))
                }
                let sum = words.reduce(Float(0)) { $0 + worth[Int($1)] }
                let mass: Float = name.unicodeScalars.count > 1 ? 0.6 : 0.35
                for word in Set(words) {
                    // Of many glosses none is sure; of a single one, nearly.
                    row[word] = max(row[word] ?? 0, mass * worth[Int(word)] / (sum + 1))
                }
            }
            rows.append(row.filter { $0.value >= 0.004 }.map { ($0.key, $0.value) }.sorted { $0.target < $1.target })
        }
    }

    private static func weight(ofEqual name: String) -> Float {
        guard let first = name.unicodeScalars.first else { return 0 }
        if first == "#", name.utf8.count > 1 { return 0.7 }
        if LatinFeatures.isLetter(first) { return name.utf8.count > 1 ? 0.7 : 0.2 }
        return 0.4
    }
}
