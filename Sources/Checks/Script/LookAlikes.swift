package import Text

/// A word of letters from two scripts that look the same: Cyrillic а in a Latin word.
package struct LookAlikes: Check {
    package static let code = "look-alike"
    package static let asserts = "The letters of a word are of one script."
    package static let locales = "targets in Latin, Cyrillic and Greek script"
    package static var severity: Finding.Severity { .warning }
    package static let examples: [CheckExample] = [
        .fails("他走了。", "He w\u{435}nt.", fixed: "He went."),
        .fails(
            "国家",
            "C\u{442}\u{440}\u{430}\u{43D}\u{430}",
            to: "ru",
            fixed: "\u{421}\u{442}\u{440}\u{430}\u{43D}\u{430}"
        ),
        .passes("数据线", "USB-кабель", to: "ru"),
        .passes("β射线", "β-rays and μm"),
    ]

    private let script: WritingScript

    package init?(_ context: CheckContext) {
        switch context.script {
        case .latin, .cyrillic, .greek: script = context.script
        default: return nil
        }
    }

    package func findings(in text: PairText) -> [Finding] {
        let traits = text.target.traits
        let kinds = [traits.contains(.latin), traits.contains(.cyrillic), traits.contains(.greek)].count { $0 }
        guard kinds > 1 else { return [] }
        let scalars = text.target.scalars
        var index = 0
        while index < scalars.count {
            guard Self.kind(of: scalars[index]) != nil else {
                index += 1
                continue
            }
            let start = index
            while index < scalars.count, Self.kind(of: scalars[index]) != nil { index += 1 }
            if let edits = edits(for: start..<index, in: scalars) {
                return [
                    text.finding(
                        Self.code,
                        .warning,
                        "“\(text.target.string(start..<index))” has letters of two scripts that look alike.",
                        target: start..<index,
                        fix: Finding.Fix(edits)
                    )
                ]
            }
        }
        return []
    }

    /// The edits that put a word into one script, nil when it is in one or when its letters cannot be mistaken.
    private func edits(for word: Range<Int>, in scalars: [Unicode.Scalar]) -> [Finding.Fix.Edit]? {
        guard word.count >= 3 else { return nil }
        var counts: [WritingScript: Int] = [:]
        for index in word {
            if let kind = Self.kind(of: scalars[index]) { counts[kind, default: 0] += 1 }
        }
        guard counts.count == 2 else { return nil }
        // What can be written in the target's script is; else what most letters are.
        let most = counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
        for wanted in [script, most].compactMap(\.self) where counts[wanted] != nil {
            var edits: [Finding.Fix.Edit] = []
            for index in word where Self.kind(of: scalars[index]) != wanted {
                guard let twin = Self.twin(of: scalars[index], in: wanted) else {
                    edits = []
                    break
                }
                edits.append(.init(range: index..<(index + 1), text: String(twin)))
            }
            if !edits.isEmpty { return edits }
        }
        return nil
    }

    private static func kind(of scalar: Unicode.Scalar) -> WritingScript? {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: .latin
        case 0x400...0x481, 0x48A...0x52F: .cyrillic
        case 0x370...0x373, 0x376, 0x377, 0x37B...0x37D, 0x386, 0x388...0x3FF: .greek
        default: nil
        }
    }

    private static func twin(of scalar: Unicode.Scalar, in script: WritingScript) -> Unicode.Scalar? {
        for row in rows where row.contains(scalar) { return row.first { kind(of: $0) == script } }
        return nil
    }

    /// Letters with the same look, Latin, Cyrillic and Greek (Unicode TR 39, confusables, the plain ones).
    private static let rows: [[Unicode.Scalar]] = [
        ["A", "А", "Α"], ["B", "В", "Β"], ["C", "С"], ["E", "Е", "Ε"], ["H", "Н", "Η"], ["I", "І", "Ι"], ["J", "Ј"],
        ["K", "К", "Κ"], ["M", "М", "Μ"], ["N", "Ν"], ["O", "О", "Ο"], ["P", "Р", "Ρ"], ["S", "Ѕ"], ["T", "Т", "Τ"],
        ["X", "Х", "Χ"], ["Y", "У", "Υ"], ["Z", "Ζ"], ["a", "а"], ["c", "с"], ["e", "е"], ["i", "і"], ["j", "ј"],
        ["o", "о", "ο"], ["p", "р"], ["s", "ѕ"], ["x", "х"], ["y", "у"], ["v", "ν"], ["k", "к"], ["m", "м"],
        ["t", "т"],
        ["n", "п"],
    ]
}
