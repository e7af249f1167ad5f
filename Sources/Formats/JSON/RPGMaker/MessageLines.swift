import Text

/// The lines of a message box: joined for the translator where a line was only full, and broken again for the box.
enum MessageLines {
    /// Lines of the default window in RPG Maker MV and MZ, in columns of a Latin letter: 816 pixels at 28 per em.
    static let boxWidth = 55
    /// Beside the picture of a face.
    static let boxWidthWithFace = 43

    /// One text of several lines. A full line that ends inside of a sentence goes on in the next; other breaks stay.
    static func joined(_ lines: [String]) -> String {
        var lines = lines[...]
        while let last = lines.last, last.isEmpty { lines.removeLast() }
        let widest = lines.map(width).max() ?? 0
        var text = ""
        for (index, line) in lines.enumerated() {
            if index > 0, !isFull(lines[index - 1], before: line, of: widest) { text += "\n" }
            text += line
        }
        return text
    }

    /// Whether a line was broken because the box ends, and not because the writer wanted it.
    private static func isFull(_ line: String, before next: String, of widest: Int) -> Bool {
        guard let last = line.unicodeScalars.last, let first = next.unicodeScalars.first else { return false }
        let goesOn = last.isHan || last.isKana || last == "，" || last == "、"
        return goesOn && (first.isHan || first.isKana || first.isCJKPunctuation)
            && !"「『（【".unicodeScalars.contains(first)
            && width(line) * 10 >= widest * 7 && width(line) >= 20
    }

    /// The lines of a translation: its own, and broken at spaces where they are wider than the box.
    static func broken(_ text: InlineText, width limit: Int) -> [String] {
        var lines: [String] = []
        var line = MessageLine(limit: limit)
        for part in text.parts {
            switch part {
            case .code(let code) where code.kind == .lineBreak:
                lines += line.finish()
            case .code(let code):
                line.append(code: code.data, width: code.kind == .placeholder ? 8 : code.kind == .object ? 3 : 0)
            case .text(let run):
                for scalar in run.unicodeScalars {
                    if scalar == "\n" { lines += line.finish() } else if scalar != "\r" { line.append(scalar) }
                }
            }
        }
        return lines + line.finish()
    }

    /// Columns of a line as a reader sees it: two for a wide character, none for a code.
    static func width(_ line: String) -> Int {
        var width = 0
        var isInCode = false
        for scalar in line.unicodeScalars {
            switch scalar {
            case "\\": isInCode = true
            case "]" where isInCode: isInCode = false
            default:
                if isInCode, scalar.isHan { isInCode = false }
                if !isInCode { width += columns(of: scalar) }
            }
        }
        return width
    }

    static func columns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        let isWide =
            scalar.isHan || scalar.isKana || scalar.isCJKPunctuation || (0xAC00...0xD7A3).contains(scalar.value)
        return isWide ? 2 : 1
    }
}

/// A line that is being filled.
private struct MessageLine {
    let limit: Int
    private var full: [String] = []
    private var text = ""
    private var width = 0
    /// The last place where it may be broken: lengths before and after the space, and the width there.
    private var opening: (before: Int, after: Int, width: Int)?

    init(limit: Int) { self.limit = limit }

    mutating func append(code: String, width: Int) {
        text += code
        self.width += width
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        let columns = MessageLines.columns(of: scalar)
        let isWide = columns == 2
        if isWide, !text.isEmpty, !scalar.isCJKPunctuation { mark(text.utf8.count, text.utf8.count) }
        if width + columns > limit, scalar != " " { breakLine() }
        let start = text.utf8.count
        text.unicodeScalars.append(scalar)
        width += columns
        if scalar == " " { mark(start, start + 1) }
    }

    private mutating func mark(_ before: Int, _ after: Int) { opening = (before, after, width) }

    private mutating func breakLine() {
        guard let opening, opening.before > 0 else { return }
        full.append(String(decoding: text.utf8.prefix(opening.before), as: UTF8.self))
        text = String(decoding: text.utf8.dropFirst(opening.after), as: UTF8.self)
        width -= opening.width
        self.opening = nil
    }

    /// The lines so far; the next begins empty.
    mutating func finish() -> [String] {
        defer { self = MessageLine(limit: limit) }
        return full + [text]
    }
}
