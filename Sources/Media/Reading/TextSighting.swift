/// Writing that stands unchanged in a region of the picture from one frame to another, with a picture to read it from.
package struct TextSighting: Sendable, Equatable {
    /// First and last frame on which it is seen, from 0.
    package var frames: ClosedRange<Int>
    /// The region with what moves behind the writing taken away as far as it moves.
    package var image: GrayImage
    /// The frame of the region in which the writing stands out best, for a second opinion.
    package var still: GrayImage
    /// Where ink that does not move stands in `image`, by rows and parts of rows.
    package var ink: [PixelBox]
    /// Pixels of ink as a part of the region, 0 to 1.
    package var coverage: Double
    /// How much of the ink was there in the sighting before, in the place where the two differ most: 1 when the writing
    /// is surely the same, lower when it is not or what is behind it changed. 0 when there was none within a second.
    package var likeness: Double

    package init(
        frames: ClosedRange<Int>,
        image: GrayImage,
        still: GrayImage,
        ink: [PixelBox],
        coverage: Double,
        likeness: Double = 0
    ) {
        self.frames = frames
        self.image = image
        self.still = still
        self.ink = ink
        self.coverage = coverage
        self.likeness = likeness
    }
}

extension TextSighting {
    /// The boxes to read, made of those that a detector found: each goes as far as ink beside it, since detectors miss thin
    /// characters such as 一 at the ends of a line. Where nothing was found, the rows of ink that are as high as writing.
    ///
    /// - Parameters:
    ///   - found: in pixels of `image`.
    ///   - lineHeight: of the region.
    package func boxes(found: [PixelBox], lineHeight: Int) -> [PixelBox] {
        let line = max(1, lineHeight)
        guard !found.isEmpty else {
            let rows = ink.filter { $0.height * 5 >= line * 2 && $0.height * 2 <= line * 3 && $0.width * 2 >= line }
            return rows.count > 4 ? [] : rows.map { $0.grown(by: line / 5, max(0, line - $0.height) / 2 + 1) }
        }
        // A detector may mark a part of a line once more.
        let whole = found.filter { box in
            !found.contains { other in
                let inner = PixelBox(x: box.x - other.x, y: box.y - other.y, width: box.width, height: box.height)
                    .clipped(width: other.width, height: other.height)
                return other != box && other.area > box.area && inner.area * 10 > box.area * 6
            }
        }
        return whole.map { box in
            guard box.height * 5 >= line * 3, box.height * 5 <= line * 8 else { return box }
            var (left, right) = (box.x, box.right)
            // No farther than to the next box of the row.
            let beside = whole.filter { $0 != box && abs($0.middle.y - box.middle.y) * 2 < Double(box.height) }
            let leftmost = beside.filter { $0.right <= box.x + line / 2 }.map(\.right).max() ?? .min
            let rightmost = beside.filter { $0.x >= box.right - line / 2 }.map(\.x).min() ?? .max
            for ink in ink
            where ink.height * 2 <= line * 3 && ink.y < box.bottom - box.height / 4
                && ink.bottom > box.y + box.height / 4
            {
                if ink.x < left, ink.right > left - line, left - ink.x < line * 2 {
                    left = max(ink.x - line / 8, leftmost)
                }
                if ink.right > right, ink.x < right + line, ink.right - right < line * 2 {
                    right = min(ink.right + line / 8, rightmost)
                }
            }
            left = min(max(0, left), box.x)
            right = max(min(image.width, right), box.right)
            return PixelBox(x: left, y: box.y, width: right - left, height: box.height)
        }
    }
}

/// A sighting after reading: which lines of writing were read on which frames, one list a picture that was read.
package struct ReadSighting: Hashable, Sendable, Codable {
    package var frames: ClosedRange<Int>
    /// Readings of one and the same writing, of several pictures; each from top to bottom.
    package var readings: [[TextReading]]
    /// As in `TextSighting`.
    package var likeness: Double

    package init(frames: ClosedRange<Int>, readings: [[TextReading]], likeness: Double = 0) {
        self.frames = frames
        self.readings = readings
        self.likeness = likeness
    }
}
