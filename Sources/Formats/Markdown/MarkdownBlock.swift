/// A block of Markdown that holds text, or a thematic break.
struct MarkdownBlock: Sendable {
    var kind: Kind
    /// The text of each line, as offsets in the UTF-8 of the file, without the markers before it. White space at the end
    /// is kept: two spaces are a hard break.
    var pieces: [Range<Int>]
    /// The lines that the pieces stand in.
    var lines: [Int]
    /// What stands before the text of a further line of the same block: `> `, or the indent of a list item.
    var prefix: String
    var isItem: Bool

    enum Kind: Hashable, Sendable {
        case paragraph
        case heading(level: Int)
        case cell
        case thematicBreak
    }
}
