extension InlineText {
    /// The form in which an engine sees the text: `<g1>…</g1>` for a pair, `<x2/>` for a code that stands alone.
    package var tagged: String {
        guard !codes.isEmpty else { return text }
        var tagged = ""
        for part in parts {
            switch part {
            case .text(let run): tagged += run
            case .code(let code): tagged += Self.tag(of: code)
            }
        }
        return tagged
    }

    /// Reads an engine's answer back. A tag that names no code of `source` stays text, so that a check can see it; a
    /// tag that is there twice is a code twice.
    package init(tagged: String, source: InlineText) {
        guard !source.codes.isEmpty else {
            self.init(tagged)
            return
        }
        var known: [Substring: InlineCode] = [:]
        for code in source.codes { known[Self.tag(of: code)[...]] = code }
        var parts: [Part] = []
        var rest = tagged[...]
        while let start = rest.firstIndex(of: "<") {
            guard let end = rest[start...].firstIndex(of: ">") else { break }
            let after = rest.index(after: end)
            let squeezed = rest[start..<after].filter { $0 != " " }
            if let code = known[squeezed[...]] {
                if start > rest.startIndex { parts.append(.text(String(rest[..<start]))) }
                parts.append(.code(code))
                rest = rest[after...]
            } else {
                let next = rest.index(after: start)
                parts.append(.text(String(rest[..<next])))
                rest = rest[next...]
            }
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        self.init(parts: parts)
    }

    private static func tag(of code: InlineCode) -> String {
        switch code.role {
        case .open: "<g\(code.id)>"
        case .close: "</g\(code.id)>"
        case .standalone: "<x\(code.id)/>"
        }
    }
}
