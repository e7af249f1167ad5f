import Text

/// Reads JSON token by token and goes on after what is broken; comments, trailing commas, single quotes and bare keys
/// (JSON5) are let through. It never recurses: containers are on a stack of its own.
struct JSONScanner {
    enum Token {
        case objectStart, objectEnd, arrayStart, arrayEnd
        /// The name of a member; its value is the next token.
        case key
        case string
        /// A number, `true`, `false`, `null` and their like.
        case scalar
        /// A value that cannot be read; told as a problem.
        case broken
        case end
    }

    let bytes: UnsafeBufferPointer<UInt8>
    /// The place of the last token, for strings and quoted keys without their quotes.
    private(set) var start = 0
    private(set) var stop = 0
    /// Whether the last string or key holds a backslash.
    private(set) var hasEscapes = false
    private(set) var problems: [JSONProblem] = []
    private(set) var position: Int

    private var open: [Container] = []
    /// Whether the root has been closed; what comes after it is read as if it were inside.
    private var root: Container?
    private var expected = Expected.value
    private var isRecovering = false

    /// More than any program writes, and little enough for a stack of names.
    static let deepest = 512
    static let mostProblems = 50

    private struct Container {
        var start: Int
        var isObject: Bool
    }

    private enum Expected {
        case key, value, separator
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int) {
        self.bytes = bytes
        self.position = position
    }

    /// How many containers are open.
    var depth: Int { open.count }

    mutating func next() -> Token {
        while true {
            skipSpace()
            guard position < bytes.count else { return finish() }
            let byte = bytes[position]
            switch byte {
            case 0x2C:  // ,
                if expected != .separator, !isRecovering {
                    report("json-comma", .warning, "a comma too many; take it out")
                }
                position += 1
                expected = isInObject ? .key : .value
                isRecovering = false
                continue
            case 0x3A:  // :
                report("json-colon", .error, "a colon that follows no name; put the name before it in quotes")
                position += 1
                continue
            case 0x7D, 0x5D:  // } ]
                if let token = close(isObject: byte == 0x7D) { return token }
                continue
            default: break
            }
            if expected == .separator { missingComma() }
            switch byte {
            case 0x22, 0x27: return string(quote: byte)
            case 0x7B, 0x5B: return openContainer(isObject: byte == 0x7B)
            default: return bare()
            }
        }
    }

    private var isInObject: Bool { (open.last ?? root)?.isObject ?? false }

    private mutating func missingComma() {
        if root != nil, open.isEmpty {
            report("json-after-end", .error, "text after the end of the outermost value; is a bracket there too early?")
        } else if !isRecovering {
            report("json-comma", .warning, "no comma between two values; put one before this")
        }
        isRecovering = false
        expected = isInObject ? .key : .value
    }

    mutating func report(_ problem: JSONProblem) {
        report(problem.code, problem.severity, problem.message, at: problem.offset)
    }

    mutating func report(_ code: String, _ severity: JSONProblem.Severity, _ message: String, at offset: Int? = nil) {
        let offset = offset ?? position
        guard problems.count < Self.mostProblems, problems.last?.offset != offset else { return }
        problems.append(JSONProblem(code: code, severity: severity, message: message, offset: offset))
    }
}

// MARK: Containers

extension JSONScanner {
    private mutating func openContainer(isObject: Bool) -> Token {
        start = position
        guard open.count < Self.deepest else {
            report("json-deep", .error, "nested deeper than \(Self.deepest) levels; it is kept as it is")
            skipContainer()
            stop = position
            expected = .separator
            return .broken
        }
        open.append(Container(start: position, isObject: isObject))
        position += 1
        stop = position
        expected = isObject ? .key : .value
        isRecovering = false
        return isObject ? .objectStart : .arrayStart
    }

    /// Nil when the bracket closes nothing and was stepped over.
    private mutating func close(isObject: Bool) -> Token? {
        guard let top = open.last else {
            report("json-bracket", .error, "a bracket that closes nothing; take it out or open it before")
            position += 1
            return nil
        }
        start = position
        if top.isObject == isObject {
            position += 1
        } else {
            let wanted = top.isObject ? "}" : "]"
            report("json-bracket", .error, "“\(wanted)” is missing before this bracket")
            guard open.contains(where: { $0.isObject == isObject }) else {
                position += 1
                return nil
            }
        }
        stop = position
        open.removeLast()
        if open.isEmpty { root = Container(start: position, isObject: top.isObject) }
        expected = .separator
        isRecovering = false
        return top.isObject ? .objectEnd : .arrayEnd
    }

    private mutating func finish() -> Token {
        if let last = open.last {
            let wanted = last.isObject ? "}" : "]"
            let message = "“\(wanted)” is missing: what opens here is not closed before the end of the file"
            report("json-unclosed", .error, message, at: last.start)
        }
        start = bytes.count
        stop = bytes.count
        return .end
    }

    /// Steps over a container without looking at more than its brackets and strings.
    private mutating func skipContainer() {
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case 0x7B, 0x5B: depth += 1
            case 0x7D, 0x5D: depth -= 1
            case 0x22:
                position += 1
                _ = skipString(quote: 0x22)
            default: break
            }
            position += 1
            if depth == 0 { return }
        }
        position = bytes.count
    }
}

// MARK: Strings and words

extension JSONScanner {
    private mutating func string(quote: UInt8) -> Token {
        let content = position + 1
        position = content
        let isClosed = skipString(quote: quote)
        start = content
        stop = position
        guard isClosed else {
            let message = "the string has no closing quote in its line; close it, or write a line break as \\n"
            report("json-string", .error, message, at: content - 1)
            // The brackets and commas at the end of the line are most likely not of the text.
            while position > content, JSONBytes.endsLine(bytes[position - 1]) { position -= 1 }
            stop = position
            expected = .separator
            isRecovering = true
            return .broken
        }
        position += 1
        isRecovering = false
        guard expected == .key else {
            expected = .separator
            return .string
        }
        let end = position
        skipSpace()
        guard position < bytes.count, bytes[position] == 0x3A else {
            position = end
            report("json-colon", .error, "no colon after this name, so it has no value", at: content - 1)
            expected = .separator
            return .broken
        }
        position += 1
        expected = .value
        return .key
    }

    /// Moves to the closing quote; false at a line break or the end of the file.
    private mutating func skipString(quote: UInt8) -> Bool {
        hasEscapes = false
        while true {
            position = JSONBytes.endOfRun(bytes, from: position, quote: quote)
            guard position < bytes.count else { return false }
            switch bytes[position] {
            case quote: return true
            case 0x5C:
                hasEscapes = true
                // A line break after a backslash is a broken string too.
                if position + 1 < bytes.count, bytes[position + 1] == 0x0A || bytes[position + 1] == 0x0D {
                    position += 1
                    return false
                }
                position = min(position + 2, bytes.count)
            case 0x0A, 0x0D: return false
            default: position += 1
            }
        }
    }

    private mutating func bare() -> Token {
        start = position
        position += 1
        while position < bytes.count, !JSONBytes.endsWord(bytes[position]) { position += 1 }
        stop = position
        hasEscapes = false
        isRecovering = false
        if expected == .key {
            let end = position
            skipSpace()
            if position < bytes.count, bytes[position] == 0x3A {
                position += 1
                expected = .value
                return .key
            }
            position = end
        } else if JSONBytes.isScalar(bytes, start..<stop) {
            expected = .separator
            return .scalar
        }
        report("json-value", .error, "neither a string nor a number nor a known word; put it in quotes", at: start)
        expected = .separator
        isRecovering = true
        return .broken
    }

    /// Steps over white space and comments.
    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            // The end of a statement, behind data in JavaScript.
            case 0x3B where root != nil && open.isEmpty: position += 1
            case 0x2F where position + 1 < bytes.count && bytes[position + 1] == 0x2F:
                while position < bytes.count, bytes[position] != 0x0A { position += 1 }
            case 0x2F where position + 1 < bytes.count && bytes[position + 1] == 0x2A: skipComment()
            default: return
            }
        }
    }

    private mutating func skipComment() {
        let begin = position
        position += 2
        while position + 1 < bytes.count {
            if bytes[position] == 0x2A, bytes[position + 1] == 0x2F {
                position += 2
                return
            }
            position += 1
        }
        position = bytes.count
        report("json-comment", .error, "the comment is not closed; write */ at its end", at: begin)
    }
}
