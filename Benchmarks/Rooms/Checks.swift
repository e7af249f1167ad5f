import Checks
import Formats
import Foundation
import Text

/// Checks pairs of a table (label, source, target; a line break written as backslash and n) one by one, and then all of them as
/// one book.
///
/// Prints for each label how many rows have a finding of each code and severity, then CPU seconds. With `-rows` a line for each
/// row instead: its label, its quality from 0 to 100, severities and codes. With labels (or `-a` for all) also the findings
/// themselves, with their texts.
func measureChecks(_ path: String, from: String, to: String, options: [String]) throws {
    guard let source = LanguageTag(from), let target = LanguageTag(to) else { return print("no language tag") }
    let context = CheckContext(source: source, target: target)
    let rows = try pairs(path, context)
    let start = seconds()
    var suite = CheckSuite(context)
    var found: [[Finding]] = []
    found.reserveCapacity(rows.count)
    for row in rows { found.append(suite.read(row.pair)) }
    let single = seconds() - start
    let book = suite.endDocument("") + suite.endBook()
    let spent = seconds() - start
    if options.contains("-rows") {
        for (row, findings) in zip(rows, found) {
            let quality = QualityEstimate.score(PairText(row.pair, context: context), findings: findings)
            let codes = findings.map { "\($0.severity):\($0.code)" }.joined(separator: " ")
            print("\(row.label)\t\(quality)\t\(codes)")
        }
    } else {
        count(rows.map(\.label), found)
    }
    for code in Set(book.map(\.code)).sorted() { print("book \(code) \(book.count { $0.code == code })") }
    print("pairs \(rows.count) CPU seconds \(spent) of which units \(single)")
    for (row, findings) in zip(rows, found) where options.contains(row.label) || options.contains("-a") {
        for finding in findings {
            print("\(finding.severity) \(finding.code): \(finding.message)")
            print("    \(row.pair.source.literal)\n    \(row.pair.target.literal)")
        }
    }
    guard options.contains("-b") else { return }
    for finding in book { print("book \(finding.code) \(finding.place.unit ?? "?"): \(finding.message)") }
}

private func pairs(_ path: String, _ context: CheckContext) throws -> [(label: String, pair: Pair)] {
    let scanner = PlaceholderScanner([
        .printf, .python, .braces, .doubleBraces, .dollarBraces, .percentBraces, .tags, .bbcode, .rpgMaker, .section,
        .literalBreaks,
    ])
    var rows: [(label: String, pair: Pair)] = []
    for line in String(decoding: try read(path), as: UTF8.self).split(separator: "\n") {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count >= 3 else { continue }
        let pair = Pair(
            source: scanner.inline(fields[1]),
            target: scanner.inline(fields[2]),
            sourceLocale: context.source,
            targetLocale: context.target,
            key: String(rows.count + 1)
        )
        rows.append((fields[0], pair))
    }
    return rows
}

private func count(_ labels: [String], _ found: [[Finding]]) {
    var table: [String: [String: Int]] = [:]
    for (label, findings) in zip(labels, found) {
        table[label, default: [:]]["rows", default: 0] += 1
        for code in Set(findings.filter { $0.severity > .note }.map(\.code)) { table[label]?[code, default: 0] += 1 }
        for severity in Set(findings.map(\.severity)) { table[label]?["~\(severity)", default: 0] += 1 }
    }
    for (label, codes) in table.sorted(by: { $0.key < $1.key }) {
        let list = codes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: "  ")
        print("\(label)\t\(list)")
    }
}
