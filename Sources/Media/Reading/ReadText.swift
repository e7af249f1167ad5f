import Text

/// A text as read, by character with how sure the reader is of each; spaces are what separates words and phrases.
struct ReadText {
    private(set) var characters: [(text: String, confidence: Double)]

    init(_ characters: [(text: String, confidence: Double)] = []) { self.characters = characters }

    /// The lines of one picture as one text, from top to bottom; parts of one row are put in order from the left.
    ///
    /// - Parameter full: width of the widest line that is seen; a line that is nearly as wide goes on in the next.
    init(_ lines: [TextReading], full: Int) {
        characters = []
        var widest = 0
        for row in Self.rows(lines) {
            if !characters.isEmpty, widest * 5 < full * 4, let last = characters.last,
                !last.text.unicodeScalars.contains(where: \.isCJKPunctuation)
            {
                characters.append((" ", 1))
            }
            widest = (row.last?.box.right ?? 0) - (row.first?.box.x ?? 0)
            for (index, part) in row.enumerated() {
                if index > 0 { characters.append((" ", 1)) }
                append(part)
            }
        }
        tidy()
    }

    /// Without spaces and punctuation: what is compared.
    var letters: [(text: String, confidence: Double)] {
        characters.filter {
            $0.text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        }
    }

    var text: String { characters.map(\.text).joined() }
    var core: String { letters.map(\.text).joined() }

    /// The mean over letters; 0 without any.
    var confidence: Double {
        let letters = letters
        return letters.isEmpty ? 0 : letters.reduce(0) { $0 + $1.confidence } / Double(letters.count)
    }

    /// Parts of lines by rows from the top, each from the left.
    static func rows(_ lines: [TextReading]) -> [[TextReading]] {
        var rows: [[TextReading]] = []
        for line in lines.sorted(by: { $0.box.middle.y < $1.box.middle.y }) {
            if let last = rows.last?.last,
                abs(last.box.middle.y - line.box.middle.y) * 2 < Double(min(last.box.height, line.box.height))
            {
                rows[rows.count - 1].append(line)
            } else {
                rows.append([line])
            }
        }
        return rows.map { $0.sorted { $0.box.x < $1.box.x } }
    }

    /// The recognizer gives no spaces between Chinese phrases: a wider step from one character to the next is one.
    private mutating func append(_ part: TextReading) {
        guard !part.characters.isEmpty else {
            characters += part.text.map { (String($0), part.confidence) }
            return
        }
        let steps = zip(part.characters, part.characters.dropFirst()).filter { first, second in
            first.text.containsHan && second.text.containsHan
        }.map { $1.x - $0.x }.sorted()
        let pitch = steps.isEmpty ? Double(part.box.height) * 0.75 : steps[steps.count / 2]
        for (index, character) in part.characters.enumerated() {
            if index > 0 {
                let before = part.characters[index - 1]
                let isPhrase = character.text.containsHan && before.text.containsHan
                if isPhrase && character.x - before.x > pitch * 1.42 { characters.append((" ", 1)) }
            }
            characters.append((character.text, character.confidence))
        }
    }

    /// Full-width marks beside Han, one space at most, none at the ends or beside marks.
    private mutating func tidy() {
        var tidied: [(text: String, confidence: Double)] = []
        for (index, character) in characters.enumerated() {
            var text = character.text
            let isBesideHan =
                tidied.last?.text.containsHan ?? false
                || index + 1 < characters.count && characters[index + 1].text.containsHan
            if isBesideHan, let wide = Self.wide[text] { text = wide }
            if text == " " || text == "\u{3000}" {
                guard let last = tidied.last, last.text != " ",
                    !last.text.unicodeScalars.contains(where: \.isCJKPunctuation)
                else { continue }
                tidied.append((" ", 1))
                continue
            }
            if tidied.last?.text == " ", text.unicodeScalars.contains(where: \.isCJKPunctuation),
                !Self.opening.contains(text)
            {
                tidied.removeLast()
            }
            tidied.append((text, character.confidence))
        }
        while tidied.last?.text == " " { tidied.removeLast() }
        characters = tidied
    }

    private static let wide = [",": "，", "?": "？", "!": "！", ":": "：", ";": "；", "(": "（", ")": "）"]
    private static let opening: Set = ["“", "‘", "《", "（", "「", "『", "【"]
}
