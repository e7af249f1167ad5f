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
    package func file(_ format: SubtitleFileFormat) -> [UInt8] { [] }
}

/// A format in which subtitles are written anew.
package enum SubtitleFileFormat: String, Sendable, Codable, CaseIterable {
    case srt, vtt, ass
    /// IMSC 1.1 Text Profile.
    case ttml

    /// The ending of a file's name, without the dot.
    package var pathExtension: String { rawValue }
}
