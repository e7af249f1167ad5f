import Text

/// A paragraph of WordprocessingML (ECMA-376, part 1, 17.3) as a unit: its text, its codes, and the bytes they stand in.
struct DOCXParagraph {
    var source: InlineText
    /// The runs that the translation replaces.
    var hole: Range<Int>
    /// White space before the text, U+3000 mostly.
    var indent: String
    /// The `w:rPr` of the text that no code marks; nil when it has none.
    var properties: Range<Int>?
    var codes: [Code]
    var style: String?
    var outlineLevel: Int?
    var isInTable: Bool
    /// The whole element and its `w:pPr`, for the copy in a bilingual edition.
    var element: Range<Int>
    var paragraphProperties: Range<Int>?

    /// What an inline code stands for in the file.
    struct Code {
        var id: Int
        var role: InlineCode.Role
        var kind: InlineCode.Kind
        var content: Content
    }

    enum Content: Equatable {
        /// Elements or tags beside runs, as they are.
        case element(Range<Int>)
        /// An element inside a run, with the `w:rPr` of the run.
        case inRun(Range<Int>, properties: Range<Int>?)
        /// Other properties for the text up to the closing code.
        case properties(Range<Int>?)
        case endOfProperties
    }
}
