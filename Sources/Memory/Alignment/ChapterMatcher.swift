internal import Glibc

/// Finds which chapters of a book and of its translation belong together: by number, order, length and words.
struct ChapterMatcher {
    struct Chapter {
        var number: Double?
        /// Letters.
        var length: Double
        /// Segments in the feature table.
        var segments: Range<Int>
    }

    let source: [Chapter]
    let target: [Chapter]
    /// How much more like each other two chapters are than the source's is like others, in standard deviations.
    private let likeness: [[Float]]

    init(_ source: [Chapter], _ target: [Chapter], _ tables: (FeatureTable, FeatureTable), _ lexicon: LexicalModel) {
        self.source = source
        self.target = target
        likeness = Self.likeness(source, target, tables, lexicon)
    }

    private static let shapes = [(1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2)]
    private static let costs: [Double] = [0, -2.5, -2.5, -2.5, -2.5, -4, -4, -4.5]

    /// Links in the order of the books. Where neither numbers nor words say which chapters belong together (one side is
    /// not cut into chapters), neighbours are tied to one big link.
    func links() -> [ChapterLink] {
        guard !source.isEmpty, !target.isEmpty else { return chain([]) }
        guard source.count > 1 || target.count > 1 else { return [ChapterLink(source: 0..<1, target: 0..<1)] }
        guard source.count > 1, target.count > 1 else { return whole }
        let links = merged(best())
        let lost = links.filter { $0.source.isEmpty || $0.target.isEmpty }
        let lostSource = lost.reduce(0) { $0 + length(of: source[$1.source]) } / max(1, length(of: source[...]))
        let lostTarget = lost.reduce(0) { $0 + length(of: target[$1.target]) } / max(1, length(of: target[...]))
        // Much is left over on both sides: the chapters are not cut at the same places.
        if lostSource > 0.3, lostTarget > 0.3 { return whole }
        return links
    }

    private var whole: [ChapterLink] { [ChapterLink(source: 0..<source.count, target: 0..<target.count)] }

    private func chain(_ links: [ChapterLink]) -> [ChapterLink] {
        source.indices.map { ChapterLink(source: $0..<$0 + 1, target: 0..<0) }
            + target.indices.map { ChapterLink(source: source.count..<source.count, target: $0..<$0 + 1) }
    }

    private func length(of chapters: ArraySlice<Chapter>) -> Double { chapters.reduce(0) { $0 + $1.length } }

    private func best() -> [ChapterLink] {
        let (n, m) = (source.count, target.count)
        let ratio = medianRatio()
        let width = m + 1
        var best = [Double](repeating: -.infinity, count: (n + 1) * width)
        var choice = [UInt8](repeating: 0xFF, count: best.count)
        best[0] = 0
        for i in 0...n {
            for j in 0...m {
                let from = best[i * width + j]
                for (number, shape) in Self.shapes.enumerated() where i + shape.0 <= n && j + shape.1 <= m {
                    var score = from + Self.costs[number]
                    if shape.0 > 0, shape.1 > 0 { score += self.score(i..<i + shape.0, j..<j + shape.1, ratio) }
                    let next = (i + shape.0) * width + j + shape.1
                    if score > best[next] {
                        best[next] = score
                        choice[next] = UInt8(number)
                    }
                }
            }
        }
        var links: [ChapterLink] = []
        var (i, j) = (n, m)
        while i > 0 || j > 0 {
            let shape = Self.shapes[Int(choice[i * width + j])]
            links.append(ChapterLink(source: i - shape.0..<i, target: j - shape.1..<j))
            (i, j) = (i - shape.0, j - shape.1)
        }
        return links.reversed()
    }

    /// Letters of the target for one of the source, in chapters of one number where there are enough of them.
    private func medianRatio() -> Double {
        var byNumber: [Double: Double] = [:]
        for chapter in target { if let number = chapter.number { byNumber[number] = chapter.length } }
        let ratios = source.compactMap { chapter in
            chapter.number.flatMap { byNumber[$0] }.map { $0 / max(1, chapter.length) }
        }.sorted()
        if ratios.count >= 5 { return max(0.05, ratios[ratios.count / 2]) }
        return max(0.05, length(of: target[...]) / max(1, length(of: source[...])))
    }

    private func score(_ sources: Range<Int>, _ targets: Range<Int>, _ ratio: Double) -> Double {
        let sourceLength = length(of: source[sources]) * ratio
        let targetLength = length(of: target[targets])
        // Chapters of a few lines differ much in their ratio.
        let delta = log(max(1, targetLength) / max(1, sourceLength)) / (0.3 + 2 / max(4, targetLength).squareRoot())
        var score = max(-4, 1 - 0.5 * delta * delta)
        var (same, other) = (0.0, 0.0)
        for i in sources {
            guard let number = source[i].number else { continue }
            for j in targets {
                guard let there = target[j].number else { continue }
                if number == there { same += 1 } else { other += 1 }
            }
        }
        let pairs = Double(sources.count * targets.count)
        if same > 0 {
            // Of merged chapters the number of one may stand for all.
            score += 3 * min(1, same / Double(max(sources.count, targets.count)))
        } else if other > 0 {
            score -= 3 * other / pairs
        }
        var like: Float = 0
        for i in sources { for j in targets { like += min(5, max(-2, likeness[i][j])) } }
        return score + 0.9 * Double(like) / Double(max(sources.count, targets.count))
            / Double(min(sources.count, targets.count))
    }

    /// Chapters that are left over on both sides between two links are compared as one.
    private func merged(_ links: [ChapterLink]) -> [ChapterLink] {
        var result: [ChapterLink] = []
        var start = 0
        while start < links.count {
            var end = start
            while end < links.count, links[end].source.isEmpty || links[end].target.isEmpty { end += 1 }
            let gap = links[start..<end]
            let sources = gap.filter { !$0.source.isEmpty }
            let targets = gap.filter { !$0.target.isEmpty }
            if let first = sources.first, let last = sources.last, let one = targets.first, let other = targets.last {
                result.append(
                    ChapterLink(
                        source: first.source.lowerBound..<last.source.upperBound,
                        target: one.target.lowerBound..<other.target.upperBound
                    )
                )
            } else {
                result += gap
            }
            if end < links.count { result.append(links[end]) }
            start = end + 1
        }
        return result
    }

    // MARK: words

    private static func likeness(
        _ source: [Chapter],
        _ target: [Chapter],
        _ tables: (source: FeatureTable, target: FeatureTable),
        _ lexicon: LexicalModel
    ) -> [[Float]] {
        // With fewer there is nothing to be more like than.
        guard target.count >= 3 else {
            return Array(repeating: Array(repeating: 0, count: target.count), count: source.count)
        }
        let limit = max(2, target.count / 3)
        var postings: [Int32: [Int32]] = [:]
        for (number, chapter) in target.enumerated() {
            var seen: Set<Int32> = []
            for segment in chapter.segments { seen.formUnion(tables.target.features(of: segment)) }
            for feature in seen { postings[feature, default: []].append(Int32(number)) }
        }
        return source.map { chapter in
            var seen: Set<Int32> = []
            for segment in chapter.segments { seen.formUnion(tables.source.features(of: segment)) }
            var expected: [Int32: Float] = [:]
            for feature in seen {
                for index in lexicon.row(feature) {
                    let column = lexicon.targets[index]
                    expected[column] = max(expected[column] ?? 0, lexicon.forward[index])
                }
            }
            var sums = [Float](repeating: 0, count: target.count)
            for (column, weight) in expected {
                guard let chapters = postings[column], chapters.count <= limit else { continue }
                let worth = weight * Float(log(Double(target.count + 1) / Double(chapters.count)))
                for chapter in chapters { sums[Int(chapter)] += worth }
            }
            for (number, chapter) in target.enumerated() { sums[number] /= Float(max(50, chapter.length)).squareRoot() }
            let mean = sums.reduce(0, +) / Float(sums.count)
            let spread = (sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(sums.count)).squareRoot()
            return sums.map { spread > 1e-9 ? ($0 - mean) / spread : 0 }
        }
    }
}
