package import Text

/// What all checks know of a pair of locales, made once for many units.
package struct CheckContext: Sendable {
    package let source: LanguageTag
    package let target: LanguageTag
    package let sourceWritesHan: Bool
    package let targetWritesHan: Bool
    /// The script that the target is written in.
    package let script: WritingScript
    /// The marks of the target's punctuation.
    package let marks: PunctuationStyle
    /// What the project decided for its checks.
    package let policy: CheckPolicy
    /// The font of the policy, nil when there is none or it cannot be read; who takes a font from a user tries it first.
    package let font: FontFace?

    package init(source: LanguageTag, target: LanguageTag, policy: CheckPolicy = CheckPolicy()) {
        self.source = source
        self.target = target
        sourceWritesHan = source.writesHan
        targetWritesHan = target.writesHan
        script = WritingScript(of: target)
        marks = PunctuationStyle(of: target)
        self.policy = policy
        font = policy.font.flatMap { font in try? FontFace(font.bytes, size: font.size) }
    }
}

/// What a project may decide for its checks.
package struct CheckPolicy: Sendable, Hashable, Codable {
    /// Texts that may stand in a translation as they are in the source, such as a name in Chinese characters.
    package var allowed: [String]
    /// The longest translation of a unit that has no limit of its own, nil for none.
    package var limits: TextLimits
    /// The font that translations are shown in, nil when it is not known.
    package var font: FontLimits?
    /// The words of the target's language, nil when spelling is not asked about.
    package var spelling: SpellingFiles?
    /// What is done with honorifics, nil when it is not asked about.
    package var honorifics: HonorificPolicy?
    /// What is done with old measures, nil when it is not asked about.
    package var measures: MeasurePolicy?

    package init(
        allowed: [String] = [],
        limits: TextLimits = TextLimits(),
        font: FontLimits? = nil,
        spelling: SpellingFiles? = nil,
        honorifics: HonorificPolicy? = nil,
        measures: MeasurePolicy? = nil
    ) {
        self.allowed = allowed
        self.limits = limits
        self.font = font
        self.spelling = spelling
        self.honorifics = honorifics
        self.measures = measures
    }
}

/// The font of a game and the box that its texts are shown in.
package struct FontLimits: Sendable, Hashable, Codable {
    /// The font file.
    package var bytes: [UInt8]
    /// Pixels to an em.
    package var size: Double
    /// Pixels that a line may be wide, nil for no limit.
    package var pixels: Int?
    /// Lines that the box holds. Without it a line stays one, however long.
    package var lines: Int?

    package init(bytes: [UInt8], size: Double, pixels: Int? = nil, lines: Int? = nil) {
        self.bytes = bytes
        self.size = size
        self.pixels = pixels
        self.lines = lines
    }
}

/// A dictionary of hunspell: paths of its two files, which the library reads itself.
package struct SpellingFiles: Sendable, Hashable, Codable {
    /// Rules of inflection, `en_US.aff`.
    package var affixes: String
    /// Words, `en_US.dic`.
    package var words: String

    package init(affixes: String, words: String) {
        self.affixes = affixes
        self.words = words
    }
}

/// How long a text may be; nil is no limit.
package struct TextLimits: Sendable, Hashable, Codable {
    /// Characters as readers count them.
    package var characters: Int?
    package var utf8: Int?
    /// Bytes in UTF-16: two for each code unit.
    package var utf16: Int?
    /// Bytes in Shift-JIS.
    package var shiftJIS: Int?
    package var lines: Int?

    package init(
        characters: Int? = nil,
        utf8: Int? = nil,
        utf16: Int? = nil,
        shiftJIS: Int? = nil,
        lines: Int? = nil
    ) {
        self.characters = characters
        self.utf8 = utf8
        self.utf16 = utf16
        self.shiftJIS = shiftJIS
        self.lines = lines
    }
}
