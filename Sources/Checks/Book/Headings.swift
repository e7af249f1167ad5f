package import Text

/// Headings of chapters: their numbers in sequence, and all in one style.
package struct Headings: BookCheck {
    package static let code = "headings"
    package static let asserts =
        "Chapter numbers go up by one in the translation where they do in the source, and headings are written in one style."
    package static let examples: [BookExample] = [
        .fails([
            .passes("第一章 雪夜", "Chapter 1: A Snowy Night"), .passes("第二章 来客", "Chapter 2: The Guest"),
            .passes("第三章 灯火", "Chapter Three — Lights"), .passes("第四章 归途", "Chapter 4: Homeward"),
        ]),
        .passes([
            .passes("第一章 雪夜", "Chapter 1: A Snowy Night"), .passes("第二章 来客", "Chapter 2: The Guest"),
            .passes("第三章 灯火", "Chapter 3"), .passes("第四章 归途", "Chapter 4: Homeward"),
        ]),
        .fails([
            .passes("第一章 雪夜", "Chapter 1: A Snowy Night"), .passes("第二章 来客", "Chapter 2: The Guest"),
            .passes("第四章 归途", "Chapter 4: Homeward"),
        ]),
    ]

    private struct Heading {
        var key: String
        var file: Int
        var number: Double
        /// 章, 回, 卷 …: each has a sequence of its own.
        var level: Unicode.Scalar
        var style: String
        var text: String
    }

    private var headings: [Heading] = []
    private var files = [""]
    private let target: LanguageTag

    package init?(_ context: CheckContext) {
        guard context.sourceWritesHan else { return nil }
        target = context.target
    }

    package mutating func read(_ text: PairText) {
        let scalars = text.source.scalars
        guard text.pair.kind == .heading || text.pair.kind == .paragraph || text.pair.kind == .string,
            scalars.count <= 40, !text.target.scalars.isEmpty
        else { return }
        guard let start = scalars.firstIndex(where: { !$0.isSpace }), scalars[start] == "第" else {
            return
        }
        guard let number = SourceNumbers(scalars, terms: []).numbers.first, number.isHeading,
            number.range.lowerBound == start + 1,
            scalars.indices.contains(number.range.upperBound),
            // 第三章说的是…… is a sentence.
            !scalars.contains(where: { "。，；".unicodeScalars.contains($0) })
        else { return }
        headings.append(
            Heading(
                key: text.pair.key,
                file: files.count - 1,
                number: number.value,
                level: scalars[number.range.upperBound],
                style: style(text.target),
                text: String(text.plainTarget.prefix(60))
            )
        )
    }

    package mutating func endDocument(_ file: String) -> [Finding] {
        files[files.count - 1] = file
        files.append("")
        return []
    }

    package mutating func endBook() -> [Finding] {
        defer {
            headings = []
            files = [""]
        }
        return gaps() + styles()
    }

    /// Numbers of the source that skip or come twice: chapters that got lost, or were read twice.
    private func gaps() -> [Finding] {
        var last: [Unicode.Scalar: Heading] = [:]
        var findings: [Finding] = []
        var steps: [Unicode.Scalar: (all: Int, jumps: Int)] = [:]
        for heading in headings {
            if let before = last[heading.level] {
                let isJump = ![before.number, before.number + 1, 1].contains(heading.number)
                let count = steps[heading.level] ?? (0, 0)
                steps[heading.level] = (count.all + 1, count.jumps + (isJump ? 1 : 0))
            }
            last[heading.level] = heading
        }
        // Where a third of the numbers jump, the units stand in no order: a table of samples, parts of several books.
        func isOrdered(_ level: Unicode.Scalar) -> Bool {
            steps[level].map { $0.jumps * 3 <= $0.all || $0.jumps == 1 && $0.all > 1 } ?? false
        }
        last = [:]
        for heading in headings where isOrdered(heading.level) {
            defer { last[heading.level] = heading }
            guard let before = last[heading.level], heading.number != before.number + 1, heading.number != 1 else {
                continue
            }
            let what =
                heading.number == before.number
                ? "comes twice" : "follows \(Int(before.number)): is a chapter missing, or are two in the wrong order?"
            findings.append(
                finding(heading, .warning, "The number \(Int(heading.number)) of the source’s heading \(what)")
            )
        }
        // Headings without any order are a list of strings and no book.
        guard findings.count * 4 <= headings.count + 3 else { return [] }
        return findings
    }

    /// The style of four fifths is the book's; the others are named.
    private func styles() -> [Finding] {
        var findings: [Finding] = []
        for level in Set(headings.map(\.level)).sorted(by: { $0.value < $1.value }) {
            let own = headings.filter { $0.level == level }
            var counts: [String: Int] = [:]
            for heading in own { counts[heading.style, default: 0] += 1 }
            guard own.count >= 3, counts.count > 1,
                let usual = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
                usual.value * 3 >= own.count * 2, let example = own.first(where: { $0.style == usual.key })
            else { continue }
            // “Chapter 3” without a title is as good as “Chapter 3: …”.
            for heading in own where !usual.key.hasPrefix(heading.style) || heading.style.isEmpty {
                findings.append(
                    finding(
                        heading,
                        .warning,
                        "This heading is not written like the others, such as “\(example.text)”."
                    )
                )
            }
        }
        return findings
    }

    private func finding(_ heading: Heading, _ severity: Finding.Severity, _ message: String) -> Finding {
        let file = files[heading.file]
        return Finding(
            Self.code,
            severity,
            message,
            at: Finding.Place(file: file.isEmpty ? nil : file, unit: heading.key.isEmpty ? nil : heading.key)
        )
    }

    /// What stands before the title, with its number as a sign: `chapter N: `, `n. `; a title is as good as none.
    private func style(_ scan: TextScan) -> String {
        let written = TargetNumbers(scalars: scan.scalars, locale: target).written
        guard let number = written.first, number.range.lowerBound <= 24 else {
            return Self.roman(scan) ?? "no number"
        }
        let label = scan.string(0..<number.range.lowerBound)
        var mark = String.UnicodeScalarView()
        for scalar in scan.scalars[number.range.upperBound...] {
            guard !TextScan.isWord(scalar), !"“\"‘'(¿¡«".unicodeScalars.contains(scalar) else { break }
            if !scalar.isSpace { mark.append(scalar) }
        }
        let isLast = number.range.upperBound >= scan.scalars.count
        return "\(label)\(number.isDigits ? "N" : "word")\(isLast ? "" : String(mark))"
    }

    private static func roman(_ scan: TextScan) -> String? {
        for range in scan.words().prefix(3) where range.count <= 8 {
            guard scan.scalars[range].allSatisfy({ "IVXLC".unicodeScalars.contains($0) }) else { continue }
            return scan.string(0..<range.lowerBound) + "roman"
        }
        return nil
    }
}
