import Text

/// Reads the units of an XLIFF file; what both generations of the format share.
struct XLIFFReader {
    var list = UnitList()
    var places = XLIFFPlaces()
    var findings: [Finding] = []
    var source: LanguageTag?

    let xml: XMLFile
    let options: ReadOptions
    let reader: XMLInlineReader
    /// Whether targets or segments of the file have states, so that new ones get them too.
    private(set) var hasStates = false
    /// The locale of the targets of the file that is being read.
    var locale: LanguageTag?
    private let file: String
    private let origin: XMLSource

    /// Placeholders that the files of programs and games have in their strings.
    static let syntaxes: Set<PlaceholderSyntax> = [.printf, .braces, .doubleBraces, .dollarBraces, .tags]

    init(_ source: XMLSource, file: String, options: ReadOptions) {
        origin = source
        xml = source.xml
        self.file = file
        self.options = options
        let xml = source.xml
        reader = XMLInlineReader(xml, options.scanner(Self.syntaxes)) { XLIFFElement.role(of: $0, in: xml) }
        hasStates = xml.tokens.indices.contains { index in
            xml.tokens[index].kind == .startTag && (xml.has("target", index) || xml.has("segment", index))
                && xml.local("state", of: index) != nil
        }
    }

    mutating func report(_ code: String, _ message: String, at index: Int) {
        guard findings.count < XMLTokenizer.mostFindings else { return }
        let line = origin.line(at: xml.tokens[index].range.lowerBound)
        findings.append(Finding(code, .warning, message, at: Finding.Place(file: file, line: line)))
    }

    /// A new target behind an element, set as the file sets that one.
    func newTarget(behind index: Int, like source: Int, attributes: String = "") -> XMLHole {
        let place = xml.end(of: index)
        let name = "\(xml.prefix(source))target"
        return XMLHole(
            XMLSlot(range: place..<place),
            before: "\(xml.indent(before: source))<\(name)\(attributes)>",
            after: "</\(name)>"
        )
    }

    /// Whether an element and what is in it shall not be translated.
    func isKept(_ index: Int) -> Bool { xml.value("translate", of: index) == "no" }

    func notes(_ entries: [(String, String?)]) -> [String: String] {
        var notes: [String: String] = [:]
        for (name, text) in entries {
            guard let text, !text.isEmpty else { continue }
            notes[name] = notes[name].map { "\($0)\n\(text)" } ?? text
        }
        return notes
    }
}

/// What the inline elements of both generations are in a text.
enum XLIFFElement {
    static func role(of index: Int, in xml: XMLFile) -> XMLInlineElement {
        switch xml.localName(xml.tokens[index]) {
        case "g", "pc": return .pair(.markup)
        case "x": return standalone(xml.value("ctype", of: index))
        case "ph": return standalone(xml.value("subType", of: index) ?? xml.value("ctype", of: index))
        case "it": return .whole(.markup)
        case "bx", "bpt": return .begins("i" + (xml.value("rid", of: index) ?? xml.value("id", of: index) ?? ""))
        case "ex", "ept": return .ends("i" + (xml.value("rid", of: index) ?? xml.value("id", of: index) ?? ""))
        case "sc", "sm": return .begins("s" + (xml.value("id", of: index) ?? ""))
        case "ec", "em": return .ends("s" + (xml.value("startRef", of: index) ?? xml.value("id", of: index) ?? ""))
        case "cp": return .whole(.character, visible: character(xml.value("hex", of: index)))
        case "mrk":
            guard xml.value("mtype", of: index) == "protected" || xml.value("translate", of: index) == "no" else {
                return .pair(.markup)
            }
            return .whole(.markup, visible: xml.content(of: index) ?? "")
        default: return .whole(.markup)
        }
    }

    private static func standalone(_ type: String?) -> XMLInlineElement {
        switch type {
        case "lb", "xlf:lb", "x-html-br", "x-br": .whole(.lineBreak, visible: "\n")
        case "image", "xlf:image", "x-html-img": .whole(.object)
        default: .whole(.placeholder)
        }
    }

    private static func character(_ digits: String?) -> String {
        guard let digits, let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else { return "" }
        return String(scalar)
    }
}
