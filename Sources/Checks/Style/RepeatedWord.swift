package import Text

/// The same word twice: the the.
package struct RepeatedWord: Check {
    package static let code = "repeated-word"
    package static let asserts =
        "No word stands twice in a row, but for those that a language doubles on purpose and where the source doubles one."
    package static let locales =
        "all that divide words by spaces; only small words where others are doubled as grammar (vi, hi, tr, ko …)"
    package static var severity: Finding.Severity { .warning }
    package static let examples: [CheckExample] = [
        .fails("他走进了房间。", "He went into the the room.", fixed: "He went into the room."),
        .fails("他走了。", "Er ist ist gegangen.", to: "de", fixed: "Er ist gegangen."),
        .fails("她打开了门。", "Sie öffnete die die Tür.", to: "de", fixed: "Sie öffnete die Tür."),
        .passes("开门的人走了。", "Die Leute, die die Tür öffneten, gingen.", to: "de"),
        .fails("他一步一步地走，数到了头。", "Он шёл, досчитав досчитав до конца.", to: "ru", fixed: "Он шёл, досчитав до конца."),
        .passes("他早就知道了。", "He had had his suspicions."),
        .passes("“不不不。”", "\"No no no.\""),
        .fails("他的楼梯很长。", "Seine Treppe Treppe war lang.", to: "de", fixed: "Seine Treppe war lang."),
        .passes("唐棠来了。", "Tang Tang came."),
        .passes("欣欣来了。", "Xin Xin came."),
        .fails("林动拔出了剑。", "Lin Dong Dong drew his sword.", fixed: "Lin Dong drew his sword."),
        .fails("陆小川走了。", "Lu Xiaochuan Xiaochuan đi rồi.", to: "vi", fixed: "Lu Xiaochuan đi rồi."),
        .fails("系统：欢迎。", "System: System: Welcome.", fixed: "System: Welcome."),
        .passes("他很很高兴。", "He was very very happy."),
        .passes("孩子们都来了。", "Anak anak sudah datang.", to: "id"),
        .passes("他慢慢走来。", "Hắn từ từ bước tới.", to: "vi"),
        .passes("他慢慢走来。", "Yavaş yavaş geldi.", to: "tr"),
        .passes("我们走。", "Nous nous en allons.", to: "fr"),
    ]

    private let doubled: Set<String>
    private let isGerman: Bool
    private let isMalay: Bool
    /// The only words that are asked about, where a language doubles others as grammar.
    private let asked: Set<String>?

    package init?(_ context: CheckContext) {
        let language = context.target.language
        guard !context.target.joinsWithoutSpace, !["haw", "mi", "jv", "su"].contains(language) else { return nil }
        asked = Self.asked[language]
        doubled = Self.doubled[language] ?? []
        isGerman = language == "de"
        isMalay = ["id", "ms"].contains(language)
    }

    package func findings(in text: PairText) -> [Finding] {
        let scalars = text.target.scalars
        let words = text.targetWords
        guard words.count > 1 else { return [] }
        lazy var sourceDoubles = Self.doubles(text.source)
        lazy var sourceRepeats = Self.repeated(in: text)
        for index in 1..<words.count {
            let (left, right) = (words[index - 1], words[index])
            guard left.count == right.count,
                Self.isGap(left, right, in: scalars),
                Self.isSame(scalars[left], scalars[right])
            else { continue }
            guard scalars[left].contains(where: { $0.properties.isAlphabetic }) else { continue }
            let word = text.target.string(right).lowercased()
            let isName = scalars[left.lowerBound].isCapital && scalars[right.lowerBound].isCapital
            if isName, Self.mayDouble(scalars[right], in: text, sourceDoubles) { continue }
            if doubled.contains(word), !isGerman || Self.mayBeArticle(word, before: left.lowerBound, in: scalars) {
                continue
            }
            if let asked, !asked.contains(word), !isName { continue }
            // Plurals and adverbs that Malay doubles, with a hyphen or without: anak anak, pelan pelan.
            if isMalay, !isName, sourceDoubles || text.source.scalars.contains(where: Self.manifold.contains) {
                continue
            }
            if Self.degrees.contains(word), Self.intensifies(text.source) { continue }
            if Self.isRow(index, words, scalars), sourceDoubles { continue }
            if Self.called.contains(word) && Self.startsClause(left.lowerBound, in: scalars)
                || Self.isAlone(left.lowerBound..<right.upperBound, in: scalars),
                sourceDoubles
            {
                continue
            }
            if text.source.traits.contains(.latin), sourceRepeats.contains(word) { continue }
            return [
                text.finding(
                    Self.code,
                    .warning,
                    "“\(text.target.string(right))” stands twice in a row.",
                    target: left.lowerBound..<right.upperBound,
                    fix: Finding.Fix(replacing: left.upperBound..<right.upperBound, by: "")
                )
            ]
        }
        return []
    }

    /// German articles after a pronoun of the same form: Leute, die die Tür öffnen; die Stadt, in die die Leute ziehen.
    private static func mayBeArticle(_ word: String, before place: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard ["die", "das", "der"].contains(word) else { return true }
        var index = place - 1
        func skip(_ isSkipped: (Unicode.Scalar) -> Bool) {
            while index >= 0, isSkipped(scalars[index]) { index -= 1 }
        }
        skip { $0.isSpace }
        if index < 0 || !TextScan.isWord(scalars[index]) { return true }
        skip { TextScan.isWord($0) }
        skip { $0.isSpace }
        return index < 0 || !TextScan.isWord(scalars[index])
    }

    /// Space between two words, or a mark that stands after both or before both: `System: System:`, `Rumor, Rumor,`, `¡Sí ¡Sí`.
    private static func isGap(_ left: Range<Int>, _ right: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
        var gap = left.upperBound..<right.lowerBound
        guard let first = gap.first, gap.count <= 3 else { return false }
        let isCapital = scalars[right.lowerBound].isCapital
        let isMark = scalars[first] == ":" || scalars[first] == "：" || scalars[first] == "," && isCapital
        if isMark, right.upperBound < scalars.count, scalars[right.upperBound] == scalars[first] {
            gap = (gap.lowerBound + 1)..<gap.upperBound
        } else if let last = gap.last, "¡¿".unicodeScalars.contains(scalars[last]), left.lowerBound > 0,
            scalars[left.lowerBound - 1] == scalars[last]
        {
            gap = gap.lowerBound..<(gap.upperBound - 1)
        }
        return !gap.isEmpty && gap.allSatisfy { scalars[$0] == " " || scalars[$0] == "\u{A0}" || scalars[$0] == "\n" }
    }

    /// Whether a name of two like words may be one: 唐棠 as Tang Tang, 小小 in the source for a word that is no pinyin.
    private static func mayDouble(_ word: ArraySlice<Unicode.Scalar>, in text: PairText, _ sourceDoubles: Bool) -> Bool
    {
        guard text.source.traits.contains(.han) else { return word.count < 4 || sourceDoubles }
        var folded: [Unicode.Scalar] = []
        for scalar in word { scalar.appendLowercase(to: &folded) }
        guard let syllables = PinyinCut.syllables(folded[...]) else { return sourceDoubles }
        let source = text.source.scalars
        let readings = source.map { $0.isHan ? Readings.syllable(of: $0) ?? .max : nil }
        guard source.count >= 2 * syllables.count else { return false }
        for start in 0...(source.count - 2 * syllables.count) {
            let isThere = (0..<(2 * syllables.count)).allSatisfy { place in
                guard let reading = readings[start + place] else { return false }
                // The same character twice may be read in any way.
                let other = start + (place + syllables.count) % (2 * syllables.count)
                return reading == syllables[place % syllables.count]
                    || source[other] == source[start + place] && !adverbs.contains(source[other])
            }
            if isThere { return true }
        }
        return false
    }

    /// Characters that are doubled in adverbs, and in no name: 冷冷地, 久久.
    private static let adverbs = Set("久冷慢轻輕静靜悄默渐漸偷深重常刚剛紧緊牢匆缓緩淡狠微细細呆死暗频頻纷紛滚滾连連处處人家天年时時刻声聲步个個件样樣".unicodeScalars)
    private static func intensifies(_ scan: TextScan) -> Bool {
        let (scalars, degrees) = (scan.scalars, "很非十太真好极極最更超挺特老多".unicodeScalars)
        return scalars.indices.dropLast().contains { index in
            degrees.contains(scalars[index])
                && (scalars[index + 1] == scalars[index]
                    || index + 3 < scalars.count && scalars[index] == scalars[index + 2]
                        && scalars[index + 1] == scalars[index + 3])
        }
    }

    private static func isSame(_ left: ArraySlice<Unicode.Scalar>, _ right: ArraySlice<Unicode.Scalar>) -> Bool {
        left.count == right.count
            && zip(left, right).allSatisfy { first, second in
                first == second || first.properties.lowercaseMapping == second.properties.lowercaseMapping
            }
    }

    private static func isRow(_ index: Int, _ words: [Range<Int>], _ scalars: [Unicode.Scalar]) -> Bool {
        (index + 1 < words.count && isSame(scalars[words[index]], scalars[words[index + 1]]))
            || (index > 1 && isSame(scalars[words[index - 2]], scalars[words[index]]))
    }

    /// Whether nothing but a mark stands before: No no, I won't.
    private static func startsClause(_ place: Int, in scalars: [Unicode.Scalar]) -> Bool {
        scalars[..<place].last { $0 != " " }.map { !TextScan.isWord($0) } ?? true
    }

    /// Whether a range is a sentence of its own: Squeak squeak.
    private static func isAlone(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
        func isEdge(_ scalar: Unicode.Scalar) -> Bool { !TextScan.isWord(scalar) && scalar != " " }
        let before = scalars[..<range.lowerBound].last { $0 != " " }
        return before.map(isEdge) ?? true && (range.upperBound == scalars.count || isEdge(scalars[range.upperBound]))
    }

    /// Whether a source doubles a character or a word: 不不, 快走快走, 好，好.
    private static func doubles(_ scan: TextScan) -> Bool {
        let scalars = scan.scalars
        for index in scalars.indices {
            for step in 1...4 where index + step < scalars.count {
                guard scalars[index] == scalars[index + step], scalars[index].isHan else { continue }
                if step == 1 || step == 2 && scalars[index + 1].isCJKPunctuation { return true }
                if index + 2 * step <= scalars.count,
                    scalars[index..<(index + step)].elementsEqual(scalars[(index + step)..<(index + 2 * step)])
                {
                    return true
                }
            }
        }
        return false
    }

    /// Words that stand twice in a row in the source.
    private static func repeated(in text: PairText) -> Set<String> {
        var repeated: Set<String> = []
        var last = ""
        for range in text.sourceWords {
            let word = text.source.string(range).lowercased()
            if word == last { repeated.insert(word) }
            last = word
        }
        return repeated
    }
}
