import Text

/// What a message in the syntax of ICU MessageFormat is made of
/// (https://unicode-org.github.io/icu/userguide/format_parse/messages/).
enum ICUPart: Hashable, Sendable {
    /// Text without its quotes.
    case text(String)
    /// `{name}`, `{n, number, percent}`: as it stands in the message.
    case argument(String)
    /// `#`: the number of the plural around it.
    case number(of: String, offset: Int)
    case choice(ICUChoice)
}

/// `{count, plural, one {…} other {…}}` and its like.
struct ICUChoice: Hashable, Sendable {
    var argument: String
    var kind: Kind
    var offset: Int
    var variants: [Variant]
    /// Everything before the first variant, with the brace: `{count, plural, offset:1`.
    var head: String

    enum Kind: String, Sendable { case plural, selectordinal, select }

    struct Variant: Hashable, Sendable {
        /// `other`, `=0`, `female`.
        var selector: String
        var parts: [ICUPart]
        /// Where the selector begins and where the text between the braces is, in the UTF-8 of the message.
        var start: Int
        var body: Range<Int>
    }

    var other: Variant? { variants.first { $0.selector == "other" } }
}
