import Text

extension TermTable {
    /// Caravan's long form: a row for each source form and locale; what belongs to the concept stands in its first row,
    /// what belongs to a locale in the first row of that locale.
    static func longRows(_ concepts: [Concept]) -> [[String]] {
        var rows = [
            [
                "id", "src", "dst", "locale", "use", "kind", "gender", "info", "status", "alternatives", "inflected",
                "forbidden", "from_chapter", "part_of", "regex", "case_sensitive", "decided_by", "decided_at",
                "evidence",
            ]
        ]
        for concept in concepts {
            var isFirst = true
            let locales = concept.targets.keys.sorted()
            for locale in locales.isEmpty ? [""] : locales {
                let targets = concept.targets[locale]
                for (index, form) in concept.forms.enumerated() {
                    let own = index == 0 ? nil : targets?.byForm[form.text]
                    // In further locales only forms with a translation of their own need a row.
                    guard isFirst || index == 0 || own != nil || locale == locales.first else { continue }
                    let isMain = index == 0
                    rows.append([
                        concept.id, form.text, own ?? targets?.preferred ?? "",
                        locale == Concept.anyLocale ? "" : locale,
                        form.use == .name ? "" : form.use.rawValue, isFirst ? concept.kind.rawValue : "",
                        isFirst ? TermLabel.text(concept.genders) : "", isFirst ? concept.note ?? "" : "",
                        isFirst ? concept.status.rawValue : "",
                        cell(isMain ? targets?.alternatives ?? [] : []),
                        cell(isMain ? targets?.inflected ?? [] : []), cell(isMain ? targets?.forbidden ?? [] : []),
                        isFirst ? concept.validFrom.map { String($0) } ?? "" : "",
                        cell(isFirst ? concept.partOf : []),
                        form.isPattern ? "TRUE" : "", form.isCaseSensitive ? "TRUE" : "",
                        isFirst ? concept.decidedBy ?? "" : "",
                        isFirst ? concept.decidedAt.map { String($0) } ?? "" : "",
                        cell(isFirst ? concept.evidence : []),
                    ])
                    isFirst = false
                }
            }
        }
        return rows
    }

    /// `src,dst,info,regex,case_sensitive`: a row for each form, allowed targets side by side.
    static func shortRows(_ concepts: [Concept], locale: String) -> [[String]] {
        [["src", "dst", "info", "regex", "case_sensitive"]]
            + shortEntries(concepts, locale: locale).map { entry in
                [
                    entry.source, entry.targets, entry.info, entry.isPattern ? "TRUE" : "FALSE",
                    entry.isCaseSensitive ? "TRUE" : "FALSE",
                ]
            }
    }

    /// `type,raw_name,translated_name,gender,description`.
    static func glossarionRows(_ concepts: [Concept], locale: String) -> [[String]] {
        [["type", "raw_name", "translated_name", "gender", "description"]]
            + concepts.flatMap { concept in
                shortEntries([concept], locale: locale).map { entry in
                    let kind = concept.kind == .person ? "character" : concept.kind.rawValue
                    let gender = concept.gender(inChapter: nil)?.rawValue ?? ""
                    return [kind, entry.source, entry.target, gender, concept.note ?? ""]
                }
            }
    }

    /// A source form with its target, for formats that know no concepts.
    struct ShortEntry {
        var source: String
        var target: String
        var alternatives: [String]
        var note: String?
        var label: String
        var isPattern: Bool
        var isCaseSensitive: Bool

        /// `Senior Brother/elder brother`.
        var targets: String { ([target] + alternatives).joined(separator: "/") }
        /// The label that other programs expect (女性角色, 地名 …) before the note.
        var info: String {
            guard let note else { return label }
            return label.isEmpty || note.contains(label) ? note : "\(label)，\(note)"
        }
    }

    static func shortEntries(_ concepts: [Concept], locale: String) -> [ShortEntry] {
        concepts.flatMap { concept in
            concept.terms(locale: locale).map { term in
                ShortEntry(
                    source: term.source,
                    target: term.target,
                    alternatives: concept.targetForms(for: locale)?.byForm[term.source] == nil ? term.alternatives : [],
                    note: term.note,
                    label: TermLabel.label(kind: concept.kind, gender: concept.gender(inChapter: nil)),
                    isPattern: term.isPattern,
                    isCaseSensitive: term.isCaseSensitive
                )
            }
        }
    }

    /// CSV as RFC 4180 has it, with LF.
    static func text(_ rows: [[String]], separator: String = ",") -> String {
        var text = ""
        for row in rows {
            text += row.map { quoted($0, separator: separator) }.joined(separator: separator)
            text += "\n"
        }
        return text
    }

    private static func quoted(_ field: String, separator: String) -> String {
        let needsQuotes = field.unicodeScalars.contains { scalar in
            scalar == "\"" || scalar == "\n" || scalar == "\r" || separator.unicodeScalars.contains(scalar)
        }
        return needsQuotes ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
    }
}

extension TermLabel {
    /// The label that Chinese programs put into `info`; it reads back as the same kind and gender.
    static func label(kind: Term.Kind, gender: Term.Gender?) -> String {
        switch kind {
        case .person: gender == .female ? "女性角色" : gender == .male ? "男性角色" : "角色"
        case .place: "地名"
        case .organization: "组织"
        case .skill: "技能"
        case .item: "物品"
        case .title: "称号"
        case .idiom: "成语"
        case .other: ""
        }
    }
}
