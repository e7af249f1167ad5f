internal import FoundationEssentials
package import Text

/// An entry of a memory as a JSON object: what `export` to JSON lines writes and `import` reads.
///
/// Texts are as they are written, inline codes with their data; `sourceCodes` and `targetCodes` are there where a text has codes and
/// holds a U+FFFC for each then.
package struct MemoryLine: Codable, Sendable {
    package var source: String
    package var target: String
    package var from: String
    package var to: String
    /// `human`, `engine`, `memory` or `rule`.
    package var origin: String?
    /// The person or the engine.
    package var by: String?
    package var state: String?
    /// ISO 8601, UTC.
    package var changed: String?
    package var key: String?
    package var document: String?
    package var note: String?
    package var before: String?
    package var after: String?
    package var sourceCodes: [InlineCode]?
    package var targetCodes: [InlineCode]?

    init(_ entry: MemoryEntry) {
        source = entry.source.text
        target = entry.target.text
        from = entry.sourceLocale.description
        to = entry.targetLocale.description
        (origin, by) = Self.words(entry.origin)
        state = entry.state.rawValue
        changed = entry.changed.map(Self.date)
        key = entry.key
        document = entry.document
        note = entry.note
        before = entry.before.map { String($0, radix: 16) }
        after = entry.after.map { String($0, radix: 16) }
        sourceCodes = entry.source.codes.isEmpty ? nil : entry.source.codes
        targetCodes = entry.target.codes.isEmpty ? nil : entry.target.codes
    }

    /// Nil for a line whose locales or codes are wrong.
    var entry: MemoryEntry? {
        guard let from = LanguageTag(from), let to = LanguageTag(to),
            let source = Self.text(source, sourceCodes), let target = Self.text(target, targetCodes),
            !source.isEmpty, !target.isEmpty
        else { return nil }
        return MemoryEntry(
            source: source,
            target: target,
            sourceLocale: from,
            targetLocale: to,
            before: before.flatMap { UInt64($0, radix: 16) },
            after: after.flatMap { UInt64($0, radix: 16) },
            key: key,
            document: document,
            origin: Self.origin(origin, by: by),
            state: state.flatMap { Translation.State(rawValue: $0) } ?? .translated,
            changed: changed.flatMap { try? Date($0, strategy: .iso8601).timeIntervalSince1970 },
            note: note
        )
    }

    private static func text(_ text: String, _ codes: [InlineCode]?) -> InlineText? {
        guard let codes else { return InlineText(text) }
        return InlineText(text: text, codes: codes)
    }

    static func date(_ seconds: Double) -> String { Date(timeIntervalSince1970: seconds).ISO8601Format() }

    static func words(_ origin: Translation.Origin) -> (origin: String, by: String?) {
        switch origin {
        case .human(let name): ("human", name.isEmpty ? nil : name)
        case .engine(let name): ("engine", name)
        case .memory(let rate): ("memory", "\(rate)")
        case .rule: ("rule", nil)
        }
    }

    private static func origin(_ word: String?, by: String?) -> Translation.Origin {
        switch word {
        case "engine": .engine(by ?? "")
        case "memory": .memory(rate: by.flatMap { Int($0) } ?? 0)
        case "rule": .rule
        default: .human(by ?? "")
        }
    }
}
