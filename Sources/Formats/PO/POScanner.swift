import Text

/// Cuts a catalog into messages in one pass over its bytes. What cannot be understood is a finding, and its message is
/// left as it is.
struct POScanner {
    private(set) var entries: [POEntry] = []
    private(set) var findings: [Finding] = []
    /// Quoted pieces that are followed by another piece though they do not end in `\n`: signs of wrapping.
    private(set) var wrappedLines = 0
    /// The longest such line, in bytes from its beginning; and the longest line with a quoted string at all.
    private(set) var longestWrapped = 0..<0
    private(set) var hasLongLine = false
    /// Whether a piece has `\n` before its end, and whether a string of several pieces has `\n` at the end of one.
    private(set) var keepsBreaksInside = false
    private(set) var breaksAtNewlines = false

    private let bytes: [UInt8]
    private let file: String
    private var line = 0

    // The message that is being read.
    private var start: Int?
    private var firstKeyword: (offset: Int, line: Int)?
    private var context: POField?
    private var id: POField?
    private var plural: POField?
    private var string: POField?
    private var forms: [POEntry.Form] = []
    private var isBroken = false
    private var open = Open.none
    /// The line with the last piece of the open string.
    private var lastPiece: Piece?

    private enum Open { case none, context, id, plural, string, form }

    private struct Piece {
        var line: Range<Int>
        var range: Range<Int>
        var hasEscapes: Bool
        var hasBreakInside: Bool
        var endsInBreak: Bool
    }

    static let mostFindings = 50

    init(_ bytes: [UInt8], from offset: Int, file: String) {
        self.bytes = bytes
        self.file = file
        bytes.withUnsafeBufferPointer { run($0, from: offset) }
    }

    private mutating func run(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int) {
        var position = offset
        while position < bytes.count {
            var end = position
            while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
            line += 1
            read(bytes, position..<end)
            if end < bytes.count {
                end += bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? 2 : 1
            }
            position = end
        }
        finish(at: bytes.count)
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        guard index < range.upperBound else {
            if string != nil || !forms.isEmpty || isBroken { finish(at: range.lowerBound) }
            return
        }
        switch bytes[index] {
        case UInt8(ascii: "#"):
            if firstKeyword != nil { finish(at: range.lowerBound) }
            if index + 1 < range.upperBound, bytes[index + 1] == UInt8(ascii: "~") {
                start = nil
            } else if start == nil {
                start = range.lowerBound
            }
        case UInt8(ascii: "\""): continueString(bytes, index, range)
        default: keyword(bytes, index, range)
        }
    }

    private mutating func continueString(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ range: Range<Int>) {
        guard open != .none, let piece = piece(bytes, index, range) else {
            if open == .none, !isBroken { report("a string stands where no keyword was", at: range) }
            isBroken = true
            return
        }
        if let last = lastPiece, last.range.count > 2 {
            if last.endsInBreak {
                // The header is always written in lines.
                if id?.isEmpty != true { breaksAtNewlines = true }
            } else {
                wrappedLines += 1
                if last.line.count > longestWrapped.count { longestWrapped = last.line }
            }
        }
        note(piece)
        func extend(_ field: inout POField?) {
            guard let known = field else { return }
            field = POField(
                range: known.range.lowerBound..<piece.range.upperBound,
                pieces: known.pieces + 1,
                hasEscapes: known.hasEscapes || piece.hasEscapes
            )
        }
        switch open {
        case .none: break
        case .context: extend(&context)
        case .id: extend(&id)
        case .plural: extend(&plural)
        case .string: extend(&string)
        case .form:
            guard var form = forms.popLast() else { return }
            form.field = POField(
                range: form.field.range.lowerBound..<piece.range.upperBound,
                pieces: form.field.pieces + 1,
                hasEscapes: form.field.hasEscapes || piece.hasEscapes
            )
            forms.append(form)
        }
    }

    private mutating func note(_ piece: Piece) {
        lastPiece = piece
        if piece.hasBreakInside { keepsBreaksInside = true }
        // A line of 79 columns has at most 117 bytes when it is all Han.
        if piece.line.count > 130 { hasLongLine = true }
    }

    /// The quoted string that begins at `index`; nil, with a finding, when it does not end or something comes after it.
    private mutating func piece(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ range: Range<Int>) -> Piece? {
        var position = index + 1
        var hasEscapes = false
        var lastBreak: Int?
        var hasBreakInside = false
        while position < range.upperBound, bytes[position] != UInt8(ascii: "\"") {
            if bytes[position] == UInt8(ascii: "\\") {
                hasEscapes = true
                if lastBreak != nil { hasBreakInside = true }
                lastBreak =
                    position + 1 < range.upperBound && bytes[position + 1] == UInt8(ascii: "n") ? position + 2 : nil
                position += 1
            }
            position += 1
        }
        guard position < range.upperBound else {
            report("the string has no closing quotation mark", at: range)
            return nil
        }
        var after = position + 1
        while after < range.upperBound, bytes[after] == 0x20 || bytes[after] == 0x09 { after += 1 }
        guard after == range.upperBound else {
            report("something stands after the closing quotation mark; a mark inside is written \\\"", at: range)
            return nil
        }
        let endsInBreak = lastBreak == position
        if lastBreak != nil, !endsInBreak { hasBreakInside = true }
        return Piece(
            line: range,
            range: index..<position + 1,
            hasEscapes: hasEscapes,
            hasBreakInside: hasBreakInside,
            endsInBreak: endsInBreak
        )
    }

    private mutating func keyword(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ range: Range<Int>) {
        var end = index
        while end < range.upperBound, bytes[end] != 0x20, bytes[end] != 0x09, bytes[end] != UInt8(ascii: "\""),
            bytes[end] != UInt8(ascii: "[")
        { end += 1 }
        let name = UnsafeBufferPointer(rebasing: bytes[index..<end])
        let kind: Open
        if name.elementsEqual("msgid".utf8) {
            kind = .id
        } else if name.elementsEqual("msgstr".utf8) {
            kind = end < range.upperBound && bytes[end] == UInt8(ascii: "[") ? .form : .string
        } else if name.elementsEqual("msgctxt".utf8) {
            kind = .context
        } else if name.elementsEqual("msgid_plural".utf8) {
            kind = .plural
        } else {
            if name.elementsEqual("domain".utf8) { return finish(at: range.lowerBound) }
            report("this is neither a comment nor a keyword", at: range)
            isBroken = true
            open = .none
            return
        }
        var formIndex = 0
        if kind == .form {
            end += 1
            var digits = 0
            while end < range.upperBound, (0x30...0x39).contains(bytes[end]), digits < 3 {
                formIndex = formIndex * 10 + Int(bytes[end]) - 0x30
                digits += 1
                end += 1
            }
            guard digits > 0, end < range.upperBound, bytes[end] == UInt8(ascii: "]") else {
                report("the number of the plural form is not closed", at: range)
                return isBroken = true
            }
            end += 1
        }
        begins(kind, at: range.lowerBound)
        while end < range.upperBound, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
        guard end < range.upperBound, bytes[end] == UInt8(ascii: "\""), let piece = piece(bytes, end, range) else {
            if end >= range.upperBound || bytes[end] != UInt8(ascii: "\"") {
                report("a keyword without a string", at: range)
            }
            open = .none
            return isBroken = true
        }
        note(piece)
        let field = POField(range: piece.range, pieces: 1, hasEscapes: piece.hasEscapes)
        open = kind
        switch kind {
        case .none: break
        case .context: context = field
        case .id: id = field
        case .plural: plural = field
        case .string: string = field
        case .form: forms.append(.init(index: formIndex, start: index, field: field))
        }
    }

    /// Ends the message before when a keyword cannot belong to it any more.
    private mutating func begins(_ kind: Open, at offset: Int) {
        let isNew =
            switch kind {
            case .context: context != nil || id != nil
            case .id: id != nil
            case .plural: plural != nil || string != nil || !forms.isEmpty
            case .string: string != nil
            case .form, .none: false
            }
        if isNew { finish(at: offset) }
        if firstKeyword == nil { firstKeyword = (offset, line) }
        lastPiece = nil
    }

    private mutating func finish(at offset: Int) {
        defer {
            (start, firstKeyword, context, id, plural, string) = (nil, nil, nil, nil, nil, nil)
            forms = []
            isBroken = false
            open = .none
            lastPiece = nil
        }
        guard let firstKeyword, !isBroken else { return }
        guard let id, string != nil || !forms.isEmpty else {
            return report("a message without msgid or msgstr", line: firstKeyword.line)
        }
        if plural == nil, !forms.isEmpty {
            return report("msgstr[n] in a message without msgid_plural", line: firstKeyword.line)
        }
        if plural != nil, forms.isEmpty {
            return report("a message with msgid_plural, but without msgstr[0]", line: firstKeyword.line)
        }
        let start = start ?? firstKeyword.offset
        entries.append(
            POEntry(
                start: start,
                line: firstKeyword.line,
                comments: start..<firstKeyword.offset,
                context: context,
                id: id,
                plural: plural,
                string: string ?? .none,
                forms: forms
            )
        )
    }

    private mutating func report(_ what: String, at range: Range<Int>) { report(what, line: line) }

    private mutating func report(_ what: String, line: Int) {
        guard findings.count < Self.mostFindings else { return }
        let message = "Bad syntax: \(what). The message is left as it is; `msgfmt -c` tells how to mend it."
        findings.append(Finding("po-syntax", .warning, message, at: .init(file: file, line: line)))
    }
}
