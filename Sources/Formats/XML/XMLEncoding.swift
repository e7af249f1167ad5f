/// How an XML file is stored. Everything works on UTF-8; a file in UTF-16 is converted before and after.
package enum XMLEncoding: Sendable {
    case utf8
    case utf16LittleEndian
    case utf16BigEndian

    package var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        }
    }

    /// From the byte order mark, or from how `<` is written (XML 1.0, appendix F).
    init(of bytes: [UInt8]) {
        switch (bytes.first, bytes.dropFirst().first) {
        case (0xFF, 0xFE), (0x3C, 0x00): self = .utf16LittleEndian
        case (0xFE, 0xFF), (0x00, 0x3C): self = .utf16BigEndian
        default: self = .utf8
        }
    }

    /// The file in UTF-8, the byte order mark kept as U+FEFF, and whether something could not be read.
    func decode(_ bytes: [UInt8]) -> (bytes: [UInt8], isDamaged: Bool) {
        guard self != .utf8 else {
            // Bytes that are no UTF-8 are kept: they stand in the file as they are.
            return (bytes, !Self.isUTF8(bytes))
        }
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = 0
        while index + 1 < bytes.count {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(self == .utf16LittleEndian ? second << 8 | first : first << 8 | second)
            index += 2
        }
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count)
        let isDamaged = transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false) {
            utf8.append($0)
        }
        return (utf8, isDamaged || bytes.count % 2 == 1)
    }

    /// The bytes to store for a file in UTF-8.
    package func encode(_ utf8: [UInt8]) -> [UInt8] {
        guard self != .utf8 else { return utf8 }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count * 2)
        _ = transcode(utf8.makeIterator(), from: UTF8.self, to: UTF16.self, stoppingOnError: false) { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
            bytes.append(self == .utf16LittleEndian ? low : high)
            bytes.append(self == .utf16LittleEndian ? high : low)
        }
        return bytes
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        (try? UTF8Span(validating: bytes.span)) != nil
    }
}
