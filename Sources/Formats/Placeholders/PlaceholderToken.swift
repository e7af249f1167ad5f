import Text

/// A code that a syntax found, before pairs are matched.
struct PlaceholderToken {
    /// Offsets in the UTF-8 of the string.
    var range: Range<Int>
    var kind: InlineCode.Kind
    var visible: String
    var side: Side

    init(_ range: Range<Int>, _ kind: InlineCode.Kind, _ side: Side = .standalone, visible: String = "") {
        self.range = range
        self.kind = kind
        self.side = side
        self.visible = visible
    }

    enum Side {
        case standalone
        case open(Pair)
        case close(Pair)
        /// Text unless the other side of the pair is there too.
        case openIfClosed(Pair)
        case closeIfOpened(Pair)
    }

    /// What the two sides of a pair have in common. An empty name at the closing side closes any of the family.
    struct Pair: Equatable {
        var family: PlaceholderSyntax
        var name: [UInt8] = []

        func closes(_ open: Pair) -> Bool { family == open.family && (name.isEmpty || name == open.name) }
    }
}

extension [PlaceholderToken] {
    /// How far back the opening side is looked for: bounds the work on a text of nothing but tags.
    private static let reach = 64

    /// For each token the index of its other side; nil for one that stands alone.
    func partners() -> [Int?] {
        var partners = [Int?](repeating: nil, count: count)
        var open: [(token: Int, pair: PlaceholderToken.Pair)] = []
        for (index, token) in enumerated() {
            switch token.side {
            case .standalone: continue
            case .open(let pair), .openIfClosed(let pair): open.append((index, pair))
            case .close(let pair), .closeIfOpened(let pair):
                guard let match = open.suffix(Self.reach).lastIndex(where: { pair.closes($0.pair) }) else { continue }
                partners[index] = open[match].token
                partners[open[match].token] = index
                open.removeSubrange(match...)
            }
        }
        return partners
    }
}
