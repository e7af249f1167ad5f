/// How much a text says in the same letters as another: Dice's coefficient over runs of three characters.
struct WordingLikeness {
    private let runs: [String: Int]
    private let count: Int

    init(_ text: String) {
        runs = Self.runs(of: text)
        count = runs.values.reduce(0, +)
    }

    /// 0 to 1, 1 for the same letters in the same words.
    func likeness(of text: String) -> Double {
        let others = Self.runs(of: text)
        let all = count + others.values.reduce(0, +)
        guard all > 0 else { return 0 }
        let shared = others.reduce(0) { $0 + min($1.value, runs[$1.key] ?? 0) }
        return 2 * Double(shared) / Double(all)
    }

    private static func runs(of text: String) -> [String: Int] {
        let words = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") }
        let letters = Array(" " + words.joined(separator: " ") + " ")
        guard letters.count > 2 else { return [:] }
        var runs: [String: Int] = [:]
        for start in 0...(letters.count - 3) { runs[String(letters[start..<(start + 3)]), default: 0] += 1 }
        return runs
    }
}
