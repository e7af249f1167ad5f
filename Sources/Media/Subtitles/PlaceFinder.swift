import Text

/// Finds where the lines of a text may end.
struct PlaceFinder {
    private(set) var places: [BreakableText.Place] = []
    private let scalars: [Unicode.Scalar]
    private let classes: [ScriptClass]
    private let words: BreakWords
    private let unspaced: UnspacedBreaks?
    /// Where the sentence began in which the search is: its first word has a capital whatever it is.
    private var sentenceStart = 0
    private var wordStart = 0

    init(_ scalars: [Unicode.Scalar], _ locale: LanguageTag) {
        self.scalars = scalars
        let classes = scalars.map { ScriptClass($0) }
        self.classes = classes
        words = BreakWords.of(locale)
        if classes.contains(where: \.hasNoSpaces) {
            let isJapanese = locale.language == "ja" || classes.contains(.hiragana)
            unspaced = UnspacedBreaks(scalars, classes, isJapanese: isJapanese)
        } else {
            unspaced = nil
        }
    }

    mutating func find() {
        var index = 1
        while index < scalars.count {
            switch (classes[index - 1], classes[index]) {
            case (_, .space), (_, .gap), (_, .mark), (_, .glue), (.glue, _): break
            case (.space, _): add(atSpace: index)
            case (.gap, _): places.append(.init(end: index - 1, start: index, penalty: 10))
            case (let left, let right) where left.hasNoSpaces || right.hasNoSpaces:
                // A joiner holds what follows it.
                if let penalty = unspaced?.penalty(at: index) {
                    places.append(.init(end: index, start: index, penalty: penalty))
                }
            default: add(insideWord: index)
            }
            if classes[index - 1] == .space { wordStart = index }
            index += 1
        }
    }

    /// A place after a dash, an ellipsis, a hyphen or a mark of East Asian text that no space follows.
    private mutating func add(insideWord index: Int) {
        let (left, right) = (scalars[index - 1], scalars[index])
        guard !right.beginsNoLine, classes[index] != .mark else { return }
        let isAfterDigit = index >= 2 && classes[index - 2] == .digit
        let penalty: Int
        switch left {
        case "—": penalty = 5
        case "–" where !isAfterDigit: penalty = 5
        case "…": penalty = right.isClosing ? -1 : 5
        case "." where index >= 3 && scalars[index - 2] == "." && classes[index] == .letter: penalty = 5
        case "-" where classes[index] == .letter && index - wordStart > 2 && scalars[index - 2] == "-": penalty = 5
        case "-" where classes[index] == .letter && index - wordStart > 2 && !isAfterDigit: penalty = 70
        case "/" where classes[index] == .letter && index - wordStart > 3: penalty = 70
        case "。", "！", "？": penalty = 0
        case "，", "、", "；", "：": penalty = 3
        case "」", "』", "）", "】", "》": penalty = 14
        default: penalty = right == "「" || right == "『" || right == "（" || right == "《" ? 14 : -1
        }
        guard penalty >= 0 else { return }
        places.append(.init(end: index, start: index, penalty: penalty))
    }

    private mutating func add(atSpace index: Int) {
        let end = index - 1
        guard end > 0 else { return }
        let penalty = penalty(atSpace: index, end)
        places.append(.init(end: end, start: index, penalty: penalty))
    }

    private mutating func penalty(atSpace index: Int, _ end: Int) -> Int {
        let left = scalars[end - 1]
        let right = scalars[index]
        // A dash between spaces ends the line before; a mark after a space (French, Thai’s ๆ) is never parted from its word.
        if right.beginsNoLine, classes[index] != .sign || isLoneMark(index) {
            return isDash(right) ? 25 : BreakableText.markCost
        }
        if left.endsNoLine { return BreakableText.markCost }
        var mark = end - 1
        while mark > wordStart, scalars[mark].isClosing { mark -= 1 }
        let last = scalars[mark]
        if last.endsSentence {
            if let penalty = stopPenalty(mark, index, isClosed: mark < end - 1) { return penalty }
        } else if last.endsClause {
            return isDash(last) ? 5 : 3
        }
        if mark < end - 1 || scalars[wordStart].endsNoLine && right.endsNoLine { return 14 }
        switch (classes[end - 1], classes[index]) {
        case (let left, let right) where left.hasNoSpaces && right.hasNoSpaces: return 3
        case (let left, _) where left.hasNoSpaces: return 6
        case (_, let right) where right.hasNoSpaces: return 6
        default: return wordPenalty(index, end)
        }
    }

    /// After `.`, `!`, `?` or `…`; nil where a full stop belongs to its word.
    private mutating func stopPenalty(_ mark: Int, _ next: Int, isClosed: Bool) -> Int? {
        let nextIsSmall = scalars[next].properties.isLowercase
        if scalars[mark] == ".", !isClosed {
            let isEllipsis = mark > wordStart && scalars[mark - 1] == "."
            let word = scalars[wordStart..<mark]
            if !isEllipsis, isAbbreviation(word) { return 60 }
        }
        if nextIsSmall { return 4 }
        sentenceStart = next
        return 0
    }

    /// Mr., Dr., St. before a name, initials.
    private func isAbbreviation(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        guard word.count <= 4, let first = word.first else { return false }
        if word.count == 1 { return first.properties.isUppercase && first != "I" }
        if words.last(word).contains(.determiner), first.properties.isUppercase { return true }
        return Self.titles.contains(String(String.UnicodeScalarView(word)))
    }

    private static let titles: Set = [
        "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Mme", "Mlle", "Sr", "Sra", "Lt", "Col", "Gen", "No",
    ]

    private func wordPenalty(_ index: Int, _ end: Int) -> Int {
        var wordEnd = index
        while wordEnd < scalars.count, classes[wordEnd] != .space, wordEnd - index < 40 { wordEnd += 1 }
        let left = scalars[wordStart..<end]
        let right = scalars[index..<wordEnd]
        let before = words.last(left)
        let after = words.first(right)
        let begins = after.contains(.conjunction) || after.contains(.preposition)
        var penalty = 20
        if after.contains(.clitic) {
            penalty = 48
        } else if after.contains(.conjunction) {
            penalty = 8
        } else if after.contains(.preposition) {
            penalty = belongsToVerb(index, wordEnd, after) ? 48 : after.contains(.genitive) ? 16 : 10
        } else if after.contains(.focus) {
            penalty = 13
        }
        if penalty > 8, beginsWithJoinedConjunction(right) { penalty = 10 }
        // After a postposition a phrase ends.
        if before == .clitic, penalty == 20 { penalty = 15 }
        if let last = left.last, let tie = Self.koreanTie(last) { penalty = max(penalty, tie) }
        if words.endsClause(left) { penalty = min(penalty, 9) }
        if before.contains(.determiner) || before.contains(.focus) {
            penalty = max(penalty, 60)
        } else if before.contains(.conjunction) || before.contains(.preposition) {
            penalty = max(penalty, 55)
        } else if before.contains(.auxiliary) {
            penalty = max(penalty, begins ? 40 : 58)
        } else if before.contains(.pronoun) {
            // A pronoun before a conjunction is an object: “tell you | that”.
            penalty = max(penalty, begins ? 14 : 58)
        } else if words.capitalsAreNames, wordStart > sentenceStart || before == [],
            let first = scalars[wordStart..<end].first, first.properties.isUppercase,
            let next = right.first, next.properties.isUppercase
        {
            penalty = max(penalty, 65)
        }
        // A number and what it counts, a page and its number.
        if (classes[end - 1] == .digit) != (classes[index] == .digit), !begins { penalty = max(penalty, 40) }
        if right.first.map({ $0.endsNoLine || $0 == "\"" }) ?? false { penalty = min(penalty, 14) }
        return penalty
    }

    /// How Korean verbs before their noun, which end in ㄴ, hold it; 은 and 는 may also mark the topic, after which one may
    /// well break.
    private static func koreanTie(_ last: Unicode.Scalar) -> Int? {
        guard (0xAC00...0xD7A3).contains(last.value), (last.value - 0xAC00) % 28 == 4 else { return nil }
        return last == "는" || last == "은" ? 26 : 45
    }

    /// Whether a preposition has no noun after it: at the end of a clause, or before another one.
    private func belongsToVerb(_ index: Int, _ wordEnd: Int, _ role: BreakWords.Role) -> Bool {
        guard wordEnd < scalars.count, classes[wordEnd - 1] != .sign else { return true }
        guard role.contains(.particle), wordEnd + 1 < scalars.count else { return false }
        var end = wordEnd + 1
        while end < scalars.count, classes[end] != .space, end - wordEnd < 20 { end += 1 }
        let next = words.first(scalars[(wordEnd + 1)..<end])
        return next.contains(.preposition) || next.contains(.conjunction)
    }

    /// Arabic and Hebrew write “and” as the first letter of the word after it.
    private func beginsWithJoinedConjunction(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        word.count > 3 && (word.first == "و" || word.first == "ו")
    }

    private func isDash(_ scalar: Unicode.Scalar) -> Bool { scalar == "—" || scalar == "–" || scalar == "-" }

    /// Whether a mark stands between spaces or at the end of the text, or before other marks only.
    private func isLoneMark(_ index: Int) -> Bool {
        var next = index
        while next < scalars.count, next - index < 8, classes[next] == .sign { next += 1 }
        return next == scalars.count || classes[next] == .space
    }
}
