internal import GRDB
package import Text

extension SQLiteStore {
    package func beginRun(_ run: RunStart) throws(StoreError) -> Int64 {
        try write { database in
            // Only one run works on a project: what is still open was killed.
            let closed = "UPDATE run SET status = 'stopped', message = 'It was cut off.' WHERE status = 'open'"
            try database.execute(sql: closed)
            try database.execute(
                sql:
                    "INSERT INTO run (locale, engine, started, status, estimate, terms) VALUES (?, ?, ?, 'open', ?, ?)",
                arguments: [
                    run.locale.description, run.engine, run.now, try Column.json(run.estimate),
                    try Column.json(run.terms),
                ]
            )
            return database.lastInsertedRowID
        }
    }

    package func save(
        _ results: [UnitResult],
        exchanges: [Exchange],
        run: Int64,
        at now: Timestamp
    ) throws(StoreError) {
        try write { database in
            guard
                let locale = try String.fetchOne(database, sql: "SELECT locale FROM run WHERE id = ?", arguments: [run])
            else { throw StoreError(.failed, "Run \(run) is not in the project's state.") }
            for result in results {
                guard try Self.mayBeWritten(unit: result.unit, locale: locale, in: database) else { continue }
                try Self.save(result, locale: locale, run: run, at: now, in: database)
            }
            let log = try database.cachedStatement(
                sql: """
                    INSERT INTO exchange
                    (run_id, at, engine, requests, input_tokens, cached_tokens, output_tokens, seconds, money)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            )
            for item in exchanges {
                try log.execute(arguments: [
                    run, now, item.engine, item.requests, item.inputTokens, item.cachedTokens, item.outputTokens,
                    item.seconds, item.money,
                ])
            }
        }
    }

    package func endRun(_ run: Int64, outcome: RunOutcome, at now: Timestamp) throws(StoreError) {
        try write { database in
            try database.execute(
                sql: "UPDATE run SET ended = ?, status = ?, message = ?, seconds = ? WHERE id = ?",
                arguments: [now, outcome.status.rawValue, outcome.message, outcome.seconds, run]
            )
        }
    }

    package func runs(locale: LanguageTag) throws(StoreError) -> [RunRecord] {
        try read { database in
            let sql = """
                SELECT r.id, r.engine, r.started, r.status, r.message, r.seconds, r.estimate,
                    coalesce(x.requests, 0) AS requests, coalesce(x.input, 0) AS input, coalesce(x.cached, 0) AS cached,
                    coalesce(x.output, 0) AS output, x.money,
                    coalesce(x.last - r.started, 0) AS elapsed,
                    (SELECT count(*) FROM translation t WHERE t.run_id = r.id AND t.origin <> 'memory') AS units,
                    (SELECT coalesce(sum(u.characters), 0) FROM translation t JOIN unit u ON u.id = t.unit_id
                        WHERE t.run_id = r.id AND t.origin <> 'memory') AS characters
                FROM run r LEFT JOIN (
                    SELECT run_id, sum(requests) AS requests, sum(input_tokens) AS input, sum(cached_tokens) AS cached,
                        sum(output_tokens) AS output, sum(money) AS money, max(at) AS last
                    FROM exchange GROUP BY run_id
                ) x ON x.run_id = r.id
                WHERE r.locale = ? ORDER BY r.id DESC
                """
            return try Row.fetchAll(database, sql: sql, arguments: [locale.description]).map { row in
                let estimate = try Column.decode(Cost.self, row["estimate"])
                let status = RunOutcome.Status(rawValue: row["status"]) ?? .failed
                let seconds: Double = row["seconds"]
                return RunRecord(
                    id: row["id"],
                    engine: row["engine"],
                    started: row["started"],
                    status: status,
                    message: row["message"],
                    estimate: estimate,
                    actual: Cost(
                        units: row["units"],
                        characters: row["characters"],
                        requests: row["requests"],
                        inputTokens: row["input"],
                        cachedTokens: row["cached"],
                        outputTokens: row["output"],
                        seconds: status == .open ? row["elapsed"] : seconds,
                        money: row["money"],
                        currency: estimate.currency
                    )
                )
            }
        }
    }

    package func terms(run: Int64) throws(StoreError) -> [Term] {
        try read { database in
            guard let json = try String.fetchOne(database, sql: "SELECT terms FROM run WHERE id = ?", arguments: [run])
            else { return [] }
            return try Column.decode([Term].self, json)
        }
    }

    package func value(_ name: String) throws(StoreError) -> String? {
        try read { try String.fetchOne($0, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name]) }
    }

    package func setValue(_ value: String?, for name: String) throws(StoreError) {
        try write { database in
            try database.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [name])
            guard let value else { return }
            try database.execute(sql: "INSERT INTO setting (name, value) VALUES (?, ?)", arguments: [name, value])
        }
    }

    /// Whether an engine may write: there is no text yet, or none that a person made, reviewed or closed.
    private static func mayBeWritten(unit: Int64, locale: String, in database: Database) throws -> Bool {
        let statement = try database.cachedStatement(
            sql: """
                SELECT k.state IN ('reviewed', 'final') OR t.origin = 'human' FROM current k
                LEFT JOIN translation t ON t.id = k.translation_id WHERE k.unit_id = ? AND k.locale = ?
                """
        )
        return try Bool.fetchOne(statement, arguments: [unit, locale]) != true
    }

    private static func save(
        _ result: UnitResult,
        locale: String,
        run: Int64,
        at now: Timestamp,
        in database: Database
    ) throws {
        let current = try database.cachedStatement(
            sql: """
                INSERT INTO current (unit_id, locale, state, translation_id, reason) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (unit_id, locale) DO UPDATE SET state = excluded.state,
                translation_id = excluded.translation_id, reason = excluded.reason
                """
        )
        switch result.outcome {
        case .failed(let reason):
            try current.execute(arguments: [result.unit, locale, "initial", nil, reason])
        case .translated(let text, let origin):
            let insert = try database.cachedStatement(
                sql: """
                    INSERT INTO translation
                    (unit_id, locale, text, codes, state, origin, origin_name, match_rate, run_id, created)
                    VALUES (?, ?, ?, ?, 'translated', ?, ?, ?, ?, ?)
                    """
            )
            let (kind, name, rate) = columns(of: origin)
            try insert.execute(arguments: [
                result.unit, locale, text.text, try Column.encode(text.codes), kind, name, rate, run, now,
            ])
            try current.execute(arguments: [result.unit, locale, "translated", database.lastInsertedRowID, nil])
        }
        let clear = try database.cachedStatement(sql: "DELETE FROM finding WHERE unit_id = ? AND locale = ?")
        try clear.execute(arguments: [result.unit, locale])
        try keep(result.log, unit: result.unit, locale: locale, in: database)
        guard !result.findings.isEmpty else { return }
        let note = try database.cachedStatement(
            sql: "INSERT INTO finding (unit_id, locale, code, severity, message, place) VALUES (?, ?, ?, ?, ?, ?)"
        )
        for finding in result.findings {
            try note.execute(arguments: [
                result.unit, locale, finding.code, finding.severity.rawValue, finding.message,
                try Column.json(finding.place),
            ])
        }
    }

    private static func keep(_ log: UnitLog?, unit: Int64, locale: String, in database: Database) throws {
        guard let log, !log.isEmpty else {
            let sql = "DELETE FROM unit_log WHERE unit_id = ? AND locale = ?"
            return try database.cachedStatement(sql: sql).execute(arguments: [unit, locale])
        }
        let sql = """
            INSERT INTO unit_log (unit_id, locale, log) VALUES (?, ?, ?)
            ON CONFLICT (unit_id, locale) DO UPDATE SET log = excluded.log
            """
        try database.cachedStatement(sql: sql).execute(arguments: [unit, locale, try Column.json(log)])
    }

    static func columns(of origin: Translation.Origin) -> (String, String?, Int?) {
        switch origin {
        case .engine(let name): ("engine", name, nil)
        case .memory(let rate): ("memory", nil, rate)
        case .human(let name): ("human", name, nil)
        case .rule: ("rule", nil, nil)
        }
    }
}
