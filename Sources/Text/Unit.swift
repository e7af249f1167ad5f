/// The smallest thing that is translated on its own (XLIFF): a paragraph, a heading, a cue, a string.
package struct Unit: Hashable, Sendable {
    /// Stable within its document: made from its content or its path, never from its position alone, so that a longer or
    /// reordered file keeps its translations.
    package var key: String
    package var source: InlineText
    package var kind: Kind
    /// What the file says about the unit: `key`, `comment`, `speaker`, `maxLength` … Empty for plain prose.
    package var notes: [String: String]

    package init(key: String, source: InlineText, kind: Kind = .paragraph, notes: [String: String] = [:]) {
        self.key = key
        self.source = source
        self.kind = kind
        self.notes = notes
    }

    package enum Kind: String, Sendable, Codable {
        case heading, paragraph
        /// A cell or an item of a list.
        case item
        /// Metadata of the work: title, author, subject.
        case title, author, metadata
        /// Text in the place of a picture.
        case alternative
        /// An entry of a table of contents.
        case navigation
    }
}
