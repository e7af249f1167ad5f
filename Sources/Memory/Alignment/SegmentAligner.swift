internal import Glibc

/// Ties the segments of a block of the source to those of a block of the target: the chain of links with the best score, by
/// dynamic programming in a band.
struct SegmentAligner {
    let beads: BeadModel
    let lengths: LengthTable
    let source: FeatureTable
    let target: FeatureTable
    let sourceEnds: [Bool]
    let targetEnds: [Bool]
    /// How far lexical evidence counts: features of one segment are not independent of one another.
    var lexicalWeight: Float = 0.4
    /// Scores are divided by it before they become probabilities.
    var temperature: Float = 2
    private var scorer: LexicalScorer

    init(
        beads: BeadModel,
        lengths: LengthTable,
        lexicon: LexicalModel,
        source: FeatureTable,
        target: FeatureTable,
        sourceEnds: [Bool],
        targetEnds: [Bool]
    ) {
        self.beads = beads
        self.lengths = lengths
        self.source = source
        self.target = target
        self.sourceEnds = sourceEnds
        self.targetEnds = targetEnds
        scorer = LexicalScorer(lexicon, source, target)
    }

    /// A link with what speaks for it.
    struct Link {
        var source: Range<Int>
        var target: Range<Int>
        /// ln of the odds that its words were drawn from each other, and the number of words.
        var lexical: Float
        var words: Float
        var score: Float
        /// Share of all chains of links that have this one; 1 where it was not asked for.
        var posterior: Float
    }

    /// - Parameters:
    ///   - path: for each source segment of the block and its end, the target segment near which it is looked for.
    ///   - width: how far to either side.
    mutating func align(
        _ sources: Range<Int>,
        _ targets: Range<Int>,
        path: [Int],
        width: Int,
        withPosteriors: Bool
    ) -> [Link] {
        let n = sources.count
        let m = targets.count
        guard n > 0, m > 0 else {
            return sources.map {
                Link(
                    source: $0..<$0 + 1,
                    target: targets.lowerBound..<targets.lowerBound,
                    lexical: 0,
                    words: 0,
                    score: 0,
                    posterior: 1
                )
            }
                + targets.map {
                    Link(
                        source: sources.upperBound..<sources.upperBound,
                        target: $0..<$0 + 1,
                        lexical: 0,
                        words: 0,
                        score: 0,
                        posterior: 1
                    )
                }
        }
        let band = Band(n, m, path: path, width: width)
        let shapes = BeadModel.shapes
        let nodes = band.offsets[n + 1]
        var best = [Float](repeating: -.infinity, count: nodes)
        var choice = [UInt8](repeating: 0xFF, count: nodes)
        var lexicals = [Float](repeating: 0, count: nodes)
        var kept = withPosteriors ? [Float](repeating: -.infinity, count: nodes * shapes.count) : []
        var keptLexicals = withPosteriors ? [Float](repeating: 0, count: nodes * shapes.count) : []
        best[0] = 0
        var targetRow: [SIMD4<Float>] = []
        var sourceRows: [[SIMD4<Float>]] = [[], [], [], []]
        var computed = 0
        let half = lexicalWeight * 0.5
        for i in 0...n {
            let cells = band.cells(i)
            if i < n {
                scorer.targetGains(
                    from: sources.lowerBound + i,
                    upTo: sources.upperBound,
                    over: targets.lowerBound + cells.lowerBound..<targets.lowerBound + cells.upperBound,
                    into: &targetRow
                )
                while computed < min(n, i + 4) {
                    let cells = band.cells(computed)
                    scorer.sourceGains(
                        of: sources.lowerBound + computed,
                        upTo: targets.upperBound,
                        over: targets.lowerBound + cells.lowerBound..<targets.lowerBound + cells.upperBound,
                        into: &sourceRows[computed & 3]
                    )
                    computed += 1
                }
            }
            for j in band.low[i]...band.high[i] {
                let node = band.offsets[i] + j - band.low[i]
                let from = best[node]
                guard from > -.infinity else { continue }
                for (number, shape) in shapes.enumerated() {
                    let (a, b) = (shape.source, shape.target)
                    let (ni, nj) = (i + a, j + b)
                    guard ni <= n, nj <= m, nj >= band.low[ni], nj <= band.high[ni] else { continue }
                    var score = beads.shares[number]
                    var lexical: Float = 0
                    if a > 0, b > 0 {
                        var sourceLength: Float = 0
                        var targetLength: Float = 0
                        for k in 0..<a {
                            let segment = sources.lowerBound + i + k
                            sourceLength += source.lengths[segment]
                            lexical += sourceRows[(i + k) & 3][j - band.cells(i + k).lowerBound][b - 1]
                            if k < a - 1 { score += beads.inside[sourceEnds[segment] ? 1 : 0] }
                        }
                        for k in 0..<b {
                            let segment = targets.lowerBound + j + k
                            targetLength += target.lengths[segment]
                            lexical += targetRow[j + k - cells.lowerBound][a - 1]
                            if k < b - 1 { score += beads.inside[targetEnds[segment] ? 3 : 2] }
                        }
                        score += lengths.score(source: sourceLength, target: targetLength, count: b)
                        score += lexical * half
                        let atSource = sourceEnds[sources.lowerBound + ni - 1]
                        let atTarget = targetEnds[targets.lowerBound + nj - 1]
                        score += beads.ends[(atSource ? 1 : 0) + (atTarget ? 2 : 0)]
                    }
                    if withPosteriors {
                        kept[node * shapes.count + number] = score
                        keptLexicals[node * shapes.count + number] = lexical
                    }
                    let next = band.offsets[ni] + nj - band.low[ni]
                    if from + score > best[next] {
                        best[next] = from + score
                        choice[next] = UInt8(number)
                        lexicals[next] = lexical
                    }
                }
            }
        }
        let posteriors = withPosteriors ? Posteriors(band, kept, temperature) : nil
        if let posteriors { choice = posteriors.likeliestSegments() }
        var links: [Link] = []
        var (i, j) = (n, m)
        while i > 0 || j > 0 {
            let node = band.offsets[i] + j - band.low[i]
            guard choice[node] != 0xFF else { break }
            let number = Int(choice[node])
            let shape = shapes[number]
            let (pi, pj) = (i - shape.source, j - shape.target)
            let from = band.offsets[pi] + pj - band.low[pi]
            let sourceRange = sources.lowerBound + pi..<sources.lowerBound + i
            let targetRange = targets.lowerBound + pj..<targets.lowerBound + j
            links.append(
                Link(
                    source: sourceRange,
                    target: targetRange,
                    lexical: withPosteriors ? keptLexicals[from * shapes.count + number] : lexicals[node],
                    words: Float(source.starts[sourceRange.upperBound] - source.starts[sourceRange.lowerBound])
                        + Float(target.starts[targetRange.upperBound] - target.starts[targetRange.lowerBound]),
                    score: withPosteriors ? kept[from * shapes.count + number] : best[node] - best[from],
                    posterior: posteriors?.share(of: number, from: from, to: node) ?? 1
                )
            )
            (i, j) = (pi, pj)
        }
        return links.reversed()
    }
}

/// Which places of the table of dynamic programming are looked at.
struct Band {
    let n: Int
    let m: Int
    /// First and last target place for each source place.
    private(set) var low: [Int] = []
    private(set) var high: [Int] = []
    /// Where the row of each source place begins; one more at the end.
    private(set) var offsets: [Int] = [0]

    init(_ n: Int, _ m: Int, path: [Int], width: Int) {
        self.n = n
        self.m = m
        for i in 0...n {
            let centre = path[min(i, path.count - 1)]
            low.append(i == 0 ? 0 : max(low[i - 1], min(m, max(0, centre - width))))
            high.append(max(i == 0 ? 0 : high[i - 1], min(m, max(0, centre + width))))
        }
        // The end must be reached, and neighbouring rows must touch.
        high[n] = m
        for i in stride(from: n, through: 1, by: -1) where low[i] > high[i - 1] { low[i] = high[i - 1] }
        for i in stride(from: n - 1, through: 0, by: -1) where low[i] > low[i + 1] { low[i] = low[i + 1] }
        for i in 0...n { offsets.append(offsets[i] + high[i] - low[i] + 1) }
    }

    /// Target segments whose words are compared with a source segment's.
    @inline(__always)
    func cells(_ i: Int) -> Range<Int> {
        let start = low[max(0, i - 3)]
        return min(start, m)..<max(min(start, m), min(m, high[min(i, n)] + 4))
    }
}

/// Sums over all chains of links, forwards and backwards.
struct Posteriors {
    private var forward: [Float]
    private var backward: [Float]
    private let scores: [Float]
    private let temperature: Float
    private let total: Float
    private let band: Band

    init(_ band: Band, _ scores: [Float], _ temperature: Float) {
        let shapes = BeadModel.shapes
        let nodes = band.offsets[band.n + 1]
        var forward = [Float](repeating: -.infinity, count: nodes)
        var backward = forward
        forward[0] = 0
        for i in 0...band.n {
            for j in band.low[i]...band.high[i] {
                let node = band.offsets[i] + j - band.low[i]
                guard forward[node] > -.infinity else { continue }
                for (number, shape) in shapes.enumerated() {
                    let score = scores[node * shapes.count + number]
                    guard score > -.infinity else { continue }
                    let row = i + shape.source
                    let next = band.offsets[row] + j + shape.target - band.low[row]
                    forward[next] = FastLog.sum(forward[next], forward[node] + score / temperature, expf)
                }
            }
        }
        backward[nodes - 1] = 0
        for i in stride(from: band.n, through: 0, by: -1) {
            for j in stride(from: band.high[i], through: band.low[i], by: -1) {
                let node = band.offsets[i] + j - band.low[i]
                for (number, shape) in shapes.enumerated() {
                    let score = scores[node * shapes.count + number]
                    guard score > -.infinity else { continue }
                    let row = i + shape.source
                    let next = band.offsets[row] + j + shape.target - band.low[row]
                    guard backward[next] > -.infinity else { continue }
                    backward[node] = FastLog.sum(backward[node], backward[next] + score / temperature, expf)
                }
            }
        }
        self.band = band
        self.forward = forward
        self.backward = backward
        self.scores = scores
        self.temperature = temperature
        total = forward[nodes - 1]
    }

    func share(of shape: Int, from node: Int, to next: Int) -> Float {
        let score = scores[node * BeadModel.shapes.count + shape] / temperature
        return min(1, expf(forward[node] + score + backward[next] - total))
    }
}

extension Posteriors {
    /// The chain that is expected to have the most segments in right links: the last shape of the chain at each place.
    func likeliestSegments() -> [UInt8] {
        let shapes = BeadModel.shapes
        let nodes = band.offsets[band.n + 1]
        var best = [Float](repeating: -.infinity, count: nodes)
        var choice = [UInt8](repeating: 0xFF, count: nodes)
        best[0] = 0
        for i in 0...band.n {
            for j in band.low[i]...band.high[i] {
                let node = band.offsets[i] + j - band.low[i]
                guard best[node] > -.infinity else { continue }
                for (number, shape) in shapes.enumerated() {
                    let row = i + shape.source
                    let column = j + shape.target
                    guard row <= band.n, column <= band.high[row], column >= band.low[row] else { continue }
                    let next = band.offsets[row] + column - band.low[row]
                    let gain = share(of: number, from: node, to: next) * Float(shape.source + shape.target)
                    if best[node] + gain > best[next] {
                        best[next] = best[node] + gain
                        choice[next] = UInt8(number)
                    }
                }
            }
        }
        return choice
    }
}
