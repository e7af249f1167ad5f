/// How far two texts differ, by Unicode scalars (Levenshtein).
package enum EditDistance {
    /// The least number of scalars to put in, take out or change. Texts longer than `most` are compared by their beginnings.
    package static func between(_ first: String, _ second: String, most: Int = 400) -> Int {
        let first = Array(first.unicodeScalars.prefix(most))
        let second = Array(second.unicodeScalars.prefix(most))
        if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
        var row = Array(0...second.count)
        for (i, scalar) in first.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in second.enumerated() {
                let cost = min(row[j] + 1, row[j + 1] + 1, diagonal + (scalar == other ? 0 : 1))
                diagonal = row[j + 1]
                row[j + 1] = cost
            }
        }
        return row[second.count]
    }

    /// 1 for equal texts, 0 for those that have nothing in common; 1 for two empty ones.
    package static func likeness(_ first: String, _ second: String) -> Double {
        let longest = min(400, max(first.unicodeScalars.count, second.unicodeScalars.count))
        return longest == 0 ? 1 : 1 - Double(between(first, second)) / Double(longest)
    }
}
