/// Scores how well features of neighbouring segments explain one another: ln of the odds that they were drawn from each other
/// against by themselves. Works through a block row by row, so that a long block needs no more memory than a short one.
struct LexicalScorer {
    private let model: LexicalModel
    private let source: FeatureTable
    private let target: FeatureTable
    private var accumulated: [SIMD4<Float>]
    private var touched: [Int32] = []
    private var heads: [Int32]
    private var nodes: [(next: Int32, place: Int32, weight: Float)] = []
    private var hits: [(place: Int32, weight: Float)] = []
    private var hitStarts: [Int32] = []
    private var sums: [Float] = []

    init(_ model: LexicalModel, _ source: FeatureTable, _ target: FeatureTable) {
        self.model = model
        self.source = source
        self.target = target
        accumulated = Array(repeating: .zero, count: target.names.count)
        heads = Array(repeating: -1, count: target.names.count)
    }

    /// How well each target segment is drawn from the groups of 1 to 4 source segments that begin at one: lanes are groups.
    mutating func targetGains(
        from segment: Int,
        upTo limit: Int,
        over range: Range<Int>,
        into row: inout [SIMD4<Float>]
    ) {
        row.removeAll(keepingCapacity: true)
        var size: Float = 0
        let null = model.nullForward
        let odds = (1 - null) / null
        touched.removeAll(keepingCapacity: true)
        model.targets.withUnsafeBufferPointer { columns in
            model.forward.withUnsafeBufferPointer { weights in
                var sizes = SIMD4<Float>(repeating: 1)
                for lane in 0..<4 {
                    if segment + lane < limit {
                        let features = source.features(of: segment + lane)
                        size += Float(features.count)
                        for feature in features {
                            for index in model.row(feature) {
                                let column = Int(columns[index])
                                if accumulated[column] == .zero { touched.append(columns[index]) }
                                // Later groups hold all that earlier ones do.
                                var value = accumulated[column]
                                for later in lane..<4 { value[later] += weights[index] }
                                accumulated[column] = value
                            }
                        }
                    }
                    sizes[lane] = max(1, size)
                }
                let factor = SIMD4<Float>(repeating: odds) / sizes
                for column in touched {
                    let odds = accumulated[Int(column)] * factor / model.targetShares[Int(column)] + 1
                    accumulated[Int(column)] = FastLog.log(odds)
                }
            }
        }
        let base = FastLog.log(null)
        target.features.withUnsafeBufferPointer { features in
            accumulated.withUnsafeBufferPointer { accumulated in
                for segment in range {
                    let places = target.starts[segment]..<target.starts[segment + 1]
                    var sum = SIMD4<Float>(repeating: base * Float(places.count))
                    for place in places { sum += accumulated[Int(features[place])] }
                    row.append(sum)
                }
            }
        }
        for column in touched { accumulated[Int(column)] = .zero }
    }

    /// How well one source segment is drawn from the groups of 1 to 4 target segments that begin at each of a range.
    mutating func sourceGains(of segment: Int, upTo limit: Int, over range: Range<Int>, into row: inout [SIMD4<Float>])
    {
        row.removeAll(keepingCapacity: true)
        nodes.removeAll(keepingCapacity: true)
        touched.removeAll(keepingCapacity: true)
        let features = source.features(of: segment)
        let null = model.nullBackward
        let odds = (1 - null) / null
        for (place, feature) in features.enumerated() {
            let scale = odds / model.sourceShares[Int(feature)]
            for index in model.row(feature) {
                let column = Int(model.targets[index])
                if heads[column] < 0 { touched.append(Int32(column)) }
                nodes.append((heads[column], Int32(place), model.backward[index] * scale))
                heads[column] = Int32(nodes.count - 1)
            }
        }
        // What each target segment gives to each feature; then groups add up.
        let last = min(limit, range.upperBound + 3)
        hits.removeAll(keepingCapacity: true)
        hitStarts.removeAll(keepingCapacity: true)
        for segment in range.lowerBound..<max(range.lowerBound, last) {
            hitStarts.append(Int32(hits.count))
            for place in target.starts[segment]..<target.starts[segment + 1] {
                var node = heads[Int(target.features[place])]
                while node >= 0 {
                    hits.append((nodes[Int(node)].place, nodes[Int(node)].weight))
                    node = nodes[Int(node)].next
                }
            }
        }
        hitStarts.append(Int32(hits.count))
        for column in touched { heads[Int(column)] = -1 }
        let base = FastLog.log(null) * Float(features.count)
        if sums.count < features.count { sums = Array(repeating: 0, count: features.count * 2) }
        for segment in range {
            var gains = SIMD4<Float>(repeating: base)
            var size: Float = 0
            let first = segment - range.lowerBound
            var end = Int(hitStarts[first])
            for lane in 0..<4 {
                if segment + lane < limit {
                    size += Float(target.starts[segment + lane + 1] - target.starts[segment + lane])
                    end = Int(hitStarts[first + lane + 1])
                    for index in Int(hitStarts[first + lane])..<end {
                        sums[Int(hits[index].place)] += hits[index].weight
                    }
                }
                var gain: Float = 0
                let scale = 1 / max(1, size)
                for index in Int(hitStarts[first])..<end {
                    let place = Int(hits[index].place)
                    // Each feature once: its sum is made negative when it has been counted.
                    guard sums[place] > 0 else { continue }
                    gain += FastLog.log(1 + sums[place] * scale)
                    sums[place] = -sums[place]
                }
                for index in Int(hitStarts[first])..<end {
                    let place = Int(hits[index].place)
                    sums[place] = abs(sums[place])
                }
                gains[lane] += gain
            }
            for index in Int(hitStarts[first])..<end { sums[Int(hits[index].place)] = 0 }
            row.append(gains)
        }
    }
}

/// Natural logarithms off by less than 0.0005, for scores.
enum FastLog {
    @inline(__always)
    static func log(_ value: Float) -> Float {
        let bits = value.bitPattern
        let exponent = Float(Int32(bits >> 23) - 127)
        let s = Float(bitPattern: bits & 0x007F_FFFF | 0x3F80_0000) - 1
        return exponent * 0.6931472 + s
            * (0.99949556 + s * (-0.49190896 + s * (0.28947478 + s * (-0.13606275 + s * 0.03215845))))
    }

    @inline(__always)
    static func log(_ value: SIMD4<Float>) -> SIMD4<Float> {
        let bits = unsafeBitCast(value, to: SIMD4<UInt32>.self)
        let exponent = SIMD4<Float>(SIMD4<Int32>(truncatingIfNeeded: bits &>> 23) &- 127)
        let s = unsafeBitCast(bits & 0x007F_FFFF | 0x3F80_0000, to: SIMD4<Float>.self) - 1
        var row = s * 0.03215845 - 0.13606275
        row = row * s + 0.28947478
        row = row * s - 0.49190896
        row = row * s + 0.99949556
        return exponent * 0.6931472 + row * s
    }

    /// ln(e^a + e^b).
    @inline(__always)
    static func sum(_ a: Float, _ b: Float, _ exponential: (Float) -> Float) -> Float {
        let high = max(a, b)
        let low = min(a, b)
        guard low > high - 16, high > -.infinity else { return high }
        return high + log(1 + exponential(low - high))
    }
}
