package import Text

/// Markup and placeholders that got lost, doubled or crossed.
package struct InlineCodes: Check {
    package static let code = "inline-codes"
    package static let asserts = "Every inline code of the source is in the translation once, and pairs are nested."

    package init?(_ context: CheckContext) {}

    package func findings(in text: PairText) -> [Finding] { Self.findings(in: text.pair) }

    package static func findings(in pair: Pair) -> [Finding] {
        guard !(pair.source.codes.isEmpty && pair.target.codes.isEmpty) else { return [] }
        var counts: [InlineCode: Int] = [:]
        for code in pair.source.codes { counts[code, default: 0] += 1 }
        for code in pair.target.codes { counts[code, default: 0] -= 1 }
        let missing = pair.source.codes.filter { counts[$0, default: 0] > 0 }.map(\.data)
        let extra = pair.target.codes.filter { counts[$0, default: 0] < 0 }.map(\.data)
        var findings: [Finding] = []
        if !missing.isEmpty {
            findings.append(pair.finding(code, .error, "Missing: \(list(missing)). Each must be in the translation."))
        }
        if !extra.isEmpty {
            findings.append(pair.finding(code, .error, "Too many of: \(list(extra)). Each may be there only once."))
        }
        if findings.isEmpty, !isNested(pair.target.codes) {
            findings.append(pair.finding(code, .error, "Paired codes are crossed or closed before they are opened."))
        }
        return findings
    }

    private static func list(_ codes: [String]) -> String {
        codes.prefix(5).map { "`\($0.prefix(40))`" }.joined(separator: ", ")
    }

    private static func isNested(_ codes: [InlineCode]) -> Bool {
        var open: [Int] = []
        for code in codes {
            switch code.role {
            case .open: open.append(code.id)
            case .close:
                // A pair whose other half lies outside the unit has nothing here to be nested in.
                guard codes.contains(where: { $0.role == .open && $0.id == code.id }) else { continue }
                guard open.popLast() == code.id else { return false }
            case .standalone: break
            }
        }
        return true
    }
}
