internal import GRDB
package import Text

extension SQLiteStore {
    package func progress(locale: LanguageTag) throws(StoreError) -> [ChapterProgress] {
        try read { database in
            let sql = """
                SELECT c.id, c.document_id, d.path, c.key, c.title,
                    sum(u.characters) AS characters, count(*) AS units,
                    sum(k.state = 'translated') AS translated, sum(k.state = 'reviewed') AS reviewed,
                    sum(k.state = 'final') AS final,
                    sum(k.state = 'initial' AND k.reason IS NOT NULL) AS failed
                FROM unit u JOIN chapter c ON c.id = u.chapter_id JOIN document d ON d.id = u.document_id
                LEFT JOIN current k ON k.unit_id = u.id AND k.locale = ?1
                WHERE u.gone = 0 AND d.gone = 0 AND (u.plural IS NULL OR instr(?2, u.plural))
                GROUP BY c.id ORDER BY d.position, d.path, c.position
                """
            var findings: [Int64: (errors: Int, warnings: Int)] = [:]
            let counts = """
                SELECT u.chapter_id, sum(f.severity = 'error'), sum(f.severity = 'warning') FROM finding f
                JOIN unit u ON u.id = f.unit_id WHERE f.locale = ? AND u.gone = 0 GROUP BY u.chapter_id
                """
            for row in try Row.fetchAll(database, sql: counts, arguments: [locale.description]) {
                findings[row[0]] = (row[1], row[2])
            }
            return try Row.fetchAll(database, sql: sql, arguments: [locale.description, Self.plurals(locale)]).map {
                row in
                let id: Int64 = row["id"]
                return ChapterProgress(
                    id: id,
                    document: row["document_id"],
                    documentPath: row["path"],
                    key: row["key"],
                    title: row["title"],
                    characters: row["characters"],
                    units: row["units"],
                    translated: row["translated"] ?? 0,
                    reviewed: row["reviewed"] ?? 0,
                    final: row["final"] ?? 0,
                    failed: row["failed"] ?? 0,
                    errors: findings[id]?.errors ?? 0,
                    warnings: findings[id]?.warnings ?? 0
                )
            }
        }
    }

    package func units(chapter: Int64, locale: LanguageTag) throws(StoreError) -> [StoredUnit] {
        try read { database in
            let sql = """
                SELECT u.id, u.key, u.kind, u.source, u.codes, u.notes, u.plural, k.reason,
                    t.text, t.codes AS target_codes, t.state, t.origin, t.origin_name, t.match_rate
                FROM unit u LEFT JOIN current k ON k.unit_id = u.id AND k.locale = ?
                LEFT JOIN translation t ON t.id = k.translation_id
                WHERE u.chapter_id = ? AND u.gone = 0 AND (u.plural IS NULL OR instr(?, u.plural)) ORDER BY u.position
                """
            let statement = try database.cachedStatement(sql: sql)
            let rows = try Row.fetchCursor(statement, arguments: [locale.description, chapter, Self.plurals(locale)])
            var units: [StoredUnit] = []
            while let row = try rows.next() {
                let notes: String? = row["notes"]
                let unit = Unit(
                    key: row["key"],
                    source: try Column.text(row["source"], codes: row["codes"]),
                    kind: Unit.Kind(rawValue: row["kind"]) ?? .paragraph,
                    notes: try notes.map { try Column.decode([String: String].self, $0) } ?? [:],
                    plural: (row["plural"] as String?).flatMap { PluralCategory(rawValue: $0) }
                )
                var translation: Translation?
                if let text: String = row["text"] {
                    translation = Translation(
                        text: try Column.text(text, codes: row["target_codes"]),
                        state: Translation.State(rawValue: row["state"]) ?? .translated,
                        origin: Self.origin(row)
                    )
                }
                units.append(StoredUnit(id: row["id"], unit: unit, translation: translation, reason: row["reason"]))
            }
            return units
        }
    }

    package func texts(document: Int64, locale: LanguageTag) throws(StoreError) -> [String: InlineText] {
        try read { database in
            let sql = """
                SELECT u.key, t.text, t.codes FROM unit u JOIN current k ON k.unit_id = u.id AND k.locale = ?
                JOIN translation t ON t.id = k.translation_id WHERE u.document_id = ? AND u.gone = 0
                """
            let rows = try Row.fetchCursor(database, sql: sql, arguments: [locale.description, document])
            var texts: [String: InlineText] = [:]
            while let row = try rows.next() { texts[row[0]] = try Column.text(row[1], codes: row[2]) }
            return texts
        }
    }

    package func failures(locale: LanguageTag, limit: Int) throws(StoreError) -> [FailedUnit] {
        try read { database in
            let sql = """
                SELECT d.path, coalesce(c.title, c.key), u.key, u.source, k.reason FROM current k
                JOIN unit u ON u.id = k.unit_id JOIN chapter c ON c.id = u.chapter_id
                JOIN document d ON d.id = u.document_id
                WHERE k.locale = ? AND k.state = 'initial' AND k.reason IS NOT NULL AND u.gone = 0 AND d.gone = 0
                ORDER BY d.position, u.position LIMIT ?
                """
            return try Row.fetchAll(database, sql: sql, arguments: [locale.description, limit]).map { row in
                FailedUnit(document: row[0], chapter: row[1], key: row[2], source: row[3], reason: row[4])
            }
        }
    }

    package func findings(locale: LanguageTag, limit: Int) throws(StoreError) -> [UnitFinding] {
        try read { database in
            let sql = """
                SELECT d.path, coalesce(c.title, c.key) AS chapter, u.source, u.codes, t.text, t.codes AS target_codes,
                    f.code, f.severity, f.message, f.place, l.log
                FROM finding f JOIN unit u ON u.id = f.unit_id JOIN chapter c ON c.id = u.chapter_id
                JOIN document d ON d.id = u.document_id
                JOIN current k ON k.unit_id = u.id AND k.locale = f.locale
                JOIN translation t ON t.id = k.translation_id
                LEFT JOIN unit_log l ON l.unit_id = f.unit_id AND l.locale = f.locale
                WHERE f.locale = ? AND u.gone = 0 AND d.gone = 0
                ORDER BY CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END,
                    d.position, u.position, f.id LIMIT ?
                """
            return try Row.fetchAll(database, sql: sql, arguments: [locale.description, limit]).map { row in
                UnitFinding(
                    document: row["path"],
                    chapter: row["chapter"],
                    finding: try Self.finding(row),
                    source: try Column.text(row["source"], codes: row["codes"]).plain,
                    target: try Column.text(row["text"], codes: row["target_codes"]).plain,
                    log: try Self.log(row["log"])
                )
            }
        }
    }

    package func records(unit key: String, locale: LanguageTag) throws(StoreError) -> [UnitRecord] {
        try read { database in
            let sql = """
                SELECT u.id, d.path, coalesce(c.title, c.key) AS chapter, u.key, u.source, u.codes, k.reason, t.text,
                    t.codes AS target_codes, t.state, t.origin, t.origin_name, t.match_rate, l.log
                FROM unit u JOIN chapter c ON c.id = u.chapter_id JOIN document d ON d.id = u.document_id
                LEFT JOIN current k ON k.unit_id = u.id AND k.locale = ?
                LEFT JOIN translation t ON t.id = k.translation_id
                LEFT JOIN unit_log l ON l.unit_id = u.id AND l.locale = k.locale
                WHERE u.key = ? AND u.gone = 0 AND d.gone = 0 ORDER BY d.position, u.position
                """
            return try Row.fetchAll(database, sql: sql, arguments: [locale.description, key]).map { row in
                let said =
                    "SELECT code, severity, message, place FROM finding WHERE unit_id = ? AND locale = ? ORDER BY id"
                let id: Int64 = row["id"]
                let findings = try Row.fetchAll(database, sql: said, arguments: [id, locale.description])
                let text: String? = row["text"]
                return UnitRecord(
                    document: row["path"],
                    chapter: row["chapter"],
                    key: row["key"],
                    locale: locale,
                    state: text == nil ? .initial : Translation.State(rawValue: row["state"]) ?? .translated,
                    origin: text == nil ? nil : Self.words(for: Self.origin(row)),
                    reason: row["reason"],
                    source: try Column.text(row["source"], codes: row["codes"]).plain,
                    target: try text.map { try Column.text($0, codes: row["target_codes"]).plain },
                    findings: try findings.map { try Self.finding($0) },
                    log: try Self.log(row["log"])
                )
            }
        }
    }

    private static func log(_ json: String?) throws -> UnitLog? { try json.map { try Column.decode(UnitLog.self, $0) } }

    private static func words(for origin: Translation.Origin) -> String {
        switch origin {
        case .engine(let name): name
        case .memory(let rate): "memory \(rate)"
        case .human(let name): "human \(name)"
        case .rule: "rule"
        }
    }

    package func findingCounts(locale: LanguageTag) throws(StoreError) -> [FindingCount] {
        try read { database in
            let sql = """
                SELECT f.code, f.severity, count(*) FROM finding f JOIN unit u ON u.id = f.unit_id
                JOIN document d ON d.id = u.document_id WHERE f.locale = ? AND u.gone = 0 AND d.gone = 0
                GROUP BY f.code, f.severity ORDER BY count(*) DESC, f.code
                """
            return try Row.fetchAll(database, sql: sql, arguments: [locale.description]).map { row in
                let severity: String = row[1]
                return FindingCount(
                    code: row[0],
                    severity: Finding.Severity(rawValue: severity) ?? .error,
                    count: row[2]
                )
            }
        }
    }

    package func revision(locale: LanguageTag) throws(StoreError) -> Int64 {
        try read { database in
            var hash = StableHash()
            let newest = try Int64.fetchOne(
                database,
                sql: "SELECT max(id) FROM translation WHERE locale = ?",
                arguments: [locale.description]
            )
            hash.combine(String(newest ?? 0))
            hash.separate()
            // A change of a term may take translations back without a new one.
            let changes = "SELECT count(*), count(undone) FROM term_change"
            if let row = try Row.fetchOne(database, sql: changes) {
                hash.combine("\(row[0] as Int) \(row[1] as Int)")
                hash.separate()
            }
            let sql = "SELECT path, position, fingerprint FROM document WHERE gone = 0 ORDER BY position, path"
            for row in try Row.fetchAll(database, sql: sql) {
                hash.combine(row[0] as String)
                hash.combine(String(row[1] as Int))
                hash.combine(row[2] as String)
                hash.separate()
            }
            return Int64(bitPattern: hash.value)
        }
    }

    /// The plural categories of a locale in one string, to be looked into by `instr`; none of them is a part of another.
    static func plurals(_ locale: LanguageTag) -> String {
        PluralRules.categories(of: locale).map(\.rawValue).joined(separator: " ")
    }

    static func origin(_ row: Row) -> Translation.Origin {
        let name: String = row["origin_name"] ?? ""
        switch row["origin"] as String {
        case "human": return .human(name)
        case "memory": return .memory(rate: row["match_rate"] ?? 100)
        case "rule": return .rule
        default: return .engine(name)
        }
    }
}
