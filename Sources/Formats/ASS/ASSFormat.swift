import Text

/// SubStation Alpha subtitles, v4 (`.ssa`) and v4+ (`.ass`). The text of `Dialogue:` lines is translated; `Comment:`
/// lines, styles, fonts, graphics and everything else is kept, and so are lines with the effect `fx`, which karaoke
/// templates have made.
package enum ASSFormat: Format {
    package static let name = "ass"
    package static let summary = "SubStation Alpha subtitles: ASS, SSA"
    package static let extensions = ["ass", "ssa"]
    package static let family = FormatFamily.subtitles
    package static let carries: Set<FormatFeature> = [.codes, .timing, .speakers]

    package static func recognize(_ sample: FileSample) -> Recognition {
        let isNamed = extensions.contains(sample.ending)
        let head = sample.head
        let isScript = ["[Script Info]", "[V4+ Styles]", "[V4 Styles]", "[Events]"].contains { section in
            head.firstRange(of: Array(section.utf8)).map { $0.lowerBound < 4_096 } ?? false
        }
        return isScript ? (isNamed ? .certain : .likely) : isNamed ? .named : .no
    }

    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) -> Document {
        let decoded = DecodedText(bytes, file: file, encoding: options.encoding)
        var parser = ASSParser(decoded, file: file)
        parser.run()
        let reader = CueReader(parser.cues, ASSMarkup(), decoded, options)
        return Document(
            cues: reader,
            decoded: decoded,
            markup: ASSMarkup(),
            file: file,
            format: name,
            findings: parser.findings
        )
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        try CueSkeleton.of(document, name).write(document, as: edition)
    }
}

/// Finds the dialogue lines of a script.
struct ASSParser {
    private(set) var cues: [Cue] = []
    private(set) var findings: [Finding] = []
    private let lines: CueLines
    private let bytes: [UInt8]
    private let file: String
    private let markup = ASSMarkup()
    /// Names of the fields of an event in lower case, as the `Format:` line has them.
    private var fields = [
        "layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text",
    ]

    init(_ decoded: DecodedText, file: String) {
        lines = CueLines(decoded.utf8, from: decoded.start)
        bytes = decoded.utf8
        self.file = file
    }

    mutating func run() {
        var isEvents = false
        var hasEvents = false
        for line in lines.lines {
            let range = lines.trimmed(line.range)
            guard let first = range.first else { continue }
            if bytes[first] == UInt8(ascii: "["), bytes[range.upperBound - 1] == UInt8(ascii: "]") {
                isEvents = text(range).lowercased() == "[events]"
                if isEvents { hasEvents = true }
            } else if isEvents, let colon = bytes[range].prefix(12).firstIndex(of: UInt8(ascii: ":")) {
                switch text(first..<colon).lowercased() {
                case "format":
                    fields = text(colon + 1..<range.upperBound).split(separator: ",").map { $0.lowercased().trimmed }
                case "dialogue": event(colon + 1..<range.upperBound, line)
                default: break
                }
            }
        }
        if !hasEvents {
            let message = "There is no section [Events], and so no text. Is the file cut off?"
            findings.append(Finding("ass-events", .warning, message, at: .init(file: file)))
        }
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private mutating func event(_ range: Range<Int>, _ line: CueLines.Line) {
        var values: [Range<Int>] = []
        var start = range.lowerBound
        var index = start
        while index < range.upperBound, values.count < fields.count - 1 {
            if bytes[index] == UInt8(ascii: ",") {
                values.append(start..<index)
                start = index + 1
            }
            index += 1
        }
        guard values.count == fields.count - 1, fields.last == "text" else {
            return report("The line has fewer fields than the Format line names", line)
        }
        func field(_ names: String...) -> String? {
            guard let index = fields.firstIndex(where: names.contains), values.indices.contains(index) else {
                return nil
            }
            return text(values[index]).trimmed
        }
        if field("effect")?.lowercased() == "fx" { return }
        func time(_ name: String) -> Int? {
            guard let index = fields.firstIndex(of: name), values.indices.contains(index) else { return nil }
            return CueTime.milliseconds(bytes, lines.trimmed(values[index]))
        }
        let times = (start: time("start"), end: time("end"))
        if times.start == nil || times.end == nil { report("A time of this line cannot be read", line) }
        var parts = markup.lines(bytes, start..<range.upperBound).map(lines.trimmed)
        func hasText(_ part: Range<Int>) -> Bool {
            markup.pieces(bytes, part).contains { piece in
                if case .text(let text) = piece { !text.trimmed.isEmpty } else { false }
            }
        }
        // Breaks and codes before the first and after the last text place it on the picture.
        while let last = parts.last, !hasText(last) { parts.removeLast() }
        parts = Array(parts.drop { !hasText($0) }).filter { !$0.isEmpty }
        guard !parts.isEmpty else { return }
        cues.append(
            Cue(
                key: times.start.map(CueTime.text) ?? field("start") ?? "",
                start: times.start,
                end: times.end,
                speaker: field("name", "actor"),
                lines: parts,
                lineBreak: "\\N",
                addedLineBreak: "\\N"
            )
        )
    }

    private mutating func report(_ what: String, _ line: CueLines.Line) {
        guard findings.count < 50 else { return }
        let message = "\(what). Open and save the script with Aegisub to mend it."
        findings.append(Finding("ass-line", .warning, message, at: .init(file: file, line: line.number)))
    }
}
