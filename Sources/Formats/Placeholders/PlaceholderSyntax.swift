/// A way to write placeholders and markup inside a string. A format says which apply to it; a project may add more.
///
/// What each takes and leaves is written down in `docs/formats/placeholders.md`.
package enum PlaceholderSyntax: String, Sendable, Codable, CaseIterable {
    /// `%s`, `%1$s`, `%-5.2f`, `%@`, `%%`.
    case printf
    /// `%(name)s` of Python.
    case python
    /// `%1`, `%L1`, `%n` of Qt; `%1` of RPG Maker's terms.
    case qt
    /// `%{name}` of Ruby and Vue.
    case percentBraces
    /// `{0}`, `{0:N2}`, `{name}`.
    case braces
    /// `{{name}}`.
    case doubleBraces
    /// `${…}`.
    case dollarBraces
    /// `%name%`.
    case percentNames
    /// `%src`: a word after a percent sign. Before `printf`, which would take `%s` of it.
    case percentWords
    /// `$KEY$`.
    case dollarNames
    /// `:name` of Laravel.
    case colonNames
    /// `<b>`, `</color>`, `<color=#FFA500>`, `<sprite name="a"/>`: HTML and Unity rich text.
    case tags
    /// `[b]`, `[/color]`, `[url=…]`.
    case bbcode
    /// `[FFA500]…[-]` of NGUI.
    case ngui
    /// `[var]`, `[Root.GetName]`: square brackets as variables, whatever is in them.
    case brackets
    /// `{tag}`, `{/tag}`, `{w=0.5}` of Ren'Py.
    case renpyTags
    /// `\C[n] \N[n] \V[n] \I[n] \. \|` of RPG Maker.
    case rpgMaker
    /// `§Y…§!`, `§a`: one character after a section sign.
    case section
    /// `£gold£`, `@icon!` and `#bold …#!` of Paradox's games.
    case paradox
    /// `!D! !B! #yWord NL [E] [R]` of Slay the Spire.
    case slayTheSpire
    /// `$t(key)` of i18next.
    case nesting
    /// `\n` and `\t` written as two characters in the string itself.
    case literalBreaks
    /// A line feed in the string.
    case lineBreaks
    /// `\t[name,icon]`, `\r[#fff]`: a backslash (or the control character that it meant), a letter and an argument.
    case backslash
    /// `&File`: the character after it is an accelerator. Only the mark is a code.
    case accelerator
}

extension PlaceholderSyntax {
    /// The bytes with which a code of this syntax can begin.
    var firstBytes: [UInt8] {
        switch self {
        case .printf, .python, .qt, .percentBraces, .percentNames, .percentWords: [0x25]
        case .braces, .renpyTags: [0x7B, 0x7D]
        case .doubleBraces: [0x7B]
        case .dollarBraces, .dollarNames, .nesting: [0x24]
        case .colonNames: [0x3A]
        case .tags: [0x3C]
        case .bbcode, .ngui, .brackets: [0x5B]
        case .rpgMaker: [0x5C, 0x3E]
        case .section: [0xC2]
        case .paradox: [0xC2, 0x40, 0x23]
        case .slayTheSpire: [0x21, 0x23, 0x4E, 0x54, 0x5B]
        case .literalBreaks: [0x5C]
        case .lineBreaks: [0x0A, 0x0D]
        case .backslash: [0x5C, 0x08, 0x09, 0x0C, 0x0D]
        case .accelerator: [0x26]
        }
    }
}
