internal import Glibc
package import Text

/// A translation whose length is out of what this book's others have.
package struct LengthOutlier: BookCheck {
    package static let code = "length-outlier"
    package static let asserts =
        "The translation's length is in proportion to the source's, as the book's other units of that length have it."
    package static let locales = "all; the proportions are learnt from the book, from sixty units of a length on"
    package static let examples: [BookExample] = [
        .fails(usual + [.passes("院子里的人都走光了。", "They left.")]),
        .passes(usual + [.passes("院子里的人都走光了。", "Everybody had gone, and the courtyard was empty.")]),
    ]

    /// A book that says so much of such a source.
    private static let usual = [CheckExample](
        repeating: .passes("外面的雨一直没有停。", "Outside the rain had been falling all day, and it had not stopped yet."),
        count: 60
    )

    private struct Entry {
        var key: String
        var file: Int32
        var bucket: UInt8
        var ratio: Float
    }

    /// Fewest units of a bucket to learn from.
    private static let least = 60
    /// How far out a unit is, in spreads of its bucket, and how far at the least in proportion.
    private static let limit: Float = 6
    private static let proportion: Float = 0.75

    private var entries: [Entry] = []
    private var files = [""]

    private let lengthRatio: LengthRatio?

    package init?(_ context: CheckContext) {
        lengthRatio = LengthRatio(context)
    }

    package mutating func read(_ text: PairText) {
        let source = text.sourceWeight
        let target = text.targetWeight
        // What LengthRatio says is not said twice.
        guard source >= 18, target > 0, lengthRatio?.findings(in: text).isEmpty ?? true else { return }
        entries.append(
            Entry(
                key: text.pair.key,
                file: Int32(files.count - 1),
                bucket: UInt8(min(7, max(0, Int(log2(source) - 4)))),
                ratio: Float(log((target + 3) / (source + 3)))
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
            entries = []
            files = [""]
        }
        var findings: [Finding] = []
        for bucket in Set(entries.map(\.bucket)).sorted() {
            let own = entries.filter { $0.bucket == bucket }
            guard own.count >= Self.least else { continue }
            let ratios = own.map(\.ratio).sorted()
            let middle = ratios[ratios.count / 2]
            let distances = ratios.map { abs($0 - middle) }.sorted()
            // Half of a normal distribution lies within 0.6745 of its spread.
            let spread = max(0.12, distances[distances.count / 2] / 0.6745)
            for entry in own {
                let distance = entry.ratio - middle
                guard abs(distance) > Self.limit * spread, abs(distance) > Self.proportion else { continue }
                let percent = Int((exp(distance) * 100).rounded())
                findings.append(
                    Finding(
                        Self.code,
                        .warning,
                        "The translation is \(percent) % as long as others of such a source: is something "
                            + "\(distance < 0 ? "missing" : "added")?",
                        at: Finding.Place(
                            file: files[Int(entry.file)].isEmpty ? nil : files[Int(entry.file)],
                            unit: entry.key.isEmpty ? nil : entry.key
                        )
                    )
                )
            }
        }
        return findings
    }
}
