import Checks
import Formats
import Foundation
import Text

/// Checks pairs of a table (label, source, target; `\n` for a line break) and prints for each label how many rows have a
/// finding of each code, then CPU seconds. With `-v CODE` prints the findings of rows labelled clean, or of all with `-a`.
func measureChecks(_ path: String, from: String, to: String, options: [String]) throws {
    guard let source = LanguageTag(from), let target = LanguageTag(to) else { return print("no language tag") }
    var pairs: [(label: String, pair: Pair)] = []
    let scanner = PlaceholderScanner([
        .printf, .python, .braces, .doubleBraces, .dollarBraces, .percentBraces, .tags, .bbcode, .rpgMaker, .section,
        .literalBreaks,
    ])
    for line in String(decoding: try read(path), as: UTF8.self).split(separator: "\n") {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map {
            String($0)
        }
        guard fields.count >= 3 else { continue }
        pairs.append(
            (
                fields[0],
                Pair(
                    source: scanner.inline(fields[1]),
                    target: scanner.inline(fields[2]),
                    sourceLocale: source,
                    targetLocale: target
                )
            )
        )
    }
    var rows: [String: [String: Int]] = [:]
    let start = seconds()
    let suite = CheckSuite(CheckContext(source: source, target: target))
    var shown: [(Pair, Finding)] = []
    for (label, pair) in pairs {
        let findings = suite.findings(in: pair)
        rows[label, default: [:]]["rows", default: 0] += 1
        for code in Set(findings.filter { $0.severity > .note }.map(\.code)) { rows[label]?[code, default: 0] += 1 }
        for severity in Set(findings.map(\.severity)) { rows[label]?["~\(severity)", default: 0] += 1 }
        if !options.isEmpty, options.contains(label) || options.contains("-a") {
            shown += findings.map { (pair, $0) }
        }
    }
    let spent = seconds() - start
    for (label, codes) in rows.sorted(by: { $0.key < $1.key }) {
        let list = codes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: "  ")
        print("\(label)\t\(list)")
    }
    print("pairs \(pairs.count) CPU seconds \(spent)")
    for (pair, finding) in shown {
        print("\(finding.severity) \(finding.code): \(finding.message)\n    \(pair.source.literal)\n    \(pair.target.literal)")
    }
}
