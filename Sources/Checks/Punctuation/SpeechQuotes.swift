package import Text

/// A speech of several paragraphs: each opens with a quote, and only the last closes.
package struct SpeechQuotes: BookCheck {
    package static let code = "speech-quotes"
    package static let asserts =
        "A speech that goes on in the next paragraph opens there with a quote or a dash again, and one that is over is closed."
    package static let examples: [BookExample] = [
        .fails([
            .passes("“那年冬天很冷。", "“That winter was cold."), .passes("“后来雪化了。”他说。", "Then the snow melted,” he said."),
        ]),
        .fails([.passes("“那年冬天很冷。", "“That winter was cold."), .passes("天亮了。", "Day broke.")]),
        .passes([.passes("“那年冬天很冷。", "“That winter was cold."), .passes("“后来雪化了。”", "“Then the snow melted.”")]),
        .passes([.passes("“那年冬天很冷。", "“That winter was cold."), .passes("后来雪化了。”", "Then the snow melted.”")]),
    ]

    private var found: [Finding] = []
    private var open: (source: Bool, target: Bool) = (false, false)

    package init?(_ context: CheckContext) {}

    package mutating func read(_ text: PairText) {
        guard [.paragraph, .dialogue].contains(text.pair.kind) else {
            open = (false, false)
            return
        }
        let source = Speech(text.source.scalars)
        let target = Speech(text.target.scalars)
        if open.source, open.target, !text.target.scalars.isEmpty {
            if source.opens, !target.opens {
                found.append(
                    text.finding(
                        Self.code,
                        .warning,
                        "The speech goes on here; open the paragraph with a quote again.",
                        target: 0..<1
                    )
                )
            } else if !source.opens, !target.opens, source.depth == 0, target.depth == 0 {
                found.append(
                    text.finding(
                        Self.code,
                        .warning,
                        "The speech before this paragraph was never closed.",
                        target: 0..<1
                    )
                )
            }
        }
        open = (source.depth > 0, target.depth > 0)
    }

    package mutating func endDocument(_ file: String) -> [Finding] {
        defer {
            found = []
            open = (false, false)
        }
        return found.map { finding in
            var finding = finding
            finding.place.file = file
            return finding
        }
    }

    /// How a paragraph stands to speech, by marks whose direction is plain.
    private struct Speech {
        /// Quotes opened and not closed.
        var depth = 0
        var opens = false

        init(_ scalars: [Unicode.Scalar]) {
            opens =
                scalars.first { $0 != " " && $0 != "\u{3000}" }.map { "“「『«\"—–„»”".unicodeScalars.contains($0) }
                ?? false
            for scalar in scalars {
                switch scalar {
                case "“", "「", "«", "„": depth += 1
                case "”", "」", "»": depth -= 1
                default: break
                }
            }
            if scalars.contains("\"") { depth = 0 }
        }
    }
}
