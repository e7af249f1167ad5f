import Text

/// WebVTT subtitles (https://www.w3.org/TR/webvtt1/). Header, notes, styles, regions, cue names and settings are kept;
/// the name in a voice tag is the speaker.
package enum VTTFormat: Format {
    package static let name = "vtt"
    package static let summary = "WebVTT subtitles"
    package static let extensions = ["vtt", "webvtt"]
    package static let family = FormatFamily.subtitles
    package static let carries: Set<FormatFeature> = [.codes, .timing, .speakers]

    package static func recognize(_ sample: FileSample) -> Recognition {
        if sample.head.starts(with: Array("WEBVTT".utf8)) { return .certain }
        return extensions.contains(sample.ending) ? .named : .no
    }

    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) -> Document {
        let decoded = DecodedText(bytes, file: file, encoding: options.encoding)
        var parser = VTTParser(decoded, file: file)
        parser.run()
        let always: [Unicode.Scalar: String] = ["&": "&amp;", "<": "&lt;"]
        let markup = VTTMarkup(references: CueReferences(in: decoded.utf8, from: decoded.start, always: always))
        let reader = CueReader(parser.cues, markup, decoded, options)
        return Document(
            cues: reader,
            decoded: decoded,
            markup: markup,
            file: file,
            format: name,
            findings: parser.findings
        )
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        try CueSkeleton.of(document, name).write(document, as: edition)
    }
}

/// Finds the cues of a WebVTT file block by block.
struct VTTParser {
    private(set) var cues: [Cue] = []
    private(set) var findings: [Finding] = []
    private let lines: CueLines
    private let bytes: [UInt8]
    private let file: String

    init(_ decoded: DecodedText, file: String) {
        lines = CueLines(decoded.utf8, from: decoded.start)
        bytes = decoded.utf8
        self.file = file
    }

    mutating func run() {
        var index = 0
        if let first = lines.lines.first, bytes[first.range].starts(with: "WEBVTT".utf8) {
            while index < lines.lines.count, !isBlank(index), lines.arrow(in: lines.lines[index].range) == nil {
                index += 1
            }
        } else {
            let message = "The file does not begin with WEBVTT, so players will refuse it. Is it another format?"
            findings.append(Finding("vtt-header", .warning, message, at: .init(file: file, line: 1)))
        }
        while index < lines.lines.count {
            if isBlank(index) {
                index += 1
            } else if isRemark(index) {
                while index < lines.lines.count, !isBlank(index) { index += 1 }
            } else {
                index = block(from: index)
            }
        }
    }

    private func isBlank(_ index: Int) -> Bool { lines.isBlank(lines.lines[index].range) }

    private func isRemark(_ index: Int) -> Bool {
        let line = bytes[lines.lines[index].range]
        return ["NOTE", "STYLE", "REGION"].contains { name in
            guard line.starts(with: name.utf8) else { return false }
            let next = line.dropFirst(name.utf8.count).first
            return next == nil || next == 0x20 || next == 0x09
        }
    }

    /// A cue, or a block that is none; gives the line after it.
    private mutating func block(from start: Int) -> Int {
        var index = start
        var name: String?
        if lines.arrow(in: lines.lines[index].range) == nil {
            guard index + 1 < lines.lines.count, lines.arrow(in: lines.lines[index + 1].range) != nil else {
                while index < lines.lines.count, !isBlank(index) { index += 1 }
                return index
            }
            name = String(decoding: bytes[lines.trimmed(lines.lines[index].range)], as: UTF8.self)
            index += 1
        }
        let line = lines.lines[index]
        guard let arrow = lines.arrow(in: line.range) else { return index + 1 }
        let times = lines.times(line.range, arrow: arrow)
        if times.start == nil || times.end == nil, findings.count < 50 {
            let message = "A time of this cue cannot be read. Write it as `00:00:01.000 --> 00:00:02.500`."
            findings.append(Finding("vtt-time", .warning, message, at: .init(file: file, line: line.number)))
        }
        index += 1
        var text: [Range<Int>] = []
        while index < lines.lines.count, !isBlank(index), lines.arrow(in: lines.lines[index].range) == nil {
            text.append(lines.trimmed(lines.lines[index].range))
            index += 1
        }
        let lineBreak = line.lineBreak.isEmpty ? "\n" : line.lineBreak
        let raw = String(decoding: bytes[lines.trimmed(line.range)].prefix(12), as: UTF8.self)
        var voice: String?
        for line in text where voice == nil { voice = VTTMarkup.voice(bytes, line) }
        cues.append(
            Cue(
                key: times.start.map(CueTime.text) ?? raw,
                start: times.start,
                end: times.end,
                speaker: voice,
                name: name,
                lines: text,
                lineBreak: lineBreak,
                addedLineBreak: lineBreak
            )
        )
        return index
    }
}
