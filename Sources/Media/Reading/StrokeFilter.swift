/// Finds thin bright strokes in a picture: what is brighter than anything wide around it (white top-hat). Characters with
/// a dark outline or on a dark box give strokes on any ground, wide bright areas give none.
struct StrokeFilter {
    let width: Int
    let height: Int
    /// Strokes are narrower than this many pixels.
    private let reach: Int
    private var rows: [UInt8]
    private var columns: [UInt8]

    /// - Parameter stroke: the widest stroke in pixels, 1 to 15.
    init(width: Int, height: Int, stroke: Int) {
        self.width = width
        self.height = height
        reach = min(max(stroke, 1), 15) | 1
        rows = [UInt8](repeating: 0, count: width * height)
        columns = rows
    }

    /// The strength of the stroke at each pixel, 0 to 255, into `strokes` (width × height bytes).
    mutating func apply(_ image: [UInt8], into strokes: inout [UInt8]) {
        let count = width * height
        guard count > 0, image.count == count, strokes.count == count else { return }
        // Opening: the least in a window, then the greatest of these in the same window.
        // Taken out of self, so that they are changed in place.
        var (rows, columns): ([UInt8], [UInt8]) = ([], [])
        swap(&rows, &self.rows)
        swap(&columns, &self.columns)
        horizontal(image, &rows, isLeast: true)
        vertical(rows, &columns, isLeast: true)
        horizontal(columns, &rows, isLeast: false)
        vertical(rows, &columns, isLeast: false)
        (self.rows, self.columns) = (rows, columns)
        image.withUnsafeBufferPointer { image in
            self.columns.withUnsafeBufferPointer { opened in
                strokes.withUnsafeMutableBufferPointer { strokes in
                    for index in 0..<count {
                        // An opening is nowhere above the picture but at the edges, where windows are cut off.
                        strokes[index] = image[index] &- min(image[index], opened[index])
                    }
                }
            }
        }
    }

    /// The least or greatest of a window along each row, cut off at the ends.
    private func horizontal(_ source: [UInt8], _ target: inout [UInt8], isLeast: Bool) {
        let half = reach / 2
        let width = width
        source.withUnsafeBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                for row in 0..<height {
                    let start = row * width
                    for column in 0..<width { target[start + column] = source[start + column] }
                    // One shift at a time, over the whole row: the compiler makes vectors of it.
                    var shift = 1
                    while shift <= min(half, width - 1) {
                        let low = start + shift
                        if isLeast {
                            for index in low..<start + width {
                                target[index] = min(target[index], source[index - shift])
                            }
                            for index in start..<start + width - shift {
                                target[index] = min(target[index], source[index + shift])
                            }
                        } else {
                            for index in low..<start + width {
                                target[index] = max(target[index], source[index - shift])
                            }
                            for index in start..<start + width - shift {
                                target[index] = max(target[index], source[index + shift])
                            }
                        }
                        shift += 1
                    }
                }
            }
        }
    }

    /// The least or greatest of a window along each column, cut off at the ends.
    private func vertical(_ source: [UInt8], _ target: inout [UInt8], isLeast: Bool) {
        let half = reach / 2
        let width = width
        source.withUnsafeBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                for row in 0..<height {
                    let start = row * width
                    for column in 0..<width { target[start + column] = source[start + column] }
                    for other in max(0, row - half)...min(height - 1, row + half) where other != row {
                        let from = other * width
                        if isLeast {
                            for column in 0..<width {
                                target[start + column] = min(target[start + column], source[from + column])
                            }
                        } else {
                            for column in 0..<width {
                                target[start + column] = max(target[start + column], source[from + column])
                            }
                        }
                    }
                }
            }
        }
    }
}
