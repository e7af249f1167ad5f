import Text

/// Takes inline codes out of a text before a small model sees it, and puts them back: those at the ends stay there, those
/// inside go to the word boundary that is as far along as they were. Their order never changes, so pairs stay balanced.
struct CodePlacement {
    /// The text without codes and without white space at its ends; an indent of U+3000 is left out for good.
    let text: String
    private var leading: [InlineText.Part] = []
    private var trailing: [InlineText.Part] = []
    /// Codes inside, with how far along they were, 0 to 1.
    private var inner: [(code: InlineCode, share: Double)] = []

    init(_ parts: [InlineText.Part]) {
        var text = ""
        var codes: [(code: InlineCode, offset: Int)] = []
        for part in parts {
            switch part {
            case .text(let run): text += run
            case .code(let code): codes.append((code, text.unicodeScalars.count))
            }
        }
        let scalars = Array(text.unicodeScalars)
        let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.count
        let end = scalars.lastIndex { !$0.properties.isWhitespace }.map { $0 + 1 } ?? start
        self.text = String(scalars: scalars[start..<end])
        for (code, offset) in codes {
            if offset <= start {
                leading.append(.code(code))
            } else if offset >= end {
                trailing.append(.code(code))
            } else {
                inner.append((code, Double(offset - start) / Double(end - start)))
            }
        }
        let before = scalars[..<start].filter { $0 != "\u{3000}" }
        let after = scalars[max(start, end)...].filter { $0 != "\u{3000}" }
        if !before.isEmpty { leading.append(.text(String(scalars: before))) }
        if !after.isEmpty { trailing.insert(.text(String(scalars: after)), at: 0) }
    }

    /// The translation with the codes in it.
    func restore(_ translation: String, target: LanguageTag) -> [InlineText.Part] {
        guard !inner.isEmpty else { return leading + [.text(translation)] + trailing }
        let scalars = Array(translation.unicodeScalars)
        let (starts, ends) = Self.boundaries(scalars, everywhere: target.joinsWithoutSpace)
        var parts = leading
        var last = 0
        var opened: [Int: Int] = [:]
        for (code, share) in inner {
            let wanted = Int((share * Double(scalars.count)).rounded())
            var place: Int
            switch code.role {
            case .open:
                place = Self.nearest(to: wanted, in: starts, from: last)
                opened[code.id] = place
            case .close:
                let least = opened[code.id].map { $0 + 1 } ?? last
                place = Self.nearest(to: wanted, in: ends, from: max(last, least))
            case .standalone: place = Self.nearest(to: wanted, in: ends, from: last)
            }
            place = min(max(place, last), scalars.count)
            if place > last { parts.append(.text(String(scalars: scalars[last..<place]))) }
            let needsSpace =
                code.role == .standalone && code.kind == .placeholder && place > 0 && !target.joinsWithoutSpace
            if needsSpace { parts.append(.text(" ")) }
            parts.append(.code(code))
            last = place
        }
        if last < scalars.count { parts.append(.text(String(scalars: scalars[last...]))) }
        return parts + trailing
    }

    private static func boundaries(_ scalars: [Unicode.Scalar], everywhere: Bool) -> (starts: [Int], ends: [Int]) {
        if everywhere { return (Array(0...scalars.count), Array(0...scalars.count)) }
        var starts: [Int] = []
        var ends: [Int] = []
        for index in scalars.indices where scalars[index] != " " {
            if index == 0 || scalars[index - 1] == " " { starts.append(index) }
            if index + 1 == scalars.count || scalars[index + 1] == " " { ends.append(index + 1) }
        }
        return (starts, ends)
    }

    private static func nearest(to wanted: Int, in places: [Int], from least: Int) -> Int {
        places.filter { $0 >= least }.min { abs($0 - wanted) < abs($1 - wanted) } ?? least
    }
}
