import Text

/// Reads the text of a block: emphasis, links, code spans, HTML tags and breaks become inline codes.
///
/// Emphasis is read more kindly than CommonMark does: `**“重要”**的` is emphasis here, because that is what its author meant.
struct MarkdownInline {
    /// A break between two lines of the block: what stands for it in the file, or nil for a soft one.
    typealias Break = String?

    let text: [Unicode.Scalar]
    let breaks: [Break]
    let definitions: Set<String>
    var tokens: [Token] = []
    var brackets: [Bracket] = []
    var position = 0
    var nextBreak = 0
    var pairs = MarkdownEmphasis()
    /// Lengths of runs of ` that have no partner further on.
    var openFences: Set<Int> = []
    /// Scalars looked at for the end of a link that was not found.
    var wasted = 0
    /// How far a tag or a label may reach: keeps a hostile line from costing its square.
    static let reach = 4_000

    /// A piece of the text. Delimiters of emphasis keep what they were matched to.
    struct Token {
        var kind: Kind
        var text = ""
        /// Pairs that this delimiter closes, before what is left of it, and opens, after it.
        var closes: [(pair: Int, data: String)] = []
        var opens: [(pair: Int, data: String)] = []
        var canOpen = false
        var canClose = false
        var count = 0

        enum Kind {
            case text
            case delimiter(Unicode.Scalar)
            case code(InlineCode.Kind, visible: String)
            case open(pair: Int)
            case close(pair: Int)
            case tag(name: String, isEnd: Bool)
        }
    }

    struct Bracket {
        var token: Int
        /// Offset after `[`.
        var start: Int
        var isImage: Bool
        var isActive = true
    }

    /// `text` holds a line feed for each of `breaks`.
    init(_ text: String, breaks: [Break] = [], definitions: Set<String> = []) {
        self.text = Array(text.unicodeScalars)
        self.breaks = breaks
        self.definitions = definitions
    }

    mutating func parse() -> InlineText {
        while position < text.count { step() }
        pairs.match(&tokens, from: 0)
        return build()
    }

    private mutating func step() {
        let scalar = text[position]
        switch scalar {
        case "\\": escape()
        case "\n": lineBreak()
        case "`": codeSpan()
        case "<": tag()
        case "&": entity()
        case "*", "_", "~": delimiter(scalar)
        case "!" where peek(1) == "[":
            brackets.append(Bracket(token: tokens.count, start: position + 2, isImage: true))
            put("![")
        case "[":
            if footnote() { return }
            brackets.append(Bracket(token: tokens.count, start: position + 1, isImage: false))
            put("[")
        case "]": closeBracket()
        default:
            if case .text? = tokens.last?.kind, brackets.last?.token != tokens.count - 1 {
                tokens[tokens.count - 1].text.unicodeScalars.append(scalar)
            } else {
                tokens.append(Token(kind: .text, text: String(scalar)))
            }
            position += 1
        }
    }

    func peek(_ offset: Int) -> Unicode.Scalar? {
        position + offset < text.count ? text[position + offset] : nil
    }

    /// What is ahead, as far as a code may reach.
    var window: ArraySlice<Unicode.Scalar> { text[position..<min(text.count, position + Self.reach)] }

    func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(text[range])) }

    mutating func put(_ run: String) {
        tokens.append(Token(kind: .text, text: run))
        position += run.unicodeScalars.count
    }

    mutating func put(code kind: InlineCode.Kind, to end: Int, visible: String = "") {
        tokens.append(Token(kind: .code(kind, visible: visible), text: string(position..<end)))
        position = end
    }
}
