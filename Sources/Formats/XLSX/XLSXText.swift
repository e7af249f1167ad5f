import Text

/// Rich text of a cell or a shared string (ECMA-376 part 1, 18.4): runs with properties.
///
/// The properties of the first run are those of the cell; text with others stands between codes whose data are the
/// run's properties.
struct XLSXText {
    /// `<rPr>…</rPr>` of the first run; empty for plain text.
    var base = ""
    var pieces: [CuePiece] = []

    /// The text between two tokens, without the readings above it (`rPh`).
    init(_ xml: XMLFile, _ range: Range<Int>) {
        var runs: [(properties: String, text: String)] = []
        var index = range.lowerBound
        var properties = ""
        while index < range.upperBound {
            let token = xml.tokens[index]
            if token.kind == .startTag {
                let name = xml.localName(token)
                if name == "rPh" || name == "phoneticPr" {
                    index = token.partner ?? index
                } else if name == "r" {
                    properties = ""
                } else if name == "rPr", let end = token.partner {
                    properties = xml.string(token.range.lowerBound..<xml.tokens[end].range.upperBound)
                    index = end
                } else if name == "t", let end = token.partner, end <= range.upperBound {
                    runs.append((properties, Self.unescape(xml.text(inside: index..<end))))
                    index = end
                }
            }
            index += 1
        }
        base = runs.first?.properties ?? ""
        for run in runs where !run.text.isEmpty {
            if run.properties == base {
                pieces.append(.text(run.text))
            } else {
                let data = run.properties.isEmpty ? "<rPr/>" : run.properties
                pieces.append(.tag(name: data, closes: false, data: data))
                pieces.append(.text(run.text))
                pieces.append(.tag(name: data, closes: true, data: "</r>"))
            }
        }
    }

    /// A string that is not rich.
    init(plain: String) { pieces = plain.isEmpty ? [] : [.text(plain)] }

    var plain: String {
        pieces.reduce(into: "") { if case .text(let text) = $1 { $0 += text } }
    }

    /// With the placeholders in the text as codes.
    func inline(_ scanner: PlaceholderScanner) -> InlineText {
        guard pieces.count > 1 else { return scanner.inline(plain) }
        var result: [CuePiece] = []
        for piece in pieces {
            guard case .text(let text) = piece else {
                result.append(piece)
                continue
            }
            for part in scanner.inline(text).parts {
                switch part {
                case .text(let run): result.append(.text(run))
                case .code(let code) where code.role == .standalone:
                    result.append(.code(code.kind, data: code.data, visible: code.visible))
                case .code(let code):
                    result.append(
                        .tag(name: "\(code.kind.rawValue) \(code.id)", closes: code.role == .close, data: code.data)
                    )
                }
            }
        }
        return InlineText(result)
    }

    /// The inside of `<is>` for a translation.
    static func xml(_ text: InlineText, base: String) -> String {
        func run(_ text: String) -> String { "<t xml:space=\"preserve\">\(XMLText.escape(escape(text)))</t>" }
        var runs: [(properties: String, text: String)] = []
        var properties = base
        for part in text.parts {
            switch part {
            case .code(let code) where code.data.hasPrefix("<rPr"): properties = code.data == "<rPr/>" ? "" : code.data
            case .code(let code) where code.data == "</r>" && code.role == .close: properties = base
            case .text(let text): runs.append((properties, text))
            case .code(let code): runs.append((properties, code.data))
            }
        }
        var joined: [(properties: String, text: String)] = []
        for run in runs {
            if joined.last?.properties == run.properties {
                joined[joined.count - 1].text += run.text
            } else {
                joined.append(run)
            }
        }
        if joined.allSatisfy({ $0.properties.isEmpty }) { return run(joined.map(\.text).joined()) }
        return joined.map { "<r>\($0.properties)\(run($0.text))</r>" }.joined()
    }

    /// `_x000D_` stands for a character that XML cannot hold (18.18.93, ST_Xstring).
    private static func unescape(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        var result = ""
        var rest = text[...]
        while let mark = rest.firstRange(of: "_x") {
            result += rest[..<mark.lowerBound]
            let code = rest[mark.upperBound...].prefix(5)
            if code.utf8.count == 5, code.hasSuffix("_"), let value = UInt32(code.dropLast(), radix: 16),
                let scalar = Unicode.Scalar(value)
            {
                result.unicodeScalars.append(scalar)
                rest = rest[code.endIndex...]
            } else {
                result += "_x"
                rest = rest[mark.upperBound...]
            }
        }
        return result + rest
    }

    private static func escape(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            if scalar.value < 0x20, scalar != "\n", scalar != "\t" {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result.append(
                    contentsOf: ("_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_").unicodeScalars
                )
            } else if scalar == "_", index + 6 < scalars.count, scalars[index + 1] == "x", scalars[index + 6] == "_",
                scalars[index + 2..<index + 6].allSatisfy({ $0.properties.isASCIIHexDigit })
            {
                result.append(contentsOf: "_x005F_".unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}
