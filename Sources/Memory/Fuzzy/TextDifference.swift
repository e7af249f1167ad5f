package import Text

/// What must be done to one text to get another: runs that are kept, put in, left out or put in the place of one another.
package struct TextDifference: Hashable, Sendable {
    package var steps: [Step]

    package struct Step: Hashable, Sendable {
        package var kind: Kind
        /// Scalar offsets in the query; empty for what only the source has.
        package var query: Range<Int>
        /// Scalar offsets in the source; empty for what only the query has.
        package var source: Range<Int>
    }

    package enum Kind: String, Sendable, Codable {
        case equal
        /// In the source, not in the query.
        case delete
        /// In the query, not in the source.
        case insert
        case replace
    }

    /// The fewest edits from a source to a query, an inline code as one symbol. Where both are so long and so different that
    /// it would take much memory, all between their common beginning and end is one replacement.
    package init(query: InlineText, source: InlineText) {
        self.init(query: TextSymbols.symbols(of: query), source: TextSymbols.symbols(of: source))
    }

    init(query: [UInt32], source: [UInt32]) {
        var first = 0
        while first < min(query.count, source.count), query[first] == source[first] { first += 1 }
        var last = 0
        while last < min(query.count, source.count) - first,
            query[query.count - 1 - last] == source[source.count - 1 - last]
        {
            last += 1
        }
        var runs = Runs()
        runs.add(.equal, first)
        let (rows, columns) = (query.count - first - last, source.count - first - last)
        if rows > 0, columns > 0, rows <= Self.largestTable / columns {
            let middle = Self.path(query[first..<first + rows], source[first..<first + columns])
            for kind in middle { runs.add(kind, 1) }
        } else {
            runs.add(.replace, min(rows, columns))
            runs.add(.insert, max(0, rows - columns))
            runs.add(.delete, max(0, columns - rows))
        }
        runs.add(.equal, last)
        steps = runs.steps
    }

    private static let largestTable = 1 << 24

    /// One step for each symbol, from the first on, by the textbook's table.
    private static func path(_ query: ArraySlice<UInt32>, _ source: ArraySlice<UInt32>) -> [Kind] {
        let (query, source) = (Array(query), Array(source))
        let width = source.count + 1
        // How a cell was reached; the distances of one row are enough.
        var ways = [UInt8](repeating: 0, count: (query.count + 1) * width)
        var row = Array(0...source.count)
        for column in 1..<width { ways[column] = 2 }
        for (index, symbol) in query.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            ways[(index + 1) * width] = 1
            for column in 1..<width {
                let same = diagonal + (source[column - 1] == symbol ? 0 : 1)
                let (above, left) = (row[column] + 1, row[column - 1] + 1)
                diagonal = row[column]
                let best = min(same, above, left)
                row[column] = best
                ways[(index + 1) * width + column] = best == same ? 0 : best == above ? 1 : 2
            }
        }
        var kinds: [Kind] = []
        var (line, column) = (query.count, source.count)
        while line > 0 || column > 0 {
            switch ways[line * width + column] {
            case 0:
                kinds.append(query[line - 1] == source[column - 1] ? .equal : .replace)
                line -= 1
                column -= 1
            case 1:
                kinds.append(.insert)
                line -= 1
            default:
                kinds.append(.delete)
                column -= 1
            }
        }
        return kinds.reversed()
    }

    private struct Runs {
        var steps: [Step] = []
        var query = 0
        var source = 0

        mutating func add(_ kind: Kind, _ count: Int) {
            guard count > 0 else { return }
            let own = query..<query + (kind == .delete ? 0 : count)
            let its = source..<source + (kind == .insert ? 0 : count)
            (query, source) = (own.upperBound, its.upperBound)
            if let last = steps.last, last.kind == kind {
                steps[steps.count - 1].query = last.query.lowerBound..<own.upperBound
                steps[steps.count - 1].source = last.source.lowerBound..<its.upperBound
            } else {
                steps.append(Step(kind: kind, query: own, source: its))
            }
        }
    }
}
