package import Text

/// More exclamation and question marks in a row than the source has: !!!!
package struct RepeatedMarks: Check {
    package static let code = "repeated-marks"
    package static let asserts =
        "No more than three ! or ? stand in a row, and no more than in the source when that has two or more."
    package static var severity: Finding.Severity { .warning }
    package static let examples: [CheckExample] = [
        .fails("快跑！", "Run!!!!", fixed: "Run!"),
        .passes("快跑！！！", "Run!!!"),
        .passes("什么？！", "What?!"),
        .passes("？？？", "???"),
    ]

    package init?(_ context: CheckContext) {}

    package func findings(in text: PairText) -> [Finding] {
        guard text.target.traits.contains(.stop) else { return [] }
        let scalars = text.target.scalars
        lazy var source = max(Self.longest(text.source.scalars), 1)
        var index = 0
        while index < scalars.count {
            guard Self.isMark(scalars[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < scalars.count, Self.isMark(scalars[index]) { index += 1 }
            guard index - start > 2 else { continue }
            guard index - start > max(source, 2) else { continue }
            let kinds = Set(scalars[start..<index])
            let fix = kinds.count == 1 ? text.target.string(start..<(start + 1)) : nil
            return [
                text.finding(
                    Self.code,
                    .warning,
                    "“\(text.target.string(start..<index).prefix(8))” is louder than the source.",
                    target: start..<index,
                    fix: fix.map { Finding.Fix(replacing: start..<index, by: String(repeating: $0, count: source)) }
                )
            ]
        }
        return []
    }

    private static func longest(_ scalars: [Unicode.Scalar]) -> Int {
        var longest = 0
        var run = 0
        for scalar in scalars {
            run = isMark(scalar) ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "!" || scalar == "?" || scalar == "！" || scalar == "？" || scalar == "؟"
    }
}
