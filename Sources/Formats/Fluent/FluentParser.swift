/// Parses patterns over the bytes of a file. `nil` means that the syntax is broken.
struct FluentParser {
    let bytes: [UInt8]
    private(set) var index = 0
    private var depth = 0

    private static let depthLimit = 50

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The pattern that begins after an equals sign or a variant's key; nil for none or a broken one.
    mutating func pattern(from start: Int, inVariant: Bool = false) -> FluentPattern? {
        index = bytes.skippingSpaces(start)
        var pieces: [(piece: FluentPattern.Piece, column: Int?)] = []
        var first = index
        var end = index
        var run = index
        func flush(_ to: Int) {
            if to > run { pieces.append((.text(run..<to), nil)) }
        }
        if isBreak(index) {
            guard let (_, column, next) = continuation(index) else { return nil }
            (index, first, run, end) = (next, next, next, next)
            pieces.append((.breaks(count: 0, indent: column), column))
        }
        loop: while index < bytes.count {
            switch bytes[index] {
            case 0x7B:
                flush(index)
                guard let piece = placeable() else { return nil }
                pieces.append((piece, nil))
                run = index
                end = index
            case 0x7D:
                guard inVariant else { return nil }
                break loop
            case 0x0A, 0x0D:
                flush(end)
                run = index
                guard let (count, column, next) = continuation(index) else { break loop }
                pieces.append((.breaks(count: count, indent: column), column))
                index = next
                run = next
            case 0x20: index += 1
            default:
                index += 1
                end = index
            }
        }
        flush(max(run, end))
        guard end > first else { return nil }
        return FluentPattern(range: first..<end, pieces: dedented(pieces), indent: indent(pieces, first, inVariant))
    }

    private func dedented(_ pieces: [(piece: FluentPattern.Piece, column: Int?)]) -> [FluentPattern.Piece] {
        let common = pieces.compactMap(\.column).min() ?? 0
        return pieces.compactMap { item in
            guard case .breaks(let count, let column) = item.piece else { return item.piece }
            return count == 0 ? nil : .breaks(count: count, indent: column - common)
        }
    }

    private func indent(_ pieces: [(piece: FluentPattern.Piece, column: Int?)], _ first: Int, _ inVariant: Bool)
        -> String
    {
        if let common = pieces.compactMap(\.column).min() { return String(repeating: " ", count: common) }
        guard inVariant else { return "    " }
        var start = first
        while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
        return String(repeating: " ", count: bytes.skippingSpaces(start) - start + 4)
    }

    private func isBreak(_ place: Int) -> Bool { bytes.at(place) == 0x0A || bytes.at(place) == 0x0D }

    /// The line that goes on with the pattern: how many breaks before it, its column and its first sign.
    private func continuation(_ start: Int) -> (count: Int, column: Int, next: Int)? {
        var place = start
        var count = 0
        var lineStart = start
        while place < bytes.count {
            if bytes[place] == 0x0A || (bytes[place] == 0x0D && bytes.at(place + 1) != 0x0A) {
                count += 1
                lineStart = place + 1
            } else if bytes[place] != 0x20, bytes[place] != 0x0D {
                break
            }
            place += 1
        }
        guard place < bytes.count, place > lineStart, ![0x2E, 0x5B, 0x2A, 0x7D].contains(bytes[place]) else {
            return nil
        }
        return (count, place - lineStart, place)
    }

    // MARK: Placeables

    private mutating func placeable() -> FluentPattern.Piece? {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.depthLimit else { return nil }
        let start = index
        index += 1
        let inner = skippingBlank(index)
        index = inner
        while index < bytes.count {
            switch bytes[index] {
            case 0x22:
                guard let end = stringEnd(index) else { return nil }
                index = end
            case 0x7B:
                guard placeable() != nil else { return nil }
            case 0x0A where !isInside(index + 1): return nil
            case 0x7D:
                index += 1
                let range = start..<index
                if bytes[inner] == 0x22, stringEnd(inner).map({ skippingBlank($0) }) == index - 1 {
                    return .literal(string(inner))
                }
                return skippingBlank(inner) == index - 1 ? nil : .placeable(range)
            case 0x2D where bytes.at(index + 1) == 0x3E:
                let selector = bytes.text(inner..<index).filter { $0 != " " }
                index += 2
                guard let variants = variants() else { return nil }
                return .select(.init(range: start..<index, selector: selector, variants: variants))
            default: index += 1
            }
        }
        return nil
    }

    /// Whether a line can be inside a placeable. One at the margin is the next entry: the brace is open.
    private func isInside(_ start: Int) -> Bool {
        [0x20, 0x0A, 0x0D, 0x7D].contains(bytes.at(start)) && start < bytes.count
    }

    private mutating func variants() -> [FluentPattern.Variant]? {
        var variants: [FluentPattern.Variant] = []
        while true {
            index = skippingBlank(index)
            guard index < bytes.count else { return nil }
            if bytes[index] == 0x7D {
                index += 1
                return variants.contains { $0.isDefault } ? variants : nil
            }
            let start = index
            let isDefault = bytes[index] == 0x2A
            if isDefault { index += 1 }
            guard bytes.at(index) == 0x5B, let close = bytes[index...].prefix(200).firstIndex(of: 0x5D) else {
                return nil
            }
            let key = bytes.text(index + 1..<close).filter { $0 != " " && !$0.isNewline }
            guard !key.isEmpty, let pattern = pattern(from: close + 1, inVariant: true) else { return nil }
            variants.append(.init(start: start, key: key, isDefault: isDefault, pattern: pattern))
        }
    }

    private func skippingBlank(_ start: Int) -> Int {
        var place = start
        while place < bytes.count, [0x20, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
        return place
    }

    /// The offset after the closing quote; a string is one line.
    private func stringEnd(_ start: Int) -> Int? {
        var place = start + 1
        while place < bytes.count, bytes[place] != 0x0A {
            if bytes[place] == 0x22 { return place + 1 }
            place += bytes[place] == 0x5C ? 2 : 1
        }
        return nil
    }

    /// What a string literal says: `\"`, `\\`, `\u0041`, `\U01F602`.
    private func string(_ start: Int) -> String {
        var text = EscapedText()
        var place = start + 1
        while place < bytes.count, bytes[place] != 0x22 {
            guard bytes[place] == 0x5C else {
                text.append(bytes[place])
                place += 1
                continue
            }
            let next = bytes.at(place + 1)
            let width = next == 0x75 ? 4 : next == 0x55 ? 6 : 0
            var value: UInt32 = 0
            let digits = bytes[min(bytes.count, place + 2)...].prefix(width)
            for digit in digits { value = value << 4 | UInt32(UnicodeEscape.hexDigit(digit) ?? 0) }
            if width > 0, digits.allSatisfy({ PlaceholderText.isHex($0) }) {
                text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
                place += 2 + width
            } else {
                text.append(next)
                place += 2
            }
        }
        return text.text
    }
}

extension [UInt8] {
    /// The end of the run of spaces from `start`.
    func skippingSpaces(_ start: Int) -> Int {
        var index = start
        while index < count, self[index] == 0x20 { index += 1 }
        return index
    }
}
