/// A translation that a memory keeps, with what tells where it belongs and how far it can be trusted.
package struct MemoryEntry: Hashable, Sendable {
    package var source: InlineText
    package var target: InlineText
    package var sourceLocale: LanguageTag
    package var targetLocale: LanguageTag
    /// Hashes of the sources before and after it in its document (`MemoryEntry.hash(of:)`); nil where there is none, or
    /// where the memory does not say.
    package var before: UInt64?
    package var after: UInt64?
    /// The key of the unit, or the `tuid` of TMX.
    package var key: String?
    /// The document that it is from, as its project names it.
    package var document: String?
    package var origin: Translation.Origin
    package var state: Translation.State
    /// Seconds since 1970 of the last change; nil when the memory does not say.
    package var changed: Double?
    package var note: String?

    package init(
        source: InlineText,
        target: InlineText,
        sourceLocale: LanguageTag,
        targetLocale: LanguageTag,
        before: UInt64? = nil,
        after: UInt64? = nil,
        key: String? = nil,
        document: String? = nil,
        origin: Translation.Origin = .human(""),
        state: Translation.State = .translated,
        changed: Double? = nil,
        note: String? = nil
    ) {
        self.source = source
        self.target = target
        self.sourceLocale = sourceLocale
        self.targetLocale = targetLocale
        self.before = before
        self.after = after
        self.key = key
        self.document = document
        self.origin = origin
        self.state = state
        self.changed = changed
        self.note = note
    }

    /// Whether a person wrote it, or has approved it.
    package var isHuman: Bool {
        if case .human = origin { return true }
        return state == .reviewed || state == .final
    }

    /// What neighbours are known by: the text with a place for each code.
    package static func hash(of source: InlineText) -> UInt64 {
        var hash = StableHash()
        hash.combine(source.text)
        return hash.value
    }
}
