/// What Markdown keeps of a file: its holes, and for each what its text has to look like.
struct MarkdownSkeleton: Skeleton {
    var base: HoleSkeleton
    /// One for each hole.
    var places: [Place]
    /// Labels of link definitions.
    var definitions: Set<String>

    enum Place: Sendable {
        /// With what stands before a further line of the same block.
        case paragraph(prefix: String)
        case heading
        case cell
        /// The text in the place of a picture.
        case alternative
        /// A value of the front matter.
        case scalar(FrontMatter.Style)
    }
}
