import Text

/// Cuts bytes into XML tokens in one pass, without recursion and in time that grows with the length alone. Bad markup
/// becomes text or junk, with a finding.
struct XMLTokenizer {
    private(set) var tokens: [XMLToken] = []
    var attributes: [XMLAttribute] = []
    private(set) var findings: [Finding] = []

    /// Every look at them must be within their count, which nothing else sees to in a release build.
    let bytes: UnsafeBufferPointer<UInt8>
    let dialect: XMLDialect
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

    /// Valid only as long as the buffer.
    private init(_ bytes: UnsafeBufferPointer<UInt8>, file: String, dialect: XMLDialect, findings: [Finding]) {
        self.bytes = bytes
        self.file = file
        self.dialect = dialect
        self.findings = findings
    }

    /// The tokens of a file, their attributes, and what is wrong with it behind what was known to be.
    static func read(
        _ bytes: [UInt8],
        file: String,
        dialect: XMLDialect = .xml,
        findings: [Finding] = []
    ) -> (tokens: [XMLToken], attributes: [XMLAttribute], findings: [Finding]) {
        bytes.withUnsafeBufferPointer { bytes in
            var tokenizer = XMLTokenizer(bytes, file: file, dialect: dialect, findings: findings)
            tokenizer.run()
            return (tokenizer.tokens, tokenizer.attributes, tokenizer.findings)
        }
    }

    private mutating func run() {
        guard bytes.count < Int(UInt32.max) else {
            report("xml-markup", "a file of 4 GB and more is not read as XML", at: 0)
            return
        }
        reserve()
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            // The mark is no character of the text.
            tokens.append(XMLToken(.instruction, 0..<3))
            (position, textStart) = (3, 3)
        }
        while position < bytes.count {
            position = ByteScan.index(of: UInt8(ascii: "<"), in: bytes, from: position)
            guard position < bytes.count else { break }
            let start = position
            guard let token = markup(at: start) else {
                // A lone “<” is text.
                position = start + 1
                continue
            }
            flushText(before: start)
            position = token.range.upperBound
            textStart = position
            if dialect == .html { addHTML(token) } else { add(token) }
        }
        flushText(before: bytes.count)
        for index in open where !mayStayOpen(index) {
            report(
                "xml-unbalanced",
                "<\(text(tokens[index].name))> is never closed",
                at: tokens[index].range.lowerBound
            )
        }
    }

    /// Makes room for as many tokens as a file that goes on as it begins has.
    private mutating func reserve() {
        let head = bytes.prefix(1 << 16)
        let tags = head.reduce(0) { $0 + ($1 == 0x3C ? 1 : 0) }
        guard head.count < bytes.count else { return tokens.reserveCapacity(tags * 2 + 1) }
        // Room that is not used is no memory yet.
        tokens.reserveCapacity(min(bytes.count / head.count * tags * 5 / 2, bytes.count / 8))
        attributes.reserveCapacity(tokens.capacity / 4)
    }

    private mutating func flushText(before end: Int) {
        if textStart < end { tokens.append(XMLToken(.text, textStart..<end)) }
    }

    // MARK: HTML

    private mutating func addHTML(_ token: XMLToken) {
        guard token.kind == .startTag else { return add(token) }
        var token = token
        let name = text(token.name).lowercased()
        if let (ends, scope) = XMLDialect.closed(by: name) { close(ends, scope: scope) }
        // A slash means nothing on other elements, but those of SVG and MathML, whose names HTML does not know.
        if XMLDialect.voids.contains(name) { token.isSelfClosing = true }
        add(token)
        guard XMLDialect.raws.contains(name), !token.isSelfClosing else { return }
        position = rawEnd(of: token.name, from: position)
    }

    /// Ends open elements whose end tags are left out; they stay without a partner.
    private mutating func close(_ ends: Set<String>, scope: Set<String>) {
        var first: Int?
        // Nobody nests deeper inside of a paragraph, and hostile files must not make every tag look at all that are open.
        for depth in open.indices.suffix(32).reversed() {
            let name = text(tokens[open[depth]].name).lowercased()
            if scope.contains(name) { break }
            if ends.contains(name) { first = depth }
        }
        if let first { open.removeSubrange(first...) }
    }

    /// Where the end tag of a script or the like begins, or the end of the file.
    private mutating func rawEnd(of name: Range<Int>, from start: Int) -> Int {
        var index = start
        while let found = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            let after = found + 2 + name.count
            if after < bytes.count, bytes[found + 1] == UInt8(ascii: "/"), isSame(found + 2..<after, name) {
                return found
            }
            index = found + 1
        }
        return bytes.count
    }

    private func mayStayOpen(_ index: Int) -> Bool {
        dialect == .html && XMLDialect.optionalEnds.contains(text(tokens[index].name).lowercased())
    }

    /// Whether two names are the same in this dialect.
    private func isSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard left.count == right.count else { return false }
        var (own, other) = (left.lowerBound, right.lowerBound)
        while own < left.upperBound {
            let (first, second) = (bytes[own], bytes[other])
            if first != second {
                guard dialect == .html, first | 0x20 == second | 0x20, first | 0x20 >= 0x61 else { return false }
            }
            own += 1
            other += 1
        }
        return true
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
        let name = token.name
        if let last = open.last, isSame(tokens[last].name, name) {
            open.removeLast()
            token.partner = last
            tokens[last].partner = tokens.count
            tokens.append(token)
            return
        }
        guard let depth = open.lastIndex(where: { isSame(tokens[$0].name, name) }) else {
            report("xml-unbalanced", "</\(text(token.name))> closes nothing", at: token.range.lowerBound)
            tokens.append(token)
            return
        }
        for index in open[(depth + 1)...] where !mayStayOpen(index) {
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
