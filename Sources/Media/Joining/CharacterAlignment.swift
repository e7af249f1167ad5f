/// Two rows of characters side by side, with the greatest sum of what each pair is worth (Needleman and Wunsch 1970),
/// within a band around the diagonal.
package struct CharacterAlignment: Sendable {
    package enum Step: Hashable, Sendable {
        /// Places in the first and the second that belong together, alike or not.
        case pair(Int, Int)
        /// A place of the first that the second does not have.
        case first(Int)
        /// A place of the second that the first does not have, and the place of the first before which it stands.
        case second(Int, before: Int)
    }

    /// From the beginning to the end; every place of both is in exactly one.
    package private(set) var steps: [Step] = []

    /// - Parameters:
    ///   - first: characters, or words.
    ///   - second: the same.
    package init<Element: Equatable>(_ first: [Element], _ second: [Element]) {
        self.init(
            firstCount: first.count,
            secondCount: second.count,
            band: max(64, abs(first.count - second.count) + 64)
        ) { first[$0] == second[$1] ? 2 : -1 }
    }

    /// - Parameters:
    ///   - firstCount: places of the first.
    ///   - secondCount: places of the second.
    ///   - band: how far from the straight way between both ends a pair may stand, in places of the second.
    ///   - gap: what a place without a partner is worth; negative.
    ///   - worth: of a pair; called for places in the band only.
    package init(
        firstCount: Int,
        secondCount: Int,
        band: Int,
        gap: Float = -1,
        worth: (_ first: Int, _ second: Int) -> Float
    ) {
        let (rows, columns) = (max(0, firstCount), max(0, secondCount))
        let slope = Double(columns) / Double(max(1, rows))
        self.init(
            firstCount: rows,
            secondCount: columns,
            window: { row in
                let middle = Int(Double(row) * slope)
                return max(0, middle - band)...min(columns, middle + max(band, Int(slope) + 1))
            },
            gap: gap,
            worth: worth
        )
    }

    /// - Parameters:
    ///   - window: for a number of places of the first, 0 to `firstCount`, the numbers of places of the second that may stand
    ///     beside them; bounds must not fall, and what they leave out is widened so that a way through exists.
    package init(
        firstCount: Int,
        secondCount: Int,
        window: (Int) -> ClosedRange<Int>,
        gap: Float = -1,
        worth: (_ first: Int, _ second: Int) -> Float
    ) {
        let (rows, columns) = (max(0, firstCount), max(0, secondCount))
        guard rows > 0, columns > 0 else {
            steps = (0..<rows).map { .first($0) } + (0..<columns).map { .second($0, before: 0) }
            return
        }
        let windows = Self.connected(rows: rows, columns: columns, window)
        var starts: [Int] = [0]
        starts.reserveCapacity(rows + 2)
        for window in windows { starts.append((starts.last ?? 0) + window.count) }
        // 0 pair, 1 first alone, 2 second alone.
        var ways = [UInt8](repeating: 0, count: starts[rows + 1])
        var above: [Float] = []
        for row in 0...rows {
            let window = windows[row]
            var line = [Float](repeating: 0, count: window.count)
            for column in window {
                let at = column - window.lowerBound
                if row == 0 && column == 0 { continue }
                var best = -Float.infinity
                var way: UInt8 = 2
                if row > 0, column > 0, windows[row - 1].contains(column - 1) {
                    best = above[column - 1 - windows[row - 1].lowerBound] + worth(row - 1, column - 1)
                    way = 0
                }
                if row > 0, windows[row - 1].contains(column) {
                    let value = above[column - windows[row - 1].lowerBound] + gap
                    if value > best { (best, way) = (value, 1) }
                }
                if at > 0, line[at - 1] + gap > best { (best, way) = (line[at - 1] + gap, 2) }
                line[at] = best
                ways[starts[row] + at] = way
            }
            above = line
        }
        trace(rows: rows, columns: columns, windows: windows, starts: starts, ways: ways)
    }

    private mutating func trace(rows: Int, columns: Int, windows: [ClosedRange<Int>], starts: [Int], ways: [UInt8]) {
        var (row, column) = (rows, columns)
        while row > 0 || column > 0 {
            let window = windows[row]
            let way: UInt8
            if row == 0 {
                way = 2
            } else if column == 0 {
                way = 1
            } else {
                way = window.contains(column) ? ways[starts[row] + column - window.lowerBound] : 1
            }
            switch way {
            case 0:
                row -= 1
                column -= 1
                steps.append(.pair(row, column))
            case 1:
                row -= 1
                steps.append(.first(row))
            default:
                column -= 1
                steps.append(.second(column, before: row))
            }
        }
        steps.reverse()
    }

    /// The windows made so that each overlaps the next and they lead from one corner to the other.
    private static func connected(rows: Int, columns: Int, _ window: (Int) -> ClosedRange<Int>) -> [ClosedRange<Int>] {
        var windows: [ClosedRange<Int>] = []
        windows.reserveCapacity(rows + 1)
        var (low, high) = (0, 0)
        for row in 0...rows {
            let wanted = window(row)
            // No lower than before, no higher than what was reached, so that the rows touch.
            let nextLow = row == 0 ? 0 : min(max(low, wanted.lowerBound), high)
            let nextHigh = row == rows ? columns : min(columns, max(nextLow, wanted.upperBound, high))
            (low, high) = (nextLow, nextHigh)
            windows.append(low...high)
        }
        return windows
    }
}
