import Text

/// What an endpoint said in one response, streamed or not.
struct Reply: Sendable {
    var content = ""
    /// Why it stopped: `stop`, `length`, `content_filter`.
    var finish: String?
    /// The endpoint's own count, when it gave one.
    var usage: Usage?
    /// An error inside a response that began well.
    var failure: (status: Int, message: String)?
    /// The stream said that it was over.
    var isDone = false

    /// Takes an event of a stream.
    mutating func take(event: UnsafeBufferPointer<UInt8>) {
        if event.count == 6, event.elementsEqual("[DONE]".utf8) {
            isDone = true
        } else if let json = JSONReader.read(event) {
            take(json)
        }
    }

    /// Takes a chunk of a stream or a whole response.
    mutating func take(_ json: JSONValue) {
        if let error = json["error"] {
            switch error {
            case .object, .string: failure = (error["code"]?.int ?? 500, Self.message(of: json) ?? "")
            default: break
            }
        }
        if let choice = json["choices"]?.array.first {
            for key in ["delta", "message"] {
                guard let said = choice[key]?["content"] else { continue }
                if let text = said.string { content += text }
                for part in said.array { content += part["text"]?.string ?? "" }
            }
            if let text = choice["text"]?.string { content += text }
            if let reason = choice["finish_reason"]?.string { finish = reason }
        }
        if let counted = Self.usage(json["usage"], json["timings"]) { usage = counted }
    }

    /// The words of an error in the forms that endpoints use.
    static func message(of json: JSONValue) -> String? {
        let error = json["error"]
        let words = error?["message"]?.string ?? error?.string ?? json["message"]?.string ?? json["detail"]?.string
        guard let code = error?["code"]?.string ?? error?["type"]?.string, let words, !words.contains(code) else {
            return words
        }
        return "\(words) (\(code))"
    }

    /// OpenAI's `usage`, DeepSeek's `prompt_cache_hit_tokens`, or llama.cpp's `timings`.
    private static func usage(_ usage: JSONValue?, _ timings: JSONValue?) -> Usage? {
        if let sent = usage?["prompt_tokens"]?.int {
            let cached =
                usage?["prompt_tokens_details"]?["cached_tokens"]?.int ?? usage?["prompt_cache_hit_tokens"]?.int
            return Usage(
                inputTokens: sent,
                cachedTokens: min(sent, cached ?? timings?["cache_n"]?.int ?? 0),
                outputTokens: usage?["completion_tokens"]?.int ?? 0
            )
        }
        guard let sent = timings?["prompt_n"]?.int, let said = timings?["predicted_n"]?.int else { return nil }
        let cached = timings?["cache_n"]?.int ?? 0
        return Usage(inputTokens: sent + cached, cachedTokens: cached, outputTokens: said)
    }
}
