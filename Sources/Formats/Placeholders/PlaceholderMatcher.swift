import Text

/// Tries the syntaxes at one place of a text, the more specific before the more general.
struct PlaceholderMatcher: Sendable {
    /// By the first byte: the syntaxes that may begin with it, in the order of trial.
    private let candidates: [[PlaceholderSyntax]]
    private let hasPrintf: Bool

    enum Match {
        case code(PlaceholderToken)
        /// Text up to the offset, whatever other syntaxes would say: an escape.
        case text(Int)
    }

    /// `%{a}` before `%a%` before `%(a)s` before `%src` before `%s`; `{{a}}` before `{a}`; `[b]` before `[var]`.
    private static let order: [PlaceholderSyntax] = [
        .percentBraces, .percentNames, .python, .percentWords, .printf, .qt,
        .doubleBraces, .renpyTags, .braces, .nesting, .dollarBraces, .dollarNames, .colonNames,
        .tags, .ngui, .bbcode, .slayTheSpire, .brackets, .backslash, .rpgMaker, .section, .paradox,
        .literalBreaks, .lineBreaks, .accelerator,
    ]

    init(_ syntaxes: Set<PlaceholderSyntax>) {
        var candidates = [[PlaceholderSyntax]](repeating: [], count: 256)
        for syntax in Self.order where syntaxes.contains(syntax) {
            for byte in syntax.firstBytes { candidates[Int(byte)].append(syntax) }
        }
        self.candidates = candidates
        hasPrintf = syntaxes.contains(.printf)
    }

    func match(_ text: PlaceholderText, at start: Int) -> Match {
        let byte = text[start]
        if byte == 0xEF, text[start + 1] == 0xBF, text[start + 2] == 0xBC {
            return .code(PlaceholderToken(start..<start + 3, .character, visible: "\u{FFFC}"))
        }
        for syntax in candidates[Int(byte)] {
            if let match = match(syntax, text, start) { return match }
        }
        return .text(start + 1)
    }

    private func match(_ syntax: PlaceholderSyntax, _ text: PlaceholderText, _ start: Int) -> Match? {
        switch syntax {
        case .printf: Self.printf(text, start) ?? Self.dateCode(text, start)
        case .python: Self.python(text, start)
        case .qt: Self.qt(text, start)
        case .percentBraces: Self.percentBraces(text, start)
        case .percentNames: Self.percentNames(text, start, hasPrintf: hasPrintf)
        case .percentWords: Self.percentWords(text, start)
        case .braces: Self.braces(text, start)
        case .doubleBraces: Self.doubleBraces(text, start)
        case .dollarBraces: Self.dollarBraces(text, start)
        case .dollarNames: Self.dollarNames(text, start)
        case .colonNames: Self.colonNames(text, start)
        case .tags: Self.tag(text, start)
        case .bbcode: Self.bbcode(text, start)
        case .ngui: Self.ngui(text, start)
        case .brackets: Self.brackets(text, start)
        case .renpyTags: Self.renpyTag(text, start)
        case .rpgMaker: Self.rpgMaker(text, start)
        case .section: Self.section(text, start)
        case .paradox: Self.paradox(text, start)
        case .slayTheSpire: Self.slayTheSpire(text, start)
        case .nesting: Self.nesting(text, start)
        case .literalBreaks: Self.literalBreak(text, start)
        case .lineBreaks: Self.lineBreak(text, start)
        case .backslash: Self.backslash(text, start)
        case .accelerator: Self.accelerator(text, start)
        }
    }

    static func placeholder(_ range: Range<Int>) -> Match { .code(PlaceholderToken(range, .placeholder)) }

    static func character(_ range: Range<Int>, _ visible: String) -> Match {
        .code(PlaceholderToken(range, .character, visible: visible))
    }

    static func lineBreak(_ range: Range<Int>) -> Match {
        .code(PlaceholderToken(range, .lineBreak, visible: "\n"))
    }
}
