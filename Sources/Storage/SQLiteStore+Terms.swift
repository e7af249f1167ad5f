internal import GRDB
package import Text

extension SQLiteStore {
    package func concepts() throws(StoreError) -> [Concept] {
        try read { database in try Self.concepts(in: database) }
    }

    package func forEachUnit(locale: LanguageTag, _ body: (UnitInBook) throws -> Void) throws(StoreError) {
        try read { database in
            let sql = """
                SELECT u.id, d.path, c.id, c.title, u.key, u.source, u.codes, t.text, t.codes, t.state, t.id, t.run_id,
                    t.origin AS origin, t.origin_name AS origin_name, t.match_rate AS match_rate, u.plural AS plural
                FROM document d JOIN chapter c ON c.document_id = d.id JOIN unit u ON u.chapter_id = c.id
                LEFT JOIN current k ON k.unit_id = u.id AND k.locale = ?1
                LEFT JOIN translation t ON t.id = k.translation_id
                WHERE u.gone = 0 AND d.gone = 0 AND (u.plural IS NULL OR instr(?2, u.plural))
                ORDER BY d.position, d.path, c.position, u.position
                """
            let rows = try Row.fetchCursor(
                database,
                sql: sql,
                arguments: [locale.description, Self.plurals(locale)]
            )
            while let row = try rows.next() {
                var translation: Translation?
                if let text: String = row[7] {
                    translation = Translation(
                        text: try Column.text(text, codes: row[8]),
                        state: Translation.State(rawValue: row[9]) ?? .translated,
                        origin: Self.origin(row)
                    )
                }
                try body(
                    UnitInBook(
                        id: row[0],
                        document: row[1],
                        chapter: row[2],
                        chapterTitle: row[3],
                        key: row[4],
                        source: try Column.text(row[5], codes: row[6]),
                        translation: translation,
                        translationID: row[10],
                        run: row[11],
                        plural: (row["plural"] as String?).flatMap { PluralCategory(rawValue: $0) }
                    )
                )
            }
        }
    }

    // MARK: Concepts

    static func concepts(in database: Database) throws -> [Concept] {
        var forms: [String: [Concept.SourceForm]] = [:]
        let formRows = try Row.fetchCursor(
            database,
            sql: """
                SELECT concept_id, text, use, is_pattern, is_case_sensitive FROM concept_form
                ORDER BY concept_id, position
                """
        )
        while let row = try formRows.next() {
            forms[row[0], default: []].append(
                Concept.SourceForm(
                    row[1],
                    use: Concept.SourceForm.Use(rawValue: row[2]) ?? .name,
                    isPattern: row[3],
                    isCaseSensitive: row[4]
                )
            )
        }
        var targets: [String: [String: Concept.TargetForms]] = [:]
        let targetRows = try Row.fetchCursor(
            database,
            sql: "SELECT concept_id, locale, rank, form, text FROM concept_target ORDER BY concept_id, locale, position"
        )
        while let row = try targetRows.next() {
            add(
                rank: row[2],
                form: row[3],
                text: row[4],
                to: &targets[row[0], default: [:]][row[1], default: .init("")]
            )
        }
        return try Row.fetchAll(database, sql: "SELECT * FROM concept ORDER BY position, id").map { row in
            let id: String = row["id"]
            return Concept(
                id: id,
                forms: forms[id] ?? [Concept.SourceForm(id)],
                targets: targets[id] ?? [:],
                kind: Term.Kind(rawValue: row["kind"]) ?? .other,
                genders: try Column.decode([Concept.GenderSpan].self, row["genders"]),
                note: row["note"],
                validFrom: row["valid_from"],
                partOf: try Column.decode([String].self, row["part_of"]),
                status: Concept.Status(rawValue: row["status"]) ?? .proposed,
                decidedBy: row["decided_by"],
                decidedAt: row["decided_at"],
                evidence: try Column.decode([String].self, row["evidence"])
            )
        }
    }

    private static func add(rank: String, form: String?, text: String, to forms: inout Concept.TargetForms) {
        switch rank {
        case "preferred": forms.preferred = text
        case "alternative": forms.alternatives.append(text)
        case "inflected": forms.inflected.append(text)
        case "forbidden": forms.forbidden.append(text)
        default: if let form { forms.byForm[form] = text }
        }
    }

    static func put(_ concept: Concept, in database: Database) throws {
        let place = try Int.fetchOne(
            database,
            sql: "SELECT coalesce((SELECT position FROM concept WHERE id = ?), max(position) + 1, 0) FROM concept",
            arguments: [concept.id]
        )
        try database.execute(sql: "DELETE FROM concept WHERE id = ?", arguments: [concept.id])
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO concept
                (id, position, kind, status, genders, note, valid_from, part_of, decided_by, decided_at, evidence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        try insert.execute(arguments: [
            concept.id, place, concept.kind.rawValue, concept.status.rawValue, try Column.json(concept.genders),
            concept.note, concept.validFrom, try Column.json(concept.partOf), concept.decidedBy, concept.decidedAt,
            try Column.json(concept.evidence),
        ])
        let form = try database.cachedStatement(
            sql: """
                INSERT INTO concept_form (concept_id, position, text, use, is_pattern, is_case_sensitive)
                VALUES (?, ?, ?, ?, ?, ?)
                """
        )
        for (position, item) in concept.forms.enumerated() {
            try form.execute(arguments: [
                concept.id, position, item.text, item.use.rawValue, item.isPattern, item.isCaseSensitive,
            ])
        }
        let target = try database.cachedStatement(
            sql: """
                INSERT INTO concept_target (concept_id, locale, position, rank, form, text) VALUES (?, ?, ?, ?, ?, ?)
                """
        )
        for (locale, forms) in concept.targets {
            let rows: [(rank: String, form: String?, text: String)] =
                [("preferred", nil, forms.preferred)] + forms.alternatives.map { ("alternative", nil, $0) }
                + forms.inflected.map { ("inflected", nil, $0) } + forms.forbidden.map { ("forbidden", nil, $0) }
                + forms.byForm.sorted { $0.key < $1.key }.map { ("form", $0.key, $0.value) }
            for (position, row) in rows.enumerated() {
                try target.execute(arguments: [concept.id, locale, position, row.rank, row.form, row.text])
            }
        }
    }
}
