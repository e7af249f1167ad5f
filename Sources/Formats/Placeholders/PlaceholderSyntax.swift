/// A way to write placeholders and markup inside a string. A format says which apply to it; a project may add more.
package enum PlaceholderSyntax: String, Sendable, Codable, CaseIterable {
    /// `%s`, `%1$s`, `%-5.2f`, `%@`, `%%`.
    case printf
    /// `%(name)s` of Python.
    case python
    /// `{0}`, `{0:N2}`, `{name}`.
    case braces
    /// `{{name}}`.
    case doubleBraces
    /// `${…}`.
    case dollarBraces
    /// `%name%`.
    case percentNames
    /// `$KEY$`.
    case dollarNames
    /// `<b>`, `</color>`, `<color=#FFA500>`, `<sprite name="a"/>`: HTML and Unity rich text.
    case tags
    /// `[b]`, `[/color]`, `[url=…]`.
    case bbcode
    /// `[FFA500]…[-]` of NGUI.
    case ngui
    /// `[var]`, `[Root.GetName]`: square brackets as variables.
    case brackets
    /// `{tag}`, `{/tag}`, `{w=0.5}` of Ren'Py.
    case renpyTags
    /// `\C[n] \N[n] \V[n] \I[n] \. \|` of RPG Maker.
    case rpgMaker
    /// `§Y…§!`, `§a`: one character after a section sign.
    case section
    /// `!D! !B! #yWord NL [E] [R]` of Slay the Spire.
    case slayTheSpire
    /// `$t(key)` of i18next.
    case nesting
    /// `\n` and `\t` written as two characters in the string itself.
    case literalBreaks
    /// A line feed in the string.
    case lineBreaks
    /// `\t[name,icon]`, `\r[#fff]`: a backslash, a letter and an argument.
    case backslash
    /// `&File`: the character after it is an accelerator. Only the mark is a code.
    case accelerator
}
