package import Text

/// A sentence that begins with a small letter.
package struct CapitalAfterStop: Check {
    package static let code = "capital-after-stop"
    package static let asserts =
        "A word after a full stop and a space begins with a capital, unless an abbreviation stands before it."
    package static let locales = "targets in Latin, Cyrillic, Greek and Armenian script"
    package static var severity: Finding.Severity { .warning }
    package static let examples: [CheckExample] = [
        .fails("他走了。天黑了。", "He left. it grew dark.", fixed: "He left. It grew dark."),
        .passes("他走了。天黑了。", "He left. It grew dark."),
        .passes("比如说他。", "Others, e.g. him, etc. and so on."),
        .passes("他……走了。", "He... left."),
    ]

    package init?(_ context: CheckContext) {
        guard [.latin, .cyrillic, .greek, .armenian].contains(context.script) else { return nil }
    }

    package func findings(in text: PairText) -> [Finding] {
        guard text.target.traits.contains(.stop) else { return [] }
        let scalars = text.target.scalars
        guard scalars.count > 6 else { return [] }
        for index in 4..<(scalars.count - 2) where scalars[index] == "." && scalars[index + 1] == " " {
            let next = scalars[index + 2]
            guard next.isSmall, scalars[index - 1].isSmall else { continue }
            var start = index
            while start > 0, TextScan.isWord(scalars[start - 1]) { start -= 1 }
            // Abbreviations are short, have a stop of their own, or no vowel.
            guard index - start >= 4, start == 0 || scalars[start - 1] == " " || scalars[start - 1] == "\n" else {
                continue
            }
            let word = text.target.string(start..<index).lowercased()
            if Self.abbreviations.contains(word) { continue }
            // A name that begins small: iPhone.
            var end = index + 2
            while end < scalars.count, TextScan.isWord(scalars[end]) { end += 1 }
            if scalars[(index + 2)..<end].contains(where: { $0.isCapital }) { continue }
            if end < scalars.count, scalars[end] == "." || scalars[end] == "/" || scalars[end] == ")" { continue }
            guard Self.sentences(before: index, in: scalars) else { continue }
            return [
                text.finding(
                    Self.code,
                    .warning,
                    "“\(text.target.string((index + 2)..<end))” begins a sentence with a small letter.",
                    target: (index + 2)..<end,
                    fix: Finding.Fix(replacing: (index + 2)..<(index + 3), by: next.properties.titlecaseMapping)
                )
            ]
        }
        return []
    }

    /// What goes before is a sentence: it has a word before the last.
    private static func sentences(before index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        scalars[..<index].contains(" ")
    }

    private static let abbreviations: Set<String> = [
        "approx", "dept", "univ", "assoc", "prof", "capt", "messrs", "illus", "vols", "viii", "xiii", "xvii", "usw",
        "bzw", "sogen", "evtl", "insb",
        "bspw", "jahrh", "etc", "págs", "aprox", "núm", "tél", "env", "chap", "comp", "trad", "orig",
    ]
}
