internal import Memory
internal import Text

/// A piece of the book that an engine is shown, with the proposals that stand in it.
struct MiningPassage: Sendable {
    var chapter: Int
    var text: String
    /// Indexes of proposals, in the order of their first place.
    var terms: [Int]
}

/// A small cover: passages in which each proposal stands two or three times over all.
struct PassageCover: Sendable {
    /// Characters of a passage at most.
    static let length = 512
    /// Passages that each proposal is to stand in, where there are so many.
    static let wanted = 3

    /// The passages chosen, in reading order.
    let passages: [MiningPassage]

    /// Cuts the chapters into passages at the ends of units and takes, over and over, the one that shows most proposals
    /// not yet seen often enough (greedy set cover: at most ln n times the smallest).
    init(_ chapters: [MiningChapter], terms: [MinedTerm], atMost limit: Int) {
        var indexes: [String: Int] = [:]
        var forms: [Term] = []
        for (index, term) in terms.enumerated() {
            for form in term.concept.forms where indexes[form.text] == nil {
                indexes[form.text] = index
                forms.append(Term(source: form.text, target: form.text))
            }
        }
        let matcher = TermMatcher(forms)
        var all: [MiningPassage] = []
        for chapter in chapters {
            for text in Self.pieces(of: chapter) {
                var seen: [Int] = []
                for term in matcher.terms(in: [text]) {
                    if let index = indexes[term.source], !seen.contains(index) { seen.append(index) }
                }
                if !seen.isEmpty { all.append(MiningPassage(chapter: chapter.number, text: text, terms: seen)) }
            }
        }
        var need = [Int](repeating: 0, count: terms.count)
        for passage in all { for term in passage.terms { need[term] = min(Self.wanted, need[term] + 1) } }
        var gains = all.map(\.terms.count)
        var chosen: [Int] = []
        while chosen.count < limit {
            var best = 0
            var place: Int?
            for index in all.indices where gains[index] > best {
                // Gains only shrink: an old one that is no better cannot win.
                gains[index] = all[index].terms.count { need[$0] > 0 }
                if gains[index] > best {
                    best = gains[index]
                    place = index
                }
            }
            guard let place else { break }
            chosen.append(place)
            gains[place] = 0
            for term in all[place].terms where need[term] > 0 { need[term] -= 1 }
        }
        passages = chosen.sorted().map { all[$0] }
    }

    private static func pieces(of chapter: MiningChapter) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var count = 0
        for unit in chapter.units {
            var rest = unit.text.unicodeScalars[...]
            while !rest.isEmpty {
                let part = rest.prefix(length)
                rest = rest.dropFirst(part.count)
                if count > 0, count + part.count > length {
                    pieces.append(piece)
                    piece = ""
                    count = 0
                }
                if count > 0 { piece += "\n" }
                piece += String(Substring(part))
                count += part.count + 1
            }
        }
        if count > 0 { pieces.append(piece) }
        return pieces
    }
}
