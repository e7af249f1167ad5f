import Text

/// The lines of one message of a game, each a string of its own in the file.
struct JSONLines: Sendable {
    /// The insides of the strings, in order; never empty.
    var places: [Range<Int>]
    /// A whole further line, cut where its text goes.
    var before: String
    var after: String
    /// Where further lines go.
    var end: Int
    /// The widest line that fits, in columns.
    var width: Int

    /// Writes a line to each place: what is left over stays empty, what does not fit gets lines of its own.
    func write(_ text: InlineText, to patch: inout JSONPatch) {
        let lines = MessageLines.broken(text, width: width)
        for (index, place) in places.enumerated() {
            patch.replace(place, byTextOf: InlineText(index < lines.count ? lines[index] : ""))
        }
        for line in lines.dropFirst(places.count) {
            patch.insert(before, InlineText(line), after, at: end)
        }
    }
}
