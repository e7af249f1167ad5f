/// Reads JSON, also the JSON that models write: line breaks and bare quotes inside strings, commas too many, numbers for
/// names, an end that is missing. Never throws: what cannot be read is left out.
struct JSONReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let isLenient: Bool
    /// Where the reader stands.
    private(set) var index: Int
    /// The text ended inside a value; the members before it are kept.
    private(set) var isCut = false
    private var depth = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLenient: Bool) {
        self.bytes = bytes
        self.isLenient = isLenient
        index = start
    }

    /// Reads what an endpoint wrote; nil when it is no JSON.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> JSONValue? {
        var reader = JSONReader(bytes, from: 0, isLenient: false)
        return reader.value()
    }

    /// Reads what a model wrote, from a place on.
    /// - Returns: the value, whether it was cut off, and the place after it; nil when there is no value.
    static func readLenient(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: Int
    ) -> (value: JSONValue, isCut: Bool, end: Int)? {
        var reader = JSONReader(bytes, from: start, isLenient: true)
        return reader.value().map { ($0, reader.isCut, reader.index) }
    }

    private mutating func value() -> JSONValue? {
        skipSpace()
        guard index < bytes.count else {
            isCut = true
            return nil
        }
        switch bytes[index] {
        case UInt8(ascii: "{"): return object()
        case UInt8(ascii: "["): return array()
        case UInt8(ascii: "\""): return text(isName: false).map(JSONValue.string)
        case UInt8(ascii: "t"): return word("true", .bool(true))
        case UInt8(ascii: "f"): return word("false", .bool(false))
        case UInt8(ascii: "n"): return word("null", .null)
        default: return number()
        }
    }

    private mutating func object() -> JSONValue? {
        guard open() else { return nil }
        defer { depth -= 1 }
        var members: [(name: String, value: JSONValue)] = []
        while true {
            skipSpaceAndCommas()
            guard index < bytes.count else {
                isCut = true
                break
            }
            if bytes[index] == UInt8(ascii: "}") {
                index += 1
                break
            }
            guard let name = name() else { return finish(.object(members), members.isEmpty) }
            skipSpace()
            guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else {
                if index >= bytes.count { isCut = true }
                return finish(.object(members), members.isEmpty)
            }
            index += 1
            guard let value = value() else { return finish(.object(members), members.isEmpty) }
            if isCut {
                if case .object = value { members.append((name, value)) }
                if case .array = value { members.append((name, value)) }
                break
            }
            members.append((name, value))
        }
        return .object(members)
    }

    private mutating func array() -> JSONValue? {
        guard open() else { return nil }
        defer { depth -= 1 }
        var values: [JSONValue] = []
        while true {
            skipSpaceAndCommas()
            guard index < bytes.count else {
                isCut = true
                break
            }
            if bytes[index] == UInt8(ascii: "]") {
                index += 1
                break
            }
            guard let value = value() else { return finish(.array(values), values.isEmpty) }
            if isCut {
                if case .array = value { values.append(value) }
                break
            }
            values.append(value)
        }
        return .array(values)
    }

    /// What was read before something unreadable; nothing at all is no value, unless the text was cut there.
    private func finish(_ value: JSONValue, _ isEmpty: Bool) -> JSONValue? { isEmpty && !isCut ? nil : value }

    private mutating func open() -> Bool {
        guard depth < 64 else { return false }
        depth += 1
        index += 1
        return true
    }

    private mutating func name() -> String? {
        if bytes[index] == UInt8(ascii: "\"") { return text(isName: true) }
        guard isLenient else { return nil }
        let start = index
        while index < bytes.count, isWord(bytes[index]) { index += 1 }
        return index > start ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
    }

    /// A string from its opening quote on; nil and `isCut` when its end is missing.
    private mutating func text(isName: Bool) -> String? {
        index += 1
        let start = index
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\\") { return escapedText(from: start, isName: isName) }
            if byte == UInt8(ascii: "\"") {
                if closes(isName) {
                    defer { index += 1 }
                    return String(decoding: bytes[start..<index], as: UTF8.self)
                }
            }
            index += 1
        }
        isCut = true
        return nil
    }

    private mutating func escapedText(from start: Int, isName: Bool) -> String? {
        var text = Array(bytes[start..<index])
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\""), closes(isName) {
                index += 1
                return String(decoding: text, as: UTF8.self)
            }
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                index += 1
                continue
            }
            guard index + 1 < bytes.count else { break }
            index += 2
            switch bytes[index - 1] {
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "u"):
                guard let scalar = unicode() else { break }
                text.append(contentsOf: Array(String(Character(scalar)).utf8))
            case let other: text.append(other)
            }
        }
        isCut = true
        return nil
    }

    /// Four hexadecimal digits, or a surrogate pair; a lone surrogate is U+FFFD.
    private mutating func unicode() -> Unicode.Scalar? {
        guard let high = hex4(at: index) else { return nil }
        index += 4
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard (0xD800..<0xDC00).contains(high), index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u"), let low = hex4(at: index + 2), (0xDC00..<0xE000).contains(low)
        else { return "\u{FFFD}" }
        index += 6
        return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    }

    private func hex4(at start: Int) -> UInt32? {
        guard start + 4 <= bytes.count else { return nil }
        return UInt32(String(decoding: bytes[start..<(start + 4)], as: UTF8.self), radix: 16)
    }

    /// Whether the quote at the index ends the string. A model that writes `"He said "go", and left"` does not escape.
    private func closes(_ isName: Bool) -> Bool {
        guard isLenient else { return true }
        var next = index + 1
        func skip() { while next < bytes.count, isSpace(bytes[next]) { next += 1 } }
        skip()
        guard next < bytes.count else { return true }
        switch bytes[next] {
        case UInt8(ascii: ":"): return isName
        case UInt8(ascii: "}"), UInt8(ascii: "]"): return true
        case UInt8(ascii: ","):
            next += 1
            skip()
            guard next < bytes.count else { return true }
            switch bytes[next] {
            case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "}"), UInt8(ascii: "]"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                return true
            default: return false
            }
        // A comma is missing between two members.
        case UInt8(ascii: "\""): return bytes[(index + 1)..<next].contains(0x0A)
        default: return false
        }
    }

    private mutating func number() -> JSONValue? {
        let start = index
        while index < bytes.count, isWord(bytes[index]) || bytes[index] == UInt8(ascii: "+") { index += 1 }
        guard index > start else { return nil }
        return Double(String(decoding: bytes[start..<index], as: UTF8.self)).map(JSONValue.number)
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) -> JSONValue? {
        let count = word.utf8CodeUnitCount
        guard index + count <= bytes.count else {
            isCut = true
            return nil
        }
        for offset in 0..<count where bytes[index + offset] != word.utf8Start[offset] { return nil }
        index += count
        return value
    }

    private mutating func skipSpace() { while index < bytes.count, isSpace(bytes[index]) { index += 1 } }

    private mutating func skipSpaceAndCommas() {
        while index < bytes.count, isSpace(bytes[index]) || bytes[index] == UInt8(ascii: ",") { index += 1 }
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
