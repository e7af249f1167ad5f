internal import Text

/// What one unit says of people.
struct SceneUnit: Sendable {
    /// From 0 in the chapter.
    var scene: Int
    var namings: [Naming]
    /// Of people without a name, in narration and in speech.
    var strangers: Set<Cast.Stranger>
    var spokenOf: Set<Cast.Stranger>
    /// Of whom 他 and 她 speak.
    var pronouns: Set<Cast.Stranger>
    var hasSpeech: Bool

    struct Naming: Hashable, Sendable {
        /// Index into the terms of the matcher.
        var term: Int
        /// The name stands before a verb of speech.
        var speaks: Bool
        /// The name stands before a verb of going away.
        var leaves: Bool
    }
}

/// Reads the units of a chapter one after another.
struct SceneReader {
    private let matcher: TermMatcher
    private let hasPeople: Bool
    private var scene = 0

    init(matcher: TermMatcher) {
        self.matcher = matcher
        hasPeople = matcher.terms.contains { $0.kind == .person }
    }

    mutating func read(_ text: String, breaksBefore: Bool) -> SceneUnit {
        let bytes = Array(text.utf8)
        if breaksBefore || SceneBreak.begins(bytes) { scene += 1 }
        var namings: [SceneUnit.Naming] = []
        var people: [Range<Int>] = []
        if hasPeople {
            let matches = matcher.matches(in: text).filter { matcher.terms[$0.term].kind == .person }
            for (index, match) in matches.enumerated() {
                people.append(match.range)
                let next = index + 1 < matches.count ? matches[index + 1].range.lowerBound : bytes.count
                let clause = Self.sentence(bytes, from: match.range.upperBound, to: next)
                let naming = SceneUnit.Naming(
                    term: match.term,
                    speaks: PeopleWords.speech.isPrefixed(clause, within: 12),
                    leaves: PeopleWords.leaving.occurs(in: clause) && !PeopleWords.returning.occurs(in: clause)
                )
                if let known = namings.firstIndex(where: { $0.term == match.term }) {
                    // What is said last of a person counts.
                    namings[known].speaks = namings[known].speaks || naming.speaks
                    namings[known].leaves = naming.leaves
                } else {
                    namings.append(naming)
                }
            }
        }
        let pronouns = ChinesePronouns(in: text)
        var kinds: Set<Cast.Stranger> = []
        for mention in pronouns.mentions {
            kinds.insert(mention == .male ? .male : mention == .female ? .female : .unknown)
        }
        let strangers = PeopleWords.strangers(in: bytes, outside: people)
        return SceneUnit(
            scene: scene,
            namings: namings,
            strangers: strangers.narration,
            spokenOf: strangers.speech,
            pronouns: kinds,
            hasSpeech: pronouns.hasSpeech
        )
    }

    /// The bytes after a name to the end of the sentence or the next name: 老周拱了拱手，告辞。
    private static func sentence(_ bytes: [UInt8], from start: Int, to next: Int) -> ArraySlice<UInt8> {
        let limit = min(bytes.count, next, start + 120)
        guard start < limit else { return [] }
        var end = start
        while end < limit {
            if bytes[end] < 0x30, bytes[end] != 0x20, bytes[end] != 0x2C { break }
            if end + 2 < bytes.count {
                switch (bytes[end], bytes[end + 1], bytes[end + 2]) {
                case (0xE3, 0x80, 0x81), (0xEF, 0xBC, 0x8C): break
                // U+3000 to U+303F, U+FF00 to U+FF3F, and quotation marks and the ellipsis of U+2000 to U+203F.
                case (0xE3, 0x80, _), (0xEF, 0xBC, _), (0xE2, 0x80, _): return bytes[start..<end]
                default: break
                }
            }
            end += 1
        }
        return bytes[start..<end]
    }
}
