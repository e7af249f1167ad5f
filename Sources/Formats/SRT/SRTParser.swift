import Text

/// Finds the cues of a SubRip file by their timing lines.
struct SRTParser {
    private(set) var cues: [Cue] = []
    private(set) var findings: [Finding] = []
    private let lines: CueLines
    private let bytes: [UInt8]
    private let file: String

    /// A line with times.
    private struct Timing {
        var line: Int
        /// The first line of the cue: its number, or the line with times.
        var first: Int
        var number: Int?
        var start: Int?
        var end: Int?
        var isBroken: Bool
    }

    init(_ decoded: DecodedText, file: String) {
        lines = CueLines(decoded.utf8, from: decoded.start)
        bytes = decoded.utf8
        self.file = file
    }

    mutating func run() {
        var timings: [Timing] = []
        for index in lines.lines.indices {
            guard var timing = timing(index) else { continue }
            if index > 0, let number = lines.number(lines.lines[index - 1].range), timings.last?.line != index - 1 {
                let isApart =
                    index < 2 || lines.isBlank(lines.lines[index - 2].range) || timings.last?.line == index - 2
                if isApart || timings.last?.number.map({ $0 + 1 == number }) == true {
                    timing.first = index - 1
                    timing.number = number
                }
            }
            timings.append(timing)
        }
        for (index, timing) in timings.enumerated() {
            let end = index + 1 < timings.count ? timings[index + 1].first : lines.lines.count
            let line = lines.lines[timing.line]
            if timing.start == nil || timing.end == nil { report(line, isKept: timing.isBroken) }
            guard !timing.isBroken, end > timing.line + 1 else { continue }
            let text = lines.lines[timing.line + 1..<end].map { lines.trimmed($0.range) }.filter { !$0.isEmpty }
            let raw = String(decoding: bytes[lines.trimmed(line.range)].prefix(12), as: UTF8.self)
            let lineBreak = line.lineBreak.isEmpty ? "\n" : line.lineBreak
            cues.append(
                Cue(
                    key: timing.start.map(CueTime.text) ?? raw,
                    start: timing.start,
                    end: timing.end,
                    lines: text,
                    lineBreak: lineBreak,
                    addedLineBreak: lineBreak
                )
            )
        }
        if cues.isEmpty, timings.isEmpty, lines.lines.contains(where: { !lines.isBlank($0.range) }) {
            let message =
                "No cue was found: a cue has a line such as `00:00:01,000 --> 00:00:02,500`. Is it another format?"
            findings.append(Finding("srt-empty", .warning, message, at: .init(file: file)))
        }
    }

    private func timing(_ index: Int) -> Timing? {
        let range = lines.lines[index].range
        if let arrow = lines.arrow(in: range) {
            let times = lines.times(range, arrow: arrow)
            if times.start != nil || times.end != nil {
                return Timing(line: index, first: index, start: times.start, end: times.end, isBroken: false)
            }
        }
        return looksLikeTimes(range) ? Timing(line: index, first: index, isBroken: true) : nil
    }

    /// Whether nothing but two times and what should be an arrow is in the line.
    private func looksLikeTimes(_ range: Range<Int>) -> Bool {
        let inside = lines.trimmed(range)
        guard (11...60).contains(inside.count), (0x30...0x39).contains(bytes[inside.lowerBound]) else { return false }
        var colons = 0
        for byte in bytes[inside] {
            switch byte {
            case 0x30...0x39, 0x20, 0x2C, 0x2D, 0x2E, 0x3E, 0x09: break
            case 0x3A: colons += 1
            default: return false
            }
        }
        return colons >= 2 && bytes[inside].contains(UInt8(ascii: "-"))
    }

    private mutating func report(_ line: CueLines.Line, isKept: Bool) {
        guard findings.count < 50 else { return }
        let message =
            (isKept
                ? "The times of a cue cannot be read, so it is not translated. "
                : "A time of this cue cannot be read. ")
            + "Write them as `00:00:01,000 --> 00:00:02,500`."
        findings.append(Finding("srt-time", .warning, message, at: .init(file: file, line: line.number)))
    }
}
