import Text

/// What a small model is given: as a base model fixed examples, which every request shares so that the endpoint serves them
/// from its cache, and one piece of text to go on with; with an adapter that was trained on this form the piece alone, after
/// the pieces before it.
///
/// The examples are English. For another target there are none, only a line that names the languages; a model of a few
/// hundred million parameters does poorly with that.
enum CompletionPrompt {
    /// What all requests of a language pair begin with.
    static func prefix(_ source: LanguageTag, _ target: LanguageTag) -> String {
        let name = label(source)
        guard target.language == "en", source.language == "zh" else {
            return "A novel in \(name) and its translation into \(target.englishName), line by line.\n\n\(name):"
        }
        return englishPrefix
    }

    /// A piece with its translation, for the pieces after it.
    struct Line: Hashable {
        var piece: String
        var translation: String
    }

    /// The whole prompt for a piece, for a model that was trained on it; `Training/prompt.py` writes the same.
    static func trained(_ piece: String, after lines: [Line]) -> String {
        lines.map { "Chinese: \($0.piece)\nEnglish: \($0.translation)\n" }.joined() + "Chinese: \(piece)\nEnglish:"
    }

    /// The whole prompt for a piece, for a base model.
    static func prompt(_ piece: String, _ source: LanguageTag, _ target: LanguageTag) -> String {
        "\(prefix(source, target)) \(piece)\n\(target.englishName):"
    }

    /// The most tokens that a translation of the piece may take.
    static func mostTokens(_ piece: String) -> Int { 3 * TokenCount.estimate(piece) + 32 }

    /// Whether an answer says five words in a row that stand in an example, which a small model does when it loses the text.
    static func echoesExample(_ answer: String) -> Bool {
        !runs(of: answer).isDisjoint(with: exampleRuns)
    }

    private static let exampleRuns = Set(examples.flatMap { runs(of: $0.target) })

    /// All runs of five words, in small letters and without marks.
    private static func runs(of text: String) -> Set<String> {
        let words = text.lowercased().split { !($0.isLetter || $0.isNumber) }
        guard words.count >= 5 else { return [] }
        return Set((0...(words.count - 5)).map { words[$0..<($0 + 5)].joined(separator: " ") })
    }

    private static let englishPrefix =
        examples.map { "Chinese: \($0.source)\nEnglish: \($0.target)\n\n" }.joined() + "Chinese:"

    private static func label(_ tag: LanguageTag) -> String { tag.language == "zh" ? "Chinese" : tag.englishName }

    /// `Resources/examples.json`: original pairs, chosen by trying which read best and leave the fewest names behind.
    static let examples: [(source: String, target: String)] = {
        let json = PackageResources.examples_json.withUnsafeBufferPointer { JSONReader.read($0) }
        return json?.array.compactMap { pair in
            pair["source"]?.string.flatMap { source in pair["target"]?.string.map { (source, $0) } }
        } ?? []
    }()
}
