import Text

/// SubStation Alpha v4+ for libass: sizes in pixels of the picture, one style for each kind of text.
extension SubtitleEdition {
    func ass() -> [UInt8] {
        var text = """
            [Script Info]
            Title: \(Self.field(title))
            ScriptType: v4.00+
            PlayResX: \(pictureWidth)
            PlayResY: \(pictureHeight)
            WrapStyle: 3
            ScaledBorderAndShadow: yes
            YCbCr Matrix: TV.709
            Language: \(locale)

            [V4+ Styles]
            Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, \
            Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, \
            MarginR, MarginV, Encoding

            """
        text += style("Dialogue", locale, scale: 1, colour: "&H00FFFFFF", alignment: 2)
        text += style("Second", secondLocale ?? locale, scale: 0.8, colour: "&H00D9D9D9", alignment: 2)
        text += style("OnScreen", locale, scale: 0.85, colour: "&H00FFFFFF", alignment: 8)
        text += style("Note", locale, scale: 0.75, colour: "&H00A8E6FF", alignment: 8)
        text += """

            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

            """
        var file = Array(text.utf8)
        for shown in shown() {
            let style =
                switch shown.subtitle.kind {
                case .dialogue: "Dialogue"
                case .onScreen: "OnScreen"
                case .note: "Note"
                }
            let start = CueText.time(shown.start, hourDigits: 1, fraction: 2)
            let end = CueText.time(shown.end, hourDigits: 1, fraction: 2)
            var lines = Self.written(shown.lines, locale)
            if var second = Optional(Self.written(shown.secondLines, secondLocale ?? locale)), !second.isEmpty {
                second[0] = "{\\rSecond}" + second[0]
                lines += second
            }
            let name = Self.field(shown.speaker ?? "")
            let line = "Dialogue: 0,\(start),\(end),\(style),\(name),0,0,0,,\(lines.joined(separator: "\\N"))\n"
            file += Array(line.utf8)
        }
        return file
    }

    private static func written(_ lines: [String], _ locale: LanguageTag) -> [String] {
        lines.map { line in
            let text = ASSMarkup().escape(line)
            return locale.isRightToLeft && CueText.beginsLeftToRight(line) ? "\u{200F}" + text : text
        }
    }

    /// A field before the last, in which a comma would begin the next.
    private static func field(_ text: String) -> String {
        CueText.lines(text).joined(separator: " ").replacing(",", with: " ")
    }

    private func style(
        _ name: String,
        _ locale: LanguageTag,
        scale: Double,
        colour: String,
        alignment: Int
    ) -> String {
        let family = font.map(Self.field) ?? Self.family(of: locale)
        let em = emHeight(locale) * Double(pictureHeight) * scale
        let size = Int((em * Self.lineHeight(of: family)).rounded())
        let outline = max(Int((em * 0.06).rounded()), 1)
        let sides = Int((sideMargin * Double(pictureWidth)).rounded())
        let vertical = Int(((alignment == 8 ? topMargin : bottomMargin) * Double(pictureHeight)).rounded())
        // Encoding −1 lets libass find the direction of each line.
        let isTurned = self.locale.isRightToLeft || secondLocale?.isRightToLeft == true
        return
            "Style: \(name),\(family),\(size),\(colour),&H000000FF,&H00101010,&H80000000,0,0,0,0,100,100,0,0,1,\(outline),"
            + "\(max(outline / 2, 1)),\(alignment),\(sides),\(sides),\(vertical),\(isTurned ? -1 : 1)\n"
    }

    /// Google’s Noto family of a locale’s script; Debian’s packages fonts-noto-core and fonts-noto-cjk.
    private static func family(of locale: LanguageTag) -> String {
        switch locale.language {
        case "zh", "yue":
            if locale.script == "Hant" || ["TW", "MO"].contains(locale.region) { return "Noto Sans CJK TC" }
            return locale.region == "HK" ? "Noto Sans CJK HK" : "Noto Sans CJK SC"
        case "ja": return "Noto Sans CJK JP"
        case "ko": return "Noto Sans CJK KR"
        // libass of Debian 12 shows boxes for lam and alef in Noto Sans Arabic.
        case "ar", "fa", "ur", "ps", "ug", "sd", "ckb": return "Noto Naskh Arabic"
        default: return families[locale.language].map { "Noto Sans \($0)" } ?? "Noto Sans"
        }
    }

    /// What a font’s size counts, from its highest to its lowest letter (usWinAscent and usWinDescent), in em. Naskh has a
    /// tenth more, since its letters are small.
    private static func lineHeight(of family: String) -> Double {
        switch family {
        case let name where name.contains("CJK"): 1.45
        case "Noto Sans Thai": 1.51
        case "Noto Sans Lao": 1.65
        case "Noto Sans Myanmar": 2.18
        case "Noto Naskh Arabic": 1.87
        default: 1.36
        }
    }

    private static let families = [
        "th": "Thai", "lo": "Lao", "km": "Khmer", "my": "Myanmar",
        "he": "Hebrew", "yi": "Hebrew", "hi": "Devanagari", "mr": "Devanagari", "ne": "Devanagari", "bn": "Bengali",
        "ta": "Tamil", "te": "Telugu", "kn": "Kannada", "ml": "Malayalam", "gu": "Gujarati", "pa": "Gurmukhi",
        "si": "Sinhala", "ka": "Georgian", "hy": "Armenian", "am": "Ethiopic",
    ]
}
