import Text

/// What can be wrong with an endpoint or with what its model says. Raw values are the names on the command line.
package enum FakeFault: String, Sendable, CaseIterable {
    /// 429 with `Retry-After: 1`.
    case rateLimit = "rate-limit"
    /// 500.
    case serverError = "server-error"
    /// The connection closes in the middle of the answer.
    case cutStream = "cut-stream"
    /// The answer stops at the token limit.
    case cutAnswer = "cut-answer"
    /// The last item is missing.
    case wrongCount = "wrong-count"
    /// Each item has the translation of the next one; the ids are in order.
    case shifted
    /// Two items are one, and those after it move up.
    case merged
    case refusal
    /// Chinese stays in the middle of each item.
    case chineseLeft = "chinese-left"
    /// Text that is no JSON, though JSON was asked for.
    case brokenJSON = "broken-json"
    /// 400 when a JSON schema is asked for.
    case noSchema = "no-schema"
    /// 400 when any response format is asked for.
    case noFormat = "no-format"
    case noUsage = "no-usage"
    /// Many small pieces with pauses.
    case slowDrip = "slow-drip"
    /// One phrase again and again.
    case runaway
    /// Every digit is one higher.
    case numbersChanged = "numbers-changed"
    case tagsLost = "tags-lost"
    /// "Here is the translation:" before the text.
    case metaText = "meta-text"
    /// A thinking block before the answer.
    case thinking
    /// A code fence and a sentence around the answer.
    case fenced
    /// The stream was asked for, but one JSON body comes.
    case notStreamed = "not-streamed"
    /// The content filter of the endpoint.
    case filtered

    package func response(to request: FakeRequest) -> FakeResponse {
        var texts = FakeResponse.translations(of: request)
        var response = FakeResponse.translation(of: request)
        switch self {
        case .rateLimit: return .error(429, "Rate limit reached", headers: ["Retry-After": "1"])
        case .serverError: return .error(500, "The server had an error")
        case .filtered: return .error(400, "Content Exists Risk")
        case .cutStream: response.delivery = .cut
        case .cutAnswer:
            response.content = response.content.map { String($0.prefix($0.count * 2 / 3)) }
            response.finish = "length"
        case .wrongCount: return .answers(texts.dropLast(), to: request)
        case .shifted:
            let moved = texts.indices.map { (id: texts[$0].id, text: texts[($0 + 1) % texts.count].text) }
            return .answers(moved, to: request)
        case .merged:
            guard texts.count > 1 else { return response }
            texts[0].text += " " + texts[1].text
            for index in 1..<(texts.count - 1) { texts[index].text = texts[index + 1].text }
            return .answers(texts.dropLast(), to: request)
        case .refusal: return FakeResponse(content: "I'm sorry, but I can't help with translating this content.")
        case .chineseLeft:
            let left = zip(request.items, texts).map { item, text in
                (
                    id: text.id,
                    text: text.text + " " + item.text.unicodeScalars.filter(\.isHan).prefix(4).map(String.init).joined()
                )
            }
            return .answers(left, to: request)
        case .brokenJSON: return FakeResponse(content: "{\"1\" = what follows is, no JSON]")
        case .noSchema where request.responseFormat == "json_schema":
            return .error(400, "This response_format type is unavailable now")
        case .noFormat where request.responseFormat != nil:
            return .error(400, "Unknown parameter: 'response_format'")
        case .noSchema, .noFormat: return response
        case .noUsage: response.sendsUsage = false
        case .slowDrip: response.delivery = .drip(pieces: 40, seconds: 0.005)
        case .runaway: return edited(texts, request) { _ in String(repeating: "and then he said ", count: 400) }
        case .numbersChanged:
            return edited(texts, request) { text in
                String(
                    text.map {
                        $0.isASCII && $0.isWholeNumber ? Character(String((($0.wholeNumberValue ?? 0) + 1) % 10)) : $0
                    }
                )
            }
        case .tagsLost:
            return edited(texts, request) { text in
                text.split(separator: "<", omittingEmptySubsequences: false).enumerated()
                    .map {
                        $0 == 0
                            ? String($1)
                            : String($1[($1.firstIndex(of: ">").map($1.index(after:)) ?? $1.startIndex)...])
                    }
                    .joined()
            }
        case .metaText: return edited(texts, request) { "Here is the translation: " + $0 }
        case .thinking: response.content = "<think>Let me see: {\"1\":\"no\"}</think>\n" + (response.content ?? "")
        case .fenced: response.content = "Sure! Here you go:\n```json\n" + (response.content ?? "") + "\n```\nEnjoy."
        case .notStreamed: response.ignoresStream = true
        }
        return response
    }

    private func edited(
        _ texts: [(id: String, text: String)],
        _ request: FakeRequest,
        _ edit: (String) -> String
    ) -> FakeResponse {
        .answers(texts.map { ($0.id, edit($0.text)) }, to: request)
    }
}
