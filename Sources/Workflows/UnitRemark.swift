internal import Text

/// What an engine is told of a unit beside its text: what its file says of it.
enum UnitRemark {
    /// Nil for a unit of which nothing is to be said.
    static func text(for unit: Unit, in locale: LanguageTag) -> String? {
        var parts: [String] = []
        if let speaker = unit.notes[Unit.Note.speaker] { parts.append("said by \(speaker)") }
        if let plural = unit.plural, PluralRules.categories(of: locale).count > 1 {
            parts.append("plural form \(plural.rawValue)")
        }
        if let length = unit.notes[Unit.Note.maxLength] { parts.append("at most \(length) characters") }
        if let context = unit.notes[Unit.Note.context] { parts.append(context) }
        if let comment = unit.notes[Unit.Note.comment] { parts.append(comment) }
        if parts.isEmpty, unit.kind == .string || unit.kind == .name, let key = unit.notes[Unit.Note.key] {
            parts.append("key \(key)")
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}
