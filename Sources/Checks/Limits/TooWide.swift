package import Text

/// A translation that is too wide or has too many lines in the font that it is shown in.
package struct TooWide: Check {
    package static let code = "too-wide"
    package static let asserts =
        "In the project's font no line is wider than the box, nor are there more lines than it holds when they are broken as a game breaks them."
    package static let locales = "all; asked when a font and a width in pixels are given"

    /// Pixels within which two widths are the same: advances are added up in sixty-fourths.
    static let tolerance = 0.05

    private let face: FontFace
    private let pixels: Int
    private let lines: Int?

    package init?(_ context: CheckContext) {
        guard let face = context.font, let pixels = context.policy.font?.pixels, pixels > 0 else { return nil }
        self.face = face
        self.pixels = pixels
        lines = context.policy.font?.lines.flatMap { $0 > 0 ? $0 : nil }
    }

    package func findings(in text: PairText) -> [Finding] {
        let scalars = Array(text.plainTarget.unicodeScalars)
        guard !scalars.isEmpty else { return [] }
        guard let lines else { return single(scalars, text) }
        var findings: [Finding] = []
        let filled = LineFilling(scalars, width: Double(pixels), face: face)
        if let widest = filled.widest, isTooWide(widest.width) {
            findings.append(
                text.pair.finding(
                    Self.code,
                    .error,
                    "“\(Self.quoted(scalars[widest.range]))” is \(Self.shown(widest.width)) pixels wide, where "
                        + "\(pixels) fit, and has no place to break. Take a shorter word.",
                    range: widest.range
                )
            )
        }
        // Lines that are written are counted by the check of lines.
        if filled.lines.count > lines, LineFilling.written(scalars).count <= lines {
            let over = filled.lines[lines...].reduce(0) { $0 + face.measure(scalars[$1]).width }
            let end = filled.lines.last?.upperBound ?? scalars.count
            findings.append(
                text.pair.finding(
                    Self.code,
                    .error,
                    "The text takes \(filled.lines.count) lines of \(pixels) pixels, where \(lines) fit. Shorten by "
                        + "\(Self.shown(over)) pixels.",
                    range: filled.lines[lines].lowerBound..<max(end, filled.lines[lines].lowerBound)
                )
            )
        }
        return findings
    }

    /// Every line as it is written.
    private func single(_ scalars: [Unicode.Scalar], _ text: PairText) -> [Finding] {
        LineFilling.written(scalars).compactMap { line in
            let width = face.measure(scalars[line]).width
            guard isTooWide(width) else { return nil }
            return text.pair.finding(
                Self.code,
                .error,
                "The line is \(Self.shown(width)) pixels wide, where \(pixels) fit. Shorten by "
                    + "\(Self.shown(width - Double(pixels))) pixels.",
                range: line
            )
        }
    }

    private func isTooWide(_ width: Double) -> Bool { width > Double(pixels) + Self.tolerance }

    private static func shown(_ pixels: Double) -> Int { Int(pixels.rounded(.up)) }

    private static func quoted(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars.prefix(40))
        return scalars.count > 40 ? text + "…" : text
    }
}
