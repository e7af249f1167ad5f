internal import GRDB
package import Text

extension SQLiteStore {
    package func forEachMemory(
        source: LanguageTag,
        target: LanguageTag,
        _ body: (StoredMemory) throws -> Void
    ) throws(StoreError) {
        try read { database in
            let settled =
                try Int64.fetchOne(
                    database,
                    sql: "SELECT max(id) FROM run WHERE locale = ? AND status IN ('complete', 'incomplete')",
                    arguments: [target.description]
                ) ?? 0
            var walk = Walk(source: source, target: target, settled: settled)
            let newest = """
                SELECT u.id, u.document_id, d.path, u.key, u.source, u.codes, (u.gone OR d.gone) AS gone,
                    t.text, t.codes AS target_codes, t.state, t.origin, t.origin_name, t.match_rate, t.created, t.run_id
                FROM unit u JOIN document d ON d.id = u.document_id
                LEFT JOIN current k ON k.unit_id = u.id AND k.locale = ?
                LEFT JOIN translation t ON t.id = k.translation_id
                ORDER BY (u.gone OR d.gone), d.position, d.path, u.position, u.id
                """
            let rows = try Row.fetchCursor(database, sql: newest, arguments: [target.description])
            while let row = try rows.next() { try walk.take(row, body) }
            try walk.finish(body)
            let former = """
                SELECT u.id, u.document_id, d.path, u.key, t.source, t.source_codes AS codes, 1 AS gone,
                    t.text, t.codes AS target_codes, t.state, t.origin, t.origin_name, t.match_rate, t.created, t.run_id
                FROM translation t JOIN unit u ON u.id = t.unit_id JOIN document d ON d.id = u.document_id
                WHERE t.locale = ? AND t.source IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM translation n WHERE n.unit_id = t.unit_id AND n.locale = t.locale
                        AND n.source = t.source AND n.id > t.id
                )
                ORDER BY t.id
                """
            let olds = try Row.fetchCursor(database, sql: former, arguments: [target.description])
            while let row = try olds.next() {
                guard let memory = try walk.memory(row) else { continue }
                try body(memory)
            }
        }
    }

    /// Goes through units in order and gives each its neighbours.
    private struct Walk {
        let source: LanguageTag
        let target: LanguageTag
        let settled: Int64
        private var document: Int64 = -1
        private var isGone = false
        private var before: UInt64?
        /// The unit before, which waits for the hash of the one behind it.
        private var waiting: (hash: UInt64, memory: StoredMemory?)?

        init(source: LanguageTag, target: LanguageTag, settled: Int64) {
            self.source = source
            self.target = target
            self.settled = settled
        }

        mutating func take(_ row: Row, _ body: (StoredMemory) throws -> Void) throws {
            let (id, gone): (Int64, Bool) = (row["document_id"], row["gone"])
            if id != document || gone != isGone {
                try finish(body)
                (document, isGone) = (id, gone)
            }
            let hash = StableHash(row["source"] as String).value
            try release(after: hash, body)
            waiting = (hash, try memory(row))
        }

        mutating func finish(_ body: (StoredMemory) throws -> Void) throws {
            try release(after: nil, body)
            before = nil
        }

        private mutating func release(after: UInt64?, _ body: (StoredMemory) throws -> Void) throws {
            guard let (hash, memory) = waiting else { return }
            waiting = nil
            if var memory {
                memory.entry.before = before
                memory.entry.after = after
                try body(memory)
            }
            before = hash
        }

        /// Nil for a unit without a translation.
        func memory(_ row: Row) throws -> StoredMemory? {
            guard let text: String = row["text"] else { return nil }
            let run: Int64? = row["run_id"]
            return StoredMemory(
                entry: MemoryEntry(
                    source: try Column.text(row["source"], codes: row["codes"]),
                    target: try Column.text(text, codes: row["target_codes"]),
                    sourceLocale: source,
                    targetLocale: target,
                    key: row["key"],
                    document: row["path"],
                    origin: SQLiteStore.origin(row),
                    state: Translation.State(rawValue: row["state"]) ?? .translated,
                    changed: row["created"]
                ),
                unit: row["id"],
                isFormer: row["gone"],
                isSettled: run.map { $0 <= settled } ?? true
            )
        }
    }
}
