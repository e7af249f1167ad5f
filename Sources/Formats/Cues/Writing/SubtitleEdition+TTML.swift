import Text

/// IMSC 1.1 Text Profile (https://www.w3.org/TR/ttml-imsc1.1/): two regions, sizes in cells, times as clock times.
extension SubtitleEdition {
    func ttml() -> [UInt8] {
        let shown = shown()
        var agents: [String] = []
        var numbers: [String: Int] = [:]
        for speaker in shown.compactMap(\.speaker) where numbers[speaker] == nil {
            agents.append(speaker)
            numbers[speaker] = agents.count
        }
        var file = Array((root() + head(agents) + "  <body style=\"base\">\n    <div>\n").utf8)
        for (index, cue) in shown.enumerated() {
            var attributes =
                "xml:id=\"s\(index + 1)\" begin=\"\(CueText.time(cue.start))\" end=\"\(CueText.time(cue.end))\""
            attributes += " region=\"\(cue.isOnTop ? "top" : "bottom")\""
            if let number = cue.speaker.flatMap({ numbers[$0] }) { attributes += " ttm:agent=\"a\(number)\"" }
            if cue.subtitle.kind == .note { attributes += " style=\"note\"" }
            if locale.isRightToLeft { attributes += " tts:direction=\"rtl\" tts:unicodeBidi=\"embed\"" }
            var text = cue.lines.map(CueText.escaped).joined(separator: "<br/>")
            if !cue.secondLines.isEmpty {
                let second = cue.secondLines.map(CueText.escaped).joined(separator: "<br/>")
                let other = secondLocale ?? locale
                let direction =
                    other.isRightToLeft == locale.isRightToLeft
                    ? "" : " tts:direction=\"\(other.isRightToLeft ? "rtl" : "ltr")\" tts:unicodeBidi=\"embed\""
                text += cue.lines.isEmpty ? "" : "<br/>"
                text += "<span style=\"second\" xml:lang=\"\(other)\"\(direction)>\(second)</span>"
            }
            file += Array("      <p \(attributes)>\(text)</p>\n".utf8)
        }
        return file + Array("    </div>\n  </body>\n</tt>\n".utf8)
    }

    private func root() -> String {
        // One cell is as high as a letter’s em square.
        let rows = max(Int((1 / emHeight(locale)).rounded()), 1)
        let columns = max(rows * pictureWidth / pictureHeight, 1)
        let whole = Int(frameRate.framesPerSecond.rounded())
        var (up, down) = (frameRate.numerator, whole * frameRate.denominator)
        // 24000/1001 is 24 times 1000/1001.
        if up.isMultiple(of: whole) { (up, down) = (up / whole, down / whole) }
        let multiplier = frameRate.denominator == 1 ? "" : "\n    ttp:frameRateMultiplier=\"\(up) \(down)\""
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter"
                xmlns:tts="http://www.w3.org/ns/ttml#styling" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"
                xml:lang="\(locale)" ttp:contentProfiles="http://www.w3.org/ns/ttml/profile/imsc1.1/text"
                ttp:timeBase="media" ttp:frameRate="\(whole)"\(multiplier)
                ttp:cellResolution="\(columns) \(rows)" tts:extent="\(pictureWidth)px \(pictureHeight)px">

            """
    }

    private func head(_ agents: [String]) -> String {
        func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }
        let inside = 1 - topMargin - bottomMargin
        let title = CueText.lines(title).joined(separator: " ")
        let names = agents.enumerated().map { index, name in
            "      <ttm:agent xml:id=\"a\(index + 1)\" type=\"character\"><ttm:name type=\"full\">\(CueText.escaped(name))"
                + "</ttm:name></ttm:agent>\n"
        }.joined()
        let metadata = (title.isEmpty ? "" : "      <ttm:title>\(CueText.escaped(title))</ttm:title>\n") + names
        let area =
            "tts:origin=\"\(percent(sideMargin)) \(percent(topMargin))\" "
            + "tts:extent=\"\(percent(1 - 2 * sideMargin)) \(percent(inside))\""
        return """
              <head>
            \(metadata.isEmpty ? "" : "    <metadata>\n\(metadata)    </metadata>\n")    <styling>
                  <style xml:id="base" tts:fontFamily="proportionalSansSerif" tts:fontSize="100%" tts:lineHeight="120%"
                    tts:color="#FFFFFF" tts:textAlign="center" tts:textOutline="#101010 6%"/>
                  <style xml:id="second" tts:fontSize="80%" tts:color="#D9D9D9"/>
                  <style xml:id="note" tts:fontSize="75%" tts:color="#FFE6A8"/>
                </styling>
                <layout>
                  <region xml:id="bottom" \(area) tts:displayAlign="after"/>
                  <region xml:id="top" \(area) tts:displayAlign="before"/>
                </layout>
              </head>

            """
    }
}
