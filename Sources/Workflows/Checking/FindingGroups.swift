package import Text

/// Findings by cause: one line for what is the same in many places.
package struct FindingGroups: Sendable {
    package struct Group: Sendable, Encodable {
        package var code: String
        package var severity: Finding.Severity
        package var message: String
        package var count: Int
        /// The first places: file and unit.
        package var places: [String]
        /// The first finding, whose texts show what is meant.
        package var example: CheckedFinding
    }

    /// A unit with much to say of it.
    package struct Worst: Sendable {
        package var place: String
        package var codes: [String]
        package var source: String
        package var target: String
        package var weight: Int
    }

    /// The gravest first, then the most frequent.
    package private(set) var groups: [Group] = []
    /// Units with the gravest findings, at most twenty, the worst first.
    package private(set) var worst: [Worst] = []

    package init(_ findings: [CheckedFinding], places limit: Int = 3) {
        var indexes: [String: Int] = [:]
        var units: [String: Worst] = [:]
        for finding in findings {
            let place = finding.id.map { "\(finding.file): \($0)" } ?? finding.file
            // The same cause with another number in its words is the same cause.
            let words = finding.message.split { $0.isASCII && $0.isNumber }.joined(separator: "#")
            let key = "\(finding.code)\n\(words)"
            if let index = indexes[key] {
                groups[index].count += 1
                if groups[index].places.count < limit { groups[index].places.append(place) }
            } else {
                indexes[key] = groups.count
                groups.append(
                    Group(
                        code: finding.code,
                        severity: finding.severity,
                        message: finding.message,
                        count: 1,
                        places: [place],
                        example: finding
                    )
                )
            }
            guard finding.id != nil, let target = finding.target else { continue }
            let weight = finding.severity == .error ? 10 : finding.severity == .warning ? 3 : 1
            var unit =
                units[place] ?? Worst(place: place, codes: [], source: finding.source ?? "", target: target, weight: 0)
            unit.codes.append(finding.code)
            unit.weight += weight
            units[place] = unit
        }
        gatherSingles(places: limit)
        groups.sort { left, right in
            (right.severity, right.count, left.code, left.message) < (
                left.severity, left.count, right.code, right.message
            )
        }
        worst = Array(
            units.values.filter { $0.weight >= 10 }.sorted { ($1.weight, $0.place) < ($0.weight, $1.place) }.prefix(20)
        )
    }

    /// Causes that each stand in one place only are one line for their check when there are many of them.
    private mutating func gatherSingles(places limit: Int) {
        var singles: [String: [Int]] = [:]
        for (index, group) in groups.enumerated() where group.count == 1 {
            singles["\(group.code) \(group.severity.rawValue)", default: []].append(index)
        }
        var gone: Set<Int> = []
        for (_, indexes) in singles where indexes.count > Self.shownSingles {
            guard let first = indexes.first else { continue }
            groups[first].count = indexes.count
            groups[first].message += " And the like."
            for index in indexes.dropFirst() {
                if groups[first].places.count < limit { groups[first].places += groups[index].places }
                gone.insert(index)
            }
        }
        groups = groups.enumerated().filter { !gone.contains($0.offset) }.map(\.element)
    }

    private static let shownSingles = 4
}
