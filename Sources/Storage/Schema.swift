internal import GRDB

/// The tables, in numbered steps. A step that has landed is never edited; a change is a new step.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(sql: first)
        }
        migrator.registerMigration("2") { database in
            try database.execute(sql: terms)
        }
        migrator.registerMigration("3") { database in
            try database.execute(sql: third)
        }
        migrator.registerMigration("4") { database in
            // The plural category of the target that a unit is written for; locales without that category pass it over.
            try database.execute(sql: "ALTER TABLE unit ADD COLUMN plural TEXT")
        }
        migrator.registerMigration("5") { database in
            // The source that an older translation was made of, once its unit has another one; null: the unit's own.
            try database.execute(
                sql:
                    "ALTER TABLE translation ADD COLUMN source TEXT; ALTER TABLE translation ADD COLUMN source_codes TEXT"
            )
        }
        return migrator
    }

    private static let first = """
        CREATE TABLE document (
            id INTEGER PRIMARY KEY,
            path TEXT NOT NULL UNIQUE,
            position INTEGER NOT NULL,
            format TEXT NOT NULL,
            size INTEGER NOT NULL,
            modified REAL NOT NULL,
            fingerprint TEXT NOT NULL,
            title TEXT,
            author TEXT,
            encoding TEXT,
            language TEXT,
            imported REAL NOT NULL,
            gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
        );
        CREATE TABLE chapter (
            id INTEGER PRIMARY KEY,
            document_id INTEGER NOT NULL REFERENCES document (id),
            key TEXT NOT NULL,
            title TEXT,
            position INTEGER NOT NULL,
            gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
            UNIQUE (document_id, key)
        );
        CREATE TABLE unit (
            id INTEGER PRIMARY KEY,
            document_id INTEGER NOT NULL REFERENCES document (id),
            chapter_id INTEGER NOT NULL REFERENCES chapter (id),
            key TEXT NOT NULL,
            position INTEGER NOT NULL,
            kind TEXT NOT NULL,
            source TEXT NOT NULL,
            codes TEXT,
            notes TEXT,
            characters INTEGER NOT NULL,
            gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
            UNIQUE (document_id, key)
        );
        CREATE INDEX unit_by_chapter ON unit (chapter_id, position);
        CREATE TABLE run (
            id INTEGER PRIMARY KEY,
            locale TEXT NOT NULL,
            engine TEXT NOT NULL,
            started REAL NOT NULL,
            ended REAL,
            status TEXT NOT NULL CHECK (status IN ('open', 'complete', 'incomplete', 'stopped', 'failed')),
            message TEXT,
            seconds REAL NOT NULL DEFAULT 0,
            estimate TEXT NOT NULL,
            terms TEXT NOT NULL
        );
        CREATE TABLE translation (
            id INTEGER PRIMARY KEY,
            unit_id INTEGER NOT NULL REFERENCES unit (id),
            locale TEXT NOT NULL,
            text TEXT NOT NULL,
            codes TEXT,
            state TEXT NOT NULL CHECK (state IN ('translated', 'reviewed', 'final')),
            origin TEXT NOT NULL CHECK (origin IN ('engine', 'memory', 'human', 'rule')),
            origin_name TEXT,
            match_rate INTEGER,
            run_id INTEGER REFERENCES run (id),
            created REAL NOT NULL
        );
        CREATE INDEX translation_by_unit ON translation (unit_id, locale, id);
        CREATE TABLE current (
            unit_id INTEGER NOT NULL REFERENCES unit (id),
            locale TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('initial', 'translated', 'reviewed', 'final')),
            translation_id INTEGER REFERENCES translation (id),
            reason TEXT,
            PRIMARY KEY (unit_id, locale),
            CHECK (state = 'initial' OR translation_id IS NOT NULL)
        );
        CREATE TABLE finding (
            id INTEGER PRIMARY KEY,
            document_id INTEGER REFERENCES document (id),
            unit_id INTEGER REFERENCES unit (id),
            locale TEXT,
            code TEXT NOT NULL,
            severity TEXT NOT NULL CHECK (severity IN ('note', 'warning', 'error')),
            message TEXT NOT NULL,
            place TEXT NOT NULL,
            CHECK (document_id IS NOT NULL OR (unit_id IS NOT NULL AND locale IS NOT NULL))
        );
        CREATE INDEX finding_by_unit ON finding (unit_id, locale);
        CREATE INDEX finding_by_document ON finding (document_id);
        CREATE TABLE exchange (
            id INTEGER PRIMARY KEY,
            run_id INTEGER NOT NULL REFERENCES run (id),
            at REAL NOT NULL,
            engine TEXT NOT NULL,
            requests INTEGER NOT NULL,
            input_tokens INTEGER NOT NULL,
            cached_tokens INTEGER NOT NULL,
            output_tokens INTEGER NOT NULL,
            seconds REAL NOT NULL,
            money REAL
        );
        CREATE INDEX exchange_by_run ON exchange (run_id);
        CREATE TABLE setting (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        );
        """

    /// The termbase, and its changes with what they did to units, so that each can be undone as one step.
    private static let terms = """
        CREATE TABLE concept (
            id TEXT PRIMARY KEY,
            position INTEGER NOT NULL,
            kind TEXT NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('proposed', 'approved', 'rejected')),
            genders TEXT NOT NULL,
            note TEXT,
            valid_from INTEGER,
            part_of TEXT NOT NULL,
            decided_by TEXT,
            decided_at REAL,
            evidence TEXT NOT NULL
        );
        CREATE TABLE concept_form (
            concept_id TEXT NOT NULL REFERENCES concept (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            text TEXT NOT NULL,
            use TEXT NOT NULL CHECK (use IN ('name', 'alias', 'address', 'epithet')),
            is_pattern INTEGER NOT NULL CHECK (is_pattern IN (0, 1)),
            is_case_sensitive INTEGER NOT NULL CHECK (is_case_sensitive IN (0, 1)),
            PRIMARY KEY (concept_id, position)
        );
        CREATE INDEX concept_form_by_text ON concept_form (text);
        CREATE TABLE concept_target (
            concept_id TEXT NOT NULL REFERENCES concept (id) ON DELETE CASCADE,
            locale TEXT NOT NULL,
            position INTEGER NOT NULL,
            rank TEXT NOT NULL CHECK (rank IN ('preferred', 'alternative', 'inflected', 'forbidden', 'form')),
            form TEXT,
            text TEXT NOT NULL,
            PRIMARY KEY (concept_id, locale, position),
            CHECK ((rank = 'form') = (form IS NOT NULL))
        );
        CREATE TABLE term_change (
            id INTEGER PRIMARY KEY,
            at REAL NOT NULL,
            decided_by TEXT,
            summary TEXT NOT NULL,
            before TEXT NOT NULL,
            after TEXT NOT NULL,
            undone REAL
        );
        CREATE TABLE term_change_unit (
            change_id INTEGER NOT NULL REFERENCES term_change (id),
            unit_id INTEGER NOT NULL REFERENCES unit (id),
            locale TEXT NOT NULL,
            source TEXT NOT NULL,
            state_before TEXT NOT NULL,
            translation_before INTEGER REFERENCES translation (id),
            findings_before TEXT NOT NULL,
            state_after TEXT NOT NULL,
            translation_after INTEGER REFERENCES translation (id),
            PRIMARY KEY (change_id, unit_id, locale)
        );
        """

    /// What was done for a unit, beside its newest result; units for which there is nothing to say have no row.
    private static let third = """
        CREATE TABLE unit_log (
            unit_id INTEGER NOT NULL REFERENCES unit (id),
            locale TEXT NOT NULL,
            log TEXT NOT NULL,
            PRIMARY KEY (unit_id, locale)
        ) WITHOUT ROWID;
        """
}
