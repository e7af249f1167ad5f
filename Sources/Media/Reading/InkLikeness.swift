/// How far two inks of one region agree, square by square.
struct InkLikeness {
    /// Agreement in the square where it is lowest, 0 to 1; 1 for two blank regions.
    private(set) var lowest = 1.0

    /// - Parameters:
    ///   - first: whether each pixel is ink, by rows.
    ///   - second: the same size.
    ///   - width: of a row.
    ///   - cell: side of a square, about that of a character.
    init(_ first: [Bool], _ second: [Bool], width: Int, cell: Int) {
        guard width > 0, first.count == second.count, cell > 0 else {
            lowest = 0
            return
        }
        let height = first.count / width
        // Half a square apart, so that no character is split by all of them.
        for top in stride(from: 0, to: max(1, height - cell / 2), by: max(1, cell / 2)) {
            for left in stride(from: 0, to: max(1, width - cell / 2), by: max(1, cell / 2)) {
                var (either, both) = (0, 0)
                for row in top..<min(top + cell, height) {
                    for index in row * width + left..<row * width + min(left + cell, width) {
                        if first[index] || second[index] { either += 1 }
                        if first[index] && second[index] { both += 1 }
                    }
                }
                if either >= cell * cell / 16 { lowest = min(lowest, Double(both) / Double(either)) }
            }
        }
    }
}
