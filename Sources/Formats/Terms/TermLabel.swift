import Text

/// What lists write for kinds and genders, in English and Chinese.
enum TermLabel {
    /// Kind and gender from their columns, else from the note (女性角色, 地名 …).
    static func classify(kind: String, gender: String, note: String) -> (Term.Kind, Term.Gender?) {
        let found = self.gender(gender.isEmpty ? "\(kind) \(note)" : gender)
        if let exact = Term.Kind(rawValue: kind.lowercased()) { return (exact, found) }
        let label = "\(kind) \(note)".lowercased()
        if let (_, match) = kinds.first(where: { label.contains($0.0) }) { return (match, found) }
        return (gender.isEmpty ? .other : .person, found)
    }

    /// Whether a column says one of the kinds, in any of the words in use; `term` and `other` say none in particular.
    static func isKind(_ text: String) -> Bool {
        let label = text.lowercased()
        return Term.Kind(rawValue: label) != nil || ["term", "other", "其他", "术语", "noun", "名词"].contains(label)
            || kinds.contains { label.contains($0.0) }
    }

    static func isGender(_ text: String) -> Bool {
        let label = text.lowercased()
        return gender(label) != nil || ["unknown", "other", "none", "未知", "无", "-", "?"].contains(label)
    }

    /// `female`, or by chapter: `female|male@12`; nil when it is not written so.
    static func spans(_ text: String) -> [Concept.GenderSpan]? {
        guard !text.isEmpty else { return nil }
        var spans: [Concept.GenderSpan] = []
        for part in text.split(separator: "|") {
            let pieces = part.split(separator: "@", maxSplits: 1).map { $0.trimmed }
            guard let word = pieces.first, let gender = Term.Gender(rawValue: word.lowercased()) else { return nil }
            if pieces.count > 1 {
                guard let chapter = Int(pieces[1]), chapter > 0 else { return nil }
                spans.append(Concept.GenderSpan(gender, fromChapter: chapter))
            } else {
                spans.append(Concept.GenderSpan(gender))
            }
        }
        return spans.isEmpty ? nil : spans
    }

    /// The text that `spans` reads.
    static func text(_ spans: [Concept.GenderSpan]) -> String {
        spans.map { span in span.gender.rawValue + (span.fromChapter.map { "@\($0)" } ?? "") }.joined(separator: "|")
    }

    private static func gender(_ label: String) -> Term.Gender? {
        let label = label.lowercased()
        if label.contains("女") || label.contains("female") || ["f", "she", "woman"].contains(label) { return .female }
        if label.contains("男") || label.contains("male") || ["m", "he", "man"].contains(label) { return .male }
        return label.contains("neutral") || label == "n" ? .neutral : nil
    }

    private static let kinds: [(String, Term.Kind)] = [
        ("角色", .person), ("人名", .person), ("人物", .person), ("character", .person), ("地名", .place),
        ("location", .place), ("组织", .organization), ("家族", .organization), ("sect", .organization),
        ("faction", .organization), ("技能", .skill), ("功法", .skill), ("物品", .item), ("道具", .item),
        ("称号", .title), ("头衔", .title), ("成语", .idiom),
    ]
}
