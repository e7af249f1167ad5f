internal import Storage
internal import Text

/// What is known of a unit, as lines for a terminal.
struct UnitLines {
    let lines: [String]

    init(_ record: UnitRecord) {
        var lines = [
            "\(record.key) in \(record.chapter) of \(record.document), \(record.locale): \(record.state.rawValue)"
        ]
        if let origin = record.origin { lines[0] += " by \(origin)" }
        lines.append("  source: \(record.source)")
        if let target = record.target { lines.append("  target: \(target)") }
        if let reason = record.reason { lines.append("  reason: \(reason)") }
        if let log = record.log {
            lines.append("  requests: \(log.requests)")
            if !log.terms.isEmpty {
                lines.append("  terms: " + log.terms.map { "\($0.source) → \($0.target)" }.joined(separator: ", "))
            }
            for person in log.people { lines.append("  present: \(person.sentence)") }
            for offer in log.offers ?? [] {
                let repair = offer.repair.map { ", taken with \($0)" } ?? ""
                lines.append("  memory \(offer.rate) % (\(offer.memory)\(repair)): \(offer.marked ?? offer.source)")
                lines.append("    \(offer.target)")
            }
            for complaint in log.complaints { lines.append("  asked to mend: \(complaint)") }
        }
        for finding in record.findings {
            lines.append("  \(finding.severity.rawValue) \(finding.code): \(finding.message)")
        }
        self.lines = lines
    }
}
