internal import FoundationEssentials
internal import GRDB
internal import Text

/// The store in one SQLite file, with a write-ahead log: a killed process loses no call that returned.
package final class SQLiteStore: Store {
    let pool: DatabasePool

    /// Opens or makes the file at `path` and brings its tables up to date.
    package init(path: String) throws(StoreError) {
        var configuration = Configuration()
        configuration.label = "caravan"
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 2
        configuration.prepareDatabase { database in
            try database.execute(
                sql: "PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000"
            )
        }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            if try pool.read({ try Schema.migrator.hasBeenSuperseded($0) }) {
                throw StoreError(
                    .newerVersion,
                    "\(path) was written by a newer Caravan. Use that version, or start a new project."
                )
            }
            try Schema.migrator.migrate(pool)
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(
                .cannotOpen,
                "The project's state \(path) cannot be opened (\(error)). It may be damaged or not writable; a copy of it "
                    + "from a backup can be put in its place.",
                cause: error
            )
        }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do { return try pool.read(body) } catch { throw Self.failure(error) }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do { return try pool.write(body) } catch { throw Self.failure(error) }
    }

    private static func failure(_ error: any Error) -> StoreError {
        if let error = error as? StoreError { return error }
        if let error = error as? DatabaseError, error.resultCode == .SQLITE_FULL {
            return StoreError(
                .full,
                "The disk is full. Make room and run the command again; nothing kept is lost.",
                cause: error
            )
        }
        return StoreError(.failed, "The project's state could not be read or written: \(error).", cause: error)
    }
}

/// Texts in columns: JSON where a value has parts.
enum Column {
    static func encode(_ codes: [InlineCode]) throws -> String? {
        codes.isEmpty ? nil : String(decoding: try encoder().encode(codes), as: UTF8.self)
    }

    static func encode(_ notes: [String: String]) throws -> String? {
        notes.isEmpty ? nil : String(decoding: try encoder().encode(notes), as: UTF8.self)
    }

    static func json(_ value: some Encodable) throws -> String {
        String(decoding: try encoder().encode(value), as: UTF8.self)
    }

    static func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    static func text(_ text: String, codes: String?) throws -> InlineText {
        guard let codes else { return InlineText(text) }
        guard let value = InlineText(text: text, codes: try decode([InlineCode].self, codes)) else {
            throw StoreError(.failed, "A text and its inline codes do not fit together; the state file is damaged.")
        }
        return value
    }

    private static func encoder() -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
