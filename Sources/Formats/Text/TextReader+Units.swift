import Text

extension TextReader {
    /// The text of one paragraph; lines are joined without a space between wide characters.
    func source(of range: ClosedRange<Int>) -> InlineText {
        if range.count == 1 {
            let line = lines[range.lowerBound]
            return line.hasControls ? withControls(string(range.lowerBound)) : InlineText(string(range.lowerBound))
        }
        var text = ""
        var controls = false
        for index in range {
            let line = lines[index]
            controls = controls || line.hasControls
            if index > range.lowerBound, Self.needsSpace(lines[index - 1], line) { text += " " }
            text += string(index)
        }
        return controls ? withControls(text) : InlineText(text)
    }

    private static func needsSpace(_ line: TextLine, _ next: TextLine) -> Bool {
        line.last.columns == 1 && next.first.columns == 1 && line.last != "-" && !next.isStrayEnd
    }

    private func withControls(_ text: String) -> InlineText {
        var result = InlineText("")
        var run = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars {
            guard scalar.isControl else {
                run.append(scalar)
                continue
            }
            if !run.isEmpty { result.append(.text(String(run))) }
            run = String.UnicodeScalarView()
            count += 1
            result.append(.code(InlineCode(id: count, role: .standalone, kind: .character, data: String(scalar))))
        }
        if !run.isEmpty { result.append(.text(String(run))) }
        return result
    }

    func string(_ index: Int) -> String {
        String(decoding: decoded.utf8[lines[index].contentStart.text..<lines[index].end.text], as: UTF8.self)
    }

    func hole(of range: ClosedRange<Int>) -> Hole {
        let first = lines[range.lowerBound]
        let last = lines[range.upperBound]
        return Hole(
            start: first.start,
            contentStart: first.contentStart,
            end: last.end,
            hasIdeographicIndent: first.hasIdeographicIndent,
            lineBreak: last.lineBreak
        )
    }
}
