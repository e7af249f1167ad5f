/// A JSON value as endpoints and models write it: members keep their order, and names may repeat.
package enum JSONValue: Sendable {
    case object([(name: String, value: JSONValue)])
    case array([JSONValue])
    case string(String)
    case number(Double)
    case bool(Bool)
    case null

    package subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        for member in members where member.name == name { return member.value }
        return nil
    }

    package var string: String? {
        if case .string(let text) = self { return text }
        return nil
    }

    package var number: Double? {
        if case .number(let value) = self { return value }
        return nil
    }

    package var int: Int? { number.flatMap { Int(exactly: $0.rounded()) } }

    package var array: [JSONValue] {
        if case .array(let values) = self { return values }
        return []
    }

    /// Writes a string as JSON, with its quotes.
    static func quote(_ text: String, into json: inout String) {
        json.append("\"")
        var text = text
        let isPlain = text.withUTF8 { bytes in bytes.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C } }
        if isPlain {
            json.append(text)
        } else {
            for scalar in text.unicodeScalars {
                switch scalar {
                case "\"": json.append("\\\"")
                case "\\": json.append("\\\\")
                case "\n": json.append("\\n")
                case "\r": json.append("\\r")
                case "\t": json.append("\\t")
                case "\u{0}"..."\u{1F}":
                    json.append(scalar.value < 16 ? "\\u000" : "\\u00")
                    json.append(String(scalar.value, radix: 16))
                default: json.unicodeScalars.append(scalar)
                }
            }
        }
        json.append("\"")
    }

    static func quoted(_ text: String) -> String {
        var json = ""
        json.reserveCapacity(text.utf8.count + 2)
        quote(text, into: &json)
        return json
    }
}
