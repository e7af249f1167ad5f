import Checks
import Foundation
import Text

/// Makes chapters of 20 to 100 units from a table of pairs (label, source, target), seeds one slip in each of half of them,
/// and prints how many are found, within one unit, and how many clean chapters raise an alarm.
func measureShifts(_ path: String, from: String, to: String, chapters: Int, seed: UInt64, isVerbose: Bool) throws {
    guard let source = LanguageTag(from), let target = LanguageTag(to) else { return print("no language tag") }
    let rows = String(decoding: try read(path), as: UTF8.self).split(separator: "\n").compactMap { line -> [String]? in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        return fields.count >= 3 ? fields : nil
    }
    var dice = Dice(state: seed)
    var found: [String: (seeded: Int, found: Int, near: Int)] = [:]
    var (alarms, clean) = (0, 0)
    let start = seconds()
    for (chapter, range) in ranges(rows, chapters, &dice).enumerated() {
        let sources = rows[range].map { $0[1] }
        var targets = rows[range].map { $0[2] }
        let isClean = chapters > 0 ? chapter >= chapters : chapter % (kinds + 1) == kinds
        var seeded: (kind: String, place: Int)?
        if !isClean { seeded = spoil(&targets, chapters > 0 ? dice.next(kinds) : chapter % (kinds + 1), &dice) }
        if isClean { clean += 1 }
        var suite = CheckSuite(CheckContext(source: source, target: target), only: ["shifted"])
        for (index, pair) in zip(sources, targets).enumerated() {
            _ = suite.read(
                Pair(
                    source: InlineText(pair.0),
                    target: InlineText(pair.1),
                    sourceLocale: source,
                    targetLocale: target,
                    key: String(index)
                )
            )
        }
        let findings = suite.endDocument("") + suite.endBook()
        let places = findings.compactMap { $0.place.unit.flatMap(Int.init) }
        guard let seeded else {
            if !findings.isEmpty {
                alarms += 1
                if isVerbose { report("alarm", findings, sources, targets, places) }
            }
            continue
        }
        var row = found[seeded.kind] ?? (0, 0, 0)
        row.seeded += 1
        if !places.isEmpty { row.found += 1 }
        if places.contains(where: { abs($0 - seeded.place) <= 1 }) {
            row.near += 1
        } else if isVerbose {
            report("missed \(seeded)", findings, sources, targets, [seeded.place] + places)
        }
        found[seeded.kind] = row
    }
    for (kind, row) in found.sorted(by: { $0.key < $1.key }) {
        print("\(kind) seeded \(row.seeded) found \(row.found) within-one \(row.near)")
    }
    let all = found.values.reduce((0, 0, 0)) { ($0.0 + $1.seeded, $0.1 + $1.found, $0.2 + $1.near) }
    print(
        "all seeded \(all.0) found \(all.1) within-one \(all.2) clean \(clean) alarms \(alarms) CPU seconds \(seconds() - start)"
    )
}

private func report(_ title: String, _ findings: [Finding], _ sources: [String], _ targets: [String], _ places: [Int]) {
    print("== \(title): \(findings.map(\.message))")
    for place in places.prefix(2) {
        for index in max(0, place - 1)..<min(sources.count, place + 3) {
            print("  \(index)\t\(sources[index])\t\(targets[index])")
        }
    }
}

/// The rows of the chapters: as many again as are to be spoilt; or, for none, each run of rows with one label once for each
/// kind and once clean.
private func ranges(_ rows: [[String]], _ chapters: Int, _ dice: inout Dice) -> [Range<Int>] {
    if chapters > 0 {
        return (0..<(chapters * 2)).map { _ in
            let length = 20 + dice.next(81)
            let first = dice.next(max(1, rows.count - length))
            return first..<min(rows.count, first + length)
        }
    }
    var ranges: [Range<Int>] = []
    var start = 0
    for end in 1...max(1, rows.count) where end == rows.count || rows[end][0] != rows[start][0] {
        if end - start >= 10 { ranges += [Range<Int>](repeating: start..<end, count: kinds + 1) }
        start = end
    }
    return ranges
}

private let kinds = 6

/// Seeds a slip of one slot: to the end or for a while, a swap, a merge, a swap of two that are three apart.
private func spoil(_ targets: inout [String], _ kind: Int, _ dice: inout Dice) -> (kind: String, place: Int) {
    let place = 2 + dice.next(targets.count - 8)
    switch kind {
    case 0:
        targets.insert(targets[place], at: place)
        targets.removeLast()
        return ("shift-later", place + 1)
    case 1:
        targets.remove(at: place)
        targets.append("")
        return ("shift-earlier", place)
    case 2:
        targets.swapAt(place, place + 1)
        return ("swap", place)
    case 3:
        targets[place] += " " + targets[place + 1]
        targets.remove(at: place + 1)
        let end = min(targets.count, place + 3 + dice.next(8))
        targets.insert(dice.next(2) == 0 ? "" : targets[end - 1], at: end)
        return ("merge", place)
    case 4:
        targets.swapAt(place, place + 3)
        return ("swap-far", place)
    default:
        let length = min(targets.count - place - 1, 3 + dice.next(6))
        let lost = targets.remove(at: place)
        targets.insert(lost, at: place + length)
        return ("rotate", place)
    }
}

/// The same numbers everywhere (Knuth's linear congruential generator, high bits).
private struct Dice {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(max(1, bound)))
    }
}
