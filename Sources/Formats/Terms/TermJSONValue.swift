/// A JSON value (RFC 8259) with the line on which it begins, so that a bad entry of a list can be told by its line. Members
/// keep their order, and twice the same name stays twice.
struct TermJSONValue {
    var kind: Kind
    /// From 1.
    var line: Int

    indirect enum Kind {
        case null
        case flag(Bool)
        /// As it is written.
        case number(String)
        case text(String)
        case list([TermJSONValue])
        case object([(name: String, value: TermJSONValue)])
    }

    /// Why a text is no JSON.
    struct Failure: Error {
        var message: String
        var line: Int?
        /// Whether the text is no JSON at all, as against JSON of another shape.
        var isSyntax = true
    }

    /// Values inside one another; more is an attack, not a list.
    private static let deepest = 64

    /// - Parameter asLines: several values one after the other (JSON Lines) are a list.
    static func parse(_ bytes: [UInt8], asLines: Bool = false) throws(Failure) -> TermJSONValue {
        var parser = Parser(bytes: bytes)
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.index < bytes.count else { return value }
        guard asLines, case .object = value.kind else { throw parser.failure("something stands after the end") }
        var values = [value]
        while parser.index < bytes.count {
            values.append(try parser.value(depth: 0))
            parser.skipSpace()
        }
        return TermJSONValue(kind: .list(values), line: value.line)
    }

    private struct Parser {
        let bytes: [UInt8]
        var index = 0
        var line = 1

        init(bytes: [UInt8]) { self.bytes = bytes }

        func failure(_ message: String) -> Failure { Failure(message: message, line: line) }

        mutating func skipSpace() {
            while index < bytes.count {
                switch bytes[index] {
                case 0x0A: line += 1
                case 0x20, 0x09, 0x0D: break
                default: return
                }
                index += 1
            }
        }

        mutating func value(depth: Int) throws(Failure) -> TermJSONValue {
            guard depth < TermJSONValue.deepest else { throw failure("values are nested too deep") }
            skipSpace()
            guard index < bytes.count else { throw failure("it ends too early") }
            let start = line
            switch bytes[index] {
            case UInt8(ascii: "{"):
                var members: [(name: String, value: TermJSONValue)] = []
                try items(end: UInt8(ascii: "}")) { parser throws(Failure) in
                    guard parser.peek() == UInt8(ascii: "\"") else {
                        throw parser.failure("a name in quotes is missing")
                    }
                    let name = try parser.string()
                    parser.skipSpace()
                    guard parser.take(UInt8(ascii: ":")) else { throw parser.failure("a colon is missing") }
                    members.append((name, try parser.value(depth: depth + 1)))
                }
                return TermJSONValue(kind: .object(members), line: start)
            case UInt8(ascii: "["):
                var values: [TermJSONValue] = []
                try items(end: UInt8(ascii: "]")) { parser throws(Failure) in
                    values.append(try parser.value(depth: depth + 1))
                }
                return TermJSONValue(kind: .list(values), line: start)
            case UInt8(ascii: "\""): return TermJSONValue(kind: .text(try string()), line: start)
            default: return TermJSONValue(kind: try word(), line: start)
            }
        }

        private func peek() -> UInt8? { index < bytes.count ? bytes[index] : nil }

        private mutating func take(_ byte: UInt8) -> Bool {
            guard peek() == byte else { return false }
            index += 1
            return true
        }

        /// Items between brackets; a comma before the end is let through, since people leave them there.
        private mutating func items(
            end: UInt8,
            _ item: (inout Parser) throws(Failure) -> Void
        ) throws(Failure) {
            index += 1
            while true {
                skipSpace()
                if take(end) { return }
                try item(&self)
                skipSpace()
                if take(UInt8(ascii: ",")) { continue }
                guard take(end) else { throw failure("a comma or a bracket is missing") }
                return
            }
        }

        private mutating func word() throws(Failure) -> Kind {
            let start = index
            while let byte = peek(), byte > 0x20, !",]}:\"".utf8.contains(byte) { index += 1 }
            let word = String(decoding: bytes[start..<index], as: UTF8.self)
            switch word {
            case "null": return .null
            case "true": return .flag(true)
            case "false": return .flag(false)
            default:
                guard Double(word) != nil else { throw failure("“\(word.prefix(20))” is no value") }
                return .number(word)
            }
        }

        private mutating func string() throws(Failure) -> String {
            index += 1
            var text: [UInt8] = []
            while let byte = peek() {
                index += 1
                switch byte {
                case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
                case UInt8(ascii: "\\"): text += try escape()
                case 0x0A:
                    line += 1
                    text.append(byte)
                default: text.append(byte)
                }
            }
            throw failure("a quote is never closed")
        }

        private mutating func escape() throws(Failure) -> [UInt8] {
            guard let byte = peek() else { throw failure("a quote is never closed") }
            index += 1
            switch byte {
            case UInt8(ascii: "n"): return [0x0A]
            case UInt8(ascii: "t"): return [0x09]
            case UInt8(ascii: "r"): return [0x0D]
            case UInt8(ascii: "b"): return [0x08]
            case UInt8(ascii: "f"): return [0x0C]
            case UInt8(ascii: "u"):
                guard let high = unit() else { throw failure("\\u needs four hexadecimal digits") }
                var units = [high]
                if (0xD800..<0xDC00).contains(high), index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
                    bytes[index + 1] == UInt8(ascii: "u")
                {
                    index += 2
                    units += unit().map { [$0] } ?? []
                }
                return Array(String(decoding: units, as: UTF16.self).utf8)
            default: return [byte]
            }
        }

        private mutating func unit() -> UInt16? {
            guard index + 4 <= bytes.count else { return nil }
            var value: UInt16 = 0
            for byte in bytes[index..<index + 4] {
                let digit: UInt8
                switch byte {
                case 0x30...0x39: digit = byte - 0x30
                case 0x41...0x46, 0x61...0x66: digit = (byte | 0x20) - 0x57
                default: return nil
                }
                value = value << 4 | UInt16(digit)
            }
            index += 4
            return value
        }
    }
}

extension TermJSONValue {
    /// The member of that name, the first of several.
    subscript(_ name: String) -> TermJSONValue? {
        guard case .object(let members) = kind else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// A text, or a number or flag as text; nil for null and what has parts.
    var string: String? {
        switch kind {
        case .text(let text): text
        case .number(let number): number
        case .flag(let flag): flag ? "true" : "false"
        case .null, .list, .object: nil
        }
    }

    /// A text and nothing else.
    var text: String? {
        guard case .text(let text) = kind else { return nil }
        return text
    }

    var flag: Bool? {
        guard case .flag(let flag) = kind else { return nil }
        return flag
    }

    var list: [TermJSONValue]? {
        guard case .list(let values) = kind else { return nil }
        return values
    }

    var members: [(name: String, value: TermJSONValue)]? {
        guard case .object(let members) = kind else { return nil }
        return members
    }
}
