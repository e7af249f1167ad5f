/// The smallest thing that is translated on its own (XLIFF): a paragraph, a heading, a cue, a string.
package struct Unit: Hashable, Sendable {
    /// Stable within its document: made from its content or its path, never from its position alone, so that a longer or
    /// reordered file keeps its translations.
    package var key: String
    package var source: InlineText
    package var kind: Kind
    /// The plural category of the target that this unit is written for; nil for what is no plural message. A message
    /// has one unit for each category, whose keys end in the category: `apples[one]`, `apples[other]`.
    package var plural: PluralCategory?
    /// What the file says about the unit, by the names of `Note`. Empty for plain prose.
    package var notes: [String: String]
    /// Translations that the file already has, by BCP 47 locale.
    package var existing: [String: Existing]

    package init(
        key: String,
        source: InlineText,
        kind: Kind = .paragraph,
        notes: [String: String] = [:],
        plural: PluralCategory? = nil,
        existing: [String: Existing] = [:]
    ) {
        self.key = key
        self.source = source
        self.kind = kind
        self.notes = notes
        self.plural = plural
        self.existing = existing
    }

    /// A translation that stands in the file.
    package struct Existing: Hashable, Sendable {
        package var text: InlineText
        /// `initial` for one that its file calls doubtful (fuzzy, unfinished, needs-translation).
        package var state: Translation.State

        package init(_ text: InlineText, state: Translation.State = .translated) {
            self.text = text
            self.state = state
        }
    }

    /// Names of what a file may say about a unit.
    package enum Note {
        /// The key, id or path by which the program that uses the file knows the string.
        package static let key = "key"
        /// A remark of the developers or the translators.
        package static let comment = "comment"
        /// Who speaks.
        package static let speaker = "speaker"
        /// The longest text that fits, in characters.
        package static let maxLength = "maxLength"
        /// Message context (`msgctxt`), scene, screen, event.
        package static let context = "context"
        /// Where the string is used, or which file of a project it is from.
        package static let reference = "reference"
        /// Times of a cue, `00:01:02.345`.
        package static let start = "start"
        package static let end = "end"
        /// The source text as it was when it was translated (`#| msgid`).
        package static let previous = "previous"
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
        /// A string of a program, a game's or a table's.
        case string
        /// A line that is spoken in a game or a script, and one of several answers to choose from.
        case dialogue, choice
        /// The name of a person or a thing that stands alone in a table.
        case name
        /// A subtitle.
        case cue
    }
}
