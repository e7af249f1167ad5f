import Text

/// Lyrics with times (`.lrc`): a line is a unit, called by its first time; `[ti:]`, `[ar:]` and `[al:]` are title,
/// artist and album. Times of words, `<00:12.00>`, are codes. Two lines with one time are a line and its translation.
package enum LRCFormat: Format {
    package static let name = "lrc"
    package static let summary = "Lyrics with times"
    package static let extensions = ["lrc"]
    package static let family = FormatFamily.subtitles
    package static let carries: Set<FormatFeature> = [.codes, .timing]

    package static func recognize(_ sample: FileSample) -> Recognition {
        let head = Array(sample.head.prefix(8_192))
        let isNamed = extensions.contains(sample.ending)
        var parser = LRCParser(head, from: 0)
        parser.run()
        return parser.cues.contains { $0.start != nil } ? .likely : isNamed ? .named : .no
    }

    package static func read(_ bytes: [UInt8], file: String, options: ReadOptions) -> Document {
        let decoded = DecodedText(bytes, file: file, encoding: options.encoding)
        var parser = LRCParser(decoded.utf8, from: decoded.start)
        parser.run()
        var findings: [Finding] = []
        if parser.cues.isEmpty, !decoded.utf8[decoded.start...].isEmpty {
            let message = "No line has a time such as `[00:12.00]`. Is it another format?"
            findings.append(Finding("lrc-empty", .warning, message, at: .init(file: file)))
        }
        let reader = CueReader(parser.cues, LRCMarkup(), decoded, options)
        return Document(
            cues: reader,
            decoded: decoded,
            markup: LRCMarkup(),
            file: file,
            format: name,
            findings: findings
        )
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        try CueSkeleton.of(document, name).write(document, as: edition)
    }
}

/// Finds the lines of a file of lyrics.
struct LRCParser {
    private(set) var cues: [Cue] = []
    private let lines: CueLines
    private let bytes: [UInt8]

    init(_ bytes: [UInt8], from start: Int) {
        lines = CueLines(bytes, from: start)
        self.bytes = bytes
    }

    mutating func run() {
        for line in lines.lines {
            let range = lines.trimmed(line.range)
            guard let first = range.first, bytes[first] == UInt8(ascii: "[") else { continue }
            var index = first
            var times: [Int] = []
            while index < range.upperBound, bytes[index] == UInt8(ascii: "["),
                let close = bytes[index..<min(range.upperBound, index + 24)].firstIndex(of: UInt8(ascii: "]")),
                let time = Self.time(bytes, index + 1..<close)
            {
                times.append(time)
                index = close + 1
            }
            if let time = times.first {
                let stamps = String(decoding: bytes[first..<index], as: UTF8.self)
                let text = lines.trimmed(index..<range.upperBound)
                let lineBreak = line.lineBreak.isEmpty ? "\n" : line.lineBreak
                cues.append(
                    Cue(
                        key: CueTime.text(time),
                        start: time,
                        lines: text.isEmpty ? [] : [text],
                        lineBreak: " ",
                        addedLineBreak: lineBreak + stamps
                    )
                )
            } else {
                tag(range)
            }
        }
    }

    /// `[ti:…]` and the like; others (`by`, `offset`, `length`) are no text.
    private mutating func tag(_ range: Range<Int>) {
        guard bytes[range.upperBound - 1] == UInt8(ascii: "]"),
            let colon = bytes[range].prefix(16).firstIndex(of: UInt8(ascii: ":"))
        else { return }
        let name = String(decoding: bytes[range.lowerBound + 1..<colon], as: UTF8.self).lowercased()
        let kinds: [String: Unit.Kind] = ["ti": .title, "ar": .author, "al": .metadata]
        let value = lines.trimmed(colon + 1..<range.upperBound - 1)
        guard let kind = kinds[name], !value.isEmpty else { return }
        cues.append(Cue(key: name, kind: kind, lines: [value], lineBreak: " ", addedLineBreak: " "))
    }

    /// Milliseconds of `mm:ss.xx` or `mm:ss:xx`.
    private static func time(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        let colons = range.filter { bytes[$0] == UInt8(ascii: ":") }
        guard colons.count == 2, !bytes[range].contains(UInt8(ascii: ".")) else {
            return CueTime.milliseconds(bytes, range)
        }
        var inside = Array(bytes[range])
        inside[colons[1] - range.lowerBound] = UInt8(ascii: ".")
        return CueTime.milliseconds(inside, 0..<inside.count)
    }
}

/// Times of words.
struct LRCMarkup: CueMarkup {
    func pieces(_ bytes: [UInt8], _ range: Range<Int>) -> [CuePiece] {
        var pieces: [CuePiece] = []
        var start = range.lowerBound
        var index = start
        func text(to end: Int) {
            if start < end { pieces.append(.text(String(decoding: bytes[start..<end], as: UTF8.self))) }
        }
        while index < range.upperBound {
            guard bytes[index] == UInt8(ascii: "<"),
                let end = bytes[index..<min(range.upperBound, index + 16)].firstIndex(of: UInt8(ascii: ">")),
                CueTime.milliseconds(bytes, index + 1..<end) != nil
            else {
                index += 1
                continue
            }
            text(to: index)
            pieces.append(
                .code(.placeholder, data: String(decoding: bytes[index...end], as: UTF8.self), visible: "")
            )
            index = end + 1
            start = index
        }
        text(to: range.upperBound)
        return pieces
    }

    func escape(_ text: String) -> String { text }
}
