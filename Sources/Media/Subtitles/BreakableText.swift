import Text

/// A text with the places where a line may end, and how good each is.
struct BreakableText: Sendable {
    let scalars: [Unicode.Scalar]
    /// Half characters before each scalar, and of the whole; see `SubtitleStyle.halfWidths(of:)`.
    let widths: [Int]
    /// The beginning, the places in order, and the end.
    private(set) var places: [Place]

    /// Where one line ends and the next begins; between the two stands the space that neither shows.
    struct Place: Sendable, Hashable {
        var end: Int
        var start: Int
        /// 0 after a sentence, 20 between any two words, 60 where grammar holds them together, from `nameCost` on never
        /// but in need.
        var penalty: Int
    }

    /// Penalties that are not for grammar: inside a name, before a mark, inside a word.
    static let nameCost = 2_000
    static let markCost = 4_000
    static let needCost = 8_000

    var count: Int { scalars.count }
    var isEmpty: Bool { scalars.isEmpty }
    /// Half characters from one place to another, as one line.
    func width(_ from: Int, _ to: Int) -> Int { widths[places[to].end] - widths[places[from].start] }
    /// Half characters of the whole text.
    var width: Int { widths[scalars.count] }

    /// The text between two places.
    func text(_ from: Int, _ to: Int) -> String {
        let start = places[from].start
        let end = max(places[to].end, start)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<end])
        return String(view)
    }

    /// - Parameters:
    ///   - scalars: a text as `cleaned` gives it.
    ///   - isCut: whether places are needed even where the text fits on one line.
    ///   - joint: the offset in the text where two lines of dialogue were put together, and a line may well end.
    init(
        _ scalars: [Unicode.Scalar],
        style: SubtitleStyle,
        names: NameFinder,
        isCut: Bool = false,
        joint: Int? = nil
    ) {
        self.scalars = scalars
        var widths: [Int] = []
        widths.reserveCapacity(scalars.count + 1)
        widths.append(0)
        var width = 0
        for scalar in scalars {
            width += style.halfWidths(of: scalar)
            widths.append(width)
        }
        self.widths = widths
        places = [Place(end: 0, start: 0, penalty: 0)]
        guard !scalars.isEmpty else {
            places.append(Place(end: 0, start: 0, penalty: 0))
            return
        }
        // What fits on one line has no need of places.
        guard width > style.line * 2 || isCut else {
            places.append(Place(end: scalars.count, start: scalars.count, penalty: 0))
            return
        }
        var finder = PlaceFinder(scalars, style.locale)
        finder.find()
        var found = finder.places
        for range in names.ranges(in: scalars) {
            // The places strictly inside, by bisection: a text may hold thousands.
            var index = Self.firstIndex(of: found, after: range.lowerBound)
            while index < found.count, found[index].start < range.upperBound {
                found[index].penalty = max(found[index].penalty, Self.nameCost)
                index += 1
            }
        }
        if let joint {
            let index = Self.firstIndex(of: found, after: joint - 1)
            if index < found.count, found[index].start == joint { found[index].penalty = 0 }
        }
        places += withNeeds(found, style.line * 2)
        places.append(Place(end: scalars.count, start: scalars.count, penalty: 0))
    }

    private static func firstIndex(of places: [Place], after start: Int) -> Int {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle].start > start { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The places with more between two that are farther apart than a line is wide.
    private func withNeeds(_ found: [Place], _ widest: Int) -> [Place] {
        var result: [Place] = []
        var start = 0
        for place in found + [Place(end: scalars.count, start: scalars.count, penalty: 0)] {
            if widths[place.end] - widths[start] > widest {
                var index = start + 1
                while index < place.end {
                    // Marks stay with their letters, but not for ever.
                    if ScriptClass(scalars[index]) != .mark, widths[index] > widths[index - 1] || index % 64 == 0 {
                        result.append(Place(end: index, start: index, penalty: Self.needCost))
                    }
                    index += 1
                }
            }
            if place.start < scalars.count { result.append(place) }
            start = place.start
        }
        return result
    }

    /// A text as one line: white space as single spaces, none at the ends, without control characters and the marks that
    /// turn its direction, which files set anew. Line breaks between characters of scripts without spaces vanish.
    static func cleaned(_ text: String, _ locale: LanguageTag) -> [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(text.utf8.count)
        var space: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: space = space ?? "\n"
            case 0x09, 0x0B, 0x0C, 0x20, 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x205F: space = " "
            case 0x3000: space = "\u{3000}"
            case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x61C, 0xFEFF,
                0xFFF9...0xFFFC:
                continue
            default:
                if let mark = space, let last = scalars.last {
                    let joins =
                        mark == "\n" && locale.joinsWithoutSpace
                        && (ScriptClass(last).hasNoSpaces || last.isCJKPunctuation)
                        && (ScriptClass(scalar).hasNoSpaces || scalar.isCJKPunctuation)
                    if !joins { scalars.append(mark == "\u{3000}" ? mark : " ") }
                }
                space = nil
                scalars.append(scalar)
            }
        }
        return scalars
    }
}
