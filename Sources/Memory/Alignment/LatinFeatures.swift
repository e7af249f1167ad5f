internal import Text

/// Reads the features of segments in scripts that write letters.
struct LatinFeatures {
    let isEnglish: Bool
    private var stems: [String: String] = [:]

    init(isEnglish: Bool) { self.isEnglish = isEnglish }

    private struct Word {
        var text: String
        var isCapital: Bool
        /// Whether it follows the word before with nothing but a space between.
        var isAdjacent: Bool
    }

    mutating func read(_ text: String, into table: inout FeatureTable) {
        var words: [Word] = []
        var length: Float = 0
        var adjacent = false
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if Self.isLetter(scalar) {
                let end = Self.endOfWord(scalars, from: index)
                length += Float(end - index)
                append(scalars[index..<end], &words, adjacent)
                index = end
                adjacent = true
            } else if scalar.value >= 0x30, scalar.value <= 0x39 {
                let end = Self.endOfNumber(scalars, from: index)
                length += Float(end - index)
                number(scalars[index..<end], &table)
                index = end
                adjacent = false
            } else {
                if scalar != " " {
                    adjacent = false
                    if let mark = MarkFeature.name(scalar, before: index > 0 ? scalars[index - 1] : nil) {
                        table.add(mark)
                    }
                }
                index += 1
            }
        }
        add(words, to: &table)
        table.endSegment(length: length)
    }

    private func append(_ scalars: ArraySlice<Unicode.Scalar>, _ words: inout [Word], _ adjacent: Bool) {
        var word = String(String.UnicodeScalarView(scalars)).lowercased()
        for ending in ["'s", "’s"] where word.hasSuffix(ending) { word.removeLast(2) }
        let isCapital = scalars.first?.properties.isUppercase ?? false
        guard word.utf8.contains(UInt8(ascii: "-")) else {
            return words.append(Word(text: word, isCapital: isCapital, isAdjacent: adjacent))
        }
        if isCapital, !Romanizations.shared.keys(of: word).isEmpty {
            return words.append(Word(text: word, isCapital: true, isAdjacent: adjacent))
        }
        for part in word.split(separator: "-") {
            words.append(Word(text: String(part), isCapital: false, isAdjacent: false))
        }
    }

    private mutating func add(_ words: [Word], to table: inout FeatureTable) {
        let texts = isEnglish ? words.map(\.text) : []
        var index = 0
        while index < words.count {
            if isEnglish, let (value, count) = NumberWords.value(texts[index...]) {
                if let name = NumberWords.feature(value) { table.add(name) }
                index += count
                continue
            }
            let word = words[index]
            let feature = table.add(stem(word.text))
            if index > 0 || !word.isCapital { table.note(feature, spelling: word.text, isCapital: word.isCapital) }
            if word.isCapital, word.isAdjacent, index > 0, words[index - 1].isCapital,
                words[index - 1].text.utf8.count <= 12, word.text.utf8.count <= 16
            {
                // Lin Dong, whose parts say little alone.
                let pair = words[index - 1].text + "-" + word.text
                if !Romanizations.shared.keys(of: pair).isEmpty {
                    let feature = table.add("=" + pair)
                    table.note(feature, spelling: pair, isCapital: true)
                }
            }
            index += 1
        }
    }

    private mutating func stem(_ word: String) -> String {
        if let known = stems[word] { return known }
        let stem = LatinWord.stem(word, isEnglish: isEnglish)
        stems[word] = stem
        return stem
    }

    private func number(_ scalars: ArraySlice<Unicode.Scalar>, _ table: inout FeatureTable) {
        let text = String(String.UnicodeScalarView(scalars.filter { $0 != "," }))
        if let value = Double(text), let name = NumberWords.feature(value) { table.add(name) }
    }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A: true
        case 0..<0xAA: false
        default: scalar.properties.isAlphabetic
        }
    }

    /// Apostrophes and hyphens between letters are part of the word.
    static func endOfWord(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
        var end = start + 1
        while end < scalars.count {
            if isLetter(scalars[end]) || (0x300...0x36F).contains(scalars[end].value) {
                end += 1
            } else if end + 1 < scalars.count, isLetter(scalars[end + 1]),
                ["'", "’", "-", "\u{2010}", "ʻ", "ʼ", "‘"].contains(scalars[end])
            {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    static func endOfNumber(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
        func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }
        var end = start + 1
        while end < scalars.count {
            if isDigit(scalars[end]) {
                end += 1
            } else if end + 1 < scalars.count, scalars[end] == "," || scalars[end] == ".", isDigit(scalars[end + 1]) {
                end += 2
            } else {
                break
            }
        }
        return end
    }
}

/// Marks that both languages write, by one name for each.
enum MarkFeature {
    static func name(_ scalar: Unicode.Scalar, before: Unicode.Scalar?) -> String? {
        switch scalar {
        case "?", "？": "?"
        case "!", "！": "!"
        case "“", "”", "\"", "「", "」", "『", "』", "＂", "«", "»", "„": "\""
        case "…": "…"
        case ".": before == "." ? "…" : nil
        case "—", "―", "–", "─": "—"
        case ":", "：": ":"
        case ";", "；": ";"
        case "(", "（": "("
        case "[", "【", "［", "〔": "["
        case "《", "〈": "《"
        case "%", "％": "%"
        case "~", "～": "~"
        case "×", "▶", "★", "☆", "♪", "※", "→", "{", "*", "/", "+", "=", "#", "@", "&", "$", "¥", "€": String(scalar)
        default: nil
        }
    }
}
