package import Text

/// A part of the picture in which writing comes and goes.
package struct TextRegion: Hashable, Sendable, Codable {
    /// In pixels of the film's picture.
    package var box: PixelBox
    /// `dialogue` for the band of subtitles, `onScreen` for other writing in the picture.
    package var kind: Subtitle.Kind
    /// Typical height of a line of writing, in pixels.
    package var lineHeight: Int
    /// When writing was seen there, with the time between two samples on both sides; nil for the whole film.
    package var time: TimeSpan?

    package init(box: PixelBox, kind: Subtitle.Kind, lineHeight: Int, time: TimeSpan? = nil) {
        self.box = box
        self.kind = kind
        self.lineHeight = lineHeight
        self.time = time
    }
}
