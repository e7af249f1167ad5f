/// The rules by which tags are balanced.
package enum XMLDialect: Sendable {
    case xml
    /// HTML as browsers read it (https://html.spec.whatwg.org/multipage/syntax.html): elements that never have an end tag,
    /// end tags that may be left out, attributes without quotes, scripts that hold `<`, names in any case.
    case html

    /// Elements without content and without an end tag.
    static let voids: Set = [
        "area", "base", "basefont", "bgsound", "br", "col", "command", "embed", "frame", "hr", "image", "img", "input",
        "keygen", "link", "meta", "param", "source", "track", "wbr",
    ]

    /// Elements whose content is no markup.
    static let raws: Set = ["script", "style", "xmp", "textarea", "iframe", "noembed", "noframes"]

    /// Elements whose end tag may be left out.
    static let optionalEnds: Set = [
        "html", "head", "body", "p", "li", "dt", "dd", "rt", "rp", "option", "optgroup", "colgroup", "thead", "tbody",
        "tfoot", "tr", "td", "th",
    ]

    /// The open elements that a start tag ends, and those beyond which it does not look.
    static func closed(by name: String) -> (ends: Set<String>, scope: Set<String>)? {
        switch name {
        case "li": (["li", "p"], ["ul", "ol", "menu", "dir"])
        case "dt", "dd": (["dt", "dd", "p"], ["dl"])
        case "option": (["option"], ["select", "datalist", "optgroup"])
        case "optgroup": (["option", "optgroup"], ["select"])
        case "rt", "rp": (["rt", "rp"], ["ruby", "rtc"])
        case "td", "th": (["td", "th", "p"], ["tr", "table"])
        case "tr": (["tr", "td", "th", "p"], ["table", "tbody", "thead", "tfoot"])
        case "tbody", "thead", "tfoot": (["tbody", "thead", "tfoot", "tr", "td", "th", "p", "colgroup"], ["table"])
        case "body": (["head"], ["html"])
        default: closesParagraph.contains(name) ? (["p"], paragraphScope) : nil
        }
    }

    private static let paragraphScope: Set = [
        "td", "th", "table", "button", "caption", "object", "html", "body", "div", "section", "article", "blockquote",
        "li", "dd",
    ]

    private static let closesParagraph: Set = [
        "address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "main",
        "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "ul",
    ]
}
