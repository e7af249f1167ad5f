import Text

/// A string of a JSON file that is an ICU message with branches, each of which is a unit.
struct JSONMessage: Sendable {
    var place: JSONPlace
    var message: ICUMessage
    /// What the keys of its units begin with.
    var key: String
    /// What they end with, in their order.
    var suffixes: [String]
    /// The index of the first of its units.
    var first: Int

    /// The whole message with what is translated of it; nil when nothing is.
    func text(in edition: Edition) -> String? {
        message.write(target: edition.target) { edition.texts[key + $0] }
    }
}

/// Finds the messages with branches among the strings of a file.
struct JSONMessageReader {
    private let scanner: PlaceholderScanner
    private let categories: [PluralCategory]?

    /// Braces are the message's own: those of the format's syntaxes are not looked for in it.
    init(_ options: ReadOptions, syntaxes: Set<PlaceholderSyntax>) {
        scanner = options.scanner(syntaxes.subtracting([.braces, .doubleBraces, .dollarBraces]))
        categories = options.pluralCategories
    }

    /// The message and its pieces that hold a letter. Nil for a text that does not branch or breaks the syntax.
    func read(_ text: String) -> (message: ICUMessage, pieces: [ICUMessage.Piece])? {
        guard ICUMessage.isLikely(text), let message = ICUMessage(text), message.isBranched else { return nil }
        let pieces = message.pieces(scanner: scanner, categories: categories)
        return (message, pieces.filter { $0.source.text.hasLetters })
    }
}

extension Unit {
    init(_ piece: ICUMessage.Piece, of key: String, kind: Kind = .string, notes: [String: String] = [:]) {
        self.init(key: key + piece.suffix, source: piece.source, kind: kind, notes: notes, plural: piece.plural)
    }
}
