import Text

/// Takes inline codes out of a text before a small model sees it, and puts them back: those at the ends stay there, those
/// inside go to the word boundary that is as far along as they were. Their order never changes, so pairs stay balanced.
///
/// A model that was trained on it sees placeholders as `{1}`, and they go where it says, in whatever order, if it says each
/// of them as often as the source does.
struct CodePlacement {
    /// The text without codes (but for placeholders where they are written) and without white space at its ends; an indent
    /// of U+3000 is left out for good.
    let text: String
    private var leading: [InlineText.Part] = []
    private var trailing: [InlineText.Part] = []
    /// Codes inside, with how far along they were, 0 to 1.
    private var inner: [(code: InlineCode, share: Double)] = []
    /// The placeholders that are written into the text, in order, each with its number; the same ones share a number.
    private var written: [(number: Int, code: InlineCode)] = []

    init(_ parts: [InlineText.Part], writesPlaceholders: Bool = false) {
        var text = ""
        // Braces of the text itself would be taken for ours.
        let writes =
            writesPlaceholders
            && !parts.contains { if case .text(let run) = $0 { run.contains("{") || run.contains("}") } else { false } }
        var numbers: [String: Int] = [:]
        var codes: [(code: InlineCode, offset: Int, hidden: Int)] = []
        // Scalars of written placeholders up to here, which do not count for how far along something is.
        var hidden = 0
        for part in parts {
            switch part {
            case .text(let run): text += run
            case .code(let code) where writes && code.role == .standalone && code.kind == .placeholder:
                let number = numbers[code.data] ?? numbers.count + 1
                numbers[code.data] = number
                written.append((number, code))
                text += "{\(number)}"
                hidden += "{\(number)}".unicodeScalars.count
            case .code(let code): codes.append((code, text.unicodeScalars.count, hidden))
            }
        }
        let scalars = Array(text.unicodeScalars)
        let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.count
        let end = scalars.lastIndex { !$0.properties.isWhitespace }.map { $0 + 1 } ?? start
        self.text = String(scalars: scalars[start..<end])
        for (code, offset, before) in codes {
            if offset <= start {
                leading.append(.code(code))
            } else if offset >= end {
                trailing.append(.code(code))
            } else {
                inner.append((code, Double(offset - before - start) / Double(max(end - hidden - start, 1))))
            }
        }
        let before = scalars[..<start].filter { $0 != "\u{3000}" }
        let after = scalars[max(start, end)...].filter { $0 != "\u{3000}" }
        if !before.isEmpty { leading.append(.text(String(scalars: before))) }
        if !after.isEmpty { trailing.insert(.text(String(scalars: after)), at: 0) }
    }

    /// The translation with the codes in it.
    func restore(_ translation: String, target: LanguageTag) -> [InlineText.Part] {
        guard !inner.isEmpty || !written.isEmpty else { return leading + [.text(translation)] + trailing }
        guard !written.isEmpty else { return leading + placed(translation, target: target) + trailing }
        let (scalars, said) = Self.takeOut(translation)
        // Each as often as in the source; otherwise they go where they were, like all others.
        var left = written
        var places: [(place: Int, code: InlineCode)] = []
        for (number, place) in said {
            guard let index = left.firstIndex(where: { $0.number == number }) else { break }
            places.append((place, left.remove(at: index).code))
        }
        guard left.isEmpty, places.count == said.count else {
            return misplaced().restore(Self.single(String(scalars: scalars)), target: target)
        }
        var parts: [InlineText.Part] = []
        var offset = 0
        var waiting = places[...]
        for part in placed(String(scalars: scalars), target: target) {
            guard case .text(let run) = part else {
                parts.append(part)
                continue
            }
            let end = offset + run.unicodeScalars.count
            var rest = Array(run.unicodeScalars)[...]
            while let next = waiting.first, next.place <= end {
                let before = rest.prefix(next.place - offset)
                if !before.isEmpty { parts.append(.text(String(scalars: before))) }
                parts.append(.code(next.code))
                rest = rest.dropFirst(before.count)
                offset = next.place
                waiting.removeFirst()
            }
            if !rest.isEmpty { parts.append(.text(String(scalars: rest))) }
            offset = end
        }
        return leading + parts + waiting.map { .code($0.code) } + trailing
    }

    /// The same with placeholders that stay where they were, as other codes do.
    private func misplaced() -> CodePlacement {
        var other = self
        other.written = []
        let (scalars, places) = Self.takeOut(text)
        for ((_, code), (_, place)) in zip(written, places) {
            if place == 0 {
                other.leading.append(.code(code))
            } else if place == scalars.count {
                other.trailing.insert(.code(code), at: 0)
            } else {
                other.inner.append((code, Double(place) / Double(scalars.count)))
            }
        }
        other.inner.sort { $0.share < $1.share }
        return other
    }

    /// A text without `{1}` and the like, and where each of them stood in it.
    private static func takeOut(_ text: String) -> (scalars: [Unicode.Scalar], said: [(number: Int, place: Int)]) {
        let all = Array(text.unicodeScalars)
        var scalars: [Unicode.Scalar] = []
        var said: [(number: Int, place: Int)] = []
        var index = 0
        while index < all.count {
            if all[index] == "{", let end = all[index...].prefix(5).firstIndex(of: "}"),
                let number = Int(String(scalars: all[(index + 1)..<end]))
            {
                said.append((number, scalars.count))
                index = end + 1
            } else {
                scalars.append(all[index])
                index += 1
            }
        }
        return (scalars, said)
    }

    /// Single spaces, none at the ends: where something was taken out there are two.
    private static func single(_ text: String) -> String { text.split(separator: " ").joined(separator: " ") }

    /// The translation with the inner codes in it, each about as far along as it was.
    private func placed(_ translation: String, target: LanguageTag) -> [InlineText.Part] {
        guard !inner.isEmpty else { return translation.isEmpty ? [] : [.text(translation)] }
        let scalars = Array(translation.unicodeScalars)
        let (starts, ends) = Self.boundaries(scalars, everywhere: target.joinsWithoutSpace)
        var parts: [InlineText.Part] = []
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
        return parts
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
