package import Text

/// What a target's words say of its language.
package struct LanguageReading: Sendable {
    /// Whether the text is surely in the locale's language.
    package private(set) var isTarget = false
    /// The language that it is in instead; nil when there is no telling.
    package private(set) var other: String?
    /// Whether it is written in the wrong script: Latin letters where Cyrillic is asked for.
    package private(set) var isWrongScript = false

    /// - Parameter words: those of the text.
    package init(_ scan: TextScan, words: [Range<Int>], locale: LanguageTag, script: WritingScript) {
        guard let profile = LanguageProfile.of(locale.language) ?? LanguageProfile.byScript[script] else { return }
        let count = LetterCount(scan, words: words)
        isTarget =
            count.letters(of: script) * 2 > count.total && script != .latin && script != .cyrillic && script != .arabic
        guard words.count >= 3 else { return }
        if count.total >= 12, count.letters(of: script) * 6 < count.total, count.lowerWords >= 3,
            count.han * 4 < count.total
        {
            isWrongScript = true
        }
        guard let table = LanguageProfile.tables[isWrongScript ? count.script : script] else { return }
        var scores = [Double](repeating: 0, count: table.languages.count)
        var hits = [Int](repeating: 0, count: table.languages.count)
        // Different words of three letters and more.
        var long = hits
        var seen = Set<UInt64>()
        var counted = 0
        for range in words {
            guard let hash = LanguageProfile.hash(scan.scalars[range]) else { continue }
            counted += 1
            guard let entry = table.words[hash] else { continue }
            // A word said often counts less the second time.
            let isNew = seen.insert(hash).inserted
            let weight = isNew ? entry.weight : entry.weight / 2
            for index in entry.languages {
                scores[index] += weight
                hits[index] += 1
                if entry.isLong, isNew { long[index] += 1 }
            }
        }
        guard counted > 0 else { return }
        let own = table.languages.firstIndex(of: profile)
        let ownHits = own.map { hits[$0] } ?? 0
        if !isWrongScript, ownHits >= 2, Double(ownHits) >= 0.15 * Double(counted) { isTarget = true }
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return }
        let language = table.languages[best]
        guard !FunctionWords.areSiblings(language, profile), own != nil || isWrongScript else { return }
        let ownScore = own.map { scores[$0] } ?? 0
        let share = Double(hits[best]) / Double(counted)
        let strange = isWrongScript ? 0 : LanguageProfile.strangeWords(scan, words: words, in: profile)
        let isStrange = strange >= 2 && strange * 8 >= counted
        let ownShare = Double(ownHits) / Double(counted)
        let isSure: Bool
        if ownHits == 0, counted >= 4, hits[best] >= 3, share >= 0.37, scores[best] >= (strange > 0 ? 0.8 : 1.3),
            long[best] >= 2
        {
            // Not one small word of its own, and many of another.
            isSure = true
        } else if isStrange, ownShare <= 0.15, hits[best] >= 1, scores[best] > ownScore {
            // Letters that the language does not have, in words that are no names.
            isSure = true
        } else if counted >= 7, ownShare <= 0.08, share >= 0.25, scores[best] >= 1.5, long[best] >= 3 {
            isSure = true
        } else {
            isSure =
                hits[best] >= 4 && share >= 0.33 && scores[best] >= 2.2 && long[best] >= 3
                && (isStrange ? scores[best] > ownScore : scores[best] >= 3 * ownScore && ownHits * 3 <= hits[best])
        }
        if isSure {
            other = language
            isTarget = false
        } else if !isTarget, !isWrongScript, let own, strange * 8 < counted || isStrange {
            other = Self.byLetters(scan, words, script, own: own, hits: hits)
        }
    }

    /// The language whose letters follow each other as the text's do, where three of its small words or more are there, too,
    /// and twice as many as of the locale's own; nil when there is no telling.
    private static func byLetters(
        _ scan: TextScan,
        _ words: [Range<Int>],
        _ script: WritingScript,
        own: Int,
        hits: [Int]
    ) -> String? {
        // Without enough words of some other language there is no need to look.
        guard hits.contains(where: { $0 >= 3 && hits[own] * 2 <= $0 }), let patterns = LetterPatterns.of(script) else {
            return nil
        }
        var letters: [Unicode.Scalar] = [" "]
        var count = 0
        for range in words where !scan.scalars[range.lowerBound].isCapital {
            // Names begin with capitals.
            for scalar in scan.scalars[range] { scalar.appendLowercase(to: &letters) }
            letters.append(" ")
            count += 1
            if count == 60 { break }
        }
        guard count >= 4, letters.count >= 30 else { return nil }
        let scores = patterns.scores(letters)
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), best != own else { return nil }
        let length = Float(letters.count - 2)
        let gain = scores[best] - scores[own]
        let isLikely = gain >= 12 && gain >= 0.3 * length && scores[best] >= -2.8 * length
        guard isLikely, hits[best] >= 3, hits[own] * 2 <= hits[best],
            !FunctionWords.areSiblings(patterns.languages[best], patterns.languages[own])
        else { return nil }
        return patterns.languages[best]
    }
}

/// How many letters of each script a text has.
private struct LetterCount {
    private var counts = [Int](repeating: 0, count: WritingScript.allCases.count)
    private(set) var total = 0
    private(set) var lowerWords = 0

    init(_ scan: TextScan, words: [Range<Int>]) {
        for range in words {
            // Whole words in capitals are names of keys and the like.
            let first = scan.scalars[range.lowerBound]
            if !first.isCapital, TextScan.isWord(first), !(0x30...0x39).contains(first.value) {
                lowerWords += 1
            }
            for index in range {
                guard let script = Self.script(of: scan.scalars[index]) else { continue }
                counts[script.index] += 1
                total += 1
            }
        }
    }

    var han: Int { counts[WritingScript.han.index] }

    func letters(of script: WritingScript) -> Int {
        switch script {
        case .japanese: han + counts[script.index]
        case .other: total - counts[WritingScript.latin.index] - han
        default: counts[script.index]
        }
    }

    var script: WritingScript {
        WritingScript.allCases.max { counts[$0.index] < counts[$1.index] } ?? .other
    }

    private static func script(of scalar: Unicode.Scalar) -> WritingScript? {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: .latin
        case 0x400...0x52F: .cyrillic
        case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
        case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFC: .arabic
        case 0x590...0x5FF: .hebrew
        case 0x900...0x97F: .devanagari
        case 0xE00...0xE7F: .thai
        case 0xE80...0xEFF: .lao
        case 0x1780...0x17FF: .khmer
        case 0x1000...0x109F: .myanmar
        case 0xF00...0xFFF: .tibetan
        case 0xAC00...0xD7A3, 0x1100...0x11FF, 0x3131...0x318E: .hangul
        case 0x3041...0x30FF, 0x31F0...0x31FF: .japanese
        case 0x530...0x58F: .armenian
        case 0x10A0...0x10FF: .georgian
        case 0x1200...0x137F: .ethiopic
        case 0x3005, 0x3007, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: .han
        case 0x980...0xDFF: .other
        default: nil
        }
    }
}
