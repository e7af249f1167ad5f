import Text

/// Cuts bytes into XML tokens in one pass, without recursion and in time that grows with the length alone. Bad markup
/// becomes text or junk, with a finding.
struct XMLTokenizer {
    private(set) var tokens: [XMLToken] = []
    var findings: [Finding] = []

    let bytes: [UInt8]
    private let file: String
    private var position = 0
    /// Start of the run of text that is being collected.
    private var textStart = 0
    /// Indexes of the start tags that are open.
    private var open: [Int] = []
    /// How many start tags beyond the depth limit are open.
    private var beyond = 0
    /// Terminators that were looked for up to the end of the file and not found: not looked for again.
    var absent: Set<[UInt8]> = []
    /// Bytes looked at for markup that was never closed.
    var wasted = 0
    private var line = 1
    private var linePosition = 0

    /// Elements inside one another; deeper ones are junk.
    static let deepest = 512
    static let mostFindings = 50

    init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
    }

    mutating func run() {
        tokens.reserveCapacity(bytes.count / 24)
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<") else {
                position = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
                continue
            }
            let start = position
            guard let token = markup(at: start) else {
                // A lone “<” is text.
                position = start + 1
                continue
            }
            flushText(before: start)
            add(token)
            position = token.range.upperBound
            textStart = position
        }
        flushText(before: bytes.count)
        for index in open {
            report(
                "xml-unbalanced",
                "<\(text(tokens[index].name))> is never closed",
                at: tokens[index].range.lowerBound
            )
        }
    }

    private mutating func flushText(before end: Int) {
        if textStart < end { tokens.append(XMLToken(.text, textStart..<end)) }
    }

    // MARK: Balance

    private mutating func add(_ token: XMLToken) {
        switch token.kind {
        case .startTag where !token.isSelfClosing: addStart(token)
        case .endTag: addEnd(token)
        default: tokens.append(token)
        }
    }

    private mutating func addStart(_ token: XMLToken) {
        guard open.count < Self.deepest else {
            if beyond == 0 {
                let message =
                    "more than \(Self.deepest) elements inside one another; the deeper ones are left as they are"
                report("xml-deep", message, at: token.range.lowerBound)
            }
            beyond += 1
            tokens.append(XMLToken(.junk, token.range))
            return
        }
        open.append(tokens.count)
        tokens.append(token)
    }

    private mutating func addEnd(_ token: XMLToken) {
        var token = token
        if beyond > 0 {
            beyond -= 1
            tokens.append(XMLToken(.junk, token.range))
            return
        }
        let name = bytes[token.name]
        guard let depth = open.lastIndex(where: { bytes[tokens[$0].name].elementsEqual(name) }) else {
            report("xml-unbalanced", "</\(text(token.name))> closes nothing", at: token.range.lowerBound)
            tokens.append(token)
            return
        }
        for index in open[(depth + 1)...] {
            report("xml-unbalanced", "<\(text(tokens[index].name))> is not closed", at: tokens[index].range.lowerBound)
        }
        token.partner = open[depth]
        tokens[open[depth]].partner = tokens.count
        open.removeSubrange(depth...)
        tokens.append(token)
    }

    // MARK: Findings

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range].prefix(40), as: UTF8.self) }

    mutating func report(_ code: String, _ message: String, at offset: Int) {
        guard findings.count < Self.mostFindings else { return }
        if offset < linePosition { (line, linePosition) = (1, 0) }
        line += bytes[linePosition..<offset].count { $0 == 0x0A }
        linePosition = offset
        let place = Finding.Place(file: file, line: line)
        let severity: Finding.Severity = code == "xml-entities" ? .note : .warning
        findings.append(Finding(code, severity, "Bad markup: \(message).", at: place))
    }
}
