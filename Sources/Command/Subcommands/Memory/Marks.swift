internal import Glibc
internal import Workflows

/// Marks in texts: colours on a terminal, brackets elsewhere.
struct Marks {
    private let isColoured: Bool

    init() { isColoured = isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil }

    /// Writes a line whose texts have been cleaned.
    func print(_ line: String) { Stream.output.write("\(line)\n") }

    func dim(_ text: String) -> String { isColoured ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

    /// A match's source, with what the query has not and what it has instead: `[-old-]{+new+}` without colours.
    func difference(_ match: LookupMemory.Match, of query: String) -> String {
        let (own, its) = (Array(query.unicodeScalars), Array(match.source.unicodeScalars))
        var line = ""
        for step in match.difference {
            let (new, old) = (Self.text(own, step.query), Self.text(its, step.source))
            switch step.op {
            case "equal": line += old
            case "insert": line += inserted(new)
            case "delete": line += deleted(old)
            default: line += deleted(old) + inserted(new)
            }
        }
        return line
    }

    private func deleted(_ text: String) -> String { isColoured ? "\u{1B}[31;9m\(text)\u{1B}[0m" : "[-\(text)-]" }
    private func inserted(_ text: String) -> String { isColoured ? "\u{1B}[32m\(text)\u{1B}[0m" : "{+\(text)+}" }

    /// A text with some places marked, cut to what stands around the first of them.
    func found(_ text: String, _ places: [[Int]]) -> String {
        let scalars = Array(text.unicodeScalars)
        let (before, width) = (40, 160)
        var range = 0..<min(scalars.count, width)
        if scalars.count > width, let first = places.first?.first {
            let start = max(0, min(first - before, scalars.count - width))
            range = start..<min(scalars.count, start + width)
        }
        var line = range.lowerBound > 0 ? "…" : ""
        var next = range.lowerBound
        for place in places where place.count == 2 && place[0] >= next && place[1] <= range.upperBound {
            line += Self.text(scalars, [next, place[0]])
            let word = Self.text(scalars, place)
            line += isColoured ? "\u{1B}[1;31m\(word)\u{1B}[0m" : "«\(word)»"
            next = place[1]
        }
        return line + Self.text(scalars, [next, range.upperBound]) + (range.upperBound < scalars.count ? "…" : "")
    }

    /// The text at a range, on one line.
    private static func text(_ scalars: [Unicode.Scalar], _ range: [Int]) -> String {
        let (start, end) = (range.first ?? 0, range.last ?? 0)
        guard start < end, start >= 0, end <= scalars.count else { return "" }
        let text = Console.clean(String(String.UnicodeScalarView(scalars[start..<end])))
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" ? "⏎" : $0 }))
    }
}

extension Stream {
    /// Calls with every line of standard input, as it comes.
    static func forEachInputLine(_ body: (String) -> Void) {
        var rest: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        func hand(_ line: ArraySlice<UInt8>) {
            body(String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self))
        }
        while true {
            let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            rest += buffer[..<count]
            var start = 0
            while let end = rest[start...].firstIndex(of: 0x0A) {
                hand(rest[start..<end])
                start = end + 1
            }
            rest.removeFirst(start)
        }
        if !rest.isEmpty { hand(rest[...]) }
    }
}
