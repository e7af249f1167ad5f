/// Rows of ink: boxes around what stands in one height, apart where a wide gap is.
struct InkRows {
    private(set) var boxes: [PixelBox] = []

    /// - Parameters:
    ///   - ink: whether each pixel is ink, by rows.
    ///   - width: of a row.
    ///   - line: height of a line of writing.
    init(_ ink: [Bool], width: Int, line: Int) {
        guard width > 0, line > 0 else { return }
        let height = ink.count / width
        var counts = [Int](repeating: 0, count: height)
        for row in 0..<height {
            for index in row * width..<(row + 1) * width where ink[index] { counts[row] += 1 }
        }
        // Between two rows of characters nothing stands but parts of a few.
        let least = max(1, (counts.max() ?? 0) / 16)
        var row = 0
        while row < height {
            guard counts[row] >= least else {
                row += 1
                continue
            }
            let top = row
            while row < height, counts[row] >= least { row += 1 }
            parts(ink, width: width, top: top, bottom: row, gap: line * 2)
        }
        // Dots and strokes apart from their characters, such as the 一 of a line of its own.
        join(line: line)
    }

    private mutating func parts(_ ink: [Bool], width: Int, top: Int, bottom: Int, gap: Int) {
        var (left, last) = (-1, -1)
        for column in 0..<width where (top..<bottom).contains(where: { ink[$0 * width + column] }) {
            if left >= 0, column - last > gap {
                boxes.append(PixelBox(x: left, y: top, width: last + 1 - left, height: bottom - top))
                left = column
            }
            if left < 0 { left = column }
            last = column
        }
        if left >= 0 { boxes.append(PixelBox(x: left, y: top, width: last + 1 - left, height: bottom - top)) }
    }

    /// Joins flat boxes with those just above or below, as long as the whole is no higher than a line.
    private mutating func join(line: Int) {
        guard boxes.count <= 64 else { return }
        var index = 0
        while index < boxes.count {
            let near = boxes.indices.first { other in
                guard other != index else { return false }
                let both = boxes[index].union(boxes[other])
                return both.height <= line && boxes[index].x < boxes[other].right + line
                    && boxes[other].x < boxes[index].right + line
            }
            guard let near else {
                index += 1
                continue
            }
            boxes[min(index, near)] = boxes[index].union(boxes[near])
            boxes.remove(at: max(index, near))
            index = 0
        }
    }
}
