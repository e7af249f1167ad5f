internal import Glibc

/// How long a translation is for the length of its source (W. A. Gale and K. W. Church, A Program for Aligning Sentences in
/// Bilingual Corpora, 1993), learnt from the pair of books.
///
/// The logarithm of the ratio is taken for normal, with a spread that falls with length; against it stands the length
/// of any target text whatever, gamma-distributed. The score is the logarithm of the odds of the two.
struct LengthModel: Sendable {
    /// Mean of ln(target ÷ source).
    var mean: Double
    /// Variance for endless texts, and what is added to it divided by the source's length.
    var base = 0.03
    var slope = 1.6
    /// Lengths of single segments of the target.
    var targetMean: Double
    var targetVariance: Double

    init(source: [Float], target: [Float]) {
        let sourceSum = source.reduce(0.0) { $0 + Double($1) }
        let targetSum = target.reduce(0.0) { $0 + Double($1) }
        mean = log(max(1, targetSum) / max(1, sourceSum))
        targetMean = max(1, targetSum / Double(max(1, target.count)))
        let mean = targetMean
        targetVariance = target.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
        targetVariance = max(mean, targetVariance / Double(max(1, target.count)))
    }

    func variance(_ length: Double) -> Double { base + slope / max(1, length) }

    /// Of a source of a length; 1 when it is as expected.
    func deviation(source: Double, target: Double) -> Double {
        (log(max(1, target) / max(1, source)) - mean) / variance(source).squareRoot()
    }

    /// Learns from lengths of pairs that are likely right; outliers are cut off at the tenth of either end.
    mutating func fit(_ pairs: [(source: Double, target: Double)]) {
        guard pairs.count >= 30 else { return }
        let ratios = pairs.map { (log(max(1, $0.target) / max(1, $0.source)), max(1, $0.source)) }
        let sorted = ratios.map(\.0).sorted()
        mean = sorted[sorted.count / 2]
        let (low, high) = (sorted[sorted.count / 50], sorted[sorted.count - 1 - sorted.count / 50])
        // Least squares of (ratio − mean)² over 1 ÷ length.
        var (n, sx, sy, sxx, sxy) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for (ratio, length) in ratios where ratio >= low && ratio <= high {
            let x = 1 / length
            let y = (ratio - mean) * (ratio - mean)
            n += 1
            sx += x
            sy += y
            sxx += x * x
            sxy += x * y
        }
        let determinant = n * sxx - sx * sx
        guard determinant > 1e-12 else { return }
        slope = max(0.1, min(6, (n * sxy - sx * sy) / determinant))
        base = max(0.008, min(0.3, (sy - slope * sx) / n))
        // What the cut took away.
        base *= 1.1
        slope *= 1.1
    }

    /// Scores by length in letters, cut to 1…4095, for groups of 1 to 4 target segments.
    func table() -> LengthTable { LengthTable(self) }
}

/// Logarithms that the alignment asks for again and again.
struct LengthTable: Sendable {
    private let logarithms: [Float]
    private let backgrounds: [[Float]]
    private let mean: Float
    private let base: Float
    private let slope: Float
    static let longest = 4095

    init(_ model: LengthModel) {
        mean = Float(model.mean)
        base = Float(model.base)
        slope = Float(model.slope)
        logarithms = (0...Self.longest).map { Float(log(Double(max(1, $0)))) }
        backgrounds = (1...4).map { count in
            // A sum of gamma variables of one scale is one itself.
            let scale = model.targetVariance / model.targetMean
            let shape = max(0.3, Double(count) * model.targetMean / scale)
            let constant = lgamma(shape) + shape * log(scale)
            return (0...Self.longest).map { length in
                let x = Double(max(1, length))
                return Float(max(-14, (shape - 1) * log(x) - x / scale - constant))
            }
        }
    }

    /// ln of P(target length | source length) ÷ P(length of `count` target segments).
    @inline(__always)
    func score(source: Float, target: Float, count: Int) -> Float {
        let from = min(Self.longest, max(1, Int(source)))
        let into = min(Self.longest, max(1, Int(target)))
        let variance = base + slope / Float(from)
        let delta = logarithms[into] - logarithms[from] - mean
        // Tails are heavier than the normal's: nobody's omission costs more than twelve.
        let density =
            max(-12, -0.5 * delta * delta / variance) - 0.9189385 - 0.5 * logarithm(variance) - logarithms[into]
        return density - backgrounds[min(count, 4) - 1][into]
    }

    @inline(__always)
    private func logarithm(_ value: Float) -> Float {
        // ln from the exponent and a row for the significand between 1 and 2; off by less than 0.0005.
        let s = value.significand - 1
        let row = s * (0.99949556 + s * (-0.49190896 + s * (0.28947478 + s * (-0.13606275 + s * 0.03215845))))
        return Float(value.exponent) * 0.6931472 + row
    }
}
