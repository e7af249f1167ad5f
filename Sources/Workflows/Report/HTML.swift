/// Markup under construction. A literal is markup; whatever is put into it with `\(…)` is text and is escaped, so that
/// text from files and models can never become markup:
///
///     let line: HTML = "<p lang=\"\(tag.description)\">\(sentence)</p>"
///
/// Only another `HTML` goes in as it is. Attribute values are always written in double quotes.
struct HTML: Sendable, ExpressibleByStringInterpolation {
    private(set) var markup: String

    init(stringLiteral value: StaticString) { markup = value.description }
    init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

    /// Bytes of the program's own resources, never of a file or a model.
    init(resource bytes: [UInt8]) { markup = String(decoding: bytes, as: UTF8.self) }

    /// The text, escaped.
    init(text: String) { markup = Self.escaped(text) }

    static func += (left: inout HTML, right: HTML) { left.markup += right.markup }

    /// Characters that HTML forbids in text (C0 but tab and line feed, DEL, C1) become U+FFFD.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count + 8)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\t", "\n": escaped.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var markup = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            markup.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        mutating func appendLiteral(_ literal: StaticString) { markup += literal.description }
        /// Disfavored, so that a literal in a conditional is markup like every other literal here.
        @_disfavoredOverload
        mutating func appendInterpolation(_ text: String) { markup += HTML.escaped(text) }
        mutating func appendInterpolation(_ html: HTML) { markup += html.markup }
        mutating func appendInterpolation(_ html: HTML?) { markup += html?.markup ?? "" }
        mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { markup += part.markup } }
        /// A number for people, with thousands separators.
        mutating func appendInterpolation(_ number: Int) { markup += Figures.count(number) }
        /// A number for machines: an id, a style, an attribute.
        mutating func appendInterpolation(plain number: Int) { markup += String(number) }
    }
}

extension [HTML] {
    func joined(by separator: HTML) -> HTML {
        var all: HTML = ""
        for (index, part) in enumerated() {
            if index > 0 { all += separator }
            all += part
        }
        return all
    }
}
