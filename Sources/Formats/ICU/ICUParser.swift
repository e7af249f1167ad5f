import Text

/// Parses a message over its bytes. Apostrophes are optional as in ICU since 4.8: one alone is itself.
struct ICUParser {
    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0

    private static let depthLimit = 16

    private struct Broken: Error {}

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Nil when braces or a plural are not as they must be.
    static func parts(of text: [UInt8]) -> [ICUPart]? {
        var parser = ICUParser(text)
        guard let parts = try? parser.parts(in: nil), parser.index == text.count else { return nil }
        return parts
    }

    private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

    /// Up to the closing brace of the variant, or to the end of the message outside.
    private mutating func parts(in plural: (argument: String, offset: Int)?, isNested: Bool = false) throws -> [ICUPart]
    {
        var parts: [ICUPart] = []
        var run: [UInt8] = []
        func flush() {
            if !run.isEmpty { parts.append(.text(String(decoding: run, as: UTF8.self))) }
            run = []
        }
        while let byte {
            switch byte {
            case 0x27: quoted(into: &run, inPlural: plural != nil)
            case 0x7B:
                flush()
                parts.append(try argument(in: plural))
            case 0x7D:
                guard isNested else { throw Broken() }
                flush()
                return parts
            case 0x23 where plural != nil:
                flush()
                if let plural { parts.append(.number(of: plural.argument, offset: plural.offset)) }
                index += 1
            default:
                run.append(byte)
                index += 1
            }
        }
        guard !isNested else { throw Broken() }
        flush()
        return parts
    }

    /// `''` is an apostrophe; one before a brace (or `#` in a plural) quotes up to the next.
    private mutating func quoted(into run: inout [UInt8], inPlural: Bool) {
        index += 1
        guard let next = byte else { return run.append(0x27) }
        if next == 0x27 {
            index += 1
            return run.append(0x27)
        }
        guard next == 0x7B || next == 0x7D || (inPlural && (next == 0x23 || next == 0x7C)) else {
            return run.append(0x27)
        }
        while let byte {
            index += 1
            if byte != 0x27 {
                run.append(byte)
            } else if self.byte == 0x27 {
                run.append(0x27)
                index += 1
            } else {
                return
            }
        }
    }

    private mutating func argument(in plural: (argument: String, offset: Int)?) throws -> ICUPart {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { throw Broken() }
        let start = index
        index += 1
        let name = word()
        guard !name.isEmpty else { throw Broken() }
        space()
        if byte == 0x7D {
            index += 1
            return .argument(String(decoding: bytes[start..<index], as: UTF8.self))
        }
        guard byte == 0x2C else { throw Broken() }
        index += 1
        let type = word()
        space()
        if let kind = ICUChoice.Kind(rawValue: type), byte == 0x2C {
            index += 1
            return .choice(try choice(name, kind, from: start, in: plural))
        }
        return .argument(try simple(from: start))
    }

    /// The rest of `{n, number, ::.00}`: up to the brace that closes it.
    private mutating func simple(from start: Int) throws -> String {
        var open = 1
        while let byte {
            index += 1
            if byte == 0x7B { open += 1 }
            if byte == 0x7D { open -= 1 }
            if open == 0 { return String(decoding: bytes[start..<index], as: UTF8.self) }
        }
        throw Broken()
    }

    private mutating func choice(
        _ argument: String,
        _ kind: ICUChoice.Kind,
        from start: Int,
        in outer: (argument: String, offset: Int)?
    ) throws -> ICUChoice {
        var offset = 0
        space()
        if kind != .select, bytes[index...].starts(with: Array("offset:".utf8)) {
            index += 7
            guard let number = Int(word()) else { throw Broken() }
            offset = number
        }
        let head = String(decoding: bytes[start..<index], as: UTF8.self)
        var variants: [ICUChoice.Variant] = []
        let plural = kind == .select ? outer : (argument, offset)
        while true {
            space()
            if byte == 0x7D { break }
            let selectorStart = index
            let selector = word()
            guard Self.isSelector(selector, of: kind), !variants.contains(where: { $0.selector == selector }),
                variants.count < 100
            else { throw Broken() }
            space()
            guard byte == 0x7B else { throw Broken() }
            index += 1
            let bodyStart = index
            depth += 1
            guard depth <= Self.depthLimit else { throw Broken() }
            let parts = try parts(in: plural, isNested: true)
            depth -= 1
            variants.append(.init(selector: selector, parts: parts, start: selectorStart, body: bodyStart..<index))
            index += 1
        }
        index += 1
        let choice = ICUChoice(argument: argument, kind: kind, offset: offset, variants: variants, head: head)
        guard choice.other != nil else { throw Broken() }
        return choice
    }

    private static func isSelector(_ selector: String, of kind: ICUChoice.Kind) -> Bool {
        if kind == .select { return !selector.isEmpty }
        return PluralCategory(rawValue: selector) != nil
            || (selector.hasPrefix("=") && Int(selector.dropFirst()) != nil)
    }

    private mutating func space() {
        while let byte, byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) { index += 1 }
    }

    /// A name: anything but white space and the signs of the syntax.
    private mutating func word() -> String {
        space()
        let start = index
        while let byte, byte > 0x20, ![0x7B, 0x7D, 0x2C, 0x27, 0x23].contains(byte) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }
}
