import Text

/// Writes answers as OpenAI-compatible endpoints do, whole or as a stream of events.
enum FakeBody {
    /// The body in the pieces in which it may be sent.
    static func pieces(of response: FakeResponse, to request: FakeRequest, streams: Bool) -> [String] {
        guard let content = response.content else { return [response.raw ?? ""] }
        let usage = response.sendsUsage ? usage(of: content, response, request) : nil
        guard streams else { return [whole(content, response, request, usage)] }
        var events: [String] = []
        for (place, part) in parts(of: content, response.delivery).enumerated() {
            let text = FakeResponse.quoted(String(part))
            events.append(
                request.style == .chat
                    ? #"{"index":0,"delta":{\#(place == 0 ? #""role":"assistant","# : "")"content":\#(text)},"finish_reason":null}"#
                    : #"{"index":0,"text":\#(text),"finish_reason":null}"#
            )
        }
        if let finish = response.finish {
            let reason = FakeResponse.quoted(finish)
            events.append(
                request.style == .chat
                    ? #"{"index":0,"delta":{},"finish_reason":\#(reason)}"#
                    : #"{"index":0,"text":"","finish_reason":\#(reason)}"#
            )
        }
        let end = response.lineEnd + response.lineEnd
        var pieces = events.map { "data: {\(head(request)),\"choices\":[\($0)]}" + end }
        if let usage, request.wantsUsage {
            pieces.append("data: {\(head(request)),\"choices\":[],\"usage\":\(usage)}" + end)
        }
        if response.sendsDone { pieces.append("data: [DONE]" + end) }
        return pieces
    }

    private static func whole(
        _ content: String,
        _ response: FakeResponse,
        _ request: FakeRequest,
        _ usage: String?
    ) -> String {
        let text = FakeResponse.quoted(content)
        let said = request.style == .chat ? #""message":{"role":"assistant","content":\#(text)}"# : #""text":\#(text)"#
        let finish = response.finish.map(FakeResponse.quoted) ?? "null"
        let tail = usage.map { #","usage":\#($0)"# } ?? ""
        return #"{\#(head(request)),"choices":[{"index":0,\#(said),"finish_reason":\#(finish)}]\#(tail)}"#
    }

    private static func head(_ request: FakeRequest) -> String {
        #""id":"fake-\#(request.number)","object":"chat.completion.chunk","model":"\#(request.model ?? "fake")""#
    }

    private static func usage(of content: String, _ response: FakeResponse, _ request: FakeRequest) -> String {
        let sent = TokenCount.estimate(request.system) + TokenCount.estimate(request.prompt)
        let said = TokenCount.estimate(content)
        return #"{"prompt_tokens":\#(sent),"completion_tokens":\#(said),"total_tokens":\#(sent + said),"#
            + #""prompt_tokens_details":{"cached_tokens":\#(response.cachedTokens)}}"#
    }

    private static func parts(of content: String, _ delivery: FakeResponse.Delivery) -> [Substring] {
        let count =
            switch delivery {
            case .drip(let pieces, _): pieces
            case .cut: 8
            case .whole, .silence: 4
            }
        let scalars = content.unicodeScalars
        let size = max(1, (scalars.count + count - 1) / count)
        var parts: [Substring] = []
        var start = scalars.startIndex
        while start < scalars.endIndex {
            let end = scalars.index(start, offsetBy: size, limitedBy: scalars.endIndex) ?? scalars.endIndex
            parts.append(content[start..<end])
            start = end
        }
        return parts
    }
}
