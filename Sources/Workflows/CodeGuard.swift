internal import Checks
internal import Formats
internal import Text

/// Keeps translations that break a placeholder or markup out of files that a program has to load.
struct CodeGuard {
    var source: LanguageTag
    var target: LanguageTag
    /// Write them all the same; the findings stay.
    var isForced: Bool

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
