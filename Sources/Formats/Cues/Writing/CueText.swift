import Text

/// Text on its way into a subtitle file.
enum CueText {
    /// The lines of a text, trimmed, without blank ones, control characters and marks that turn its direction.
    static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        func end() {
            let trimmed = String(line).trimmed
            if !trimmed.isEmpty { lines.append(trimmed) }
            line = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: end()
            case 0x09: line.append(" ")
            case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x61C, 0xFEFF, 0xFFFE, 0xFFFF:
                break
            default: line.append(scalar)
            }
        }
        end()
        return lines
    }

    /// WORD JOINER: nothing to see, and nothing that a player would read on over.
    private static let joiner: Unicode.Scalar = "\u{2060}"

    /// A line of SubRip, which has no escapes: what would be read as a tag, an override, a reference or an arrow is parted by
    /// a joiner.
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x3C || $0 == 0x7B || $0 == 0x26 || $0 == 0x3E }) else { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            if scalar == ">", index >= 2, scalars[index - 1] == "-", scalars[index - 2] == "-" { result.append(joiner) }
            result.append(scalar)
            switch scalar {
            case "<" where next == "/" || isLetter(next): result.append(joiner)
            case "{" where next == "\\" || isLetter(next): result.append(joiner)
            case "&" where next == "#" || isLetter(next): result.append(joiner)
            default: break
            }
        }
        return String(result)
    }

    /// Text of XML and of WebVTT, which have the same three references.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        (0x61...0x7A).contains(scalar.value | 0x20) && scalar.value < 0x80
    }

    /// Whether a line of a right-to-left locale would be read in the other direction, or a mark at its end be put at the
    /// wrong side, by a player that knows nothing of the locale (UAX #9): anything but letters of its script at both ends,
    /// or other letters inside. A line without letters of its script is one of another language.
    static func needsDirection(_ line: String) -> Bool {
        guard let first = line.unicodeScalars.first, let last = line.unicodeScalars.last,
            line.unicodeScalars.contains(where: isRightToLeft)
        else { return false }
        return !isRightToLeft(first) || !isRightToLeft(last)
            || line.unicodeScalars.contains { !isRightToLeft($0) && $0.properties.isAlphabetic }
    }

    /// Whether the first letter of a line is of another direction than its locale's, so that the line is put wrongly by a
    /// player that goes by it.
    static func beginsLeftToRight(_ line: String) -> Bool {
        guard line.unicodeScalars.contains(where: isRightToLeft) else { return false }
        return line.unicodeScalars.first { $0.properties.isAlphabetic }.map { !isRightToLeft($0) } ?? false
    }

    /// Letters of Hebrew, Arabic, Syriac, Thaana, N’Ko and their forms (bidirectional classes R and AL).
    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE:
            // Digits and signs in the blocks have no direction of their own.
            scalar.properties.isAlphabetic
        default: false
        }
    }

    /// `01:02:03,450` with digits of the fraction as asked for: 3 or 2.
    static func time(_ milliseconds: Int, mark: Character = ".", hourDigits: Int = 2, fraction: Int = 3) -> String {
        func padded(_ value: Int, _ count: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
        }
        let seconds = milliseconds / 1_000
        let rest = fraction == 2 ? milliseconds % 1_000 / 10 : milliseconds % 1_000
        return "\(padded(seconds / 3_600, hourDigits)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
            + "\(mark)\(padded(rest, fraction))"
    }
}
