import Text

/// Texts of Ren'Py's strings, and back (https://www.renpy.org/doc/html/text.html#escape-characters).
struct RenPyText: Sendable {
    let scanner: PlaceholderScanner

    init(_ options: ReadOptions) {
        scanner = options.scanner([.brackets, .renpyTags, .python, .lineBreaks])
    }

    /// How a string is written.
    struct Form: Sendable {
        var quote: UInt8
        var isTriple: Bool
        /// Runs of spaces and breaks count as one space, as in what is said; a Python string keeps them.
        var collapses: Bool
    }

    /// The text with its codes; `[[` and `{{` are brackets and braces that stand for themselves.
    func inline(_ bytes: [UInt8], _ range: Range<Int>, collapses: Bool) -> InlineText {
        let scanned = scanner.inline(unescape(bytes, range, collapses: collapses))
        guard scanned.codes.contains(where: { $0.kind == .character && ($0.data == "[[" || $0.data == "{{") }) else {
            return scanned
        }
        var ids: [Int: Int] = [:]
        return InlineText(
            parts: scanned.parts.map { part in
                guard case .code(var code) = part else { return part }
                if code.kind == .character, code.data == "[[" || code.data == "{{" { return .text(code.visible) }
                let id = ids[code.id] ?? ids.count + 1
                ids[code.id] = id
                code.id = id
                return .code(code)
            }
        )
    }

    private func unescape(_ bytes: [UInt8], _ range: Range<Int>, collapses: Bool) -> String {
        var text = EscapedText()
        var index = range.lowerBound
        var isSpaced = false
        while index < range.upperBound {
            let byte = bytes[index]
            index += 1
            if collapses, byte == 0x20 || byte == 0x0A || byte == 0x0D {
                if !isSpaced { text.append(0x20 as UInt8) }
                isSpaced = true
                continue
            }
            isSpaced = false
            guard byte == 0x5C, index < range.upperBound else {
                text.append(byte)
                continue
            }
            let next = bytes[index]
            index += 1
            switch next {
            case 0x6E: text.append(0x0A as UInt8)
            case 0x74 where !collapses: text.append(0x09 as UInt8)
            case 0x7B, 0x5B, 0x25: text.append(contentsOf: collapses ? [next, next] : [0x5C, next])
            case 0x75:
                var end = index
                var unit: UInt16 = 0
                while end < range.upperBound, end < index + 4, let digit = UnicodeEscape.hexDigit(bytes[end]) {
                    unit = unit << 4 | UInt16(digit)
                    end += 1
                }
                if end > index { text.append(unit: unit) } else { text.append(next) }
                index = end
            case 0x0A: if collapses { text.append(0x20 as UInt8) }
            case 0x0D:
                if index < range.upperBound, bytes[index] == 0x0A { index += 1 }
                if collapses { text.append(0x20 as UInt8) }
            default: text.append(next)
            }
        }
        return text.text
    }

    /// The text as a string of the script holds it, without the quotes.
    static func escape(_ text: InlineText, _ form: Form) -> String {
        var output: [UInt8] = []
        for part in text.parts {
            switch part {
            case .text(let run):
                for byte in run.utf8 {
                    append(byte, form, into: &output)
                    if byte == 0x5B || byte == 0x7B { output.append(byte) }
                }
            case .code(let code):
                for byte in code.data.utf8 { append(byte, form, into: &output) }
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func append(_ byte: UInt8, _ form: Form, into output: inout [UInt8]) {
        switch byte {
        case 0x5C: output += [0x5C, 0x5C]
        case form.quote: output += [0x5C, byte]
        case 0x0A where form.isTriple && !form.collapses: output.append(byte)
        case 0x0D where form.isTriple && !form.collapses: output.append(byte)
        case 0x0A: output += [0x5C, 0x6E]
        case 0x0D: break
        case 0x09 where !form.collapses: output += [0x5C, 0x74]
        case 0x20 where form.collapses && output.last == 0x20: output += [0x5C, 0x20]
        default: output.append(byte)
        }
    }
}
