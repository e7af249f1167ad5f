import Text

/// Writes a translation as Markdown, so that a reader of it finds the same text and codes again.
struct MarkdownEscape {
    /// Where the text stands.
    enum Context: Sendable {
        /// At the beginning of a line.
        case paragraph
        case heading
        case cell
    }

    var context: Context
    /// Labels of link definitions in the file.
    var definitions: Set<String>

    func markdown(_ translation: InlineText) -> String {
        let parts = Self.tidy(translation.parts)
        let expected = InlineText(parts: parts)
        let text = write(parts, escape: sparing)
        // Escapes are put only where they seem needed; when that reads differently, everywhere.
        if reads(parts, escape: sparing, as: expected) { return text }
        return write(parts, escape: Self.everywhere)
    }

    private func write(_ parts: [InlineText.Part], escape: (String) -> String, forCheck: Bool = false) -> String {
        var result = ""
        for part in parts {
            switch part {
            case .text(let run): result += escape(run)
            case .code(let code):
                result += forCheck && code.kind == .lineBreak ? "<br>" : code.data
            }
        }
        if context == .heading, result.hasSuffix("#") { result = result.dropLast() + "\\#" }
        return context == .paragraph ? Self.escapedStart(result, isText: isText(parts.first)) : result
    }

    private func isText(_ part: InlineText.Part?) -> Bool {
        if case .text = part { return true }
        return false
    }

    private func reads(_ parts: [InlineText.Part], escape: (String) -> String, as expected: InlineText) -> Bool {
        var inline = MarkdownInline(write(parts, escape: escape, forCheck: true), definitions: definitions)
        let found = inline.parse()
        return found.text == expected.text && found.codes.count == expected.codes.count
    }

    /// One line, without space at the ends, and with the spaces inside of emphasis moved out of it, where it would end it.
    private static func tidy(_ parts: [InlineText.Part]) -> [InlineText.Part] {
        var parts = parts.map { part -> InlineText.Part in
            guard case .text(let run) = part, run.contains(where: \.isNewline) else { return part }
            return .text(run.split(whereSeparator: \.isNewline).joined(separator: " "))
        }
        for index in parts.indices {
            guard case .code(let code) = parts[index], code.data.first.map({ "*_~".contains($0) }) == true else {
                continue
            }
            if code.role == .open, index + 1 < parts.count, case .text(let run) = parts[index + 1] {
                let rest = run.drop { $0 == " " }
                parts[index + 1] = .text(String(rest))
                if rest.count < run.count { parts[index] = .code(code) }
                if rest.count < run.count, index > 0, case .text(let before) = parts[index - 1] {
                    parts[index - 1] = .text(before + " ")
                }
            }
            if code.role == .close, index > 0, case .text(let run) = parts[index - 1], run.hasSuffix(" ") {
                var trimmed = run[...]
                while trimmed.hasSuffix(" ") { trimmed.removeLast() }
                parts[index - 1] = .text(String(trimmed))
                if index + 1 < parts.count, case .text(let after) = parts[index + 1] {
                    parts[index + 1] = .text(" " + after)
                }
            }
        }
        if case .text(let run)? = parts.first { parts[0] = .text(String(run.drop(while: \.isWhitespace))) }
        if case .text(let run)? = parts.last {
            var trimmed = run[...]
            while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
            parts[parts.count - 1] = .text(String(trimmed))
        }
        return parts.filter { $0 != .text("") }
    }

    // MARK: inside of a line

    private static func everywhere(_ run: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in run.unicodeScalars {
            if "\\`*_[]<>&~!|#".unicodeScalars.contains(scalar) { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }

    private func sparing(_ run: String) -> String {
        guard run.utf8.contains(where: { Self.special.contains($0) }) else { return run }
        let scalars = Array(run.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let before = index > 0 ? scalars[index - 1] : nil
            let after = index + 1 < scalars.count ? scalars[index + 1] : nil
            if needsEscape(scalar, before: before, after: after, rest: scalars[index...]) { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }

    private static let special = Set("\\`*_[<&~|".utf8)

    private func needsEscape(
        _ scalar: Unicode.Scalar,
        before: Unicode.Scalar?,
        after: Unicode.Scalar?,
        rest: ArraySlice<Unicode.Scalar>
    ) -> Bool {
        switch scalar {
        case "\\": return after?.isASCIISign ?? true
        case "`": return true
        case "*": return !(before == " " && after == " ")
        case "_":
            if let before, let after, before.isLatinOrDigit, after.isLatinOrDigit { return false }
            return !(before == " " && after == " ")
        case "~": return before == "~" || after == "~"
        case "|": return context == .cell
        case "<":
            guard let after else { return true }
            return after == "/" || after == "!" || after == "?" || (after.isASCII && after.properties.isAlphabetic)
        case "&":
            guard let after else { return true }
            return (after == "#" || after.isLatinOrDigit) && rest.prefix(32).contains(";")
        case "[":
            if after == "^" { return true }
            guard let close = rest.prefix(1_000).firstIndex(of: "]") else { return false }
            if close + 1 < rest.endIndex, "([:".unicodeScalars.contains(rest[close + 1]) { return true }
            let label = String(String.UnicodeScalarView(rest[rest.startIndex + 1..<close]))
            return definitions.contains(MarkdownBlockParser.normalized(label))
        default: return false
        }
    }

    // MARK: at the beginning of a line

    /// Escapes what would begin a block: a heading, a list, a quote, a fence, a rule.
    private static func escapedStart(_ text: String, isText: Bool) -> String {
        guard isText, !text.hasPrefix("\\") else { return text }
        let cursor = MarkdownCursor(Array(text.utf8), from: 0, to: text.utf8.count)
        if let marker = cursor.listMarker, text.utf8.first.map({ (0x30...0x39).contains($0) }) == true {
            var utf8 = Array(text.utf8)
            utf8.insert(0x5C, at: marker.end - 1)
            return String(decoding: utf8, as: UTF8.self)
        }
        let isBlock =
            cursor.heading != nil || cursor.listMarker != nil || cursor.isThematicBreak || cursor.setextLevel != nil
            || cursor.fence != nil || text.hasPrefix(">") || cursor.definition != nil
        return isBlock ? "\\" + text : text
    }
}
