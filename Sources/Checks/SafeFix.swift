package import Text

/// Mends what can be mended without doubt: each fix is applied, the unit is checked again, and the fix is undone when
/// anything else got worse.
package struct SafeFix {
    private let suite: CheckSuite

    /// - Parameter suite: the checks that say what is wrong and whether a fix made it worse.
    package init(_ suite: CheckSuite) { self.suite = suite }

    package struct Result: Sendable {
        /// The translation after the fixes that held.
        package var target: InlineText
        /// What was mended.
        package var mended: [Finding]
        /// What is left.
        package var findings: [Finding]
    }

    /// The translation with all fixes that hold; each makes one finding less and no new one.
    package func mend(_ pair: Pair) -> Result {
        var pair = pair
        var findings = suite.findings(in: pair)
        var mended: [Finding] = []
        var refused: Set<Finding> = []
        // One fix may make room for another, so it is looked again after each; a text has no more rounds than this.
        for _ in 0..<Self.rounds {
            guard let next = findings.first(where: { $0.fix != nil && !refused.contains($0) }), let fix = next.fix
            else {
                break
            }
            guard let target = pair.target.applying(fix) else {
                refused.insert(next)
                continue
            }
            var candidate = pair
            candidate.target = target
            let after = suite.findings(in: candidate)
            if Self.isBetter(after, than: findings, code: next.code) {
                mended.append(next)
                pair = candidate
                findings = after
            } else {
                refused.insert(next)
            }
        }
        return Result(target: pair.target, mended: mended, findings: findings)
    }

    private static let rounds = 40

    /// Whether a code is found less often, or less gravely, and no other more.
    package static func isBetter(_ after: [Finding], than before: [Finding], code: String) -> Bool {
        let old = weights(before)
        let new = weights(after)
        guard new[code, default: 0] < old[code, default: 0] else { return false }
        return new.allSatisfy { $0.value <= old[$0.key, default: 0] }
    }

    private static func weights(_ findings: [Finding]) -> [String: Int] {
        var weights: [String: Int] = [:]
        for finding in findings {
            let weight = finding.severity == .error ? 100 : finding.severity == .warning ? 10 : 1
            weights[finding.code, default: 0] += weight
        }
        return weights
    }
}
