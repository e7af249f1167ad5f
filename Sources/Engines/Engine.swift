/// Something that translates.
package protocol Engine: Sendable {
    /// Name for reports and for the origin of a translation: the model, and where it runs.
    var name: String { get }
    /// How much may go into one batch.
    var limits: BatchLimits { get }
    /// How many requests may be open at once, as set; the engine itself lowers it while it is told to slow down.
    var parallel: Int { get }

    /// How fast it is taken to be before a run in the project has been measured.
    var pace: Pace { get }

    /// Tokens and requests that `translate` would use for the batch, by `TokenCount`, without asking anyone.
    func estimate(_ batch: Batch) -> Usage

    /// Translates a batch. Throws when no answer came after all retries; an answer that is wrong is the caller's to find.
    func translate(_ batch: Batch) async throws(EngineError) -> Answer
}

extension Engine {
    package var pace: Pace { .hosted }
}

/// What one request takes.
package struct Pace: Hashable, Sendable {
    /// Seconds before the first token.
    package var wait: Double
    package var tokensPerSecond: Double

    package init(wait: Double, tokensPerSecond: Double) {
        self.wait = wait
        self.tokensPerSecond = tokensPerSecond
    }

    /// The order of magnitude of a hosted chat model.
    package static let hosted = Pace(wait: 1, tokensPerSecond: 50)
    /// The embedded model on two cores, fitted to the run in docs/performance.md.
    package static let embedded = Pace(wait: 0.2, tokensPerSecond: 80)
}

/// How much goes into one batch.
package struct BatchLimits: Hashable, Sendable {
    /// Units in one batch.
    package var units: Int
    /// Source tokens in one batch, by `TokenCount`; a single unit may be longer.
    package var tokens: Int
    /// Lines of context before the batch.
    package var context: Int

    package init(units: Int, tokens: Int, context: Int) {
        self.units = units
        self.tokens = tokens
        self.context = context
    }
}

/// Why an engine gave no answer.
package struct EngineError: Error, Sendable, CustomStringConvertible {
    package var code: Code
    /// What is wrong and what to do about it. Never holds a key.
    package var message: String
    package var cause: (any Error)?
    /// What the tries cost all the same: an answer that cannot be read is paid for.
    package var usage: Usage

    package init(_ code: Code, _ message: String, cause: (any Error)? = nil, usage: Usage = Usage()) {
        self.code = code
        self.message = message
        self.cause = cause
        self.usage = usage
    }

    package enum Code: String, Sendable {
        /// A tool or a file that the engine needs is missing.
        case missingTool
        /// The settings cannot be right: no model, a bad address.
        case badSettings
        /// No connection, or the child process ended.
        case unreachable
        /// 401 or 403.
        case unauthorized
        /// 400, 404, 413, 422: asking again would not help.
        case rejected
        /// 429 or 5xx, after all retries.
        case busy
        /// No answer in time, after all retries.
        case timeout
        /// The answer could not be understood.
        case badAnswer
        /// The endpoint filtered the text out.
        case filtered
        case cancelled
    }

    package var description: String { message }

    /// Whether trying the same batch again with fewer units may help; otherwise the whole run has to stop.
    package var concernsTheBatchOnly: Bool {
        switch code {
        case .rejected, .badAnswer, .filtered, .timeout: true
        case .missingTool, .badSettings, .unreachable, .unauthorized, .busy, .cancelled: false
        }
    }
}
