import Text

/// When somebody speaks, as running sums on a grid.
struct SpeechActivity {
    private let grid: Double
    /// How many points of the grid before each have speech.
    private var sums: [Int32] = [0]
    /// The part of the time from the first to the last speech in which somebody speaks.
    private(set) var share = 0.0

    init?(_ speech: [TimeSpan], grid: Double) {
        self.grid = grid
        let spans = speech.filter {
            $0.start.isFinite && $0.end.isFinite && $0.start >= 0 && $0.end < 86_400 && $0.duration > 0
        }
        .sorted { ($0.start, $0.end) < ($1.start, $1.end) }
        guard spans.count >= 3, let end = spans.map(\.end).max(), let first = spans.first?.start else { return nil }
        let count = Int(end / grid) + 2
        var marks = [Int32](repeating: 0, count: count + 1)
        for span in spans {
            marks[Int(span.start / grid)] += 1
            marks[min(count, max(Int(span.end / grid), Int(span.start / grid) + 1))] -= 1
        }
        sums.reserveCapacity(count + 1)
        var (open, lit) = (Int32(0), Int32(0))
        for index in 0..<count {
            open += marks[index]
            if open > 0 { lit += 1 }
            sums.append(Int32(lit))
        }
        share = Double(lit) * grid / max(grid, end - min(first, end))
    }

    /// Of speech between two times.
    func seconds(from start: Double, to end: Double) -> Double { (sum(at: end) - sum(at: start)) * grid }

    private func sum(at time: Double) -> Double {
        let place = time / grid
        guard place > 0 else { return 0 }
        guard place < Double(sums.count - 1) else { return Double(sums[sums.count - 1]) }
        return Double(sums[Int(place)])
    }
}
