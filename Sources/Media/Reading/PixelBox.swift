/// An upright rectangle in a picture, in pixels from the top left.
package struct PixelBox: Hashable, Sendable, Codable {
    package var x: Int
    package var y: Int
    package var width: Int
    package var height: Int

    package init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// The first column to the right, and the first row below; held in range, since a box may come from a broken answer.
    package var right: Int { Self.sum(x, width) }
    package var bottom: Int { Self.sum(y, height) }
    /// In pixels, to the half.
    package var middle: (x: Double, y: Double) { (Double(x) + Double(width) / 2, Double(y) + Double(height) / 2) }
    package var area: Int {
        guard width > 0, height > 0 else { return 0 }
        let (area, isTooLarge) = width.multipliedReportingOverflow(by: height)
        return isTooLarge ? .max : area
    }

    private static func sum(_ place: Int, _ length: Int) -> Int {
        let (sum, isTooLarge) = place.addingReportingOverflow(length)
        return isTooLarge ? (length > 0 ? .max : .min) : sum
    }

    /// The part inside a picture of a size; empty (0 × 0 at 0, 0) when there is none.
    package func clipped(width: Int, height: Int) -> PixelBox {
        // Saturating, since a box may come from a broken answer.
        let left = min(max(0, x), max(0, width))
        let top = min(max(0, y), max(0, height))
        let (right, isFar) = x.addingReportingOverflow(max(0, self.width))
        let (bottom, isLow) = y.addingReportingOverflow(max(0, self.height))
        let wide = min(isFar ? width : right, width) - left
        let high = min(isLow ? height : bottom, height) - top
        guard wide > 0, high > 0 else { return PixelBox(x: 0, y: 0, width: 0, height: 0) }
        return PixelBox(x: left, y: top, width: wide, height: high)
    }

    /// The smallest box around both.
    package func union(_ other: PixelBox) -> PixelBox {
        let left = min(x, other.x)
        let top = min(y, other.y)
        return PixelBox(
            x: left,
            y: top,
            width: max(right, other.right) - left,
            height: max(bottom, other.bottom) - top
        )
    }

    /// The box with a margin on each side; it may then lie partly outside the picture.
    package func grown(by horizontal: Int, _ vertical: Int) -> PixelBox {
        PixelBox(x: x - horizontal, y: y - vertical, width: width + 2 * horizontal, height: height + 2 * vertical)
    }

    /// What both cover as a part of what either covers, 0 to 1.
    package func agreement(with other: PixelBox) -> Double {
        let wide = min(right, other.right) - max(x, other.x)
        let high = min(bottom, other.bottom) - max(y, other.y)
        guard wide > 0, high > 0 else { return 0 }
        let both = Double(wide) * Double(high)
        return both / (Double(area) + Double(other.area) - both)
    }
}
