package import Text

/// A document as the store knows it.
package struct StoredDocument: Hashable, Sendable {
    package var id: Int64
    /// As written in the project's settings: relative to the input.
    package var path: String
    package var format: String
    package var size: Int64
    /// Seconds since 1970 of the file's last change.
    package var modified: Double
    /// StableHash of the bytes, 16 hexadecimal digits.
    package var fingerprint: String
    package var title: String?
    package var author: String?
    package var encoding: String?
    /// What the file says its language is, BCP 47.
    package var language: String?
}

/// A document that was read and is to be kept.
package struct IncomingDocument: Sendable {
    package var path: String
    package var format: String
    package var size: Int64
    package var modified: Double
    package var fingerprint: String
    /// Place among the project's documents, from 0.
    package var position: Int
    package var title: String?
    package var author: String?
    package var encoding: String?
    package var language: String?
    package var chapters: [Chapter]
    package var findings: [Finding]

    package init(
        path: String,
        format: String,
        size: Int64,
        modified: Double,
        fingerprint: String,
        position: Int,
        title: String?,
        author: String?,
        encoding: String?,
        language: String? = nil,
        chapters: [Chapter],
        findings: [Finding]
    ) {
        self.path = path
        self.format = format
        self.size = size
        self.modified = modified
        self.fingerprint = fingerprint
        self.position = position
        self.title = title
        self.author = author
        self.encoding = encoding
        self.language = language
        self.chapters = chapters
        self.findings = findings
    }

    package struct Chapter: Sendable {
        package var key: String
        package var title: String?
        package var units: ArraySlice<Unit>

        package init(key: String, title: String?, units: ArraySlice<Unit>) {
            self.key = key
            self.title = title
            self.units = units
        }
    }
}

/// What a new version of a document brought.
package struct ImportChange: Hashable, Sendable {
    package var new = 0
    package var changed = 0
    package var unchanged = 0
    package var gone = 0

    package init(new: Int = 0, changed: Int = 0, unchanged: Int = 0, gone: Int = 0) {
        self.new = new
        self.changed = changed
        self.unchanged = unchanged
        self.gone = gone
    }

    package static func += (left: inout ImportChange, right: ImportChange) {
        left.new += right.new
        left.changed += right.changed
        left.unchanged += right.unchanged
        left.gone += right.gone
    }
}

/// A unit with its newest translation in one locale.
package struct StoredUnit: Sendable {
    package var id: Int64
    package var unit: Unit
    package var translation: Translation?
    /// Why it is still `initial`, after a run has tried.
    package var reason: String?
}

/// How far a chapter is in one locale.
package struct ChapterProgress: Hashable, Sendable {
    package var id: Int64
    package var document: Int64
    package var documentPath: String
    package var key: String
    package var title: String?
    /// Characters of source text.
    package var characters: Int
    package var units: Int
    package var translated: Int
    package var reviewed: Int
    package var final: Int
    /// Units that a run tried and could not translate.
    package var failed: Int
    package var errors: Int
    package var warnings: Int

    package var done: Int { translated + reviewed + final }
    package var pending: Int { units - done }

    /// The heading, or what stands for it where there is none.
    package var name: String {
        if let title { return title }
        if key == "front" { return "Front matter" }
        if key == "text" { return documentPath }
        if key.hasSuffix(".opf") || key == "core" { return "Title and author" }
        return key.hasSuffix(".ncx") ? "Table of contents" : key
    }
}

/// A unit that no engine could translate.
package struct FailedUnit: Hashable, Sendable, Codable {
    package var document: String
    package var chapter: String
    package var key: String
    package var source: String
    package var reason: String
}

/// A finding with the texts it speaks of.
package struct UnitFinding: Hashable, Sendable, Codable {
    package var document: String
    package var chapter: String
    package var finding: Finding
    package var source: String
    package var target: String
    /// What the engine was told with the unit; nil when there was nothing to tell.
    package var log: UnitLog?
}

package struct FindingCount: Hashable, Sendable, Codable {
    package var code: String
    package var severity: Finding.Severity
    package var count: Int
}

/// What a run begins with.
package struct RunStart: Sendable {
    package var locale: LanguageTag
    package var engine: String
    package var terms: [Term]
    package var estimate: Cost
    package var now: Timestamp

    package init(locale: LanguageTag, engine: String, terms: [Term], estimate: Cost, now: Timestamp) {
        self.locale = locale
        self.engine = engine
        self.terms = terms
        self.estimate = estimate
        self.now = now
    }
}

/// What work costs, foreseen or counted.
package struct Cost: Hashable, Sendable, Codable {
    package var units = 0
    package var characters = 0
    package var requests = 0
    package var inputTokens = 0
    package var cachedTokens = 0
    package var outputTokens = 0
    /// Seconds of the clock.
    package var seconds = 0.0
    /// In `currency`; nil when the engine has no prices.
    package var money: Double?
    package var currency: String?
    /// Tokens as counted from the prompts, before they were scaled by what earlier runs used; only in an estimate.
    package var countedInputTokens: Int?
    package var countedOutputTokens: Int?

    package init(
        units: Int = 0,
        characters: Int = 0,
        requests: Int = 0,
        inputTokens: Int = 0,
        cachedTokens: Int = 0,
        outputTokens: Int = 0,
        seconds: Double = 0,
        money: Double? = nil,
        currency: String? = nil
    ) {
        self.units = units
        self.characters = characters
        self.requests = requests
        self.inputTokens = inputTokens
        self.cachedTokens = cachedTokens
        self.outputTokens = outputTokens
        self.seconds = seconds
        self.money = money
        self.currency = currency
    }
}

/// What became of a unit in a run.
package struct UnitResult: Sendable {
    package var unit: Int64
    package var outcome: Outcome
    package var findings: [Finding]
    package var log: UnitLog?

    package init(unit: Int64, outcome: Outcome, findings: [Finding] = [], log: UnitLog? = nil) {
        self.unit = unit
        self.outcome = outcome
        self.findings = findings
        self.log = log
    }

    package enum Outcome: Sendable {
        case translated(InlineText, Translation.Origin)
        /// Stays `initial`; the reason is for people.
        case failed(reason: String)
    }
}

/// One request, or one batch of them, to an engine.
package struct Exchange: Hashable, Sendable {
    package var engine: String
    package var requests: Int
    package var inputTokens: Int
    package var cachedTokens: Int
    package var outputTokens: Int
    package var seconds: Double
    package var money: Double?

    package init(
        engine: String,
        requests: Int,
        inputTokens: Int,
        cachedTokens: Int,
        outputTokens: Int,
        seconds: Double,
        money: Double?
    ) {
        self.engine = engine
        self.requests = requests
        self.inputTokens = inputTokens
        self.cachedTokens = cachedTokens
        self.outputTokens = outputTokens
        self.seconds = seconds
        self.money = money
    }
}

/// How a run ended.
package struct RunOutcome: Hashable, Sendable {
    package var status: Status
    /// Seconds of the clock that the run took.
    package var seconds: Double
    package var message: String?

    package init(status: Status, seconds: Double, message: String? = nil) {
        self.status = status
        self.seconds = seconds
        self.message = message
    }

    package enum Status: String, Sendable, Codable {
        /// Began and never ended: killed, or going on.
        case open
        case complete
        /// Ended, with units left `initial`.
        case incomplete
        case stopped
        case failed
    }
}

/// A run as it was.
package struct RunRecord: Hashable, Sendable {
    package var id: Int64
    package var engine: String
    package var started: Timestamp
    package var status: RunOutcome.Status
    package var message: String?
    package var estimate: Cost
    /// Counted from the exchanges; `units` and `characters` are those translated.
    package var actual: Cost
}
