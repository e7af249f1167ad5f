/// Finds the names in a text that must stay in one line.
struct NameFinder: Sendable {
    private var byFirst: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
    private static let longest = 60

    init(_ names: [String]) {
        var seen: Set<String> = []
        for name in names {
            let scalars = Array(name.trimmedScalars.prefix(Self.longest + 1))
            // One character cannot be parted, and what is no name is none of ours.
            guard let first = scalars.first, scalars.count > 1, scalars.count <= Self.longest,
                seen.insert(name).inserted
            else { continue }
            byFirst[first, default: []].append(scalars)
        }
    }

    private init(_ byFirst: [Unicode.Scalar: [[Unicode.Scalar]]]) { self.byFirst = byFirst }

    /// With the names of one line more.
    func adding(_ names: [String]) -> NameFinder {
        guard !names.isEmpty else { return self }
        return NameFinder(byFirst.merging(NameFinder(names).byFirst) { $0 + $1 })
    }

    /// Where names stand, in order of their beginning; one may lie in another.
    func ranges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        guard !byFirst.isEmpty else { return [] }
        var ranges: [Range<Int>] = []
        for (index, scalar) in scalars.enumerated() {
            guard let names = byFirst[scalar] else { continue }
            for name in names where index + name.count <= scalars.count {
                let end = index + name.count
                guard scalars[index..<end].elementsEqual(name) else { continue }
                // No part of a longer word, where words stand apart.
                if index > 0, Self.isLetter(scalars[index - 1]), Self.isLetter(scalar) { continue }
                if end < scalars.count, Self.isLetter(scalars[end]), Self.isLetter(scalars[end - 1]) { continue }
                ranges.append(index..<end)
            }
        }
        return ranges
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ScriptClass(scalar) == .letter
    }
}

extension String {
    fileprivate var trimmedScalars: [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        for scalar in unicodeScalars where !(scalar.properties.isWhitespace && scalars.isEmpty) {
            scalars.append(scalar)
        }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return scalars
    }
}
