package import Text

/// A pair that a check fails or passes, for the documentation and the tests.
package struct CheckExample: Sendable, Hashable {
    package var source: String
    package var target: String
    package var sourceLocale: String
    package var targetLocale: String
    /// Pieces of both texts that are inline codes, as they stand in them.
    package var codes: [String]
    package var terms: [Term]
    package var kind: Unit.Kind
    package var notes: [String: String]
    /// What the project decided.
    package var policy: CheckPolicy
    /// Whether the check says something of it.
    package var fails: Bool
    /// The target after the fix, when there is one.
    package var fixed: String?

    private init(
        _ source: String,
        _ target: String,
        _ locales: (String, String),
        _ codes: [String],
        _ terms: [Term],
        _ kind: Unit.Kind,
        _ notes: [String: String],
        _ policy: CheckPolicy,
        _ fails: Bool,
        _ fixed: String?
    ) {
        self.source = source
        self.target = target
        (sourceLocale, targetLocale) = locales
        self.codes = codes
        self.terms = terms
        self.kind = kind
        self.notes = notes
        self.policy = policy
        self.fails = fails
        self.fixed = fixed
    }

    package static func fails(
        _ source: String,
        _ target: String,
        from: String = "zh-Hans",
        to: String = "en",
        codes: [String] = [],
        terms: [Term] = [],
        kind: Unit.Kind = .paragraph,
        notes: [String: String] = [:],
        policy: CheckPolicy = CheckPolicy(),
        fixed: String? = nil
    ) -> CheckExample {
        CheckExample(source, target, (from, to), codes, terms, kind, notes, policy, true, fixed)
    }

    package static func passes(
        _ source: String,
        _ target: String,
        from: String = "zh-Hans",
        to: String = "en",
        codes: [String] = [],
        terms: [Term] = [],
        kind: Unit.Kind = .paragraph,
        notes: [String: String] = [:],
        policy: CheckPolicy = CheckPolicy()
    ) -> CheckExample {
        CheckExample(source, target, (from, to), codes, terms, kind, notes, policy, false, nil)
    }

    /// The pair, nil when a locale is no BCP 47 tag.
    package var pair: Pair? {
        guard let from = LanguageTag(sourceLocale), let to = LanguageTag(targetLocale) else { return nil }
        return Pair(
            source: inline(source),
            target: inline(target),
            sourceLocale: from,
            targetLocale: to,
            terms: terms,
            kind: kind,
            notes: notes
        )
    }

    /// The text with `codes` taken out: `</x>` closes the nearest `<x…>`, a line break shows itself.
    private func inline(_ text: String) -> InlineText {
        guard !codes.isEmpty else { return InlineText(text) }
        var parts: [InlineText.Part] = []
        var run = ""
        var rest = text[...]
        var open: [Int] = []
        var nextID = 1
        while let first = rest.first {
            guard let code = codes.first(where: { !$0.isEmpty && rest.hasPrefix($0) }) else {
                run.append(first)
                rest = rest.dropFirst()
                continue
            }
            if !run.isEmpty { parts.append(.text(run)) }
            run = ""
            var role = InlineCode.Role.standalone
            var id = nextID
            if code.hasPrefix("</"), let partner = open.popLast() {
                (role, id) = (.close, partner)
            } else {
                nextID += 1
                if code.hasPrefix("<"), !code.hasPrefix("</"), rest.dropFirst(code.count).contains("</") {
                    role = .open
                    open.append(id)
                }
            }
            let isBreak = code == "\n" || code == "\\n"
            let kind: InlineCode.Kind = isBreak ? .lineBreak : code.hasPrefix("<") ? .markup : .placeholder
            parts.append(.code(.init(id: id, role: role, kind: kind, data: code, visible: isBreak ? "\n" : "")))
            rest = rest.dropFirst(code.count)
        }
        if !run.isEmpty { parts.append(.text(run)) }
        return InlineText(parts: parts)
    }
}
