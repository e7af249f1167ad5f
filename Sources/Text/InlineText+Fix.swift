extension InlineText {
    /// The text with the edits of a fix; nil when an edit lies outside of it, overlaps another or would lose or add a code.
    package func applying(_ fix: Finding.Fix) -> InlineText? {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var place = 0
        for edit in fix.edits {
            guard edit.range.lowerBound >= place, edit.range.upperBound <= scalars.count else { return nil }
            guard !scalars[edit.range].contains(Self.place), !edit.text.unicodeScalars.contains(Self.place) else {
                return nil
            }
            result.append(contentsOf: scalars[place..<edit.range.lowerBound])
            result.append(contentsOf: edit.text.unicodeScalars)
            place = edit.range.upperBound
        }
        result.append(contentsOf: scalars[place...])
        return InlineText(knownText: String(result), codes: codes)
    }

    /// The scalar offset in `plain` for one in `text`.
    package func plainOffset(_ offset: Int) -> Int { shifted(offset) { $0.visible.unicodeScalars.count } }

    /// The scalar offset in `literal` for one in `text`.
    package func literalOffset(_ offset: Int) -> Int { shifted(offset) { $0.data.unicodeScalars.count } }

    private func shifted(_ offset: Int, width: (InlineCode) -> Int) -> Int {
        guard !codes.isEmpty else { return offset }
        var result = offset
        var code = 0
        for (index, scalar) in text.unicodeScalars.enumerated() {
            guard index < offset, code < codes.count else { break }
            if scalar == Self.place {
                result += width(codes[code]) - 1
                code += 1
            }
        }
        return result
    }

    /// The range in `literal` for one in `plain`; an empty range at a code that shows nothing becomes the code.
    package func literalRange(plain range: Range<Int>) -> Range<Int> {
        guard !codes.isEmpty else { return range }
        var plain = 0
        var literal = 0
        var code = 0
        var start: Int?
        for scalar in text.unicodeScalars {
            var shown = 1
            var written = 1
            if scalar == Self.place, code < codes.count {
                shown = codes[code].visible.unicodeScalars.count
                written = codes[code].data.unicodeScalars.count
                code += 1
                if range.isEmpty, plain == range.lowerBound { return literal..<(literal + written) }
            }
            if start == nil, plain + shown > range.lowerBound { start = literal }
            if plain >= range.upperBound { return (start ?? literal)..<max(start ?? literal, literal) }
            plain += shown
            literal += written
        }
        return (start ?? literal)..<literal
    }
}
