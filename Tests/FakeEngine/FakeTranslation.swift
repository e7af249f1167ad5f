import Text

/// A "translation" into made-up words that a verifier accepts: the same text gives the same words on every machine.
///
/// Tags, placeholders, Latin letters and digits stay, Chinese numerals become digits, terms become their target,
/// punctuation becomes Western, and Han characters become words in proportion (six for ten).
package enum FakeTranslation {
    /// - Parameter terms: source and target of what the prompt gave; the longest match wins.
    package static func translate(_ source: String, terms: [(source: String, target: String)] = []) -> String {
        var writer = FakeWriter(seed: StableHash(source).value)
        let scalars = Array(source.unicodeScalars)
        let needles = terms.map { (Array($0.source.unicodeScalars), $0.target) }
            .sorted { $0.0.count > $1.0.count }
        var index = 0
        while index < scalars.count {
            let rest = scalars[index...]
            if let (needle, target) = needles.first(where: { !$0.0.isEmpty && rest.starts(with: $0.0) }) {
                writer.word(target)
                index += needle.count
            } else if scalars[index] == "<", let end = rest.firstIndex(of: ">") {
                writer.tag(string(scalars[index...end]))
                index = end + 1
            } else if let end = numeral(scalars, at: index) {
                let text = string(scalars[index..<end])
                let value = ChineseNumeral.value(of: text) ?? 0
                writer.word(value == value.rounded() && value < 1e15 ? String(Int(value)) : String(value))
                index = end
            } else if isPlain(scalars[index]) {
                var end = index
                while end < scalars.count, isPlain(scalars[end]) || isPoint(scalars, at: end) { end += 1 }
                writer.word(string(scalars[index..<end]))
                index = end
            } else if scalars[index].isHan {
                writer.han(scalars[index])
                index += 1
            } else {
                writer.mark(scalars[index])
                index += 1
            }
        }
        return writer.finished()
    }

    /// The end of a numeral with Han in it that starts here: two characters or more, or one between 第 and a counter.
    private static func numeral(_ scalars: [Unicode.Scalar], at start: Int) -> Int? {
        var end = start
        var hasHan = false
        while end < scalars.count, isNumeral(scalars[end]) {
            hasHan = hasHan || scalars[end].isHan
            end += 1
        }
        let ordinal = start > 0 && scalars[start - 1] == "第"
        guard hasHan, end - start > 1 || (ordinal && end > start) else { return nil }
        // 七八 alone is a guess, not 78.
        let digits = scalars[start..<end].compactMap(ChineseNumeral.digit)
        if digits.count == 2, end - start == 2, digits[1] == digits[0] + 1 { return nil }
        return ChineseNumeral.value(of: string(scalars[start..<end])) == nil ? nil : end
    }

    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        ChineseNumeral.digit(scalar) != nil || ChineseNumeral.unit(scalar) != nil || scalar == "." || scalar == "廿"
    }

    /// What stays as it is: ASCII but for spaces and marks that close a clause, and everything accented.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\n", "\t", ",", ".", "!", "?", ";", ":", "\"", "<": false
        default: scalar.value < 0x2000
        }
    }

    /// A full stop between two digits: 1.5.
    private static func isPoint(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        let digits = Unicode.Scalar("0")...Unicode.Scalar("9")
        return scalars[index] == "." && index + 1 < scalars.count && digits.contains(scalars[index - 1])
            && digits.contains(scalars[index + 1])
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}

/// Puts words, marks and tags together with the spaces that English has.
private struct FakeWriter {
    private var text = ""
    private var seed: UInt64
    private var pending = 0
    private var wantsSpace = false
    private var startsSentence = true

    init(seed: UInt64) { self.seed = seed }

    mutating func han(_ scalar: Unicode.Scalar) {
        pending += 1
        seed = (seed ^ UInt64(scalar.value)) &* 0x0000_0100_0000_01B3
    }

    mutating func word(_ word: String) {
        flush()
        put(word)
    }

    mutating func tag(_ tag: String) {
        flush()
        if wantsSpace, !tag.hasPrefix("</"), !tag.hasSuffix("/>") {
            text += " "
            wantsSpace = false
        }
        text += tag
    }

    mutating func mark(_ scalar: Unicode.Scalar) {
        flush()
        switch scalar {
        case "，", "、", ",": close(",")
        case "。", "．", ".": close(".", ends: true)
        case "！", "!": close("!", ends: true)
        case "？", "?": close("?", ends: true)
        case "；", ";": close(";")
        case "：", ":": close(":")
        case "…": if !text.hasSuffix("…") { close("…") }
        case "—", "～": if !text.hasSuffix("—") { close("—") }
        case "“", "「", "‘", "『": open(scalar == "“" || scalar == "「" ? "“" : "‘")
        case "”", "」": close("”")
        case "’", "』": close("’")
        case "\"": text.last == " " || text.isEmpty ? open("\"") : close("\"")
        case "（", "【": open(scalar == "（" ? "(" : "[")
        case "）", "】": close(scalar == "）" ? ")" : "]")
        case "《", "》", "〈", "〉": break
        case " ", "\u{3000}", "\t": wantsSpace = !text.isEmpty
        case "\n":
            text += "\n"
            wantsSpace = false
        default: text.unicodeScalars.append(scalar)
        }
    }

    mutating func finished() -> String {
        flush()
        return text
    }

    private mutating func flush() {
        guard pending > 0 else { return }
        for _ in 0..<max(1, (pending * 6 + 5) / 10) {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            put(fakeWords[Int(seed >> 33) % fakeWords.count])
        }
        pending = 0
    }

    private mutating func put(_ word: String) {
        if wantsSpace { text += " " }
        text += startsSentence ? word.prefix(1).uppercased() + word.dropFirst() : word
        startsSentence = false
        wantsSpace = true
    }

    private mutating func open(_ mark: String) {
        if wantsSpace { text += " " }
        text += mark
        wantsSpace = false
        startsSentence = true
    }

    private mutating func close(_ mark: String, ends: Bool = false) {
        text += mark
        wantsSpace = true
        if ends { startsSentence = true }
    }
}

private let fakeWords = """
    amber ashen autumn basin beacon birch bitter bramble bright brook candle cedar chime cinder clover cobble copper
    coral crimson dapple distant dusk ember evening falcon feather fern flint forest frost garden gentle ginger
    glimmer golden granite harbor hazel heather hidden hollow humble island ivory jasper juniper kindle lantern
    lavender ledger linen lively lonely maple marble meadow mellow meteor mirror misty morning mossy narrow nettle
    nimble ocean olive orchard pebble pepper petal pewter pillar plain plum poplar purple quartz quiet raven reed
    ribbon river rosy rustic saffron sandal scarlet shadow shallow silent silver simple slender smoky solemn sparrow
    steady stone summer sunny swallow tender thistle thunder timber tranquil tulip twilight valley velvet violet
    walnut wander warm weather willow window winter wistful wooden yellow yonder
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
