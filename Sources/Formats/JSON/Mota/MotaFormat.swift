import Text

/// Data of mota-js games: `var data_… = {…}` and `main.floors.NAME = {…}` in `.js` files.
package enum MotaFormat: Format {
    package static let name = "mota"
    package static let summary = "mota-js game data, JSON in JavaScript"
    package static let extensions = ["js"]
    package static let family = FormatFamily.games
    package static let carries: Set<FormatFeature> = [.codes, .keys, .speakers]

    package static func recognize(_ sample: FileSample) -> Recognition {
        guard sample.ending == "js", let start = start(of: sample.head) else { return .no }
        let head = JSONTree(sample.head, from: start)
        // Real code soon shows what JSON does not allow.
        return head.root.map { head.kind($0) == .object } == true && head.problems.count < 3 ? .certain : .no
    }

    /// Where the data begins: behind `NAME =` at the head of the file.
    private static func start(of bytes: [UInt8], from first: Int = 0) -> Int? {
        let head = Array(bytes[min(first, bytes.count)..<min(first + 400, bytes.count)])
        guard let equals = head.firstIndex(of: 0x3D) else { return nil }
        let isName = head[..<equals].allSatisfy {
            (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0)
                || [0x20, 0x09, 0x0A, 0x0D, 0x2E, 0x5F, 0x24].contains($0)
        }
        let next = head[(equals + 1)...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        return isName && (next == 0x7B || next == 0x5B) ? first + equals + 1 : nil
    }

    package static func read(
        _ bytes: [UInt8],
        file: String,
        options: ReadOptions
    ) throws(FormatError) -> Document {
        let decoded = DecodedText(bytes, file: file, encoding: options.encoding)
        let start = start(of: decoded.utf8, from: decoded.start) ?? decoded.start
        let json = try JSONFile(bytes, file: file, options: options, behind: start - decoded.start)
        var reader = MotaReader(json)
        reader.read()
        return json.document(format: name, reader.units, title: json.tree.text(json.tree.member("title", of: 0)))
    }

    package static func write(_ document: Document, as edition: Edition) throws(FormatError) -> WrittenFile {
        try JSONSkeleton.write(document, as: edition)
    }
}
