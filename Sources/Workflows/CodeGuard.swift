internal import Checks
internal import Formats
internal import Text

/// Keeps translations that break a placeholder or markup out of files that a program has to load.
struct CodeGuard {
    var source: LanguageTag
    var target: LanguageTag
    /// Write them all the same; the findings stay.
    var isForced: Bool

    /// Whether a file that was written reads back with codes that no source has: a translation whose words look like a
    /// placeholder of the format. Gives the keys of such units, each with a finding.
    func added(
        to texts: [String: InlineText],
        of document: Document,
        written again: Document,
        keepsSource: Bool
    ) -> [String: Finding] {
        let back = Dictionary(again.units.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var added: [String: Finding] = [:]
        for unit in document.units {
            guard let text = texts[unit.key], let found = back[unit.key] else { continue }
            let codes = keepsSource ? found.existing[target.description]?.text.codes ?? [] : found.source.codes
            let known = Set(unit.source.codes.map(\.data))
            let new = codes.first { code in
                [.placeholder, .markup].contains(code.kind) && !known.contains(code.data)
                    && text.text.contains(code.data)
            }
            guard let new else { continue }
            let end = isForced ? "" : " It is left untranslated in the file; `caravan export --force` writes it."
            added[unit.key] = Finding(
                "code-broken",
                .error,
                "The translation has `\(new.data.prefix(40))`, which the program would take for a placeholder." + end,
                at: .init(file: document.file, unit: unit.key)
            )
        }
        return added
    }

    /// The texts that may be written, and a finding for each that loses, adds or breaks a code.
    func filter(_ texts: [String: InlineText], of document: Document) -> (
        texts: [String: InlineText], findings: [Finding]
    ) {
        var kept = texts
        var findings: [Finding] = []
        for unit in document.units {
            guard let text = texts[unit.key], !(unit.source.codes.isEmpty && text.codes.isEmpty) else { continue }
            let pair = Pair(
                source: unit.source,
                target: text,
                sourceLocale: source,
                targetLocale: target,
                key: unit.key
            )
            let faults = InlineCodes.findings(in: pair)
            guard !faults.isEmpty else { continue }
            if !isForced { kept[unit.key] = nil }
            let end = isForced ? "" : " It is left untranslated in the file; `caravan export --force` writes it."
            for fault in faults {
                var place = fault.place
                place.file = document.file
                findings.append(Finding("code-broken", .error, fault.message + end, at: place))
            }
        }
        return (kept, findings)
    }
}
