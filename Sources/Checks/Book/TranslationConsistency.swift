package import Text

/// A text that is translated in two ways, and two texts that are translated alike.
package struct TranslationConsistency: BookCheck {
    package static let code = "inconsistent"
    package static let asserts =
        "The same source has the same translation: names and strings of a few words, sentences of eight characters and more."
    package static let examples: [BookExample] = [
        .fails([
            .passes("确定要删除这个存档吗？", "Delete this save?"), .passes("确定要删除这个存档吗？", "Delete this save?"),
            .passes("确定要删除这个存档吗？", "Are you sure you want to remove this save file?"),
        ]),
        .passes([.passes("“嗯。”", "“Mm.”"), .passes("“嗯。”", "“Yes.”")]),
        .passes([.passes("他走进屋里，把剑放在桌上。", "He went in."), .passes("他走进屋里，把剑放在桌上。", "He went in!")]),
    ]

    private struct Place {
        var key: String
        var target: UInt64
        var file: Int
    }

    private var places: [UInt64: [Place]] = [:]
    private var texts: [UInt64: String] = [:]
    private var files = [""]

    package init?(_ context: CheckContext) {}

    /// The forms of a plural message have one source, and a translation each.
    private static func isPluralForm(_ key: String) -> Bool {
        key.hasSuffix("]") && PluralCategory.allCases.contains { key.hasSuffix("[\($0.rawValue)]") }
    }

    package mutating func read(_ text: PairText) {
        guard !text.target.scalars.isEmpty, Self.mustAgree(text), !Self.isPluralForm(text.pair.key) else { return }
        let source = Self.folded(text.source)
        let target = Self.folded(text.target)
        guard !source.isEmpty, !target.isEmpty else { return }
        let sourceHash = Lexicon.hash(source[...])
        let targetHash = Lexicon.hash(target[...])
        let known = places[sourceHash]
        // Ten of a text are enough to see two ways; the book may have thousands.
        guard (known?.count ?? 0) < 64 else { return }
        places[sourceHash, default: []].append(Place(key: text.pair.key, target: targetHash, file: files.count - 1))
        if known?.contains(where: { $0.target != targetHash }) ?? false || known == nil {
            texts[targetHash] = String(text.plainTarget.unicodeScalars.prefix(60))
        }
    }

    package mutating func endDocument(_ file: String) -> [Finding] {
        files[files.count - 1] = file
        files.append("")
        return []
    }

    package mutating func endBook() -> [Finding] {
        var findings: [Finding] = []
        for (_, places) in places where places.count > 1 {
            var counts: [UInt64: Int] = [:]
            for place in places { counts[place.target, default: 0] += 1 }
            guard counts.count > 1, let first = places.first else { continue }
            // The most frequent way is right, or else the first.
            let most = counts.values.max() ?? 1
            let usual = counts[first.target] == most ? first.target : places.first { counts[$0.target] == most }?.target
            guard let usual else { continue }
            for place in places where place.target != usual {
                findings.append(
                    Finding(
                        Self.code,
                        .warning,
                        "The same text is translated otherwise elsewhere: “\(texts[usual] ?? "")”. Use one of the two.",
                        at: Finding.Place(
                            file: files[place.file].isEmpty ? nil : files[place.file],
                            unit: place.key.isEmpty ? nil : place.key
                        )
                    )
                )
            }
        }
        places = [:]
        texts = [:]
        files = [""]
        return findings.sorted {
            ($0.place.file ?? "", $0.place.unit ?? "") < ($1.place.file ?? "", $1.place.unit ?? "")
        }
    }

    /// Short speech is translated as the scene asks.
    private static func mustAgree(_ text: PairText) -> Bool {
        let length = text.source.scalars.count { TextScan.isWord($0) }
        switch text.pair.kind {
        case .dialogue, .cue: return length >= 14
        case .paragraph: return length >= 8
        default: return length >= 2
        }
    }

    /// Letters and digits in lower case: marks and spaces may differ.
    static func folded(_ scan: TextScan) -> [Unicode.Scalar] {
        var folded: [Unicode.Scalar] = []
        for scalar in scan.scalars where TextScan.isWord(scalar) {
            if (0x41...0x5A).contains(scalar.value) {
                folded.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
            } else {
                folded.append(scalar)
            }
        }
        return folded
    }
}
