import Text

/// Lists of terms in JSON: Caravan's own, AiNiee's and LinguaGacha's, ParaTranz's, plain objects, character cards.
enum TermJSON {
    static func read(
        _ value: TermJSONValue,
        file: String,
        into builder: consuming TermListBuilder
    ) throws(TermJSONValue.Failure) -> TermList {
        var builder = builder
        switch value.kind {
        case .object(let members):
            if let concepts = value["concepts"]?.list {
                for entry in concepts { addConcept(entry, to: &builder) }
                return builder.list(.json)
            }
            if let concept = value["concept"] ?? (value["forms"]?.list == nil ? nil : value), concept["forms"] != nil {
                addConcept(concept, to: &builder)
                return builder.list(.json)
            }
            // ParaTranz hands lists out in pages.
            if let results = value["results"]?.list { return try list(results, builder) }
            for (source, target) in members {
                guard let text = target.text else {
                    builder.report(
                        "“\(source.prefix(60))” has no text as its target; it is left out.",
                        line: target.line
                    )
                    continue
                }
                add(.init(source: source.trimmed, target: text.trimmed, line: target.line), to: &builder)
            }
            return builder.list(.ainieeJSON)
        case .list(let entries): return try list(entries, builder)
        default: throw shape(value)
        }
    }

    private static func shape(_ value: TermJSONValue) -> TermJSONValue.Failure {
        TermJSONValue.Failure(
            message: "it should be [{\"src\": …, \"dst\": …, \"info\": …}] or {\"src\": \"dst\"}",
            line: value.line,
            isSyntax: false
        )
    }

    private static func list(
        _ entries: [TermJSONValue],
        _ builder: consuming TermListBuilder
    ) throws(TermJSONValue.Failure) -> TermList {
        var builder = builder
        var format = TermFormat.ainieeJSON
        for (index, value) in entries.enumerated() {
            if case .null = value.kind { continue }
            if value["variants"] != nil || value["pos"] != nil || value["caseSensitive"] != nil { format = .paratranz }
            let concept = value["concept"] ?? value
            if concept["forms"]?.list != nil {
                // A line of `caravan terms list --json`.
                addConcept(concept, to: &builder)
                format = .json
                continue
            }
            guard let entry = entry(value) else {
                builder.report("Entry \(index + 1) has no src or no dst; it is left out.", line: value.line)
                continue
            }
            for (name, _) in value.members ?? [] where !entryFields.contains(name) {
                builder.pass(over: name, line: value.line)
            }
            add(entry, to: &builder)
            for variant in value["variants"]?.list?.compactMap(\.text) ?? [] {
                add(.init(id: entry.source, source: variant.trimmed, use: "alias", line: value.line), to: &builder)
            }
        }
        return builder.list(format)
    }

    private static func add(_ entry: TermListBuilder.Entry, to builder: inout TermListBuilder) {
        guard !entry.source.isEmpty else {
            builder.report("A term without a source is left out: “\(entry.target.prefix(60))”.", line: entry.line)
            return
        }
        builder.add(entry)
    }

    /// An entry by any of the names in use.
    private static func entry(_ value: TermJSONValue) -> TermListBuilder.Entry? {
        if let parts = value.list?.map({ $0.text ?? "" }), parts.count >= 2 {
            return .init(
                source: parts[0].trimmed,
                target: parts[1].trimmed,
                note: parts.count > 2 ? parts[2].trimmed : "",
                line: value.line
            )
        }
        func first(_ names: String...) -> String? {
            for name in names { if let text = value[name]?.string?.trimmed { return text } }
            return nil
        }
        let isCard = value["original_name"] != nil
        guard let source = first("src", "term", "source", "original_name", "original", "raw_name"),
            let target = first("dst", "translation", "target", "translated_name")
        else { return nil }
        // What a card says of a person becomes the note for the translator.
        let card = ["age", "personality", "speech_style", "pronouns", "speech_quirks", "additional_info"].compactMap {
            value[$0]?.string?.trimmed
        }.filter { !$0.isEmpty }
        return .init(
            source: source,
            target: target,
            note: first("info", "note", "description", "context") ?? card.joined(separator: "; "),
            kind: first("kind", "type", "category") ?? (isCard ? "person" : ""),
            gender: first("gender") ?? "",
            isPattern: value["regex"]?.flag ?? false,
            isCaseSensitive: value["case_sensitive"]?.flag ?? value["caseSensitive"]?.flag ?? false,
            line: value.line
        )
    }

    /// What `entry` reads, and what programs write beside it without meaning.
    private static let entryFields: Set = [
        "src", "term", "source", "original_name", "original", "raw_name", "dst", "translation", "target",
        "translated_name", "age", "personality", "speech_style", "pronouns", "speech_quirks", "additional_info", "info",
        "note", "description", "context", "kind", "type", "category", "gender", "regex", "case_sensitive",
        "caseSensitive", "variants", "pos", "id", "uid", "createdAt", "updatedAt", "createdBy", "updatedBy", "project",
        "user", "commentCount",
    ]

    // MARK: Caravan's own

    private static let conceptFields: Set = [
        "id", "forms", "targets", "kind", "genders", "note", "from_chapter", "validFrom", "part_of", "partOf", "status",
        "decided_by", "decidedBy", "decided_at", "decidedAt", "evidence",
    ]

    private static func addConcept(_ value: TermJSONValue, to builder: inout TermListBuilder) {
        // As in a file of Caravan's, or as its commands print a concept.
        func told(_ name: String, _ printed: String) -> TermJSONValue? { value[name] ?? value[printed] }
        for (name, member) in value.members ?? [] where !conceptFields.contains(name) {
            builder.pass(over: name, line: member.line)
        }
        let forms = value["forms"]?.list?.compactMap(form) ?? []
        guard !forms.isEmpty else {
            builder.report("A concept without `forms` is left out.", line: value.line)
            return
        }
        var targets: [String: Concept.TargetForms] = [:]
        for (name, value) in value["targets"]?.members ?? [] {
            guard let tag = LanguageTag(name) else {
                builder.report("“\(name.prefix(20))” is no language tag; its target is left out.", line: value.line)
                continue
            }
            // A file that says `und` is asked for the locale that the reader is told.
            targets[tag.description == Concept.anyLocale ? builder.locale : tag.description] = targetForms(value)
        }
        var genders: [Concept.GenderSpan] = []
        for span in value["genders"]?.list ?? [] {
            guard let gender = span["gender"]?.text.flatMap(Term.Gender.init) else {
                builder.report("A gender is none of female, male, neutral; it is left out.", line: span.line)
                continue
            }
            genders.append(Concept.GenderSpan(gender, fromChapter: number(span["from_chapter"] ?? span["fromChapter"])))
        }
        var status = Concept.Status.approved
        if let text = value["status"]?.text {
            if let known = Concept.Status(rawValue: text) {
                status = known
            } else {
                status = .proposed
                builder.report("“\(text.prefix(20))” is no status; it counts as proposed.", line: value.line)
            }
        }
        var kind = Term.Kind.other
        if let text = value["kind"]?.text {
            if let known = Term.Kind(rawValue: text) {
                kind = known
            } else {
                builder.report("“\(text.prefix(20))” is no kind; it counts as other.", line: value.line)
            }
        }
        builder.add(
            Concept(
                id: value["id"]?.string,
                forms: forms,
                targets: targets,
                kind: kind,
                genders: genders,
                note: value["note"]?.text,
                validFrom: number(told("from_chapter", "validFrom")),
                partOf: texts(told("part_of", "partOf")),
                status: status,
                decidedBy: told("decided_by", "decidedBy")?.text,
                decidedAt: told("decided_at", "decidedAt")?.string.flatMap(Double.init),
                evidence: texts(value["evidence"])
            ),
            line: value.line
        )
    }

    private static func form(_ value: TermJSONValue) -> Concept.SourceForm? {
        guard let text = value.text ?? value["text"]?.text, !text.isEmpty else { return nil }
        return Concept.SourceForm(
            text,
            use: value["use"]?.text.flatMap(Concept.SourceForm.Use.init) ?? .name,
            isPattern: (value["regex"] ?? value["isPattern"])?.flag ?? false,
            isCaseSensitive: (value["case_sensitive"] ?? value["isCaseSensitive"])?.flag ?? false
        )
    }

    private static func targetForms(_ value: TermJSONValue) -> Concept.TargetForms {
        var byForm: [String: String] = [:]
        for (form, target) in (value["by_form"] ?? value["byForm"])?.members ?? [] { byForm[form] = target.text }
        return Concept.TargetForms(
            value.text ?? value["preferred"]?.text ?? "",
            alternatives: texts(value["alternatives"]),
            inflected: texts(value["inflected"]),
            forbidden: texts(value["forbidden"]),
            byForm: byForm
        )
    }

    private static func texts(_ value: TermJSONValue?) -> [String] { value?.list?.compactMap(\.text) ?? [] }

    private static func number(_ value: TermJSONValue?) -> Int? {
        value?.string.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    }
}
