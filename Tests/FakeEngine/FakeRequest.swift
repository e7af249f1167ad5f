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
    /// The body as it came: a recording is no text.
    package var bytes: [UInt8]
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

    /// The voice and the speed that a request for speech names; its text is the prompt.
    package var voice: String?
    package var speed: Double?
    /// The fields of a form in order; of files the names.
    package var fields: [(name: String, value: String)] = []
    /// Bytes of the file in a form.
    package var fileBytes = 0

    package enum Style: Sendable { case chat, completion, speech, transcription, other }

    /// A header by its name in lower case.
    package func header(_ name: String) -> String? { headers[name] }

    init(number: Int, method: String, path: String, headers: [String: String], body: [UInt8], time: Double, open: Int) {
        self.number = number
        self.method = method
        self.path = path
        self.headers = headers
        self.body = String(decoding: body, as: UTF8.self)
        bytes = body
        self.time = time
        inFlight = open
        style = Self.style(of: path)
        if style == .transcription {
            readForm(body)
            return
        }
        guard style != .other, let ask = try? JSONDecoder().decode(Ask.self, from: Data(body)) else { return }
        model = ask.model
        wantsStream = ask.stream ?? false
        wantsUsage = ask.stream_options?.include_usage ?? !wantsStream
        responseFormat = ask.response_format?.type
        if style == .speech {
            prompt = ask.input ?? ""
            voice = ask.voice
            speed = ask.speed
            responseFormat = ask.response_format?.type
        } else if let text = ask.prompt {
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
        if path.hasSuffix("/audio/speech") { return .speech }
        if path.hasSuffix("/audio/transcriptions") { return .transcription }
        return path.hasSuffix("/completions") ? .completion : .other
    }

    /// Reads `multipart/form-data`.
    private mutating func readForm(_ body: [UInt8]) {
        guard let type = headers["content-type"], let at = type.firstRange(of: "boundary=") else { return }
        let mark = Array("--\(type[at.upperBound...])".utf8)
        var rest = body[...]
        while let start = rest.firstRange(of: mark),
            let head = rest[start.upperBound...].firstRange(of: [13, 10, 13, 10])
        {
            let lines = String(decoding: rest[start.upperBound..<head.lowerBound], as: UTF8.self)
            let part = rest[head.upperBound...]
            let end = part.firstRange(of: [13, 10] + mark)?.lowerBound ?? part.endIndex
            let value = part[..<end]
            if let name = Self.parameter("name", in: lines) {
                if let file = Self.parameter("filename", in: lines) {
                    fields.append((name, file))
                    fileBytes = value.count
                } else {
                    fields.append((name, String(decoding: value, as: UTF8.self)))
                }
            }
            rest = part[end...]
        }
        model = field("model")
        responseFormat = field("response_format")
    }

    /// The first field of a name.
    package func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    private static func parameter(_ name: String, in header: String) -> String? {
        guard let at = header.firstRange(of: " \(name)=\"") else { return nil }
        return String(header[at.upperBound...].prefix { $0 != "\"" })
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
        var input: String?
        var voice: String?
        var speed: Double?

        struct Options: Decodable { var include_usage: Bool? }
        /// An object with a type for text, the type alone for speech.
        struct Format: Decodable {
            var type: String?

            private enum Key: CodingKey { case type }

            init(from decoder: any Decoder) throws {
                if let name = try? decoder.singleValueContainer().decode(String.self) {
                    type = name
                } else {
                    type = try decoder.container(keyedBy: Key.self).decodeIfPresent(String.self, forKey: .type)
                }
            }
        }
        struct Message: Decodable {
            var role: String
            var content: String
        }
    }
}
