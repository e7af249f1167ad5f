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

    package init(source: LanguageTag, target: LanguageTag, policy: CheckPolicy = CheckPolicy()) {
        self.source = source
        self.target = target
        sourceWritesHan = source.writesHan
        targetWritesHan = target.writesHan
        script = WritingScript(of: target)
        marks = PunctuationStyle(of: target)
        self.policy = policy
    }
}

/// What a project may decide for its checks.
package struct CheckPolicy: Sendable, Hashable, Codable {
    /// Texts that may stand in a translation as they are in the source, such as a name in Chinese characters.
    package var allowed: [String]
    /// The longest translation of a unit that has no limit of its own, nil for none.
    package var limits: TextLimits

    package init(allowed: [String] = [], limits: TextLimits = TextLimits()) {
        self.allowed = allowed
        self.limits = limits
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
