import Text

/// A text as read, by character with how sure the reader is of each; spaces are what separates words and phrases.
struct ReadText {
    private(set) var characters: [(text: String, confidence: Double)]

    /// Where the part ends that was added last.
    private var last: Double?

    init(_ characters: [(text: String, confidence: Double)] = []) { self.characters = characters }

    /// One row of writing, whose parts are put in order from the left.
    init(row: [TextReading]) {
        characters = []
        // A part that is marked twice is read once.
        let parts = row.filter { part in
            !row.contains { other in
                let both = min(part.box.right, other.box.right) - max(part.box.x, other.box.x)
                return other.confidence > part.confidence && both * 2 > min(part.box.width, other.box.width)
            }
        }
        for part in parts.sorted(by: { $0.box.x < $1.box.x }) { append(part) }
        tidy()
    }

    /// Rows as one text, from top to bottom.
    ///
    /// - Parameter full: width of the widest row that is seen; one that is nearly as wide goes on in the next without a space.
    init(rows: [(text: ReadText, width: Int)], full: Int) {
        characters = []
        for (index, row) in rows.enumerated() {
            if index > 0, rows[index - 1].width * 5 < full * 4 { characters.append((" ", 1)) }
            characters += row.text.characters
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

    /// Adds a part; a space where it stands off from the one before it by more than characters do.
    private mutating func append(_ part: TextReading) {
        if let end = last, Double(part.box.x) - end > Double(part.box.height) * 0.35 { characters.append((" ", 1)) }
        if part.characters.isEmpty {
            characters += part.text.map { (String($0), part.confidence) }
        } else {
            characters += part.characters.map { ($0.text, $0.confidence) }
        }
        last = Double(part.box.right)
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
