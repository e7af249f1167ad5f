import Media
import Testing
import Text

/// What holds for any dialogue: random lines in many languages, at random times, with random cuts.
@Suite struct SubtitlePropertyTests {
    static let locales = [
        "en", "es-419", "fr", "de", "pt-BR", "it", "ru", "pl", "id", "vi", "tr", "ar", "he", "hi", "th", "zh-Hans",
        "ja",
        "ko", "km", "my",
    ]

    @Test(arguments: locales)
    func holdsToEveryRule(of name: String) throws {
        let locale = try #require(LanguageTag(name))
        var random = SeededNumbers(seed: name.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
        for round in 0..<4 {
            let style = SubtitleStyle(of: locale, picture: round.isMultiple(of: 2) ? .wide : .vertical)
            let rate = try #require(FrameRate([24, 25, 23.976, 60][round]))
            let lines = dialogue(style, &random)
            let shots = (0..<80).map { _ in Double.random(in: 0...500, using: &random) }
            let layout = SubtitleLayout(style: style, frameRate: rate, shots: shots)
            check(layout.laidOut(lines), lines, layout)
        }
    }

    /// Lines of made-up words and names, some overlapping, some long.
    private func dialogue(_ style: SubtitleStyle, _ random: inout SeededNumbers) -> [SubtitleLine] {
        let words = Self.words[style.locale.language] ?? Self.words["en", default: []]
        let joint = style.locale.joinsWithoutSpace ? "" : " "
        var time = 1.0
        return (0..<45).map { index in
            let name = words.prefix(2).joined(separator: joint)
            var parts: [String] = []
            for _ in 0..<Int.random(in: 1...(index.isMultiple(of: 9) ? 60 : 14), using: &random) {
                let word =
                    Bool.random(using: &random) || parts.last == name
                    ? words.dropFirst(2).randomElement(using: &random) : name
                parts.append(
                    (word ?? "")
                        + (Int.random(in: 0..<6, using: &random) == 0 ? style.locale.writesHan ? "，" : "," : "")
                )
            }
            let text = parts.joined(separator: joint) + (style.locale.writesHan ? "！" : "!")
            let length = Double.random(in: 0.2...4, using: &random)
            defer { time += length + Double.random(in: -0.4...1.5, using: &random) }
            return SubtitleLine(
                id: "l\(index)",
                time: TimeSpan(time, time + length),
                text: text,
                speaker: ["甲", "乙", "丙", nil].randomElement(using: &random) ?? nil,
                names: [name]
            )
        }
    }

    private func check(_ result: LaidOutSubtitles, _ lines: [SubtitleLine], _ layout: SubtitleLayout) {
        let (style, rate) = (layout.style, layout.frameRate)
        var last: Int?
        let flagged = Set(result.findings.filter { $0.code == "subtitle-times" }.compactMap(\.place.unit))
        let over = Set(result.overBudget.map(\.id))
        for subtitle in result.subtitles {
            let start = rate.frame(at: subtitle.time.start)
            let end = rate.frame(at: subtitle.time.end)
            #expect(abs(rate.seconds(start) - subtitle.time.start) < 1e-6, "is not on a frame")
            #expect(abs(rate.seconds(end) - subtitle.time.end) < 1e-6, "does not end on a frame")
            if let last {
                #expect(start - last >= 2, "follows after \(start - last) frames")
                let half = Int((rate.framesPerSecond / 2).rounded())
                let gap = start - last
                #expect(gap == 2 || gap >= half - 3 || subtitle.time.duration > 6, "leaves \(gap) frames")
            }
            last = end
            #expect(subtitle.time.duration <= style.longest + 0.001)
            if !flagged.contains(subtitle.ids.first ?? "") { #expect(subtitle.time.duration >= style.shortest - 0.001) }
            #expect((1...style.lines).contains(subtitle.lines.count))
            for line in subtitle.lines {
                #expect(style.width(of: line) <= Double(style.line), "“\(line)” is too wide")
                #expect(line == line.trimmed && !line.isEmpty)
            }
            let width = subtitle.lines.reduce(0) { $0 + style.width(of: $1) }
            if over.isDisjoint(with: subtitle.ids) {
                #expect(width <= style.speed * subtitle.time.duration * 1.001, "cannot be read")
            }
        }
        let all = result.subtitles.flatMap(\.lines).map(letters).joined()
        #expect(all.count == lines.map { letters($0.text).count }.reduce(0, +), "letters are lost or added")
        var bag: [Character: Int] = [:]
        for character in lines.map({ letters($0.text) }).joined() { bag[character, default: 0] += 1 }
        for character in all { bag[character, default: 0] -= 1 }
        #expect(bag.values.allSatisfy { $0 == 0 })
        // Only in a name that is wider than a line may a line end.
        for name in Set(lines.flatMap(\.names)) where style.width(of: name) <= Double(style.line) / 2 {
            let before = lines.reduce(0) { $0 + count(of: name, in: $1.text) }
            let after = result.subtitles.flatMap(\.lines).reduce(0) { $0 + count(of: name, in: $1) }
            #expect(before == after, "“\(name)” is parted \(before - after) times")
        }
    }

    private func letters(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
            )
        )
    }

    private func count(of name: String, in text: String) -> Int {
        text.split(separator: name, omittingEmptySubsequences: false).count - 1
    }

    private static let words: [String: [String]] = [
        "en": split("Lu Xiaohu the sword of old masters and you will never have been in a house with mountains"),
        "es": split("Lu Xiaohu la espada de los viejos maestros y nunca has estado en una casa con montañas"),
        "fr": split("Lu Xiaohu l’épée des vieux maîtres et vous n’avez jamais été dans une maison à la montagne"),
        "de": split(
            "Lu Xiaohu das Schwert der alten Meister und niemals ein Haus auf Donaudampfschifffahrtsgesellschaft"
        ),
        "ru": split("Лу Сяоху меч старых мастеров и ты никогда не был в доме на горе который стоит"),
        "ar": split("لو شياوهو سيف المعلمين القدامى في البيت الذي على الجبل ولن تعود أبدا إلى هنا"),
        "he": split("לו שיאוהו החרב של המורים הזקנים בבית שעל ההר ולא תחזור לעולם אל הבית הזה"),
        "hi": split("लू शियाओहू पुराने गुरुओं की तलवार और तुम कभी पहाड़ वाले घर में नहीं थे"),
        "th": split("หลู่ เสี่ยวหู่ ดาบ ของ อาจารย์ และ เจ้า จะ ไม่ กลับมา ที่ บ้าน บน ภูเขา อีกแล้ว"),
        "zh": split("陆 小虎 宝剑 师父 的 你们 永远 不会 回来 了 因为 山上 房子 就是"),
        "ja": split("ルー シャオフー 剣 師匠 の あなた は 決して 戻って こない と 山 にある 家 だから"),
        "ko": split("루 샤오후 검 스승의 너는 절대로 돌아오지 않을 것이다 산에 있는 집에서"),
        "km": split("លូ ស៊ាវហ៊ូ ដាវ របស់ គ្រូ និង អ្នក នឹង មិន ត្រឡប់ មក ផ្ទះ លើ ភ្នំ"),
        "my": split("လူ ရှောင်ဟူ ဓား ဆရာ ရဲ့ မင်း ဘယ်တော့မှ ပြန်မလာ တောင်ပေါ်က အိမ်"),
    ]

    private static func split(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}

/// Numbers that are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
