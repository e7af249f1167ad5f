import Text

/// How one unit is translated by a small model: which pieces it is asked for, and how a unit is made of them again.
struct CompletionPlan {
    /// Runs between forced line breaks, with the codes in them.
    private var segments: [Segment] = []
    private let target: LanguageTag
    private let terms: TermWriter
    /// Who may be named in `asked`.
    let people: [Term]
    private let isHeading: Bool
    private let form: CompletionForm

    private struct Segment {
        var placement: CodePlacement
        /// The number of a heading, already translated.
        var number: String?
        var pieces: [Piece]
        /// The break after it.
        var lineBreak: InlineCode?
    }

    /// A piece as it stands in the file and as the model sees it; nil where there is nothing to translate.
    private struct Piece {
        var source: String
        var asked: String?
    }

    init(_ item: Batch.Item, in batch: Batch, form: CompletionForm) {
        self.form = form
        target = batch.target
        people = (batch.people + batch.terms).filter { $0.kind == .person }
        terms = TermWriter(batch.people + batch.terms, families: batch.families)
        isHeading = [.heading, .navigation, .title, .author].contains(item.kind)
        var run: [InlineText.Part] = []
        for part in item.text.parts {
            if case .code(let code) = part, code.kind == .lineBreak {
                append(run, lineBreak: code)
                run = []
            } else {
                run.append(part)
            }
        }
        append(run, lineBreak: nil)
    }

    private mutating func append(_ parts: [InlineText.Part], lineBreak: InlineCode?) {
        let placement = CodePlacement(parts, writesPlaceholders: form.writesPlaceholders)
        var text = placement.text
        var number: String?
        if target.language == "en", let found = HeadingNumber.split(text), isHeading || text.hasPrefix("第") {
            (number, text) = found
            // 书名：《…》: the marks of a title have no use after its label.
            if text.hasPrefix("《"), text.hasSuffix("》") { text = String(text.dropFirst().dropLast()) }
        }
        let pieces = Pieces.split(text, form: form).map { Piece(source: $0, asked: asked($0)) }
        segments.append(Segment(placement: placement, number: number, pieces: pieces, lineBreak: lineBreak))
    }

    /// The pieces to ask for, in order.
    var asked: [String] { segments.flatMap { $0.pieces.compactMap(\.asked) } }

    /// How the names are spelled that may stand in `asked`.
    var names: [String] { terms.targets }

    /// Titles, with surnames or without.
    var addresses: [String] { terms.addresses }

    /// The unit in tagged form, made of the answers to `asked`.
    func tagged(_ answers: [String]) -> String {
        var answers = answers[...]
        var parts: [InlineText.Part] = []
        for segment in segments {
            var marks = SpeechMarks(in: segment.pieces.map(\.source).joined())
            let pieces = segment.pieces.map { piece in
                let said: String
                if piece.asked == nil {
                    marks.skip(piece.source)
                    said = Self.western(terms.write(into: piece.source))
                } else {
                    said = marks.fit(answers.popFirst() ?? "", to: piece.source, form: form)
                }
                return (source: piece.source, translation: terms.respell(said, source: piece.source))
            }
            var text = Pieces.join(pieces, target: target)
            if !target.writesHan { text = Self.capitalized(NarrowMarks.narrow(text)) }
            if let number = segment.number {
                if text.hasSuffix("."), !text.hasSuffix("..") { text.removeLast() }
                text = text.isEmpty ? number : "\(number): \(text)"
            }
            parts += segment.placement.restore(text, target: target)
            if let lineBreak = segment.lineBreak { parts.append(.code(lineBreak)) }
        }
        return InlineText(parts: parts).tagged
    }

    /// With a capital where the text begins, also after a quote, and where speech begins after a sentence: a term may have come
    /// in small letters.
    private static func capitalized(_ text: String) -> String {
        var text = text
        if let first = text.firstIndex(where: { $0.isLetter || $0.isNumber }) { capitalize(&text, at: first) }
        for mark in [". \"", "! \"", "? \""] {
            for place in text.ranges(of: mark).reversed()
            where place.upperBound < text.endIndex && text[..<place.upperBound].suffix(5) != "... \"" {
                capitalize(&text, at: place.upperBound)
            }
        }
        return text
    }

    private static func capitalize(_ text: inout String, at index: String.Index) {
        guard text[index].isLowercase else { return }
        text.replaceSubrange(index...index, with: text[index].uppercased())
    }

    /// What the model sees of a piece; nil when no Han is left to translate.
    private func asked(_ piece: String) -> String? {
        let written = terms.write(into: piece)
        guard written.containsHan else { return nil }
        return Self.straight(target.writesHan ? written : NumeralWriter.write(into: written))
    }

    /// Quotes as the examples have them.
    private static func straight(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "“", "”", "「", "」", "＂": view.append("\"")
            case "‘", "’", "『", "』": view.append("'")
            case "\n", "\r", "\u{3000}": view.append(" ")
            default: view.append(scalar)
            }
        }
        return String(view)
    }

    /// A text without Han with its marks as the West writes them: `……` → `...`, `Lin Dong！` → `Lin Dong!`.
    private static func western(_ text: String) -> String {
        var result = ""
        for scalar in straight(text).unicodeScalars {
            switch scalar {
            case "，", "、": result += ", "
            case "。": result += "."
            case "！": result += "!"
            case "？": result += "?"
            case "：": result += ": "
            case "；": result += "; "
            case "（": result += " ("
            case "）": result += ")"
            case "…": result += result.hasSuffix("...") ? "" : "..."
            case "—": result += result.hasSuffix("—") ? "" : "—"
            case "\u{FF01}"..."\u{FF5E}": result.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result.trimmed
    }
}
