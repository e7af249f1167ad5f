/// A grey picture in memory: rows from the top, one byte a pixel, 0 black to 255 white.
package struct GrayImage: Sendable, Equatable {
    package private(set) var width: Int
    package private(set) var height: Int
    /// `width` × `height` bytes.
    package private(set) var pixels: [UInt8]

    /// Bytes that are missing are black, more than needed are left out; a negative size is none.
    package init(width: Int, height: Int, pixels: [UInt8]) {
        self.width = max(0, width)
        self.height = max(0, height)
        let count = self.width * self.height
        if pixels.count == count {
            self.pixels = pixels
        } else {
            self.pixels = Array(pixels.prefix(count)) + [UInt8](repeating: 0, count: max(0, count - pixels.count))
        }
    }

    /// The part of the picture that a box covers; what lies outside is left out.
    package func cropped(to box: PixelBox) -> GrayImage {
        let box = box.clipped(width: width, height: height)
        var part: [UInt8] = []
        part.reserveCapacity(box.width * box.height)
        for row in box.y..<box.y + box.height {
            part += pixels[row * width + box.x..<row * width + box.x + box.width]
        }
        return GrayImage(width: box.width, height: box.height, pixels: part)
    }
}
