/// About where each source segment has its translation, before segments are compared one by one.
struct AlignmentPath {
    let source: FeatureTable
    let target: FeatureTable
    let lexicon: LexicalModel

    /// For each source segment of the block, and its end, the target segment as an offset in its range: through features
    /// that are rare on both sides and belong together, else by the share of the length.
    func path(_ sources: Range<Int>, _ targets: Range<Int>) -> [Int] {
        var anchors = sources.count > 300 || targets.count > 300 ? anchors(sources, targets) : []
        anchors.insert((0, 0), at: 0)
        anchors.append((sources.count, targets.count))
        let sourceSums = sums(source.lengths[sources])
        let targetSums = sums(target.lengths[targets])
        var path = [Int](repeating: 0, count: sources.count + 1)
        for (from, to) in zip(anchors, anchors.dropFirst()) {
            var j = from.target
            let (s0, s1) = (sourceSums[from.source], sourceSums[to.source])
            let (t0, t1) = (targetSums[from.target], targetSums[to.target])
            for i in from.source...max(from.source, to.source) {
                let share = s1 > s0 ? (sourceSums[i] - s0) / (s1 - s0) : 0
                while j < to.target, targetSums[j] < t0 + share * (t1 - t0) { j += 1 }
                path[i] = max(i > 0 ? path[i - 1] : 0, j)
            }
        }
        path[sources.count] = targets.count
        return path
    }

    private func sums(_ lengths: ArraySlice<Float>) -> [Double] {
        var sums = [0.0]
        sums.reserveCapacity(lengths.count + 1)
        for length in lengths { sums.append(sums[sums.count - 1] + Double(length)) }
        return sums
    }

    /// The heaviest chain of places where rare features meet.
    private func anchors(_ sources: Range<Int>, _ targets: Range<Int>) -> [(source: Int, target: Int)] {
        let limit = 4
        let from = places(source, sources, limit: limit)
        let into = places(target, targets, limit: limit)
        var points: [UInt64: Float] = [:]
        for (feature, places) in from where !places.isEmpty {
            for index in lexicon.row(feature) where lexicon.forward[index] >= 0.1 {
                guard let others = into[lexicon.targets[index]], !others.isEmpty else { continue }
                let weight = lexicon.forward[index] / Float(places.count * others.count)
                for i in places {
                    for j in others { points[UInt64(i) << 32 | UInt64(j), default: 0] += weight }
                }
            }
        }
        // One word may be chance; two rare ones, or one that is found nowhere else, seldom are.
        let sorted = points.filter { $0.value >= 0.25 }.sorted { $0.key < $1.key }
        guard !sorted.isEmpty else { return [] }
        // Fenwick's tree of the best chain that ends at or before a target place.
        var tree = [(weight: Float, point: Int32)](repeating: (0, -1), count: targets.count + 2)
        var previous = [Int32](repeating: -1, count: sorted.count)
        var totals = [Float](repeating: 0, count: sorted.count)
        var start = 0
        while start < sorted.count {
            // Points of one source place do not follow one another.
            var end = start
            while end < sorted.count, sorted[end].key >> 32 == sorted[start].key >> 32 { end += 1 }
            for point in start..<end {
                var place = Int(sorted[point].key & 0xFFFF_FFFF)
                var best: (weight: Float, point: Int32) = (0, -1)
                while place > 0 {
                    if tree[place].weight > best.weight { best = tree[place] }
                    place -= place & -place
                }
                previous[point] = best.point
                totals[point] = best.weight + min(1, sorted[point].value)
            }
            for point in start..<end {
                var place = Int(sorted[point].key & 0xFFFF_FFFF) + 1
                while place < tree.count {
                    if totals[point] > tree[place].weight { tree[place] = (totals[point], Int32(point)) }
                    place += place & -place
                }
            }
            start = end
        }
        guard var point = totals.indices.max(by: { totals[$0] < totals[$1] }) else { return [] }
        var chain: [(source: Int, target: Int)] = []
        while true {
            chain.append((Int(sorted[point].key >> 32), Int(sorted[point].key & 0xFFFF_FFFF)))
            guard previous[point] >= 0 else { break }
            point = Int(previous[point])
        }
        return chain.reversed()
    }

    /// Where each feature stands, for those that stand at few places of the range.
    private func places(_ table: FeatureTable, _ range: Range<Int>, limit: Int) -> [Int32: [Int]] {
        var places: [Int32: [Int]] = [:]
        for segment in range {
            for feature in table.features(of: segment) {
                var known = places[feature] ?? []
                if known.count <= limit { known.append(segment - range.lowerBound) }
                places[feature] = known
            }
        }
        return places.mapValues { $0.count > limit ? [] : $0 }
    }
}
