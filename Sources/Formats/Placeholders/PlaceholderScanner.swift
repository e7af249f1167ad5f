package import Text

/// Splits a string into text and codes in one pass, by a set of syntaxes and the patterns of a project.
///
/// `inline(text).literal == text` for every text. Rules are narrow where prose looks alike: `100 % of`, `a < b`, `[笑]`,
/// `{他说}` and `§` at the end are text.
package struct PlaceholderScanner: Sendable {
    package let syntaxes: Set<PlaceholderSyntax>
    package let patterns: [String]
    private let compiled: PlaceholderPatterns?
    private let matcher: PlaceholderMatcher
    /// 1 at the bytes with which a code can begin.
    private let first: [UInt8]

    package init(_ syntaxes: Set<PlaceholderSyntax>, patterns: [String] = []) {
        self.syntaxes = syntaxes
        self.patterns = patterns
        compiled = patterns.isEmpty ? nil : PlaceholderPatterns(patterns)
        matcher = PlaceholderMatcher(syntaxes)
        var first = [UInt8](repeating: 0, count: 256)
        // U+FFFC of the file itself is a code in every text.
        first[0xEF] = 1
        for byte in syntaxes.flatMap(\.firstBytes) { first[Int(byte)] = 1 }
        self.first = first
    }

    /// What is wrong with the project's patterns, a sentence each; they are left out.
    package var problems: [String] { compiled?.problems ?? [] }

    /// The same as findings of a file.
    package func findings(file: String) -> [Finding] {
        problems.map { Finding("placeholder-pattern", .warning, $0, at: .init(file: file)) }
    }

    /// The text with its codes numbered from `firstID`; the codes' data are as they stand in `text`.
    package func inline(_ text: String, firstID: Int = 1) -> InlineText {
        var text = text
        let taken = compiled?.matches(in: text) ?? []
        var hasTokens = false
        let built = text.withUTF8 { buffer -> InlineText? in
            let tokens = tokens(in: buffer, taken: taken)
            hasTokens = !tokens.isEmpty
            return hasTokens ? Self.build(PlaceholderText(buffer), tokens, firstID: firstID) : nil
        }
        if let built { return built }
        // A U+FFFC of the text would have been found as a code, but for one inside of a tag that turned out to be text.
        return hasTokens ? InlineText(text) : InlineText(knownText: text, codes: [])
    }

    private func tokens(in buffer: UnsafeBufferPointer<UInt8>, taken: [Range<Int>]) -> [PlaceholderToken] {
        let text = PlaceholderText(buffer)
        var tokens: [PlaceholderToken] = []
        var next = 0
        var index = 0
        first.withUnsafeBufferPointer { first in
            while index < buffer.count {
                if next < taken.count, index >= taken[next].lowerBound {
                    let range = taken[next]
                    next += 1
                    guard index == range.lowerBound else { continue }
                    tokens.append(PlaceholderToken(range, .placeholder))
                    index = range.upperBound
                    continue
                }
                let limit = next < taken.count ? min(taken[next].lowerBound, buffer.count) : buffer.count
                index = Self.skip(buffer, from: index, to: limit, first)
                guard index < limit else { continue }
                switch matcher.match(text, at: index) {
                case .code(let token):
                    tokens.append(token)
                    index = max(index + 1, token.range.upperBound)
                case .text(let end): index = max(index + 1, end)
                }
            }
        }
        return tokens
    }

    /// The offset of the first byte with which a code can begin, or `limit`.
    private static func skip(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        to limit: Int,
        _ first: UnsafeBufferPointer<UInt8>
    ) -> Int {
        var index = start
        while index < limit {
            // Most texts have no code: eight bytes are asked together, without a branch for each.
            while index + 8 <= limit {
                var found: UInt8 = 0
                for step in 0..<8 { found |= first[Int(bytes[index + step])] }
                if found != 0 { break }
                index += 8
            }
            while index < limit, first[Int(bytes[index])] == 0 { index += 1 }
            guard index < limit else { break }
            // Chinese commas and the like begin as U+FFFC does.
            let isOther =
                bytes[index] == 0xEF && index + 2 < limit && (bytes[index + 1], bytes[index + 2]) != (0xBF, 0xBC)
            guard isOther else { return index }
            index += 3
        }
        return limit
    }

    private static func build(
        _ text: PlaceholderText,
        _ tokens: [PlaceholderToken],
        firstID: Int
    ) -> InlineText? {
        let hasPairs = tokens.contains { if case .standalone = $0.side { false } else { true } }
        let partners = hasPairs ? tokens.partners() : []
        var ids = hasPairs ? [Int](repeating: 0, count: tokens.count) : []
        var codes: [InlineCode] = []
        codes.reserveCapacity(tokens.count)
        var nextID = firstID
        var output: [UInt8] = []
        output.reserveCapacity(text.count + tokens.count)
        var place = 0
        for (index, token) in tokens.enumerated() {
            let role: InlineCode.Role
            let partner = hasPairs ? partners[index] : nil
            switch (token.side, partner) {
            case (.openIfClosed, nil), (.closeIfOpened, nil): continue
            case (_, nil): role = .standalone
            case (.open, _), (.openIfClosed, _): role = .open
            case (_, _): role = .close
            }
            output += text.slice(place..<token.range.lowerBound)
            output.append(0xEF)
            output.append(0xBF)
            output.append(0xBC)
            place = token.range.upperBound
            let id: Int
            if role == .close, let partner {
                id = ids[partner]
            } else {
                id = nextID
                nextID += 1
            }
            if hasPairs { ids[index] = id }
            let data = String(decoding: text.slice(token.range), as: UTF8.self)
            codes.append(
                InlineCode(id: id, role: role, kind: token.kind, data: data, visible: token.visible)
            )
        }
        guard !codes.isEmpty else { return nil }
        output += text.slice(place..<text.count)
        // Nil when a U+FFFC stands inside of a tag that turned out to be text.
        return InlineText(text: String(decoding: output, as: UTF8.self), codes: codes)
    }
}
