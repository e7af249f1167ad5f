import Text

/// The lines of one message, each a string of its own in the file.
struct JSONLines: Sendable {
    /// The insides of the strings.
    var places: [Range<Int>]
    /// What stands before and behind a further line, when the translation needs one more than there are.
    var before: String
    var after: String
    /// Where further lines go.
    var end: Int
    /// The widest line that fits, in columns.
    var width: Int

    func write(_ text: InlineText, to patch: inout JSONPatch) {
    }
}
