internal import Text

/// A question about a text that is answered in JSON of a given form, for everything but translation.
package struct JSONQuestion: Sendable {
    /// Name of the form, letters and underscores: `terms`.
    package var name: String
    /// What is to be done; the same over a run, so that endpoints cache it.
    package var system: String
    /// What it is to be done with.
    package var user: String
    /// A strict JSON schema (OpenAI, "Structured Outputs"): an object, all members required, no others allowed.
    package var schema: String
    /// Tokens that a usual answer takes, for the rates and for when to stop a model that runs away.
    package var answerTokens: Int

    package init(name: String, system: String, user: String, schema: String, answerTokens: Int) {
        self.name = name
        self.system = system
        self.user = user
        self.schema = schema
        self.answerTokens = answerTokens
    }
}

/// What an engine said to a question. Its form is the caller's to check: not every endpoint holds to a schema.
package struct JSONReply: Sendable {
    package var value: JSONValue
    package var usage: Usage
    /// The answer was cut; what stands before is kept.
    package var isCut: Bool
}

/// An engine that can be asked more than to translate. The embedded model cannot.
package protocol QuestionEngine: Engine {
    /// Whether this one can, as it is set.
    var answersQuestions: Bool { get }

    /// Throws `badAnswer` when what came holds no JSON.
    func answer(_ question: JSONQuestion) async throws(EngineError) -> JSONReply
}

extension OpenAIEngine: QuestionEngine {
    package var answersQuestions: Bool { settings.style == .chat }

    package func answer(_ question: JSONQuestion) async throws(EngineError) -> JSONReply {
        guard answersQuestions else {
            throw EngineError(.badSettings, "\(name) completes text and answers no questions: choose a chat model.")
        }
        var usage = Usage()
        let sent = TokenCount.estimate(question.system) + TokenCount.estimate(question.user)
        let reply = try await ask(
            "chat/completions",
            expected: sent + question.answerTokens,
            limit: 4000 + 16 * question.answerTokens,
            usage: &usage
        ) { dialect in
            body(question, dialect: dialect)
        }
        if reply.usage == nil {
            usage.inputTokens += sent
            usage.outputTokens += TokenCount.estimate(reply.content)
            usage.isEstimated = true
        }
        guard let (value, isCut) = Self.value(in: reply.content) else {
            throw EngineError(
                .badAnswer,
                "\(name) did not answer in JSON: “\(EngineError.clean(reply.content).prefix(80))”",
                usage: usage
            )
        }
        return JSONReply(value: value, usage: usage, isCut: isCut || reply.finish == "length")
    }

    private func body(_ question: JSONQuestion, dialect: Dialect) -> String {
        var system = question.system
        // Where no schema is enforced the model has to be told.
        if dialect.format != .schema { system += " Answer with JSON alone, of this schema: \(question.schema)" }
        var json = "{"
        if let model = settings.model { json += "\"model\":\(JSONValue.quoted(model))," }
        json += "\"messages\":[{\"role\":\"system\",\"content\":"
        JSONValue.quote(system, into: &json)
        json += "},{\"role\":\"user\",\"content\":"
        JSONValue.quote(question.user, into: &json)
        json += "}]" + dialect.options(temperature: 0)
        switch dialect.format {
        case .schema:
            json += ",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":"
            json += "\(JSONValue.quoted(question.name)),\"strict\":true,\"schema\":\(question.schema)}}"
        case .object: json += ",\"response_format\":{\"type\":\"json_object\"}"
        case .none: break
        }
        return json + "}"
    }

    /// The first JSON object or array in what was said.
    private static func value(in content: String) -> (JSONValue, isCut: Bool)? {
        var said = ChatAnswer.withoutThinking(content)
        return said.withUTF8 { bytes in
            var start = 0
            for _ in 0..<8 {
                guard let next = bytes[start...].firstIndex(where: { $0 == 0x7B || $0 == 0x5B }) else { return nil }
                start = next + 1
                if let (value, isCut, _) = JSONReader.readLenient(bytes, from: next) { return (value, isCut) }
            }
            return nil
        }
    }
}
