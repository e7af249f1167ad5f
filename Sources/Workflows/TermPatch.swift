package import Storage
package import Text

/// What a change of a term would do to the translations: a plan to be looked at before anything is changed.
package struct TermPatch: Sendable {
    package var locale: LanguageTag
    /// For people: `林动: Lin Tung → Lin Dong`.
    package var summary: String
    package var before: Concept?
    package var after: Concept
    package var items: [Item]
    /// Units that hold the term, whose translation has neither the old form nor a new one: left as they are.
    package var missing: Int
    /// Units whose translation has the old form, while their source has not the term: left as they are.
    package var unrelated: Int
    /// Units that hold the term and have the new form already.
    package var settled: Int
    /// What asking again costs; nil when nothing has to be asked, or when no engine could be reached to count for.
    package var cost: Cost?
    package var decidedBy: String?

    /// A unit that is affected.
    package struct Item: Sendable {
        package var unit: Int64
        package var translationID: Int64
        package var document: String
        package var chapter: String
        package var key: String
        package var source: String
        package var old: InlineText
        package var action: Action
        /// What a person did with it, when that is so: `human`, `reviewed`, `final`.
        package var protection: String?
        /// Whether the change leaves it alone because of that.
        package var isKept: Bool
    }

    /// A place in the old text and what stands there in the new one, as scalar offsets in `InlineText.text`.
    package struct Mark: Hashable, Sendable, Encodable {
        package var old: Range<Int>
        package var new: Range<Int>
    }

    package enum Action: Sendable {
        case replace(InlineText, [Mark], [Finding])
        /// An engine has to be asked: why.
        case ask(String)
    }

    /// Units that are changed in place.
    package var replaced: [Item] {
        items.filter { item in
            if case .replace = item.action { return !item.isKept }
            return false
        }
    }

    /// Units that are to be asked again.
    package var asked: [Item] {
        items.filter { item in
            if case .ask = item.action { return !item.isKept }
            return false
        }
    }

    /// Units of a person that the change would touch and does not.
    package var kept: [Item] { items.filter(\.isKept) }

    /// The step that makes the change.
    package func change() -> TermbaseChange {
        TermbaseChange(
            summary: summary,
            decidedBy: decidedBy,
            concepts: [after],
            units: items.filter { !$0.isKept }.map { item in
                let action: TermbaseChange.Action
                switch item.action {
                case .replace(let text, _, let findings): action = .replace(text, findings: findings)
                case .ask(let why): action = .askAgain(reason: "A term was changed (\(summary)): \(why).")
                }
                return TermbaseChange.UnitChange(
                    unit: item.unit,
                    locale: locale,
                    expected: item.translationID,
                    action: action
                )
            }
        )
    }
}

extension TermPatch: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode("plan", forKey: .event)
        try container.encode(locale, forKey: .locale)
        try container.encode(summary, forKey: .summary)
        try container.encode(after, forKey: .concept)
        try container.encode(replaced.count, forKey: .replaced)
        try container.encode(asked.count, forKey: .asked)
        try container.encode(kept.count, forKey: .kept)
        try container.encode(missing, forKey: .missing)
        try container.encode(unrelated, forKey: .unrelated)
        try container.encode(settled, forKey: .settled)
        try container.encodeIfPresent(cost, forKey: .cost)
        try container.encode(items, forKey: .units)
    }

    private enum Key: String, CodingKey {
        case event, locale, summary, concept, replaced, asked, kept, missing, unrelated, settled, cost, units
    }
}

extension TermPatch.Item: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(document, forKey: .document)
        try container.encode(chapter, forKey: .chapter)
        try container.encode(key, forKey: .key)
        try container.encode(source, forKey: .source)
        try container.encode(old.plain, forKey: .old)
        try container.encodeIfPresent(protection, forKey: .protection)
        switch action {
        case .replace(let text, let marks, _):
            try container.encode(isKept ? "keep" : "replace", forKey: .action)
            try container.encode(text.plain, forKey: .new)
            try container.encode(marks, forKey: .marks)
        case .ask(let why):
            try container.encode(isKept ? "keep" : "ask", forKey: .action)
            try container.encode(why, forKey: .reason)
        }
    }

    private enum Key: String, CodingKey {
        case document, chapter, key, source, old, new, action, reason, marks, protection
    }
}
