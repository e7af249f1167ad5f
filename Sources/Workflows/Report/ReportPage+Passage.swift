import Text

extension ReportPage {
    /// Scalars of a passage that are shown; a paragraph of a novel is seldom longer.
    private static let longest = 900

    /// A passage, cut around the marked range when it is very long. Offsets outside the text are taken for its ends.
    func passage(_ text: String, marking range: Range<Int>? = nil) -> HTML {
        let scalars = Array(text.unicodeScalars)
        let marked = range.map { $0.clamped(to: 0..<scalars.count) } ?? 0..<0
        var shown = 0..<scalars.count
        if scalars.count > Self.longest {
            let start = max(0, min(marked.lowerBound - Self.longest / 3, scalars.count - Self.longest))
            shown = start..<min(start + Self.longest, scalars.count)
        }
        func part(_ range: Range<Int>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[range.clamped(to: shown)])
            return String(view)
        }
        return """
            \(shown.lowerBound > 0 ? "… " : "")\(part(0..<marked.lowerBound))\
            \(marked.isEmpty ? "" : "<mark>\(part(marked))</mark>")\
            \(part(marked.upperBound..<scalars.count))\(shown.upperBound < scalars.count ? " …" : "")
            """
    }
}
