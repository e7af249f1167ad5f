import Text

/// SubRip: no styles and no escapes; `{\an8}` at the top is known to all players that place text at all.
extension SubtitleEdition {
    func srt() -> [UInt8] {
        var file: [UInt8] = []
        for (index, shown) in shown().enumerated() {
            let times = "\(CueText.time(shown.start, mark: ",")) --> \(CueText.time(shown.end, mark: ","))"
            file += Array("\(index + 1)\n\(times)\n".utf8)
            let lines = Self.embedded(shown.lines, locale) + Self.embedded(shown.secondLines, secondLocale ?? locale)
            file += Array((shown.isOnTop ? "{\\an8}" : "").utf8)
            file += Array(lines.joined(separator: "\n").utf8)
            file += [0x0A, 0x0A]
        }
        return file
    }

    /// Lines between marks that set their direction, where one is needed.
    private static func embedded(_ lines: [String], _ locale: LanguageTag) -> [String] {
        lines.map { line in
            let text = CueText.plain(line)
            guard locale.isRightToLeft, CueText.needsDirection(line) else { return text }
            return "\u{202B}\(text)\u{202C}"
        }
    }
}
