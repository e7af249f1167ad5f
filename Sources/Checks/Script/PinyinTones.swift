package import Text

/// Pinyin with tone marks left: xiū liàn.
package struct PinyinTones: Check {
    package static let code = "pinyin-tones"
    package static let asserts = "A translation has no pinyin with tone marks, unless its source has."
    package static let locales = "targets in Latin script that use neither carons nor macrons on vowels"
    package static var severity: Finding.Severity { .warning }
    package static let examples: [CheckExample] = [
        .fails("他在修炼。", "He was in xiūliàn."),
        .fails("你好！", "Nǐ hǎo!"),
        .passes("东京", "Tōkyō"),
        .passes("他说了一句佛经。", "He recited a sūtra in Pāli."),
        .passes("他念道：nǐ hǎo", "He read: nǐ hǎo"),
    ]

    package init?(_ context: CheckContext) {
        let others = ["lv", "lt", "mi", "haw", "cs", "sk", "vi", "sm", "to", "la", "sgs", "hr", "sr", "sl", "yo"]
        guard context.script == .latin, !others.contains(context.target.language) else { return nil }
    }

    package func findings(in text: PairText) -> [Finding] {
        guard text.target.traits.contains(.latinExtended), !text.source.traits.contains(.latinExtended) else {
            return []
        }
        let scalars = text.target.scalars
        var score = 0
        var range: Range<Int>?
        for word in text.targetWords {
            let tones = word.compactMap { Self.tone(of: scalars[$0]) }
            guard !tones.isEmpty, tones.contains(where: { $0 != 0 }) || tones.count > 1 else { continue }
            guard Self.isPinyin(scalars[word]) else { continue }
            // A third tone says it alone; a first tone is a long vowel, too, and an acute or grave is in many words.
            score += tones.contains(3) ? 2 : tones.contains(1) ? 1 : 0
            if range == nil, tones.contains(3) || tones.contains(1) { range = word }
            if score == 1, tones.count > 1 { score += 1 }
        }
        guard score >= 2, let range else { return [] }
        return [
            text.finding(
                Self.code,
                .warning,
                "“\(text.target.string(range))” is pinyin with tone marks. Translate it, or leave the marks out.",
                target: range
            )
        ]
    }

    /// 1 for a macron, 2 acute, 3 caron, 4 grave; nil for other letters.
    private static func tone(of scalar: Unicode.Scalar) -> Int? {
        guard scalar.value >= 0xC0, scalar.value < 0x1E0 else { return nil }
        for (index, row) in tones.enumerated() where row.contains(scalar) { return index + 1 }
        return nil
    }

    private static let tones: [[Unicode.Scalar]] = [
        Array("āēīōūǖĀĒĪŌŪ".unicodeScalars), Array("áéíóúǘÁÉÍÓÚ".unicodeScalars),
        Array("ǎěǐǒǔǚǍĚǏǑǓ".unicodeScalars), Array("àèìòùǜÀÈÌÒÙ".unicodeScalars),
    ]
    private static let plain: [[Character]] = Array(repeating: Array("aeiouüaeiou"), count: 4)

    /// Whether a word is made of syllables of pinyin, with one tone mark each at most.
    private static func isPinyin(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        var letters: [Character] = []
        for scalar in word {
            if let tone = tone(of: scalar), let place = tones[tone - 1].firstIndex(of: scalar) {
                letters.append(plain[tone - 1][place])
            } else if scalar == "'" || scalar == "’" || scalar == "-" {
                continue
            } else {
                letters.append(Character(scalar.properties.lowercaseMapping))
            }
        }
        guard letters.count <= 24 else { return false }
        var reachable: Set<Int> = [0]
        for start in 0..<letters.count where reachable.contains(start) {
            for end in (start + 1)...min(start + 6, letters.count)
            where syllables.contains(String(letters[start..<end])) {
                reachable.insert(end)
            }
        }
        return reachable.contains(letters.count)
    }

    /// Syllables: initials with the finals that go with them (汉语拼音方案).
    static let syllables: Set<String> = {
        let table: [(String, String)] = [
            ("b p", "a o ai ei ao an en ang eng i ie iao ian in ing u"),
            ("m f", "a o ai ei ao ou an en ang eng u"), ("m", "e i ie iao iu ian in ing"),
            ("d t", "a e ai ei ao ou an en ang eng ong i ie iao iu ian ing u uo ui uan un"),
            ("n l", "a e ai ei ao ou an en ang eng ong i ie ia iao iu ian in iang ing u uo uan un ü üe ue"),
            ("g k h", "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang"),
            ("j q x", "i ia ie iao iu ian in iang ing iong u ue uan un"),
            ("zh ch sh", "a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang"),
            ("r", "e i ao ou an en ang eng ong u ua uo ui uan un"),
            ("z c s", "a e i ai ei ao ou an en ang eng ong u uo ui uan un"),
            ("y", "a e o i ao ou an in ang ing ong u ue uan un"), ("w", "a o ai ei an en ang eng u"),
            ("", "a o e ai ei ao ou an en ang eng er"),
        ]
        var syllables: Set<String> = []
        for (initials, finals) in table {
            let starts = initials.isEmpty ? [""] : initials.split(separator: " ").map(String.init)
            for start in starts {
                for final in finals.split(separator: " ") { syllables.insert(start + final) }
            }
        }
        return syllables
    }()
}
