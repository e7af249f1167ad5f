import Text

extension OpenAIEngine {
    /// The translation of a piece, asked for again where the first answer takes a woman for a man; and where it lacks a name
    /// that the piece has, has one too many, or cannot be the translation: in smaller parts, then without the pieces before,
    /// then of the base model without its adapter, then so that it cannot end before the names are said. The first answer
    /// without fault is taken, else the best; always in this order, so that runs are repeatable.
    func completeWithNames(
        _ question: Question,
        plan: CompletionPlan,
        _ batch: Batch,
        _ item: Batch.Item,
        usage: inout Usage
    ) async throws(EngineError) -> (text: String, isCut: Bool) {
        let first = try await complete(question, batch, item, usage: &usage)
        guard question.form == .trained else { return first }
        var question = question
        let carried = CarriedNames(in: question.piece, after: question.lines.map(\.piece), names: plan.names)
        var best = (answer: first, fault: carried.fault(in: first.text))
        best.fault.isUnsound = first.isCut || !question.isSane(first.text)
        if let hint = PronounHint(in: question.piece, people: plan.people, others: plan.addresses),
            hint.isWrong(first.text)
        {
            let other = Question.Other(parts: [hint.piece], lines: question.lines)
            if let text = try await complete(other, batch, item, usage: &usage), !hint.isWrong(text) {
                let fault = carried.fault(in: text)
                if fault <= best.fault {
                    best = ((text, false), fault)
                    question.piece = hint.piece
                }
            }
        }
        for way in Question.Way.allCases where !best.fault.isSlight {
            // Only llama.cpp knows grammars.
            let missing = isLlama && currentDialect.extras ? carried.missing(in: best.answer.text) : []
            guard
                let other = question.asked(
                    way,
                    missing: missing.filter { !$0.containsHan && !$0.contains(where: \.isNewline) }
                ),
                let text = try await complete(other, batch, item, usage: &usage)
            else { continue }
            let fault = carried.fault(in: text)
            if fault < best.fault { best = ((text, false), fault) }
        }
        return best.answer
    }

    /// The translation of a piece in parts; nil when one of them is no sane answer.
    private func complete(
        _ other: Question.Other,
        _ batch: Batch,
        _ item: Batch.Item,
        usage: inout Usage
    ) async throws(EngineError) -> String? {
        var said: [(source: String, translation: String)] = []
        var lines = other.lines
        var marks = SpeechMarks(in: other.parts.joined())
        for part in other.parts {
            var question = Question(piece: part, lines: lines.suffix(other.form.contextLines), form: other.form)
            question.demanded = other.demanded
            let (text, isCut) = try await complete(question, batch, item, usage: &usage)
            guard !isCut, question.isSane(text) else { return nil }
            said.append((part, marks.fit(text, to: part, form: other.form)))
            lines.append(CompletionPrompt.Line(piece: part, translation: text))
        }
        return Pieces.join(said, target: batch.target)
    }
}

/// A piece and how it is asked for.
struct Question {
    var piece: String
    var lines: [CompletionPrompt.Line]
    var form: CompletionForm
    /// What the answer has to say in these letters.
    var demanded: [String] = []

    /// Another way to ask for a piece.
    struct Other {
        var parts: [String]
        var lines: [CompletionPrompt.Line] = []
        var form: CompletionForm = .trained
        var demanded: [String] = []
    }

    /// Other ways to ask, the most faithful first.
    enum Way: CaseIterable {
        case atNames
        case alone
        case ofTheBase
        /// So that the answer cannot end before the names are said, if need be where the model would not put them by itself.
        case demanding
    }

    /// The question in another way; nil where it would be the same again or can come to nothing.
    /// - Parameter missing: names that the answers so far lack.
    func asked(_ way: Way, missing: [String]) -> Other? {
        switch way {
        case .atNames:
            let parts = Pieces.splitAtNames(piece)
            return parts.count > 1 ? Other(parts: parts, lines: lines) : nil
        case .alone: return lines.isEmpty ? nil : Other(parts: [piece])
        // A base model knows nothing of placeholders.
        case .ofTheBase: return piece.contains("{") ? nil : Other(parts: Pieces.split(piece), form: .examples)
        case .demanding: return missing.isEmpty ? nil : Other(parts: [piece], lines: lines, demanded: missing)
        }
    }

    /// Whether an answer says what the prompt said already.
    func echoes(_ answer: String) -> Bool {
        switch form {
        case .examples: CompletionPrompt.echoesExample(answer)
        case .trained: lines.contains { $0.translation == answer && $0.piece != piece }
        }
    }

    /// Whether an answer can be the translation: not empty, without Han, of a fitting length, not going round in circles.
    func isSane(_ answer: String) -> Bool {
        guard !answer.isEmpty, !answer.containsHan, !echoes(answer), !Self.repeats(answer) || isRepetitive else {
            return false
        }
        // A character of Chinese is about three and a half letters of English.
        let expected = piece.unicodeScalars.reduce(0.0) { $0 + ($1.isHan ? 3.5 : 1) }
        let length = Double(answer.unicodeScalars.count)
        return length + 4 >= expected * 0.4 && length <= expected * 2.5 + 20
    }

    /// Whether the piece says two characters three times, and may say so in English: 不不不不.
    private var isRepetitive: Bool {
        let scalars = Array(piece.unicodeScalars)
        let pairs = zip(scalars, scalars.dropFirst()).filter { $0.isHan && $1.isHan }.map { [$0, $1] }
        return Dictionary(grouping: pairs) { $0 }.values.contains { $0.count > 2 }
    }

    /// Whether four words in a row stand there three times.
    private static func repeats(_ text: String) -> Bool {
        let words = text.lowercased().split { !($0.isLetter || $0.isNumber) }
        guard words.count > 4 else { return false }
        var seen: [ArraySlice<Substring>: Int] = [:]
        for start in 0...(words.count - 4) {
            let run = words[start..<(start + 4)]
            seen[run, default: 0] += 1
            if seen[run] == 3 { return true }
        }
        return false
    }
}
