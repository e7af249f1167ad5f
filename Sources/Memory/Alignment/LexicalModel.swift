internal import Glibc

/// Which features of the source go with which of the target: from names, values, a dictionary, and from the pair of books
/// itself (IBM's first model: P. F. Brown et al., The Mathematics of Statistical Machine Translation, 1993).
///
/// A segment's features are taken to be drawn, a share of them by themselves and the rest by features of the other side.
struct LexicalModel: Sendable {
    /// Rows by source feature: `starts[s]..<starts[s + 1]` of `targets` and of the two probabilities.
    private(set) var starts: [Int32]
    private(set) var targets: [Int32] = []
    /// P(target | source) and P(source | target).
    private(set) var forward: [Float] = []
    private(set) var backward: [Float] = []
    /// Shares of the features in their book.
    let sourceShares: [Float]
    let targetShares: [Float]
    /// Share of features that nothing of the other side draws.
    private(set) var nullForward: Float = 0.7
    private(set) var nullBackward: Float = 0.7
    private(set) var learnt = 0
    private let priors: [[(target: Int32, weight: Float)]]
    private let sourceCounts: [Int32]
    private let targetCounts: [Int32]

    /// Pairs that are known from the start, by source feature, with weights up to 1.
    init(_ source: FeatureTable, _ target: FeatureTable, priors: [[(target: Int32, weight: Float)]]) {
        sourceCounts = source.counts
        targetCounts = target.counts
        sourceShares = Self.shares(source)
        targetShares = Self.shares(target)
        self.priors = priors
        starts = [0]
        for row in priors {
            for (feature, weight) in row {
                targets.append(feature)
                forward.append(weight)
                // The same evidence from the other side: as rare as its features are.
                backward.append(weight)
            }
            starts.append(Int32(targets.count))
        }
        let source = sourceShares.count
        while starts.count <= source { starts.append(Int32(targets.count)) }
    }

    private static func shares(_ table: FeatureTable) -> [Float] {
        let total = Float(max(1, table.features.count))
        return table.counts.map { (Float($0) + 0.5) / total }
    }

    func row(_ feature: Int32) -> Range<Int> { Int(starts[Int(feature)])..<Int(starts[Int(feature) + 1]) }

    /// A link as it is learnt from: features of both sides, and how far it is trusted.
    struct Example {
        var source: ArraySlice<Int32>
        var target: ArraySlice<Int32>
    }

    /// Counts which features stand in the same links, keeps the strongest of each, and learns their probabilities.
    mutating func learn(from examples: [Example], rounds: Int = 3) {
        let sourceCount = sourceShares.count
        let targetCount = targetShares.count
        // Links by source feature.
        var sizes = [Int32](repeating: 0, count: sourceCount + 1)
        for example in examples { for feature in example.source { sizes[Int(feature) + 1] += 1 } }
        for index in 1...max(1, sourceCount) where index <= sourceCount { sizes[index] += sizes[index - 1] }
        var links = [Int32](repeating: 0, count: Int(sizes[sourceCount]))
        var fill = sizes
        for (number, example) in examples.enumerated() {
            for feature in example.source {
                links[Int(fill[Int(feature)])] = Int32(number)
                fill[Int(feature)] += 1
            }
        }
        var inLinks = [Int32](repeating: 0, count: targetCount)
        for example in examples { for feature in example.target { inLinks[Int(feature)] += 1 } }
        let total = Float(max(1, examples.count))

        var counter = [Int32](repeating: 0, count: targetCount)
        var touched: [Int32] = []
        var rowStarts: [Int32] = [0]
        var columns: [Int32] = []
        var strengths: [Float] = []
        var candidates: [(target: Int32, strength: Float)] = []
        learnt = 0
        for feature in 0..<sourceCount {
            touched.removeAll(keepingCapacity: true)
            candidates.removeAll(keepingCapacity: true)
            let range = Int(sizes[feature])..<Int(sizes[feature + 1])
            for link in links[range] {
                for target in examples[Int(link)].target {
                    if counter[Int(target)] == 0 { touched.append(target) }
                    counter[Int(target)] += 1
                }
            }
            let count = Float(range.count)
            for target in touched where counter[Int(target)] >= 2 {
                let together = Float(counter[Int(target)])
                let expected = count * Float(inLinks[Int(target)]) / total
                // Only what comes together clearly more often than by chance.
                guard together > expected, together * log(together / expected) - together + expected > 5
                else { continue }
                candidates.append((target, (together - 0.8) * (together / expected)))
            }
            let known = feature < priors.count ? priors[feature] : []
            if candidates.count > 40 {
                candidates.sort { ($0.strength, $1.target) > ($1.strength, $0.target) }
                candidates.removeLast(candidates.count - 40)
            }
            learnt += candidates.count
            let prior: Float = 2.5
            for (target, strength) in candidates {
                let expected = count * Float(inLinks[Int(target)]) / total
                let together = strength > 0 ? Float(counter[Int(target)]) : 0
                columns.append(target)
                // How far the count goes beyond chance, as a share of what the source feature has.
                strengths.append(max(0.001, (together - expected - 0.5) / (count + prior)))
            }
            for (target, weight) in known {
                if let place = candidates.firstIndex(where: { $0.target == target }) {
                    strengths[Int(rowStarts[feature]) + place] += weight * prior / (count + prior)
                } else {
                    columns.append(target)
                    strengths.append(weight * prior / (count + prior))
                }
            }
            for target in touched { counter[Int(target)] = 0 }
            rowStarts.append(Int32(columns.count))
        }
        starts = rowStarts
        targets = columns
        forward = strengths
        backward = strengths
        for _ in 0..<rounds { maximize(examples) }
    }

    /// One round of expectation and maximization in both directions.
    private mutating func maximize(_ examples: [Example]) {
        var forwardCounts = [Float](repeating: 0, count: targets.count)
        var backwardCounts = forwardCounts
        var slot = [Int32](repeating: -1, count: targetShares.count)
        var hits: [(place: Int32, source: Int32, target: Int32)] = []
        var forwardNull = 0.0
        var backwardNull = 0.0
        var forwardAll = 0.0
        var backwardAll = 0.0
        var sums: [Float] = []
        for example in examples {
            for (place, feature) in example.target.enumerated() { slot[Int(feature)] = Int32(place) }
            hits.removeAll(keepingCapacity: true)
            for (place, feature) in example.source.enumerated() {
                for index in row(feature) where slot[Int(targets[index])] >= 0 {
                    hits.append((Int32(index), Int32(place), slot[Int(targets[index])]))
                }
            }
            for feature in example.target { slot[Int(feature)] = -1 }
            let sourceSize = Float(example.source.count)
            let targetSize = Float(example.target.count)
            sums.removeAll(keepingCapacity: true)
            for feature in example.target {
                sums.append(nullForward * targetShares[Int(feature)] * sourceSize / (1 - nullForward))
            }
            let nulls = sums
            for hit in hits { sums[Int(hit.target)] += forward[Int(hit.place)] }
            for hit in hits { forwardCounts[Int(hit.place)] += forward[Int(hit.place)] / sums[Int(hit.target)] }
            for index in sums.indices { forwardNull += Double(nulls[index] / sums[index]) }
            forwardAll += Double(targetSize)

            sums.removeAll(keepingCapacity: true)
            for feature in example.source {
                sums.append(nullBackward * sourceShares[Int(feature)] * targetSize / (1 - nullBackward))
            }
            let others = sums
            for hit in hits { sums[Int(hit.source)] += backward[Int(hit.place)] }
            for hit in hits { backwardCounts[Int(hit.place)] += backward[Int(hit.place)] / sums[Int(hit.source)] }
            for index in sums.indices { backwardNull += Double(others[index] / sums[index]) }
            backwardAll += Double(sourceSize)
        }
        // A pair that was together once proves nothing: half a count is taken from each.
        let discount: Float = 0.5
        var targetTotals = [Float](repeating: 3, count: targetShares.count)
        for index in targets.indices { targetTotals[Int(targets[index])] += backwardCounts[index] }
        for feature in 0..<(starts.count - 1) {
            let range = row(Int32(feature))
            let total = forwardCounts[range].reduce(3, +)
            let known = feature < priors.count ? priors[feature] : []
            for index in range {
                var prior: Float = 0
                for (target, weight) in known where target == targets[index] { prior = weight }
                forward[index] = (max(0, forwardCounts[index] - discount) + 3 * prior) / total
                backward[index] =
                    (max(0, backwardCounts[index] - discount) + 3 * prior) / targetTotals[Int(targets[index])]
            }
        }
        nullForward = min(0.9, max(0.15, Float(forwardNull / max(1, forwardAll))))
        nullBackward = min(0.9, max(0.15, Float(backwardNull / max(1, backwardAll))))
    }
}
