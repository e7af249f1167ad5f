import Text

/// Where an OpenAI-compatible endpoint is: its address with the version in it, as `https://api.deepseek.com/v1`.
struct Endpoint: Sendable, Equatable {
    /// Without a slash at the end.
    let base: String
    /// Host and port, for messages; never user or password.
    let host: String

    /// Reads an address with or without `/v1`, a slash at the end, or the route itself.
    init(_ address: String) throws(EngineError) {
        var text = address.trimmed[...]
        guard let scheme = ["https://", "http://"].first(where: { text.lowercased().hasPrefix($0) }) else {
            throw EngineError(
                .badSettings,
                "“\(EngineError.clean(address))” is no address of an engine: it has to start with http:// or https://."
            )
        }
        text = text.dropFirst(scheme.count)
        while text.hasSuffix("/") { text = text.dropLast() }
        for route in Self.routes where text.hasSuffix(route) {
            text = text.dropLast(route.count)
            while text.hasSuffix("/") { text = text.dropLast() }
        }
        let authority = text.prefix { $0 != "/" }
        let path = text.dropFirst(authority.count)
        host = String(authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority)
        let isClean = text.utf8.allSatisfy {
            $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
        }
        guard !host.isEmpty, isClean else {
            throw EngineError(
                .badSettings,
                "The address of the engine at “\(EngineError.clean(host))” is not a plain web address."
            )
        }
        let hasVersion = path.split(separator: "/").contains { part in
            part.first == "v" && part.dropFirst().first?.isNumber == true
        }
        base = scheme + text + (hasVersion ? "" : "/v1")
    }

    private static let routes = [
        "/chat/completions", "/completions", "/models", "/audio/speech", "/audio/transcriptions",
    ]

    /// Address of a route: `chat/completions`, `models`, `audio/speech`.
    func url(_ route: String) -> String { base + "/" + route }
}
