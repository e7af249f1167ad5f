import Text

/// Writes terms into the source before a small model sees it, which carries a name in Latin letters through, and puts
/// their spelling right afterwards.
struct TermWriter {
    private let terms: [(source: [Unicode.Scalar], target: String)]

    /// How titles are spelled, and people by surname and title.
    let addresses: [String]

    /// Of two terms with the same source the first counts.
    /// - Parameter families: people of whom only the surnames may be written, before titles.
    init(_ terms: [Term], families: [Term] = []) {
        var seen: Set<String> = []
        let addresses = Self.addresses(of: terms + families, titles: terms.filter { $0.kind == .title })
        self.addresses = (terms.filter { $0.kind == .title } + addresses).map(\.target).filter { !$0.isEmpty }
        self.terms =
            (terms + addresses)
            .filter { !$0.source.isEmpty && !$0.target.isEmpty && seen.insert($0.source).inserted }
            .map { (Array($0.source.unicodeScalars), $0.target) }
            .sorted { $0.source.count > $1.source.count }
    }

    /// The target forms that may be written.
    var targets: [String] { terms.map(\.target) }

    /// People by surname and title, which Chinese and English have in different order: `庄巡使`, `Inspector Zhuang`. Only for
    /// names that are romanized, one syllable for each character: no `Granny Ge`.
    private static func addresses(of people: [Term], titles: [Term]) -> [Term] {
        guard !titles.isEmpty else { return [] }
        var seen: Set<Character> = []
        return people.filter { $0.kind == .person }.flatMap { person -> [Term] in
            let words = person.target.split(separator: " ")
            guard let surname = person.source.first, let family = words.first, words.count == 2,
                syllables(family) == 1, syllables(words[1]) == person.source.count - 1,
                seen.insert(surname).inserted
            else { return [] }
            return titles.map { title in
                Term(source: "\(surname)\(title.source)", target: "\(title.target) \(family)", kind: .title)
            }
        }
    }

    /// Runs of vowels; `y` is one at the end.
    private static func syllables(_ word: Substring) -> Int {
        let word = word.lowercased()
        let runs = word.split { !"aeiouü".contains($0) }.count
        return word.last == "y" ? runs + 1 : runs
    }

    /// The text with each term replaced by its target: from left to right, the longest first, none inside another.
    func write(into text: String) -> String {
        guard !terms.isEmpty else { return text }
        let scalars = Array(text.unicodeScalars)
        var written = String.UnicodeScalarView()
        var index = 0
        var afterTerm = false
        while index < scalars.count {
            guard let term = terms.first(where: { scalars[index...].starts(with: $0.source) }) else {
                if afterTerm, Self.isWord(scalars[index]) { written.append(" ") }
                written.append(scalars[index])
                afterTerm = false
                index += 1
                continue
            }
            if let last = written.last, Self.isWord(last) { written.append(" ") }
            written.append(contentsOf: term.target.unicodeScalars)
            afterTerm = true
            index += term.source.count
        }
        return String(written)
    }

    /// The translation with terms spelled as given where the model changed only case, spaces or hyphens: `Yi Shui Sheng`
    /// for `Yi Shuisheng`. Only terms that stand in the source are looked for.
    func respell(_ translation: String, source: String) -> String {
        var text = translation
        for term in terms where !text.contains(term.target) && source.contains(String(scalars: term.source)) {
            if let range = Self.range(of: term.target, in: text) { text.replaceSubrange(range, with: term.target) }
        }
        return text
    }

    /// Where a form stands from word boundary to word boundary, if only case, spaces and hyphens differ.
    private static func range(of form: String, in text: String) -> Range<String.Index>? {
        let wanted = form.lowercased().filter { $0.isLetter || $0.isNumber }
        guard wanted.count >= 4 else { return nil }
        var start = text.startIndex
        while start < text.endIndex {
            let isStart = start == text.startIndex || !text[text.index(before: start)].isLetter
            if isStart, let end = end(of: wanted, in: text, from: start) { return start..<end }
            start = text.index(after: start)
        }
        return nil
    }

    private static func end(of wanted: String, in text: String, from start: String.Index) -> String.Index? {
        var rest = wanted[...]
        var index = start
        while index < text.endIndex, let next = rest.first {
            let character = text[index]
            if Character(character.lowercased()) == next {
                rest = rest.dropFirst()
            } else if index == start || !(character == " " || character == "-" || character == "'") {
                return nil
            }
            index = text.index(after: index)
        }
        return rest.isEmpty && (index == text.endIndex || !text[index].isLetter) ? index : nil
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isHan && (scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal)
    }
}

extension String {
    init(scalars: some Sequence<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}
