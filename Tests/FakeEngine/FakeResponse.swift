import Text

/// What the fake endpoint answers.
package struct FakeResponse: Sendable {
    package var status = 200
    package var headers: [String: String] = [:]
    /// What the model "said"; nil where `raw` is the body.
    package var content: String?
    /// The whole body, sent as it is.
    package var raw: String?
    /// The whole body where it is no text.
    package var bytes: [UInt8]?
    package var contentType = "application/json"
    /// `stop`, `length`, `content_filter`; nil leaves it out.
    package var finish: String? = "stop"
    package var sendsUsage = true
    /// Of the prompt's tokens, those that are reported as cached.
    package var cachedTokens = 0
    package var delivery = Delivery.whole
    /// Whether a stream ends with `[DONE]`.
    package var sendsDone = true
    /// Whether the request for a stream is answered without one.
    package var ignoresStream = false
    /// The connection takes no other request after this one, though nothing said so: the next is closed unanswered.
    package var closesAfterwards = false
    /// Line ends of a stream.
    package var lineEnd = "\n"
    /// Seconds before the answer, on top of the server's.
    package var latency = 0.0

    package enum Delivery: Sendable, Equatable {
        case whole
        /// The connection is closed after half of the body.
        case cut
        /// The stream comes in so many pieces, so many seconds apart.
        case drip(pieces: Int, seconds: Double)
        /// Nothing comes at all, and the connection stays open.
        case silence
    }

    package init(content: String? = nil) { self.content = content }

    /// A refusal in the form that OpenAI-compatible endpoints have.
    package static func error(_ status: Int, _ message: String, headers: [String: String] = [:]) -> FakeResponse {
        var response = FakeResponse()
        response.status = status
        response.headers = headers
        response.raw = #"{"error":{"message":\#(quoted(message)),"type":"fake_error","code":\#(status)}}"#
        return response
    }

    /// The answers to the items, in the form that the request asked for.
    package static func answers(_ texts: [(id: String, text: String)], to request: FakeRequest) -> FakeResponse {
        guard request.style == .chat else { return FakeResponse(content: " " + (texts.first?.text ?? "") + "\n") }
        if request.responseFormat == "json_schema" {
            let lines = texts.map { quoted("\($0.id)|\($0.text)") }
            return FakeResponse(content: "{\"lines\":[" + lines.joined(separator: ",") + "]}")
        }
        let lines = texts.map { "\(quoted($0.id)):\(quoted($0.text))" }
        return FakeResponse(content: "{" + lines.joined(separator: ",") + "}")
    }

    /// What the fake says of forms: persons, and translated like any other text.
    package static func terms(_ terms: [(form: String, kind: String, gender: String, translation: String)])
        -> FakeResponse
    {
        let rows = terms.map { term in
            #"{"source":\#(quoted(term.form)),"kind":\#(quoted(term.kind)),"gender":\#(quoted(term.gender)),"#
                + #""translation":\#(quoted(term.translation)),"note":"as the fake has it"}"#
        }
        return FakeResponse(content: "{\"terms\":[" + rows.joined(separator: ",") + "]}")
    }

    /// A translation that a verifier accepts; to a question about terms, what each is.
    package static func translation(of request: FakeRequest) -> FakeResponse {
        switch request.style {
        case .speech: return FakeSound.speech(of: request)
        case .transcription: return FakeSound.transcription(of: request)
        case .chat, .completion, .other: break
        }
        if !request.forms.isEmpty {
            return terms(request.forms.map { ($0, "person", "unknown", FakeTranslation.translate($0)) })
        }
        return answers(translations(of: request), to: request)
    }

    static func translations(of request: FakeRequest) -> [(id: String, text: String)] {
        request.items.map { ($0.id, FakeTranslation.translate($0.text, terms: request.terms)) }
    }

    /// A JSON string.
    package static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\u{0}"..."\u{1F}":
                quoted += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
