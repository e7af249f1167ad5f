import Text

/// How a string of Android's resources is escaped (https://developer.android.com/guide/topics/resources/string-resource
/// #FormattingAndStyling).
struct AndroidString: Sendable {
    /// Whether the string stands in quotes, in which white space counts and apostrophes are plain.
    var isQuoted = false
    /// Whether it writes characters outside of ASCII as `\uXXXX`.
    var usesNumbers = false
    /// Whether unescaped quotes of a CDATA section stand in its text.
    var hasPlainQuotes = false
    /// Tags that are text to XML, as they are written: their quotes are those of attributes.
    var tags: Set<String> = []

    /// White space around the text, and the quotes around that, as they are written.
    var before = ""
    var after = ""

    private static let tagScanner = PlaceholderScanner([.tags])

    /// Whether a string names a resource or a style attribute.
    static func isReference(_ text: String) -> Bool {
        guard let first = text.utf8.first, first == UInt8(ascii: "@") || first == UInt8(ascii: "?") else {
            return false
        }
        return text.utf8.contains(UInt8(ascii: "/")) && !text.contains(where: \.isWhitespace)
    }

    /// What the strings mean, and how they are written.
    static func decode(_ pieces: [XMLPiece], isCDATA: Bool = false) -> ([XMLPiece], AndroidString) {
        var (pieces, edges) = Edges.cut(from: pieces)
        var decoder = Decoder()
        if isCDATA, case .text(let run)? = pieces.first, run.trimmed.utf8.first != UInt8(ascii: "\"") {
            decoder.keepsQuotes = !edges.isQuoted
        }
        if edges.isQuoted { decoder.quote() }
        var result: [XMLPiece] = []
        for piece in pieces {
            switch piece {
            case .code:
                decoder.isAfterSpace = false
                result.append(piece)
            case .text(let run):
                var text = ""
                for part in tagScanner.inline(run).parts {
                    switch part {
                    case .text(let run): text += decoder.decode(run)
                    case .code(let code):
                        decoder.pass(code)
                        text += code.data
                    }
                }
                if !text.isEmpty { result.append(.text(text)) }
            }
        }
        // White space at the end goes, unless it was quoted or escaped.
        if decoder.endsInPlainSpace, case .text(let run)? = result.last {
            result[result.count - 1] = .text(String(run.dropLast()))
        }
        if case .text("")? = result.last { result.removeLast() }
        // Quotes that are not around all of the text are put there.
        let isOpened = pieces.count == 1 && decoder.startsQuoted && !edges.isQuoted
        if isOpened {
            edges.before += "\""
            edges.after = "\"" + edges.after
        }
        let style = AndroidString(
            isQuoted: isOpened || edges.isQuoted,
            usesNumbers: decoder.numbers > 0 && decoder.others == 0,
            hasPlainQuotes: decoder.plainQuotes > 0 && decoder.escapedQuotes == 0,
            tags: decoder.tags,
            before: edges.before,
            after: edges.after
        )
        return (result, style)
    }

    /// What stands around the text of a string that has no markup.
    private struct Edges {
        var before = ""
        var after = ""
        /// Whether the quotes around all of the text are among that.
        var isQuoted = false

        static func cut(from pieces: [XMLPiece]) -> ([XMLPiece], Edges) {
            var pieces = pieces
            var edges = Edges()
            guard pieces.count == 1, case .text(let run) = pieces[0], !run.isBlank else { return (pieces, edges) }
            var scalars = Array(run.unicodeScalars)
            edges.before = takeSpace(&scalars)
            edges.after = takeSpace(&scalars, atEnd: true)
            if let inside = inside(scalars) {
                scalars = inside
                edges.isQuoted = true
                edges.before += "\"" + takeSpace(&scalars)
                edges.after = takeSpace(&scalars, atEnd: true) + "\"" + edges.after
            }
            pieces[0] = .text(string(scalars))
            return (pieces, edges)
        }

        /// What is between quotes, when those are the only ones and hold more than white space.
        private static func inside(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar]? {
            guard scalars.count > 2, scalars.first == "\"", scalars.last == "\"" else { return nil }
            let inside = Array(scalars[1..<scalars.count - 1])
            var isEscaped = false
            for scalar in inside {
                if scalar == "\"", !isEscaped { return nil }
                isEscaped = scalar == "\\" && !isEscaped
            }
            return isEscaped || inside.allSatisfy(isSpace) ? nil : inside
        }

        /// Takes the white space away, but at the end not what a backslash keeps.
        private static func takeSpace(_ scalars: inout [Unicode.Scalar], atEnd: Bool = false) -> String {
            var count = 0
            guard atEnd else {
                while count < scalars.count, isSpace(scalars[count]) { count += 1 }
                defer { scalars.removeFirst(count) }
                return string(scalars[..<count])
            }
            while count < scalars.count, isSpace(scalars[scalars.count - 1 - count]) { count += 1 }
            if count > 0, count < scalars.count, scalars[scalars.count - 1 - count] == "\\" { count -= 1 }
            let space = string(scalars[(scalars.count - count)...])
            scalars.removeLast(count)
            return space
        }

        private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
            scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
        }

        private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars)
            return String(text)
        }
    }

    private struct Decoder {
        var isAfterSpace = true
        var endsInPlainSpace = false
        var startsQuoted = false
        var numbers = 0
        var others = 0
        /// Whether quotes are characters.
        var keepsQuotes = false
        var plainQuotes = 0
        var escapedQuotes = 0
        var tags: Set<String> = []
        private var isQuoted = false
        private var isFirst = true

        /// Goes on inside of quotes.
        mutating func quote() {
            isQuoted = true
            isFirst = false
            isAfterSpace = false
        }

        /// Steps over a tag.
        mutating func pass(_ code: InlineCode) {
            tags.insert(code.data)
            isAfterSpace = false
            endsInPlainSpace = false
            isFirst = false
        }

        mutating func decode(_ run: String) -> String {
            var text = String.UnicodeScalarView()
            var scalars = run.unicodeScalars.makeIterator()
            while let scalar = scalars.next() {
                if !scalar.isASCII { others += 1 }
                switch scalar {
                case "\"" where keepsQuotes:
                    plainQuotes += 1
                    text.append(scalar)
                    isAfterSpace = false
                    endsInPlainSpace = false
                case "\"":
                    if isFirst { startsQuoted = true }
                    isQuoted.toggle()
                    isAfterSpace = false
                    endsInPlainSpace = false
                case "\\":
                    guard let next = scalars.next() else { break }
                    if next == "\"" { escapedQuotes += 1 }
                    text.append(escaped(next, &scalars))
                    isAfterSpace = false
                    endsInPlainSpace = false
                case " ", "\n", "\t", "\r":
                    if isQuoted { text.append(scalar) } else if !isAfterSpace { text.append(" ") }
                    endsInPlainSpace = !isQuoted && (!isAfterSpace || endsInPlainSpace)
                    if !isQuoted { isAfterSpace = true }
                    continue
                default:
                    text.append(scalar)
                    isAfterSpace = false
                    endsInPlainSpace = false
                }
                isFirst = false
            }
            return String(text)
        }

        private mutating func escaped(
            _ scalar: Unicode.Scalar,
            _ scalars: inout String.UnicodeScalarView.Iterator
        ) -> Unicode.Scalar {
            switch scalar {
            case "n": return "\n"
            case "t": return "\t"
            case "u":
                var look = scalars
                let digits = String(String.UnicodeScalarView((0..<4).compactMap { _ in look.next() }))
                guard digits.utf8.count == 4, let value = UInt32(digits, radix: 16), let found = Unicode.Scalar(value)
                else { return scalar }
                scalars = look
                if value > 0x7F { numbers += 1 }
                return found
            default: return scalar
            }
        }
    }

    /// A run of a translation as this string writes it.
    func encode(_ text: String, _ edges: XMLEdges) -> String {
        let encoded: String
        if tags.isEmpty {
            encoded = escape(text, edges)
        } else {
            let parts = Self.tagScanner.inline(text).parts
            var written = ""
            for (index, part) in parts.enumerated() {
                var own = edges
                if index > 0 { own.remove(.start) }
                if index < parts.count - 1 { own.remove(.end) }
                switch part {
                case .text(let run): written += escape(run, own)
                case .code(let code): written += tags.contains(code.data) ? code.data : escape(code.data, own)
                }
            }
            encoded = written
        }
        return (edges.contains(.start) ? before : "") + encoded + (edges.contains(.end) ? after : "")
    }

    private func escape(_ text: String, _ edges: XMLEdges) -> String {
        var encoded = ""
        var isAfterSpace = edges.contains(.start)
        let scalars = text.unicodeScalars
        let last = scalars.indices.last
        for index in scalars.indices {
            let scalar = scalars[index]
            let isFirst = edges.contains(.start) && index == scalars.startIndex
            switch scalar {
            case "\\": encoded += "\\\\"
            case "\"": encoded += hasPlainQuotes ? "\"" : "\\\""
            case "'": encoded += isQuoted ? "'" : "\\'"
            case "\n": encoded += "\\n"
            case "\t": encoded += "\\t"
            case "\r": encoded += "\\u000D"
            case "@" where isFirst, "?" where isFirst: encoded += "\\\(scalar)"
            case " " where !isQuoted && (isAfterSpace || (edges.contains(.end) && index == last)): encoded += "\\u0020"
            default:
                if usesNumbers, !scalar.isASCII {
                    for unit in String(scalar).utf16 {
                        let digits = String(unit, radix: 16, uppercase: true)
                        encoded += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
                    }
                } else {
                    encoded.unicodeScalars.append(scalar)
                }
            }
            isAfterSpace = scalar == " "
        }
        return encoded
    }
}
