import Text

extension TermJSON {
    /// Caravan's own: `{"caravan": "terms", "version": 1, "concepts": […]}`, one concept a line; empty fields left out.
    static func whole(_ concepts: [Concept]) -> String {
        let lines = concepts.map { "    " + object(members(of: $0)) }
        return "{\n  \"caravan\": \"terms\",\n  \"version\": 1,\n  \"concepts\": [\n"
            + lines.joined(separator: ",\n") + (lines.isEmpty ? "" : "\n") + "  ]\n}\n"
    }

    /// `[{"src", "dst", "info", "regex", "case_sensitive"}]`.
    static func ainiee(_ concepts: [Concept], locale: String) -> String {
        array(
            TermTable.shortEntries(concepts, locale: locale).map { entry in
                object([
                    ("src", quote(entry.source)), ("dst", quote(entry.targets)), ("info", quote(entry.info)),
                    ("regex", entry.isPattern ? "true" : "false"),
                    ("case_sensitive", entry.isCaseSensitive ? "true" : "false"),
                ])
            }
        )
    }

    /// ParaTranz: an entry for each concept, further forms as variants.
    static func paratranz(_ concepts: [Concept], locale: String) -> String {
        array(
            concepts.flatMap { concept -> [String] in
                let entries = TermTable.shortEntries([concept], locale: locale)
                guard let main = entries.first else { return [] }
                let (same, own) = (
                    entries.dropFirst().filter { $0.target == main.target },
                    entries.dropFirst().filter { $0.target != main.target }
                )
                return ([(main, same.map(\.source))] + own.map { ($0, []) }).map { entry, variants in
                    object([
                        ("term", quote(entry.source)), ("translation", quote(entry.targets)),
                        ("note", quote(entry.info)), ("pos", quote("noun")), ("variants", list(variants)),
                        ("caseSensitive", entry.isCaseSensitive ? "true" : "false"),
                    ])
                }
            }
        )
    }

    private static func members(of concept: Concept) -> [(String, String)] {
        var members = [
            ("id", quote(concept.id)),
            ("forms", "[" + concept.forms.map(value).joined(separator: ", ") + "]"),
        ]
        func add(_ name: String, _ value: String?) { if let value { members.append((name, value)) } }
        if !concept.targets.isEmpty {
            add("targets", object(concept.targets.sorted { $0.key < $1.key }.map { ($0.key, value($0.value)) }))
        }
        add("kind", quote(concept.kind.rawValue))
        if !concept.genders.isEmpty {
            let spans = concept.genders.map { span in
                object(
                    [("gender", quote(span.gender.rawValue))]
                        + (span.fromChapter.map { [("from_chapter", String($0))] } ?? [])
                )
            }
            add("genders", "[" + spans.joined(separator: ", ") + "]")
        }
        add("note", concept.note.map(quote))
        add("from_chapter", concept.validFrom.map { String($0) })
        add("part_of", concept.partOf.isEmpty ? nil : list(concept.partOf))
        add("status", quote(concept.status.rawValue))
        add("decided_by", concept.decidedBy.map(quote))
        add("decided_at", concept.decidedAt.flatMap { $0.isFinite ? String($0) : nil })
        add("evidence", concept.evidence.isEmpty ? nil : list(concept.evidence))
        return members
    }

    private static func value(_ form: Concept.SourceForm) -> String {
        var members = [("text", quote(form.text))]
        if form.use != .name { members.append(("use", quote(form.use.rawValue))) }
        if form.isPattern { members.append(("regex", "true")) }
        if form.isCaseSensitive { members.append(("case_sensitive", "true")) }
        return object(members)
    }

    private static func value(_ forms: Concept.TargetForms) -> String {
        var members = [("preferred", quote(forms.preferred))]
        for (name, texts) in [
            ("alternatives", forms.alternatives), ("inflected", forms.inflected), ("forbidden", forms.forbidden),
        ] where !texts.isEmpty {
            members.append((name, list(texts)))
        }
        if !forms.byForm.isEmpty {
            members.append(
                ("by_form", object(forms.byForm.sorted { $0.key < $1.key }.map { ($0.key, quote($0.value)) }))
            )
        }
        return object(members)
    }

    // MARK: JSON text

    private static func array(_ items: [String]) -> String {
        items.isEmpty ? "[]\n" : "[\n" + items.map { "  \($0)" }.joined(separator: ",\n") + "\n]\n"
    }

    private static func list(_ texts: [String]) -> String { "[" + texts.map(quote).joined(separator: ", ") + "]" }

    private static func object(_ members: [(String, String)]) -> String {
        "{" + members.map { "\(quote($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
    }

    private static func quote(_ text: String) -> String {
        var quoted = "\"".unicodeScalars
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                quoted.append("\\")
                quoted.append(scalar)
            case "\n": quoted.append(contentsOf: "\\n".unicodeScalars)
            case "\t": quoted.append(contentsOf: "\\t".unicodeScalars)
            case "\r": quoted.append(contentsOf: "\\r".unicodeScalars)
            case let control where control.value < 0x20:
                let digits = String(control.value, radix: 16)
                let padded = String(repeating: "0", count: 4 - digits.count) + digits
                quoted.append(contentsOf: "\\u\(padded)".unicodeScalars)
            default: quoted.append(scalar)
            }
        }
        quoted.append("\"")
        return String(quoted)
    }
}
