import Text

/// WebVTT (https://www.w3.org/TR/webvtt1/). A player takes a line's direction from its first letter, and puts cues of one
/// time above one another.
extension SubtitleEdition {
    func vtt() -> [UInt8] {
        var file = Array("WEBVTT\nKind: subtitles\nLanguage: \(locale)\n\n".utf8)
        for (index, shown) in shown().enumerated() {
            var text = "\(index + 1)\n\(CueText.time(shown.start)) --> \(CueText.time(shown.end))"
            if shown.isOnTop {
                text += " line:\(isVertical ? "\(percent(topMargin))%" : "0")"
            } else if isVertical {
                text += " line:\(100 - percent(bottomMargin))%,end"
            }
            text += "\n"
            var lines = Self.directed(shown.lines, locale)
            if showsVoices, let speaker = shown.speaker, !lines.isEmpty {
                lines[0] = "<v \(CueText.escaped(speaker))>" + lines[0]
                lines[lines.count - 1] += "</v>"
            }
            if let secondLocale, !shown.secondLines.isEmpty {
                var second = Self.directed(shown.secondLines, secondLocale)
                second[0] = "<lang \(secondLocale)>" + second[0]
                second[second.count - 1] += "</lang>"
                lines += second
            } else {
                lines += Self.directed(shown.secondLines, locale)
            }
            file += Array((text + lines.joined(separator: "\n") + "\n\n").utf8)
        }
        return file
    }

    private func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }

    private static func directed(_ lines: [String], _ locale: LanguageTag) -> [String] {
        lines.map { line in
            // Overrides of other formats are read by players that convert.
            let text = CueText.escaped(line).replacing("{\\", with: "{\u{2060}\\")
            return locale.isRightToLeft && CueText.beginsLeftToRight(line) ? "\u{200F}" + text : text
        }
    }
}
