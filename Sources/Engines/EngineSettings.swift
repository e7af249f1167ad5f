/// Where an engine is and how it is to be asked; from `caravan.yaml`, the environment and the command line.
package struct EngineSettings: Sendable, Equatable {
    /// Name in the settings: `local`, `deepseek` …
    package var name: String
    /// Base address up to `/v1`; nil for the embedded engine.
    package var url: String?
    package var model: String?
    /// From the environment only; never written to disk or to a log.
    package var key: Secret?
    /// Name of the environment variable that holds the key.
    package var keyVariable = "CARAVAN_ENGINE_KEY"
    package var style: Style
    /// Whether the endpoint enforces a JSON schema; nil: try, and remember a refusal.
    package var schema: Bool?
    /// Requests open at once.
    package var parallel: Int
    package var requestsPerMinute: Int?
    package var tokensPerMinute: Int?
    /// Seconds to wait for the next byte of an answer.
    package var timeout: Double
    /// Tries in all for one request that fails in a way that may pass.
    package var attempts: Int
    package var temperature: Double
    /// Units and tokens in one batch; nil: 16 and 1,600 with a schema, 8 and 800 without, 1 unit for `completion`.
    package var batchUnits: Int?
    package var batchTokens: Int?
    package var prices: Prices?
    /// For the embedded engine: a GGUF file instead of the one that set-up installed.
    package var modelFile: String?
    /// For the embedded engine: the adapter of its model.
    package var adapter: Adapter

    package init(
        name: String,
        url: String? = nil,
        model: String? = nil,
        key: Secret? = nil,
        style: Style = .chat,
        schema: Bool? = nil,
        parallel: Int = 8,
        requestsPerMinute: Int? = nil,
        tokensPerMinute: Int? = nil,
        timeout: Double = 120,
        attempts: Int = 6,
        temperature: Double = 0.3,
        batchUnits: Int? = nil,
        batchTokens: Int? = nil,
        prices: Prices? = nil,
        modelFile: String? = nil,
        adapter: Adapter = .installed
    ) {
        self.name = name
        self.url = url
        self.model = model
        self.key = key
        self.style = style
        self.schema = schema
        self.parallel = parallel
        self.requestsPerMinute = requestsPerMinute
        self.tokensPerMinute = tokensPerMinute
        self.timeout = timeout
        self.attempts = attempts
        self.temperature = temperature
        self.batchUnits = batchUnits
        self.batchTokens = batchTokens
        self.prices = prices
        self.modelFile = modelFile
        self.adapter = adapter
    }

    /// The engine that set-up installs: Gemma 3 270M behind llama.cpp on this machine.
    package static var embedded: EngineSettings {
        EngineSettings(name: "local", style: .completion, parallel: 2, timeout: 300, temperature: 0)
    }

    package enum Style: String, Sendable, Codable, CaseIterable {
        /// `/v1/chat/completions`, batches, JSON.
        case chat
        /// `/v1/completions`, few-shot, one unit a request: small base models.
        case completion
    }

    /// Which LoRA adapter the embedded model runs with.
    package enum Adapter: Sendable, Hashable {
        /// The one that set-up installed, where the model is the installed one too.
        case installed
        case none
        /// A GGUF file made by `Training/`.
        case file(String)

        /// `none`, `installed`, or a path.
        package init(_ text: String) {
            switch text {
            case "none": self = .none
            case "installed": self = .installed
            default: self = .file(text)
            }
        }
    }

    /// Money for a million tokens.
    package struct Prices: Sendable, Equatable, Codable {
        package var input: Double
        package var output: Double
        package var cachedInput: Double?
        package var currency: String

        package init(input: Double, output: Double, cachedInput: Double? = nil, currency: String = "USD") {
            self.input = input
            self.output = output
            self.cachedInput = cachedInput
            self.currency = currency
        }

        /// What the usage costs, in `currency`.
        package func cost(of usage: Usage) -> Double {
            let fresh = Double(usage.inputTokens - usage.cachedTokens) * input
            let cached = Double(usage.cachedTokens) * (cachedInput ?? input)
            return (fresh + cached + Double(usage.outputTokens) * output) / 1_000_000
        }
    }
}

/// A value that shows itself as dots wherever it is printed, so that a key cannot reach a log or a report.
package struct Secret: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package let value: String

    package init(_ value: String) { self.value = value }

    package var description: String { "•••" }
    package var debugDescription: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
