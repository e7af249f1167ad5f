/// References to characters in subtitles, `&amp;` and `&#39;`: always read, and written as the file does.
struct CueReferences: Sendable {
    /// Characters that are written as references wherever they stand, with the reference.
    private var written: [Unicode.Scalar: String]

    /// Those that the file uses, and the ones given.
    init(in bytes: [UInt8], from start: Int, always: [Unicode.Scalar: String] = [:]) {
        written = always
        let used: [(String, Unicode.Scalar)] = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\u{A0}")]
        var index = start
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "&") else {
                index += 1
                continue
            }
            for (name, scalar) in used where bytes[index...].starts(with: name.utf8) { written[scalar] = name }
            index += 1
        }
    }

    /// The character of the reference that begins at an `&`, and where it ends.
    static func reference(_ bytes: [UInt8], at start: Int, limit: Int) -> (text: String, end: Int)? {
        let last = min(limit, start + 12)
        guard let end = bytes[start..<last].firstIndex(of: UInt8(ascii: ";")), end > start + 1 else { return nil }
        let name = bytes[start + 1..<end]
        if name.first == UInt8(ascii: "#") {
            let isHex = name.dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "x")
            let digits = String(decoding: name.dropFirst(isHex ? 2 : 1), as: UTF8.self)
            guard let value = UInt32(digits, radix: isHex ? 16 : 10), value >= 0x20, let scalar = Unicode.Scalar(value)
            else { return nil }
            return (String(scalar), end + 1)
        }
        return XMLEntities.known[String(decoding: name, as: UTF8.self)].map { ($0, end + 1) }
    }

    /// The text with references where the file has them, and where an `&` would be read as the beginning of one.
    func escape(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) || !written.isEmpty else { return text }
        let bytes = Array(text.utf8)
        var escaped = String.UnicodeScalarView()
        var offset = 0
        for scalar in text.unicodeScalars {
            if let name = written[scalar] {
                escaped.append(contentsOf: name.unicodeScalars)
            } else if scalar == "&", Self.reference(bytes, at: offset, limit: bytes.count) != nil {
                escaped.append(contentsOf: "&amp;".unicodeScalars)
            } else {
                escaped.append(scalar)
            }
            offset += UTF8.width(scalar)
        }
        return String(escaped)
    }
}
