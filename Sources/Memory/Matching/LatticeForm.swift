/// A term's form as a word of the lattice.
struct LatticeForm: Sendable {
    /// Natural logarithm of its share of running text.
    var weight: Float
    var kind: WordClass
    /// What else it may be; the likelier one counts where it stands.
    var otherKind: WordClass?
}

extension LatticeForm {
    /// - Parameters:
    ///   - source: simplified, in canonical characters.
    ///   - isPerson: nil when the term's kind is not known.
    init(_ source: String, isPerson: Bool?, segmenter: Segmenter?, costs: BoundaryCosts) {
        let scalars = Array(source.unicodeScalars)
        let entry = segmenter?.entry(of: source)
        weight = costs.term(length: scalars.count, dictionaryWeight: entry?.weight)
        let hasSurname = Surnames.surname(of: source)
        let isNickname =
            scalars.count == 2 && "老小阿".unicodeScalars.contains(scalars[0])
            && Surnames.all[String(scalars[1])] != nil
        switch isPerson {
        case true?: (kind, otherKind) = (.person, .noun)
        case false?: (kind, otherKind) = (scalars.count == 1 ? .morpheme : .noun, nil)
        case nil where scalars.count == 1: (kind, otherKind) = (.morpheme, nil)
        case nil where isNickname: (kind, otherKind) = (.person, nil)
        case nil:
            (kind, otherKind) = (.noun, nil)
            guard let hasSurname, scalars.count <= 4 else { return }
            if let entry {
                if ![.person, .unsure, .place].contains(entry.kind) { return }
            } else if hasSurname.frequency == .word {
                return
            }
            (kind, otherKind) = (.person, .noun)
        }
    }
}
