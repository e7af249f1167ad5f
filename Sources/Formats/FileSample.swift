/// A file as formats see it when they are asked whether it is theirs.
package struct FileSample: Sendable {
    /// Path as the user gave it, or as it is in its project: `game/data/Map001.json`.
    package let file: String
    /// The whole file.
    package let bytes: [UInt8]
    /// The beginning of the text in UTF-8 without a mark, at most `reach` bytes; empty for a file that is not text.
    package let head: [UInt8]

    package static let reach = 65_536

    package init(_ bytes: [UInt8], file: String) {
        self.file = file
        self.bytes = bytes
        let start = Array(bytes.prefix(Self.reach))
        let isArchive = start.starts(with: [0x50, 0x4B])
        head = isArchive ? [] : Self.text(start)
    }

    private static func text(_ bytes: [UInt8]) -> [UInt8] {
        let decoded = DecodedText(bytes, file: "")
        return Array(decoded.utf8[min(decoded.start, decoded.utf8.count)...])
    }

    /// Last part of the path.
    package var name: String {
        String(file[(file.lastIndex(of: "/").map { file.index(after: $0) } ?? file.startIndex)...])
    }

    /// Extension in lower case without the dot; empty without one.
    package var ending: String {
        let name = name
        guard let dot = name.lastIndex(of: ".") else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    /// The beginning as a string; what is cut or damaged at its end reads as U+FFFD.
    package var headText: String { String(decoding: head, as: UTF8.self) }
}
