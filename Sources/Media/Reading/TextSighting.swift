/// Writing that stands unchanged in a region of the picture from one frame to another, with a picture to read it from.
package struct TextSighting: Sendable, Equatable {
    /// First and last frame on which it is seen, from 0.
    package var frames: ClosedRange<Int>
    /// The region with what moves behind the writing taken away as far as it moves.
    package var image: GrayImage
    /// The frame of the region in which the writing stands out best, for a second opinion.
    package var still: GrayImage
    /// Where ink that does not move stands in `image`.
    package var ink: PixelBox
    /// Pixels of ink as a part of the region, 0 to 1.
    package var coverage: Double
    /// How much of the ink was there in the sighting before, in the place where the two differ most: 1 when the writing
    /// is surely the same, lower when it is not or what is behind it changed. 0 when there was none within a second.
    package var likeness: Double

    package init(
        frames: ClosedRange<Int>,
        image: GrayImage,
        still: GrayImage,
        ink: PixelBox,
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
