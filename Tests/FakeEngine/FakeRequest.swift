import FoundationEssentials
import Text

/// A request as the fake endpoint got it.
package struct FakeRequest: Sendable {
    /// 1 and up, over the requests that ask for a completion; 0 for `/health` and `/v1/models`.
    package var number: Int
    package var method: String
    package var path: String
    package var headers: [String: String]
    package var body: String
    /// Seconds since the server started.
    package var time: Double
    /// Requests open when it came, this one included.
    package var inFlight: Int
    package var style: Style
    package var model: String?
    package var wantsStream = false
    package var wantsUsage = false
    /// `json_schema`, `json_object` or nil.
    package var responseFormat: String?
    /// The system message, or nothing.
    package var system = ""
    /// The user message, or the prompt of a completion.
    package var prompt = ""
    /// What is to be translated, with the ids of the prompt.
    package var items: [(id: String, text: String)] = []
    /// Terms and people that the prompt gives.
    package var terms: [(source: String, target: String)] = []

    /// The forms that a question about terms asks about.
    package var forms: [String] = []

    package enum Style: Sendable { case chat, completion, other }

    /// A header by its name in lower case.
    package func header(_ name: String) -> String? { headers[name] }

    init(number: Int, method: String, path: String, headers: [String: String], body: [UInt8], time: Double, open: Int) {
        self.number = number
        self.method = method
        self.path = path
        self.headers = headers
        self.body = String(decoding: body, as: UTF8.self)
        self.time = time
        inFlight = open
        style = Self.style(of: path)
        guard style != .other, let ask = try? JSONDecoder().decode(Ask.self, from: Data(body)) else { return }
        model = ask.model
        wantsStream = ask.stream ?? false
        wantsUsage = ask.stream_options?.include_usage ?? !wantsStream
        responseFormat = ask.response_format?.type
        if let text = ask.prompt {
            prompt = text
            items = [("1", Self.lastLine(of: text))]
        } else {
            system = ask.messages?.first { $0.role == "system" }?.content ?? ""
            prompt = ask.messages?.last { $0.role == "user" }?.content ?? ""
            readUnits()
        }
    }

    static func style(of path: String) -> Style {
        if path.hasSuffix("/chat/completions") { return .chat }
        return path.hasSuffix("/completions") ? .completion : .other
    }

    private mutating func readUnits() {
        for line in prompt.split(separator: "\n") {
            if line.hasPrefix("Forms: ") {
                forms = line.dropFirst(7).split(separator: "、").map(String.init)
            } else if line.hasPrefix("{"),
                let units = try? JSONDecoder().decode([String: String].self, from: Data(line.utf8))
            {
                items = units.map { (id: $0.key, text: $0.value) }.sorted { Int($0.id) ?? 0 < Int($1.id) ?? 0 }
            } else if let arrow = line.firstRange(of: " -> ") {
                let target = line[arrow.upperBound...]
                let end = target.firstRange(of: " (")?.lowerBound ?? target.endIndex
                terms.append((String(line[..<arrow.lowerBound]), String(target[..<end])))
            } else if let sign = line.firstRange(of: " = ") {
                terms.append((String(line[..<sign.lowerBound]), String(line[sign.upperBound...].prefix { $0 != "," })))
            }
        }
    }

    /// `Chinese: text` before the last line, which is `English:`.
    private static func lastLine(of prompt: String) -> String {
        let lines = prompt.split(separator: "\n")
        guard lines.count > 1 else { return prompt }
        let line = lines[lines.count - 2]
        guard let colon = line.firstRange(of: ": ") else { return String(line) }
        return String(line[colon.upperBound...])
    }

    private struct Ask: Decodable {
        var model: String?
        var stream: Bool?
        var stream_options: Options?
        var response_format: Format?
        var messages: [Message]?
        var prompt: String?

        struct Options: Decodable { var include_usage: Bool? }
        struct Format: Decodable { var type: String? }
        struct Message: Decodable {
            var role: String
            var content: String
        }
    }
}
