package import Text

/// Translations that belong to their neighbours: a run that slipped by one, two that changed places, two in one.
package struct ShiftedTranslations: BookCheck {
    package static let code = "shifted"
    package static let asserts = "Each translation belongs to its own source and not to a neighbour's."
    package static let locales = "all; with a small lexicon for Chinese to English"
    package static let severity: Finding.Severity = .error

    package static let examples: [BookExample] = {
        let lines = [
            ("“你到底来不来？”", "“Are you coming or not?”"),
            ("陆小葫数了数，石阶一共三千二百级。", "Lu Xiaohu counted: there were three thousand two hundred steps."),
            ("他叹了口气，把包袱往肩上一甩，慢慢往上爬。", "He sighed, slung his bundle over his shoulder and climbed on slowly."),
            ("“三百块灵石。”", "“Three hundred spirit stones.”"),
            ("风停了。", "The wind stopped."),
            ("“什么？三百块？你怎么不去抢？”", "“What? Three hundred? Why don't you just rob me?”"),
            ("崔半夏从门后走出来，手里拿着一封信。", "Cui Banxia came out from behind the door with a letter in her hand."),
            ("信上只有十二个字。", "The letter held just twelve characters."),
        ]
        func run(_ order: [Int]) -> [CheckExample] {
            zip(lines, order).map { CheckExample.passes($0.0, lines[$1].1) }
        }
        return [
            .passes(run(Array(lines.indices))), .fails(run([0, 1, 3, 2, 4, 5, 6, 7])),
            .fails(run([0, 0, 1, 2, 3, 4, 5, 6])),
        ]
    }()

    /// Units are looked at in pieces of a book, so that memory does not grow with it.
    private static let piece = 600
    private static let overlap = 12

    private let lexicon: Lexicon?
    private var units: [ShiftUnit] = []
    private var isLater = false
    private var findings: [Finding] = []

    package init?(_ context: CheckContext) {
        lexicon = context.sourceWritesHan ? Lexicon.of(context.target.language) : nil
    }

    package mutating func read(_ text: PairText) {
        var unit = ShiftUnit(text, lexicon: lexicon)
        if let last = units.last {
            unit.repeats = last.targetHash == unit.targetHash && last.sourceHash != unit.sourceHash
        }
        units.append(unit)
        if units.count >= Self.piece {
            look(isEnd: false)
            units.removeFirst(units.count - Self.overlap)
            isLater = true
        }
    }

    package mutating func endDocument(_ file: String) -> [Finding] {
        look(isEnd: true)
        defer {
            units = []
            findings = []
            isLater = false
        }
        return findings.map { finding in
            var finding = finding
            if !file.isEmpty { finding.place.file = file }
            return finding
        }
    }

    private mutating func look(isEnd: Bool) {
        for slip in ShiftAlignment(units, lexicon: lexicon).slips {
            // What begins in the overlap is seen again with what follows; what began before it has been said.
            if !isEnd, slip.range.lowerBound >= units.count - Self.overlap / 2 { continue }
            if isLater, slip.range.lowerBound < Self.overlap / 2 { continue }
            findings.append(finding(slip))
        }
    }

    private func finding(_ slip: ShiftAlignment.Slip) -> Finding {
        let first = units[slip.range.lowerBound].key
        let last = units[slip.range.upperBound - 1].key
        let message =
            switch slip.kind {
            case .swap where slip.range.count > 2:
                "This translation and that of “\(last)” have changed places: put each beside its source."
            case .swap: "This translation and the next have changed places: put each beside its source."
            case .merge: "This translation holds the next unit's, too: divide it."
            case .split: "The translation of this unit goes on in the next: join the two."
            case .shift(let offset):
                "From here to “\(last)” (\(slip.range.count) units) the translations belong to the unit \(abs(offset)) "
                    + "\(offset > 0 ? "after" : "before") theirs: move them."
            }
        return Finding(Self.code, .error, message, at: Finding.Place(unit: first.isEmpty ? nil : first))
    }
}
