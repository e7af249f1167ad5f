import Text

/// Puts the quotes of translated pieces right: a small model forgets to close them, closes speech that goes on in the next
/// piece, and opens it again there.
struct SpeechMarks {
    /// Whether somebody is speaking where the next piece begins.
    private var isOpen = false

    private static let opening = "“「".unicodeScalars
    private static let closing = "”」".unicodeScalars
    /// Open and close in turn.
    private static let straight = "\"＂".unicodeScalars

    /// For the pieces of a text, which may begin in the midst of speech.
    init(in text: String) {
        let first = text.unicodeScalars.first { Self.opening.contains($0) || Self.closing.contains($0) }
        let isOdd = !text.count(where: { $0 == "\"" }).isMultiple(of: 2)
        isOpen = first.map(Self.closing.contains) ?? (isOdd && text.first != "\"")
    }

    /// Goes past a piece that needs no translation.
    mutating func skip(_ source: String) {
        for scalar in source.unicodeScalars {
            if Self.opening.contains(scalar) { isOpen = true }
            if Self.closing.contains(scalar) { isOpen = false }
            if Self.straight.contains(scalar) { isOpen.toggle() }
        }
    }

    /// The translation of the next piece with its quotes where the source has them, as far as they can be told.
    mutating func fit(_ answer: String, to source: String, form: CompletionForm) -> String {
        // “走吧。“ is a slip of the writer's.
        if source.count > 1, source.hasSuffix("“") { return fit(answer, to: source.dropLast() + "”", form: form) }
        let wasOpen = isOpen
        skip(source)
        var text = answer
        if text.hasSuffix(" \"") { text = text.dropLast(2) + "\"" }
        if text.hasSuffix("\"\"") { text.removeLast() }
        guard !text.isEmpty, let first = source.unicodeScalars.first, let last = source.unicodeScalars.last else {
            return text
        }
        let opens = Self.opening.contains(first) || Self.straight.contains(first)
        let closes = Self.closing.contains(last) || Self.straight.contains(last)
        let marks = source.unicodeScalars.count {
            Self.opening.contains($0) || Self.closing.contains($0) || Self.straight.contains($0)
        }
        // One speech is not two.
        if marks == 2, opens, closes {
            return "\"" + text.filter { $0 != "\"" } + "\""
        }
        if form == .examples {
            if opens, !text.hasPrefix("\"") { text = "\"" + text }
            if closes, !text.hasSuffix("\"") { text += "\"" }
        }
        if wasOpen, isOpen, marks == 0, text.count > 2, text.hasPrefix("\""), text.hasSuffix("\"") {
            text = String(text.dropFirst().dropLast())
        }
        let isOdd = !text.count(where: { $0 == "\"" }).isMultiple(of: 2)
        guard isOdd != (wasOpen != isOpen), text.count > 1 else { return text }
        if isOpen || marks == 0, text.hasSuffix("\"") { return String(text.dropLast()) }
        if wasOpen, text.hasPrefix("\"") { return String(text.dropFirst()) }
        if !isOpen, closes, !text.hasSuffix("\"") { return text + "\"" }
        if !wasOpen, opens, !text.hasPrefix("\"") { return "\"" + text }
        return text
    }
}
