internal import Glibc

/// How many segments of each side are tied together (W. A. Gale and K. W. Church), and how links fall on the ends of paragraphs.
struct BeadModel: Sendable {
    struct Shape: Hashable, Sendable {
        let source: Int
        let target: Int
    }

    static let shapes: [Shape] = [
        Shape(source: 1, target: 1), Shape(source: 1, target: 0), Shape(source: 0, target: 1),
        Shape(source: 1, target: 2), Shape(source: 2, target: 1), Shape(source: 2, target: 2),
        Shape(source: 1, target: 3), Shape(source: 3, target: 1), Shape(source: 1, target: 4),
        Shape(source: 4, target: 1), Shape(source: 2, target: 3), Shape(source: 3, target: 2),
    ]
    /// Before anything is known of the books.
    private static let usual: [Double] = [
        0.78, 0.025, 0.025, 0.06, 0.06, 0.012, 0.012, 0.012, 0.003, 0.003, 0.003, 0.003,
    ]

    /// ln of each shape's share.
    private(set) var shares: [Float]
    /// ln of how much likelier than by chance a link ends where: neither, the source's paragraph, the target's, both end.
    private(set) var ends: [Float] = [0, 0, 0, 0]
    /// The same for the end of a paragraph, and for none, between two segments of one link; by source, then target.
    private(set) var inside: [Float] = [0, 0, 0, 0]

    /// - Parameter agreement: the smaller number of paragraphs divided by the larger one.
    init(paragraphAgreement agreement: Double, isCut: Bool) {
        shares = Self.usual.map { Float(log($0)) }
        guard isCut else { return }
        let trust = Float(max(0, min(1, (agreement - 0.6) / 0.3)))
        ends = [0.2 * trust, -1.5 * trust, -1.5 * trust, 1.2 * trust]
        inside = [0.1 * trust, -1.5 * trust, 0.1 * trust, -1.5 * trust]
    }

    static func number(of shape: Shape) -> Int? { shapes.firstIndex(of: shape) }

    /// Learns from links; what was counted is mixed with what is usual.
    mutating func fit(_ links: [AlignedPair], _ sourceEnds: [Bool], _ targetEnds: [Bool]) {
        var counts = Self.usual.map { $0 * 40 }
        var corners = [Double](repeating: 2, count: 4)
        var inner = [Double](repeating: 1, count: 4)
        for link in links {
            if let number = Self.number(of: Shape(source: link.source.count, target: link.target.count)) {
                counts[number] += 1
            }
            guard !link.source.isEmpty, !link.target.isEmpty else { continue }
            let atSource = sourceEnds[link.source.upperBound - 1]
            let atTarget = targetEnds[link.target.upperBound - 1]
            corners[(atSource ? 1 : 0) + (atTarget ? 2 : 0)] += 1
            for index in link.source.dropLast() { inner[sourceEnds[index] ? 1 : 0] += 1 }
            for index in link.target.dropLast() { inner[targetEnds[index] ? 3 : 2] += 1 }
        }
        let total = counts.reduce(0, +)
        shares = counts.map { Float(log($0 / total)) }
        let all = corners.reduce(0, +)
        for corner in 0..<4 {
            let source = corners[corner & 1] + corners[(corner & 1) | 2]
            let target = corners[corner & 2] + corners[(corner & 2) | 1]
            ends[corner] = Float(max(-4, min(4, log(corners[corner] * all / (source * target)))))
        }
        for (side, flags) in [(0, sourceEnds), (2, targetEnds)] {
            let share = (Double(flags.count(where: \.self)) + 1) / Double(flags.count + 2)
            let sum = inner[side] + inner[side + 1]
            inside[side] = Float(max(-3, min(1, log(inner[side] / sum / (1 - share)))))
            inside[side + 1] = Float(max(-4, min(1, log(inner[side + 1] / sum / share))))
        }
    }
}
