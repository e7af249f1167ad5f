package import Text

/// Who is present at a unit, also where no name is said.
///
/// A person is taken to be present from a unit that names them until `reach` units later, or `ahead` units before the
/// first naming (Chinese often acts first and names afterwards). At most `limit` people, the most recently named first.
/// Numbers after AiNiee's scores for its character cards (50 lines back, 10 ahead, at most 7 people), tightened because a
/// roster costs about 10 tokens a person in every request.
package struct Roster: Sendable {
    package static let reach = 24
    package static let ahead = 4
    package static let limit = 10

    private let namings: [[Int]]
    private let matcher: TermMatcher

    /// Reads the source texts of one chapter.
    package init(texts: [String], matcher: TermMatcher) {
        self.matcher = matcher
        let hasPeople = matcher.terms.contains { $0.kind == .person }
        namings = texts.map { text in
            guard hasPeople else { return [] }
            var found: [Int] = []
            for match in matcher.matches(in: text)
            where matcher.terms[match.term].kind == .person && !found.contains(match.term) {
                found.append(match.term)
            }
            return found
        }
    }

    /// The people at the units of `range`, those named in it first, then by how lately they were named. Forms of one
    /// person with the same target stand once.
    package func people(at range: Range<Int>) -> [Term] {
        var order: [Int] = []
        func add(_ found: [Int]) { for term in found where !order.contains(term) { order.append(term) } }
        for index in range { add(namings[index]) }
        for index in (max(0, range.lowerBound - Self.reach)..<range.lowerBound).reversed() { add(namings[index]) }
        for index in range.upperBound..<min(namings.count, range.upperBound + Self.ahead) { add(namings[index]) }
        var targets: Set<String> = []
        return order.map { matcher.terms[$0] }.filter { targets.insert($0.target).inserted }.prefix(Self.limit).map(
            \.self
        )
    }
}
