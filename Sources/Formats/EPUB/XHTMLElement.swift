import Text

/// What the elements of XHTML mean for cutting a document into units. Names are local and in lower case.
enum XHTMLElement {
    /// How an element behaves in the text around it.
    enum Flow {
        /// Part of a line: an inline code. Every name that is not known.
        case inline
        /// Begins and ends a unit.
        case block
        case lineBreak
        case image
        case ruby
        /// Part of a ruby that stands above the line.
        case annotation
        /// Not translated: one code, with what it holds.
        case opaque
    }

    static func flow(_ name: String) -> Flow {
        switch name {
        case "br": .lineBreak
        case "img", "image": .image
        case "ruby": .ruby
        case "rt", "rp", "rtc": .annotation
        default: opaque.contains(name) ? .opaque : blocks.contains(name) ? .block : .inline
        }
    }

    /// The kind of a unit whose text stands right in this element.
    static func kind(_ name: String) -> Unit.Kind {
        switch name {
        case "h1", "h2", "h3", "h4", "h5", "h6": .heading
        case "li", "td", "th", "dt", "dd", "option": .item
        case "title": .metadata
        default: .paragraph
        }
    }

    /// Whether an `id` of the element names its text, and not a part of the book.
    static func namesText(_ name: String) -> Bool { !containers.contains(name) }

    private static let containers: Set = [
        "html", "head", "body", "section", "article", "aside", "main", "nav", "header", "footer", "figure", "table",
        "tbody", "ul", "ol", "dl",
    ]

    private static let blocks: Set = [
        "address", "article", "aside", "base", "blockquote", "body", "caption", "case", "center", "col", "colgroup",
        "dd",
        "default", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "legend", "li", "link", "main",
        "menu", "meta", "nav", "ol", "optgroup", "option", "p", "pre", "section", "select", "summary", "switch",
        "table",
        "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
    ]

    private static let opaque: Set = [
        "applet", "audio", "canvas", "code", "embed", "iframe", "math", "noscript", "object", "script", "style", "svg",
        "template", "textarea", "video",
    ]
}
