package import Text

/// Subtitles to be written as a new file, with what the file says of itself.
package struct SubtitleEdition: Sendable {
    package var subtitles: [Subtitle]
    package var locale: LanguageTag
    /// The locale of `Subtitle.secondLines`; nil when there are none.
    package var secondLocale: LanguageTag?
    /// Shown by players that list files; may be empty.
    package var title: String
    package var frameRate: FrameRate
    /// Pixels of the picture, for sizes and margins: TTML and ASS.
    package var width: Int
    package var height: Int
    /// Whether WebVTT names who speaks in voice tags. ASS and TTML always do where they can without showing it.
    package var showsVoices: Bool
    /// The family of the font in ASS; nil for Noto's of the locale.
    package var font: String?

    /// Pixels from the bottom below which dialogue must not stand, because the picture has writing of its own there.
    package var lowest = 0

    package init(
        _ subtitles: [Subtitle],
        locale: LanguageTag,
        secondLocale: LanguageTag? = nil,
        title: String = "",
        frameRate: FrameRate = .cinema,
        width: Int = 1_920,
        height: Int = 1_080,
        showsVoices: Bool = false,
        font: String? = nil
    ) {
        self.subtitles = subtitles
        self.locale = locale
        self.secondLocale = secondLocale
        self.title = title
        self.frameRate = frameRate
        self.width = width
        self.height = height
        self.showsVoices = showsVoices
        self.font = font
    }

    /// The file in one of the formats, in UTF-8. Subtitles are written in the order given, without those that show nothing.
    ///
    /// Texts are data: what looks like markup or a time is written so that no player takes it for one. Times are rounded
    /// down, so that a subtitle is shown with the frame that it begins with.
    package func file(_ format: SubtitleFileFormat) -> [UInt8] {
        switch format {
        case .srt: srt()
        case .vtt: vtt()
        case .ass: ass()
        case .ttml: ttml()
        }
    }

    /// What is written of a subtitle: lines that show something, and whole milliseconds.
    struct Shown {
        var subtitle: Subtitle
        var lines: [String]
        var secondLines: [String]
        var start: Int
        var end: Int
        /// Without marks that a format could take for its own; nil when nobody is named.
        var speaker: String?
        var isOnTop: Bool { subtitle.kind != .dialogue }
    }

    /// The subtitles that show something and have a time.
    func shown() -> [Shown] {
        subtitles.compactMap { subtitle in
            let lines = subtitle.lines.flatMap(CueText.lines)
            let secondLines = subtitle.secondLines.flatMap(CueText.lines)
            guard !lines.isEmpty || !secondLines.isEmpty else { return nil }
            guard let start = Self.milliseconds(subtitle.time.start), let end = Self.milliseconds(subtitle.time.end),
                end > start
            else { return nil }
            let speaker = subtitle.speaker.map { CueText.lines($0).joined(separator: " ") }
            return Shown(
                subtitle: subtitle,
                lines: lines,
                secondLines: secondLines,
                start: start,
                end: end,
                speaker: speaker.flatMap { $0.isEmpty ? nil : $0 }
            )
        }
    }

    /// Nil for what is no time of a film: no number, or more than a year. What is before the beginning is the beginning.
    private static func milliseconds(_ seconds: Double) -> Int? {
        guard seconds.isFinite, seconds < 31_536_000 else { return nil }
        return Int((max(seconds, 0) * 1_000 + 0.01).rounded(.down))
    }

    var isVertical: Bool { height > width }
    /// Pixels, within what a picture may have.
    var pictureWidth: Int { min(max(width, 64), 16_384) }
    var pictureHeight: Int { min(max(height, 64), 16_384) }

    /// Height of a letter’s em square over the height of the picture: 5 % in wide pictures; in vertical ones as much as
    /// lets a full line fill 84 % of the width, at 0.56 em a character, which is the mean of Noto Sans with spaces and some
    /// to spare.
    func emHeight(_ locale: LanguageTag) -> Double {
        let style = SubtitleStyle(of: locale, picture: SubtitleStyle.Picture(width: width, height: height))
        let em = style.countsHalves ? 1.0 : 0.56
        let widest = 0.84 * Double(pictureWidth) / (Double(style.line) * em)
        return min(widest / Double(pictureHeight), isVertical ? 0.036 : 0.05)
    }

    /// Where subtitles stand, as shares of the picture: vertical players cover a fifth at the bottom with their buttons.
    var sideMargin: Double { 0.08 }
    var bottomMargin: Double {
        max(isVertical ? 0.2 : 0.06, height > 0 ? min(0.8, Double(lowest) / Double(height)) : 0)
    }
    var topMargin: Double { isVertical ? 0.12 : 0.06 }
}

/// A format in which subtitles are written anew.
package enum SubtitleFileFormat: String, Sendable, Codable, CaseIterable {
    case srt, vtt, ass
    /// IMSC 1.1 Text Profile.
    case ttml

    /// The ending of a file's name, without the dot.
    package var pathExtension: String { rawValue }
}
