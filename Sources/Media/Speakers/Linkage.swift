/// Groups voices from the bottom up: the two groups whose lines are most alike on average are joined, again and again.
struct Linkage {
    private(set) var groups: [VoiceGroup]

    private let threshold: Float
    private let count: Int?

    /// - Parameters:
    ///   - threshold: groups less alike stay apart, when `count` is nil.
    ///   - count: how many groups are wanted; voices of different names stay apart all the same.
    init(_ voices: [VoiceVector], threshold: Float, count: Int?) {
        self.threshold = threshold
        self.count = count.map { max(1, $0) }
        groups = []
        var places: [String: Int] = [:]
        for voice in voices {
            if let name = voice.name, let place = places[name] {
                groups[place].join(VoiceGroup(voice))
            } else {
                if let name = voice.name { places[name] = groups.count }
                groups.append(VoiceGroup(voice))
            }
        }
        merge()
    }

    private mutating func merge() {
        let total = groups.count
        guard total > 1 else { return }
        var isAlive = [Bool](repeating: true, count: total)
        // Average linkage joins what are each other's nearest in any order to the same tree, but with a threshold the best first.
        var nearest: [(place: Int, likeness: Float)] = (0..<total).map { near($0, isAlive) }
        var left = total
        while left > (count ?? 1) {
            var best = -1
            for index in 0..<total where isAlive[index] && nearest[index].place >= 0 {
                if best < 0 || nearest[index].likeness > nearest[best].likeness { best = index }
            }
            guard best >= 0, count != nil || nearest[best].likeness >= threshold else { break }
            let other = nearest[best].place
            let gone = groups[other]
            groups[best].join(gone)
            isAlive[other] = false
            left -= 1
            nearest[best] = near(best, isAlive)
            for index in 0..<total where isAlive[index] && index != best {
                if nearest[index].place == other || nearest[index].place == best {
                    nearest[index] = near(index, isAlive)
                } else if let likeness = likeness(index, best), likeness > nearest[index].likeness {
                    nearest[index] = (best, likeness)
                }
            }
        }
        groups = groups.indices.filter { isAlive[$0] }.map { groups[$0] }
    }

    private func near(_ index: Int, _ isAlive: [Bool]) -> (place: Int, likeness: Float) {
        var best = (place: -1, likeness: -Float.infinity)
        for other in groups.indices where other != index && isAlive[other] {
            if let likeness = likeness(index, other), likeness > best.likeness { best = (other, likeness) }
        }
        return best
    }

    /// Nil for groups of two names.
    private func likeness(_ one: Int, _ other: Int) -> Float? {
        if let name = groups[one].name, let otherName = groups[other].name, name != otherName { return nil }
        return groups[one].likeness(to: groups[other])
    }
}
