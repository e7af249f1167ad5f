import Text

/// Reads the strings of any JSON file in one pass, each by the path of names that leads to it.
struct JSONStringsReader {
    /// Name of the format, for the document.
    var format: String
    var syntaxes: Set<PlaceholderSyntax>
    /// Whether the branches of ICU messages are units of their own.
    var readsMessages = false
    /// Whether only what `JSONManifest` knows as a text is one.
    var isManifest = false

    /// How many values are looked at to find out what the file is.
    private static let sampled = 20_000

    func read(_ bytes: [UInt8], file: String, options: ReadOptions) throws(FormatError) -> Document {
        let decoded = try DecodedText(json: bytes, file: file, encoding: options.encoding)
        let start = decoded.start
        let scanner = options.scanner(syntaxes)
        let result = decoded.utf8.withUnsafeBufferPointer { buffer -> Pass? in
            var filter = JSONTextFilter(buffer, from: start, source: options.source, sampling: Self.sampled)
            guard filter.hasRoot else { return nil }
            if isManifest { filter.takeOnlyHan() }
            var pass = Pass(buffer, scanner, filter)
            pass.isManifest = isManifest
            if readsMessages { pass.reader = JSONMessageReader(options, syntaxes: syntaxes) }
            pass.run(from: start)
            return pass
        }
        guard let result else { throw .noJSON(file) }
        return Document(
            file: file,
            format: format,
            units: result.units,
            chapters: result.units.isEmpty ? [] : [.init(key: "strings", title: nil, units: result.units.indices)],
            details: .init(encoding: decoded.encoding.rawValue),
            findings: decoded.findings + decoded.findings(of: result.problems, file: file),
            skeleton: JSONSkeleton(
                decoded: decoded,
                style: result.style,
                strings: result.places,
                messages: result.messages
            )
        )
    }

    /// One way through the file.
    private struct Pass {
        let bytes: UnsafeBufferPointer<UInt8>
        let scanner: PlaceholderScanner
        let filter: JSONTextFilter
        var reader: JSONMessageReader?
        var isManifest = false
        var units: [Unit] = []
        var places: [JSONPlace] = []
        var messages: [JSONMessage] = []
        var problems: [JSONProblem] = []
        var style = JSONStyle()
        private var hashes: JSONKeyHashes
        private var path = JSONPath()

        init(_ bytes: UnsafeBufferPointer<UInt8>, _ scanner: PlaceholderScanner, _ filter: JSONTextFilter) {
            self.bytes = bytes
            self.scanner = scanner
            self.filter = filter
            let expected = filter.expectedUnits
            hashes = JSONKeyHashes(expecting: expected)
            // Never grown where it can be helped: a growing array stands in memory twice.
            units.reserveCapacity(expected)
            places.reserveCapacity(expected)
        }

        mutating func run(from start: Int) {
            var json = JSONScanner(bytes, from: start)
            while true {
                switch json.next() {
                case .objectStart: path.open(isArray: false)
                case .arrayStart: path.open(isArray: true)
                case .objectEnd, .arrayEnd: path.close()
                case .key: path.setKey(bytes, json.start..<json.stop, hasEscapes: json.hasEscapes)
                case .scalar: path.value(bytes, json.start..<json.stop)
                case .broken: path.value()
                case .string: string(json.start..<json.stop, json.hasEscapes, &json)
                case .end:
                    problems = json.problems
                    if hashes.hasRepeats() { number() }
                    return
                }
            }
        }

        private mutating func number() {
            var keys = JSONKeys()
            var next = 0
            for index in units.indices {
                if !places[index].isNone {
                    units[index].key = keys.unique(units[index].key)
                } else if next < messages.count, messages[next].first == index {
                    let key = keys.unique(messages[next].key, suffixes: messages[next].suffixes)
                    messages[next].key = key
                    for (place, suffix) in messages[next].suffixes.enumerated() {
                        units[index + place].key = key + suffix
                    }
                    next += 1
                }
            }
        }

        private mutating func string(_ range: Range<Int>, _ hasEscapes: Bool, _ json: inout JSONScanner) {
            if hasEscapes { style.learn(from: bytes, range) }
            let isIdentity = path.isIdentity
            defer { path.value(bytes, range) }
            guard !isIdentity, hasEscapes || filter.isText(bytes, range) else { return }
            guard let text = JSONString.decode(bytes, range, hasEscapes: hasEscapes) else {
                json.report(.badEscape(at: range.lowerBound))
                return
            }
            if hasEscapes, !filter.isText(text) { return }
            if TextShape.isResource(text, key: filter.rule == .letters ? nil : path.member) {
                return
            }
            let key = path.string(hashedBy: &hashes)
            if isManifest, !JSONManifest.isText(key) { return }
            if let reader, hasEscapes || JSONBytes.contains(0x7B, bytes, range), let read = reader.read(text) {
                add(read.message, read.pieces, key, range)
                return
            }
            units.append(Unit(key: key, source: scanner.inline(text), kind: .string))
            places.append(JSONPlace(range))
        }

        private mutating func add(
            _ message: ICUMessage,
            _ pieces: [ICUMessage.Piece],
            _ key: String,
            _ range: Range<Int>
        ) {
            guard !pieces.isEmpty else { return }
            messages.append(
                JSONMessage(
                    place: JSONPlace(range),
                    message: message,
                    key: key,
                    suffixes: pieces.map(\.suffix),
                    first: units.count
                )
            )
            for piece in pieces {
                let unit = Unit(piece, of: key)
                hashes.add(unit.key)
                units.append(unit)
                places.append(.none)
            }
        }
    }
}

extension JSONProblem {
    static func badEscape(at offset: Int) -> JSONProblem {
        let message =
            "the string has an escape that JSON does not know, or half a character; write \\\\ for a backslash"
        return JSONProblem(code: "json-escape", severity: .error, message: message, offset: offset)
    }
}

extension FormatError {
    static func noJSON(_ file: String) -> FormatError {
        FormatError(.malformed, "“\(file)” holds no JSON object or array. Is it the right file?")
    }
}

extension DecodedText {
    /// Decodes a JSON file. Offsets in it are kept in 32 bits.
    init(json bytes: [UInt8], file: String, encoding: TextEncoding?) throws(FormatError) {
        self.init(bytes, file: file, encoding: encoding)
        guard utf8.count < Int(Int32.max) else {
            throw FormatError(.refused, "“\(file)” is larger than 2 GB. Split it into smaller files.")
        }
    }
}
