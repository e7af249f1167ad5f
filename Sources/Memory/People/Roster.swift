package import Text

/// Who is present at the units of a chapter, also where no name is said.
///
/// A person is taken to be present from a unit that names them until `reach` units later, or `ahead` units before the
/// first naming (Chinese often acts first and names afterwards), but never across the end of a scene. Who is said to go
/// away stays for `farewell` units. At most `limit` people, those named in the unit first, then the most recently named;
/// forms of one concept count once. The numbers began as AiNiee's scores for its character cards (50 lines back, 10 ahead, at most
/// 7 people) and are tighter, because a roster costs about 10 tokens a person in every request.
package struct Roster: Sendable {
    package static let reach = 24
    package static let ahead = 4
    package static let limit = 10
    package static let farewell = 6
    /// Units for which somebody without a name may still be meant.
    package static let memory = 10
    /// The same for somebody of unknown gender.
    package static let glance = 2

    private let units: [SceneUnit]
    private let terms: [Term]
    private let marksSpeech: Bool

    /// Reads the source texts of one chapter. `breaks` are the indexes of units before which the file itself ends a scene; headings,
    /// lines of marks and jumps in time or place are seen in the texts.
    package init(texts: [String], breaks: Set<Int> = [], matcher: TermMatcher) {
        terms = matcher.terms
        var reader = SceneReader(matcher: matcher)
        units = texts.enumerated().map { index, text in reader.read(text, breaksBefore: breaks.contains(index)) }
        marksSpeech = units.contains(where: \.hasSpeech)
    }

    /// The people at the units of `range`, at most `limit`.
    package func people(at range: Range<Int>) -> [Presence] {
        var seen: Set<String> = []
        var people: [Presence] = []
        func add(_ naming: SceneUnit.Naming, _ why: Presence.Why, hasLeft: Bool) {
            let term = terms[naming.term]
            guard people.count < Self.limit, seen.insert(term.identity).inserted else { return }
            people.append(Presence(term: term, why: why, speaks: why == .named && naming.speaks, hasLeft: hasLeft))
        }
        let range = range.clamped(to: 0..<units.count)
        guard !range.isEmpty else { return [] }
        for index in range { for naming in units[index].namings { add(naming, .named, hasLeft: false) } }
        var leavers: [(SceneUnit.Naming, Presence.Why)] = []
        let scene = units[range.lowerBound].scene
        for index in (max(0, range.lowerBound - Self.reach)..<range.lowerBound).reversed()
        where units[index].scene == scene {
            let distance = range.lowerBound - index
            for naming in units[index].namings.reversed() {
                guard naming.leaves else {
                    add(naming, .before(distance), hasLeft: false)
                    continue
                }
                // Named again since then: still here.
                guard !seen.contains(terms[naming.term].identity) else { continue }
                if distance <= Self.farewell { leavers.append((naming, .before(distance))) }
                seen.insert(terms[naming.term].identity)
            }
        }
        let last = units[range.upperBound - 1].scene
        for index in range.upperBound..<min(units.count, range.upperBound + Self.ahead) where units[index].scene == last
        {
            for naming in units[index].namings { add(naming, .after(index - range.upperBound + 1), hasLeft: false) }
        }
        // Those who went away come last.
        for (naming, why) in leavers where people.count < Self.limit {
            people.append(Presence(term: terms[naming.term], why: why, hasLeft: true))
        }
        return people
    }

    /// Everybody whom a unit may be speaking of.
    package func cast(at index: Int) -> Cast {
        guard units.indices.contains(index) else { return Cast() }
        var earlier: Set<Cast.Stranger> = []
        for place in max(0, index - Self.memory)..<index where units[place].scene == units[index].scene {
            let found = units[place].strangers.union(units[place].spokenOf).union(units[place].pronouns)
            // Words that name anybody are so many that only the last few can be meant.
            earlier.formUnion(index - place <= Self.glance ? found : found.subtracting([.unknown]))
        }
        return Cast(
            people: people(at: index..<(index + 1)),
            strangers: units[index].strangers,
            spokenOf: units[index].spokenOf,
            earlier: earlier,
            marksSpeech: marksSpeech
        )
    }

    /// The number of the scene in which a unit stands, from 0.
    package func scene(of index: Int) -> Int? { units.indices.contains(index) ? units[index].scene : nil }
}
