/// Makes one text of several readings of the same writing: each character is that for which most confidence speaks.
struct ReadingVote {
    private(set) var result: ReadText

    /// - Parameter readings: with their weights, at least one.
    init(_ readings: [(text: ReadText, weight: Double)]) {
        // Most letters, each as far as it is sure: a reader misses characters more often than it makes some up.
        let ranked = readings.sorted { Self.worth($0) > Self.worth($1) }
        guard let base = ranked.first, ranked.count > 1 else {
            result = ranked.first?.text ?? ReadText()
            return
        }
        let length = base.text.characters.count
        // Votes for each character of the base, and for what stands before it (the last: after the end).
        var votes = [[String: Double]](repeating: [:], count: length)
        var gaps = [[String: Double]](repeating: [:], count: length + 1)
        var total = 0.0
        for (text, weight) in ranked.prefix(9) {
            total += weight
            for step in CharacterAlignment(base.text.characters.map(\.text), text.characters.map(\.text)).steps {
                switch step {
                case .pair(let place, let other):
                    let character = text.characters[other]
                    votes[place][character.text, default: 0] += weight * character.confidence
                case .first(let place):
                    votes[place]["", default: 0] += weight * text.confidence * 0.6
                case .second(let other, let before):
                    let character = text.characters[other]
                    gaps[before][character.text, default: 0] += weight * character.confidence
                }
            }
        }
        var characters: [(text: String, confidence: Double)] = []
        for place in 0...length {
            for (text, weight) in gaps[place].sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(1)
            where weight > total / 2 {
                characters.append((text, weight / total))
            }
            guard place < length else { continue }
            // The base decides between equals, then the order of scalars, so that the result is always the same.
            let own = base.text.characters[place].text
            let best = votes[place].max {
                ($0.value, $0.key == own ? 1 : 0, $1.key) < ($1.value, $1.key == own ? 1 : 0, $0.key)
            }
            guard let best, !best.key.isEmpty else { continue }
            characters.append((best.key, min(1, best.value / total)))
        }
        result = ReadText(characters)
    }

    private static func worth(_ reading: (text: ReadText, weight: Double)) -> Double {
        reading.text.letters.reduce(0) { $0 + $1.confidence * $1.confidence } * reading.weight
    }
}
