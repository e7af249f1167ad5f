package import Text

/// Lays lines of dialogue out as subtitles: where a line is broken, what stands in one subtitle, from when to when.
package struct SubtitleLayout: Sendable {
    package var style: SubtitleStyle
    /// The style of the other language of a bilingual edition, shown below; nil without one.
    package var secondStyle: SubtitleStyle?
    package var frameRate: FrameRate
    /// Times of the first frame after each cut, in seconds, in any order.
    package var shots: [Double]
    /// Names in the language of the subtitles that no line break may part, beside those of each line.
    package var names: [String]

    package init(
        style: SubtitleStyle,
        secondStyle: SubtitleStyle? = nil,
        frameRate: FrameRate = .cinema,
        shots: [Double] = [],
        names: [String] = []
    ) {
        self.style = style
        self.secondStyle = secondStyle
        self.frameRate = frameRate
        self.shots = shots
        self.names = names
    }

    /// The subtitles of a film or an episode. The lines may come in any order.
    package func laidOut(_ lines: [SubtitleLine]) -> LaidOutSubtitles {
        LaidOutSubtitles()
    }

    /// Subtitles that are laid out already, with their times moved to frames, cuts and gaps; texts stay as they are.
    package func timed(_ subtitles: [Subtitle]) -> LaidOutSubtitles {
        LaidOutSubtitles()
    }
}
