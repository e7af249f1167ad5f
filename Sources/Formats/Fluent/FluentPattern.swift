/// A pattern of Fluent: text and placeables (https://github.com/projectfluent/fluent/blob/main/spec/fluent.ebnf).
struct FluentPattern {
    /// From the first sign to the last.
    var range: Range<Int>
    var pieces: [Piece]
    /// White space before the lines after the first.
    var indent: String

    indirect enum Piece {
        case text(Range<Int>)
        /// Line breaks, and how much further right than the others the line after them begins.
        case breaks(count: Int, indent: Int)
        /// `{ "text" }`.
        case literal(String)
        /// `{ $name }` and all others without variants.
        case placeable(Range<Int>)
        case select(Select)
    }

    struct Select {
        var range: Range<Int>
        var selector: String
        var variants: [Variant]
    }

    struct Variant {
        /// Of `[` or `*`.
        var start: Int
        var key: String
        var isDefault: Bool
        var pattern: FluentPattern
    }

    /// The select that is all of the pattern.
    var sole: Select? {
        guard pieces.count == 1, case .select(let select) = pieces[0] else { return nil }
        return select
    }
}
