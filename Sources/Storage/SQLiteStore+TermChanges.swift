internal import GRDB
internal import Text

/// Changes of the termbase, each as one step that can be taken back.
extension SQLiteStore {
    package func apply(_ change: TermbaseChange, at now: Timestamp) throws(StoreError) -> TermbaseChangeRecord {
        try write { database in
            let ids = change.concepts.map(\.id) + change.removed
            let before = try Self.concepts(in: database).filter { ids.contains($0.id) }
            for id in change.removed {
                try database.execute(sql: "DELETE FROM concept WHERE id = ?", arguments: [id])
            }
            for concept in change.concepts { try Self.put(concept, in: database) }
            try database.execute(
                sql: "INSERT INTO term_change (at, decided_by, summary, before, after) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    now, change.decidedBy, change.summary, try Column.json(before), try Column.json(change.concepts),
                ]
            )
            let id = database.lastInsertedRowID
            for unit in change.units { try Self.apply(unit, change: id, at: now, in: database) }
            return TermbaseChangeRecord(
                id: id,
                at: now,
                decidedBy: change.decidedBy,
                summary: change.summary,
                concepts: ids,
                units: change.units.count,
                kept: 0
            )
        }
    }

    package func undoTermbaseChange(at now: Timestamp) throws(StoreError) -> TermbaseChangeRecord? {
        try write { database in
            let sql = "SELECT * FROM term_change WHERE undone IS NULL ORDER BY id DESC LIMIT 1"
            guard let row = try Row.fetchOne(database, sql: sql) else { return nil }
            let before = try Column.decode([Concept].self, row["before"])
            let after = try Column.decode([Concept].self, row["after"])
            for concept in after where !before.contains(where: { $0.id == concept.id }) {
                try database.execute(sql: "DELETE FROM concept WHERE id = ?", arguments: [concept.id])
            }
            for concept in before { try Self.put(concept, in: database) }
            let id: Int64 = row["id"]
            let kept = try Self.restoreUnits(of: id, in: database)
            try database.execute(sql: "UPDATE term_change SET undone = ? WHERE id = ?", arguments: [now, id])
            var record = try Self.record(row, in: database)
            record.undone = now
            record.kept = kept
            return record
        }
    }

    package func termbaseChanges(limit: Int) throws(StoreError) -> [TermbaseChangeRecord] {
        try read { database in
            let sql = "SELECT * FROM term_change ORDER BY id DESC LIMIT ?"
            return try Row.fetchAll(database, sql: sql, arguments: [limit]).map { try Self.record($0, in: database) }
        }
    }

    private static func record(_ row: Row, in database: Database) throws -> TermbaseChangeRecord {
        let ids =
            try Column.decode([Concept].self, row["after"]).map(\.id)
            + Column.decode([Concept].self, row["before"]).map(\.id)
        let count = "SELECT count(*) FROM term_change_unit WHERE change_id = ?"
        let id: Int64 = row["id"]
        return TermbaseChangeRecord(
            id: id,
            at: row["at"],
            decidedBy: row["decided_by"],
            summary: row["summary"],
            concepts: Array(Set(ids)).sorted(),
            units: try Int.fetchOne(database, sql: count, arguments: [id]) ?? 0,
            undone: row["undone"],
            kept: 0
        )
    }

    private static func apply(
        _ change: TermbaseChange.UnitChange,
        change id: Int64,
        at now: Timestamp,
        in database: Database
    ) throws {
        let locale = change.locale.description
        let newest = try database.cachedStatement(
            sql: """
                SELECT k.state, k.translation_id, t.origin, t.origin_name, t.match_rate, u.source
                FROM current k JOIN translation t ON t.id = k.translation_id JOIN unit u ON u.id = k.unit_id
                WHERE k.unit_id = ? AND k.locale = ?
                """
        )
        guard let row = try Row.fetchOne(newest, arguments: [change.unit, locale]),
            row["translation_id"] as Int64? == change.expected
        else {
            throw StoreError(
                .outdated,
                "The project has changed since the change was planned; nothing was done. Run the command again."
            )
        }
        let state: String = row["state"]
        let findings = try findings(unit: change.unit, locale: locale, in: database)
        var after: (state: String, translation: Int64?) = ("initial", nil)
        var reason: String?
        switch change.action {
        case .replace(let text, _):
            let insert = try database.cachedStatement(
                sql: """
                    INSERT INTO translation
                    (unit_id, locale, text, codes, state, origin, origin_name, match_rate, run_id, created)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)
                    """
            )
            try insert.execute(arguments: [
                change.unit, locale, text.text, try Column.encode(text.codes), state, row["origin"] as String,
                row["origin_name"] as String?, row["match_rate"] as Int?, now,
            ])
            after = (state, database.lastInsertedRowID)
        case .askAgain(let why): reason = why
        }
        try setCurrent(change.unit, locale, after.state, after.translation, reason: reason, in: database)
        try clearFindings(unit: change.unit, locale: locale, in: database)
        if case .replace(_, let new) = change.action {
            try put(new, unit: change.unit, locale: locale, in: database)
        }
        let log = try database.cachedStatement(
            sql: """
                INSERT INTO term_change_unit (change_id, unit_id, locale, source, state_before, translation_before,
                findings_before, state_after, translation_after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        try log.execute(arguments: [
            id, change.unit, locale, row["source"] as String, state, change.expected, try Column.json(findings),
            after.state, after.translation,
        ])
    }

    /// Brings the units of a change back; the number of those that were left alone.
    private static func restoreUnits(of change: Int64, in database: Database) throws -> Int {
        let sql = """
            SELECT x.*, k.state AS state_now, k.translation_id AS translation_now, u.source AS source_now
            FROM term_change_unit x JOIN current k ON k.unit_id = x.unit_id AND k.locale = x.locale
            JOIN unit u ON u.id = x.unit_id
            WHERE x.change_id = ?
            """
        var kept = 0
        for row in try Row.fetchAll(database, sql: sql, arguments: [change]) {
            let isAsItWasLeft =
                row["translation_now"] as Int64? == row["translation_after"] as Int64?
                && row["state_now"] as String == row["state_after"] as String
                && row["source_now"] as String == row["source"] as String
            guard isAsItWasLeft else {
                kept += 1
                continue
            }
            let (unit, locale): (Int64, String) = (row["unit_id"], row["locale"])
            try setCurrent(unit, locale, row["state_before"], row["translation_before"], reason: nil, in: database)
            try clearFindings(unit: unit, locale: locale, in: database)
            let findings = try Column.decode([Finding].self, row["findings_before"])
            try put(findings, unit: unit, locale: locale, in: database)
        }
        return kept
    }

    private static func setCurrent(
        _ unit: Int64,
        _ locale: String,
        _ state: String,
        _ translation: Int64?,
        reason: String?,
        in database: Database
    ) throws {
        let update = try database.cachedStatement(
            sql: "UPDATE current SET state = ?, translation_id = ?, reason = ? WHERE unit_id = ? AND locale = ?"
        )
        try update.execute(arguments: [state, translation, reason, unit, locale])
    }

    private static func findings(unit: Int64, locale: String, in database: Database) throws -> [Finding] {
        let sql = "SELECT code, severity, message, place FROM finding WHERE unit_id = ? AND locale = ? ORDER BY id"
        return try Row.fetchAll(database, sql: sql, arguments: [unit, locale]).map { try finding($0) }
    }

    private static func clearFindings(unit: Int64, locale: String, in database: Database) throws {
        let clear = try database.cachedStatement(sql: "DELETE FROM finding WHERE unit_id = ? AND locale = ?")
        try clear.execute(arguments: [unit, locale])
    }

    private static func put(_ findings: [Finding], unit: Int64, locale: String, in database: Database) throws {
        let insert = try database.cachedStatement(
            sql: "INSERT INTO finding (unit_id, locale, code, severity, message, place) VALUES (?, ?, ?, ?, ?, ?)"
        )
        for finding in findings {
            try insert.execute(arguments: [
                unit, locale, finding.code, finding.severity.rawValue, finding.message, try Column.json(finding.place),
            ])
        }
    }
}
