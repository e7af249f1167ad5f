import Synchronization

/// The regular expressions of a project, compiled once.
final class PlaceholderPatterns: Sendable {
    // `Regex` is not Sendable; the lock hands it to one thread at a time.
    private let compiled: Mutex<[Regex<AnyRegexOutput>]>
    /// One sentence for each pattern that could not be used.
    let problems: [String]

    /// A longer pattern is refused.
    static let patternLimit = 500
    /// Longer texts (UTF-8 bytes) are not matched: a pattern that tries every split would not come back from them.
    static let textLimit = 20_000

    init(_ patterns: [String]) {
        var regexes: [Regex<AnyRegexOutput>] = []
        var problems: [String] = []
        for pattern in patterns where !pattern.isEmpty {
            guard pattern.utf8.count <= Self.patternLimit else {
                problems.append(
                    "The pattern “\(pattern.prefix(40))…” is longer than \(Self.patternLimit) bytes: split it."
                )
                continue
            }
            do {
                regexes.append(try Regex(pattern).matchingSemantics(.unicodeScalar))
            } catch {
                problems.append("“\(pattern)” is no regular expression (\(error)): correct it; it is left out.")
            }
        }
        compiled = Mutex(regexes)
        self.problems = problems
    }

    /// UTF-8 offsets of what the patterns match, rising, without overlap; the earlier and longer match has it.
    func matches(in text: String) -> [Range<Int>] {
        guard text.utf8.count <= Self.textLimit else { return [] }
        var found: [Range<Int>] = []
        compiled.withLock { regexes in
            for regex in regexes {
                for match in text.matches(of: regex) where !match.range.isEmpty {
                    let start = text.utf8.distance(from: text.startIndex, to: match.range.lowerBound)
                    let end = text.utf8.distance(from: text.startIndex, to: match.range.upperBound)
                    found.append(start..<end)
                }
            }
        }
        found.sort { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) }
        var last = 0
        return found.filter { range in
            guard range.lowerBound >= last else { return false }
            last = range.upperBound
            return true
        }
    }
}
