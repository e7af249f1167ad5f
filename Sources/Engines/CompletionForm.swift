import Text

/// In which form a small completion model is asked.
enum CompletionForm: Sendable {
    /// A base model: fixed examples, then one short piece.
    case examples
    /// A model with an adapter made by `Training/`: no examples, longer pieces, the pieces before with their translations, and
    /// placeholders in the text.
    case trained

    /// The form for a language pair. An adapter knows the pair that it was trained on, Chinese and English.
    init(hasAdapter: Bool, source: LanguageTag, target: LanguageTag) {
        self = hasAdapter && source.language == "zh" && target.language == "en" ? .trained : .examples
    }

    /// Characters of a piece, about. What the adapter was trained on has 30 on average, one in ten more than 60.
    var pieceSize: Int {
        switch self {
        case .examples: Pieces.size
        case .trained: 60
        }
    }

    /// Pieces before, with their translations, that the model is shown.
    var contextLines: Int {
        switch self {
        case .examples: 0
        case .trained: 2
        }
    }

    /// Whether the model sees placeholders, as `{1}`, and says where they go.
    var writesPlaceholders: Bool { self == .trained }
}
