internal import GRDB
package import Text

extension SQLiteStore {
    package func documents() throws(StoreError) -> [StoredDocument] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM document WHERE gone = 0 ORDER BY position, path").map {
                row in
                StoredDocument(
                    id: row["id"],
                    path: row["path"],
                    format: row["format"],
                    size: row["size"],
                    modified: row["modified"],
                    fingerprint: row["fingerprint"],
                    title: row["title"],
                    author: row["author"],
                    encoding: row["encoding"],
                    language: row["language"]
                )
            }
        }
    }

    package func put(_ document: IncomingDocument, at now: Timestamp) throws(StoreError) -> ImportChange {
        try write { database in
            let id = try Self.upsert(document, at: now, in: database)
            var known: [String: Known] = [:]
            let rows = try Row.fetchCursor(
                database,
                sql: "SELECT key, id, source, codes, gone FROM unit WHERE document_id = ?",
                arguments: [id]
            )
            while let row = try rows.next() {
                known[row[0]] = Known(id: row[1], source: row[2], codes: row[3], gone: row[4])
            }
            try database.execute(sql: "UPDATE chapter SET gone = 1 WHERE document_id = ?", arguments: [id])
            var change = ImportChange()
            let insert = try database.makeStatement(
                sql: """
                    INSERT INTO unit (document_id, chapter_id, key, position, kind, source, codes, notes, characters, plural)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            )
            let update = try database.makeStatement(
                sql: """
                    UPDATE unit SET chapter_id = ?, position = ?, kind = ?, source = ?, codes = ?, notes = ?,
                    characters = ?, plural = ?, gone = 0 WHERE id = ?
                    """
            )
            var position = 0
            for (place, chapter) in document.chapters.enumerated() {
                let chapterID = try Self.upsert(chapter, place: place, document: id, in: database)
                for unit in chapter.units {
                    let codes = try Column.encode(unit.source.codes)
                    let notes = try Column.encode(unit.notes)
                    let characters = unit.source.text.unicodeScalars.count
                    if let old = known.removeValue(forKey: unit.key) {
                        try update.execute(arguments: [
                            chapterID, position, unit.kind.rawValue, unit.source.text, codes, notes, characters,
                            unit.plural?.rawValue, old.id,
                        ])
                        if old.source != unit.source.text || old.codes != codes {
                            change.changed += 1
                            try Self.resetChanged(old, in: database)
                        } else if old.gone {
                            change.new += 1
                        } else {
                            change.unchanged += 1
                        }
                    } else {
                        try insert.execute(arguments: [
                            id, chapterID, unit.key, position, unit.kind.rawValue, unit.source.text, codes, notes,
                            characters, unit.plural?.rawValue,
                        ])
                        change.new += 1
                    }
                    if !unit.existing.isEmpty {
                        try Self.keep(unit, of: document.path, in: id, at: now, in: database)
                    }
                    position += 1
                }
            }
            for old in known.values where !old.gone {
                try database.execute(sql: "UPDATE unit SET gone = 1 WHERE id = ?", arguments: [old.id])
                change.gone += 1
            }
            return change
        }
    }

    package func remove(paths: [String]) throws(StoreError) {
        try write { database in
            for path in paths {
                try database.execute(
                    sql: "UPDATE document SET gone = 1, fingerprint = '' WHERE path = ?",
                    arguments: [path]
                )
            }
        }
    }

    package func rename(path: String, to new: String) throws(StoreError) {
        try write { database in
            let taken = "SELECT 1 FROM document WHERE path = ?"
            guard try Int.fetchOne(database, sql: taken, arguments: [new]) == nil else { return }
            try database.execute(sql: "UPDATE document SET path = ? WHERE path = ?", arguments: [new, path])
        }
    }

    package func arrange(paths: [String]) throws(StoreError) {
        try write { database in
            for (position, path) in paths.enumerated() {
                try database.execute(
                    sql: "UPDATE document SET position = ? WHERE path = ? AND position <> ?",
                    arguments: [position, path, position]
                )
            }
        }
    }

    package func isEmpty() throws(StoreError) -> Bool {
        try read { database in
            let sql = """
                SELECT NOT EXISTS (SELECT 1 FROM unit u JOIN document d ON d.id = u.document_id WHERE u.gone = 0 AND d.gone = 0)
                """
            return try Bool.fetchOne(database, sql: sql) ?? true
        }
    }

    package func documentFindings() throws(StoreError) -> [Finding] {
        try read { database in
            let sql = """
                SELECT f.code, f.severity, f.message, f.place FROM finding f JOIN document d ON d.id = f.document_id
                WHERE d.gone = 0 ORDER BY d.position, f.id
                """
            return try Row.fetchAll(database, sql: sql).map { try Self.finding($0) }
        }
    }

    /// Keeps the translations that a file brings. They stand for a person's work: one takes the place of an engine's
    /// answer and of what the same file brought before, never of an edit made here.
    private static func keep(
        _ unit: Unit,
        of path: String,
        in document: Int64,
        at now: Timestamp,
        in database: Database
    ) throws {
        let sql = """
            SELECT u.id, t.text, t.origin, t.origin_name FROM unit u
            LEFT JOIN current k ON k.unit_id = u.id AND k.locale = ? LEFT JOIN translation t ON t.id = k.translation_id
            WHERE u.document_id = ? AND u.key = ?
            """
        for (locale, existing) in unit.existing where existing.state != .initial && !existing.text.isEmpty {
            guard let row = try Row.fetchOne(database, sql: sql, arguments: [locale, document, unit.key]) else {
                continue
            }
            let text: String? = row["text"]
            if text == existing.text.text { continue }
            let origin: String? = row["origin"]
            if origin == "human", (row["origin_name"] as String?) != path { continue }
            let id: Int64 = row["id"]
            try database.execute(
                sql: """
                    INSERT INTO translation (unit_id, locale, text, codes, state, origin, origin_name, created)
                    VALUES (?, ?, ?, ?, ?, 'human', ?, ?)
                    """,
                arguments: [
                    id, locale, existing.text.text, try Column.encode(existing.text.codes), existing.state.rawValue,
                    path,
                    now,
                ]
            )
            try database.execute(
                sql: """
                    INSERT INTO current (unit_id, locale, state, translation_id) VALUES (?, ?, ?, ?)
                    ON CONFLICT (unit_id, locale) DO UPDATE SET state = excluded.state,
                    translation_id = excluded.translation_id, reason = NULL
                    """,
                arguments: [id, locale, existing.state.rawValue, database.lastInsertedRowID]
            )
            try database.execute(sql: "DELETE FROM finding WHERE unit_id = ? AND locale = ?", arguments: [id, locale])
        }
    }

    private struct Known {
        var id: Int64
        var source: String
        var codes: String?
        var gone: Bool
    }

    private static func upsert(_ document: IncomingDocument, at now: Timestamp, in database: Database) throws -> Int64 {
        let sql = """
            INSERT INTO document (path, position, format, size, modified, fingerprint, title, author, encoding,
                language, imported)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (path) DO UPDATE SET position = excluded.position, format = excluded.format,
            size = excluded.size, modified = excluded.modified, fingerprint = excluded.fingerprint,
            title = excluded.title, author = excluded.author, encoding = excluded.encoding, language = excluded.language,
            imported = excluded.imported, gone = 0 RETURNING id
            """
        let arguments: StatementArguments = [
            document.path, document.position, document.format, document.size, document.modified, document.fingerprint,
            document.title, document.author, document.encoding, document.language, now,
        ]
        guard let id = try Int64.fetchOne(database, sql: sql, arguments: arguments) else {
            throw StoreError(.failed, "\(document.path) could not be put into the project's state.")
        }
        try database.execute(sql: "DELETE FROM finding WHERE document_id = ?", arguments: [id])
        for finding in document.findings {
            try database.execute(
                sql: "INSERT INTO finding (document_id, code, severity, message, place) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    id, finding.code, finding.severity.rawValue, finding.message, try Column.json(finding.place),
                ]
            )
        }
        return id
    }

    private static func upsert(
        _ chapter: IncomingDocument.Chapter,
        place: Int,
        document: Int64,
        in database: Database
    ) throws -> Int64 {
        let sql = """
            INSERT INTO chapter (document_id, key, title, position) VALUES (?, ?, ?, ?)
            ON CONFLICT (document_id, key) DO UPDATE SET title = excluded.title, position = excluded.position, gone = 0
            RETURNING id
            """
        let arguments: StatementArguments = [document, chapter.key, chapter.title, place]
        guard let id = try Int64.fetchOne(database, sql: sql, arguments: arguments) else {
            throw StoreError(.failed, "Chapter \(chapter.key) could not be put into the project's state.")
        }
        return id
    }

    /// A unit whose source changed under the same key has to be translated again; the old text stays in the history, with the
    /// source that it was made of.
    private static func resetChanged(_ old: Known, in database: Database) throws {
        let unit = old.id
        try database.execute(
            sql: "UPDATE translation SET source = ?, source_codes = ? WHERE unit_id = ? AND source IS NULL",
            arguments: [old.source, old.codes, unit]
        )
        try database.execute(
            sql: "UPDATE current SET state = 'initial', translation_id = NULL, reason = ? WHERE unit_id = ?",
            arguments: ["The source changed after it was translated.", unit]
        )
        try database.execute(sql: "DELETE FROM finding WHERE unit_id = ?", arguments: [unit])
    }

    static func finding(_ row: Row) throws -> Finding {
        let severity: String = row["severity"]
        return Finding(
            row["code"],
            Finding.Severity(rawValue: severity) ?? .error,
            row["message"],
            at: try Column.decode(Finding.Place.self, row["place"])
        )
    }
}
