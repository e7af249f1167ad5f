/// A character encoding of a plain text file. The raw value is its IANA name.
package enum TextEncoding: String, Sendable, Hashable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LE = "UTF-16LE"
    case utf16BE = "UTF-16BE"
    /// A superset of GBK and GB 2312.
    case gb18030 = "GB18030"
    /// With the Hong Kong supplement (HKSCS).
    case big5 = "Big5"
    case eucTW = "EUC-TW"
    /// Never found out, only named: by a declaration or by a person.
    case windows1251 = "windows-1251"
    case windows1252 = "windows-1252"
    case latin1 = "ISO-8859-1"

    /// The encodings that a file is looked at for, the likeliest of a Chinese text first.
    package static let detectable: [TextEncoding] = [.utf8, .utf16LE, .utf16BE, .gb18030, .big5, .eucTW]

    /// The encoding that a person means: IANA names and the usual aliases, in any case, `_` and `-` alike.
    /// Nil for a name that is none of them.
    package init?(name: String) {
        let name = String(
            String.UnicodeScalarView(name.lowercased().unicodeScalars.filter { $0 != "-" && $0 != "_" && $0 != " " })
        )
        switch name {
        case "utf8", "utf8bom", "ascii", "usascii": self = .utf8
        case "utf16", "utf16le", "unicode", "ucs2", "ucs2le": self = .utf16LE
        case "utf16be", "ucs2be": self = .utf16BE
        case "gb18030", "gbk", "gb2312", "cp936", "ansi", "euccn", "ms936", "windows936": self = .gb18030
        case "big5", "big5hkscs", "big5eten", "cp950", "windows950", "ms950": self = .big5
        case "euctw", "cns11643": self = .eucTW
        case "windows1251", "cp1251": self = .windows1251
        case "windows1252", "cp1252": self = .windows1252
        case "iso88591", "latin1", "l1": self = .latin1
        default: return nil
        }
    }

    /// The bytes that mark the encoding at the head of a file; empty for an encoding that has no such mark.
    var mark: [UInt8] {
        switch self {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .utf16LE: [0xFF, 0xFE]
        case .utf16BE: [0xFE, 0xFF]
        case .gb18030: [0x84, 0x31, 0x95, 0x33]
        case .big5, .eucTW, .windows1251, .windows1252, .latin1: []
        }
    }

    /// Bytes of one code unit: what a line break is made of.
    var unitSize: Int { self == .utf16LE || self == .utf16BE ? 2 : 1 }

    /// The name by which the C library knows it.
    private var iconvName: String {
        switch self {
        case .big5: "BIG5-HKSCS"
        case .windows1251: "CP1251"
        case .windows1252: "CP1252"
        default: rawValue
        }
    }

    /// Bytes decoded to UTF-8, each sequence that is invalid as one U+FFFD. Line breaks are never part of such a
    /// sequence, so the lines of the result are the lines of the input.
    ///
    /// `count` is the number of U+FFFD put in, `first` the offset of the first of them in the result.
    func decode(_ bytes: some Collection<UInt8>) -> (utf8: [UInt8], invalid: (count: Int, first: Int)?) {
        switch self {
        case .utf8: return Self.decodeUTF8(bytes)
        case .utf16LE, .utf16BE: return Self.decodeUTF16(bytes, bigEndian: self == .utf16BE)
        case .gb18030, .big5, .eucTW, .windows1251, .windows1252, .latin1: break
        }
        guard let iconv = Iconv(from: iconvName, to: "UTF-8") else { return Self.decodeUTF8(bytes) }
        var output: [UInt8] = []
        var invalid: [Int] = []
        func convert(_ buffer: UnsafeBufferPointer<UInt8>) {
            iconv.convert(buffer, into: &output) { offset in
                invalid.append(offset)
                let pair = offset + 1 < buffer.count && isPair(buffer[offset], buffer[offset + 1])
                return (Self.replacement, pair ? 2 : 1)
            }
        }
        if bytes.withContiguousStorageIfAvailable(convert) == nil { Array(bytes).withUnsafeBufferPointer(convert) }
        guard !invalid.isEmpty else { return (output, nil) }
        let first = Self.firstReplacement(in: output)
        return (output, (invalid.count, first))
    }

    /// The text in this encoding without a mark; nil with the first scalar that the encoding cannot hold.
    package func encode(_ text: String) -> Result<[UInt8], Unencodable> {
        switch self {
        case .utf8: return .success(Array(text.utf8))
        case .utf16LE: return .success(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        case .utf16BE: return .success(text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
        case .gb18030, .big5, .eucTW, .windows1251, .windows1252, .latin1:
            guard let encoder = encoder() else { return .failure(Unencodable(scalar: text.unicodeScalars.first)) }
            return encoder.encode(text)
        }
    }

    /// An encoder to be used for many texts; nil for the Unicode encodings, which need none.
    func encoder() -> Encoder? {
        switch self {
        case .utf8, .utf16LE, .utf16BE: nil
        case .gb18030, .big5, .eucTW, .windows1251, .windows1252, .latin1: Encoder(to: iconvName)
        }
    }

    /// A character that an encoding has no place for.
    package struct Unencodable: Error {
        package var scalar: Unicode.Scalar?
    }

    final class Encoder {
        private let iconv: Iconv

        fileprivate init?(to name: String) {
            guard let iconv = Iconv(from: "UTF-8", to: name) else { return nil }
            self.iconv = iconv
        }

        package func encode(_ text: String) -> Result<[UInt8], Unencodable> {
            var text = text
            var output: [UInt8] = []
            var failed: Unicode.Scalar?
            let whole = text.withUTF8 { buffer in
                iconv.convert(buffer, into: &output) { offset in
                    let rest = String(
                        decoding: UnsafeBufferPointer(rebasing: buffer[offset...].prefix(4)),
                        as: UTF8.self
                    )
                    failed = rest.unicodeScalars.first
                    return nil
                }
            }
            return whole ? .success(output) : .failure(Unencodable(scalar: failed))
        }
    }

    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// Whether two bytes have the shape of one character, so that an unknown character costs one U+FFFD and not two.
    private func isPair(_ lead: UInt8, _ trail: UInt8) -> Bool {
        guard lead >= 0x81, lead <= 0xFE else { return false }
        switch self {
        case .gb18030: return trail >= 0x40 && trail != 0x7F && trail != 0xFF
        case .big5: return (trail >= 0x40 && trail <= 0x7E) || (trail >= 0xA1 && trail != 0xFF)
        case .windows1251, .windows1252, .latin1: return false
        default: return lead >= 0xA1 && trail >= 0xA1 && trail != 0xFF
        }
    }

    private static func decodeUTF8(_ bytes: some Collection<UInt8>) -> (
        utf8: [UInt8], invalid: (count: Int, first: Int)?
    ) {
        let plain = (bytes as? [UInt8]) ?? Array(bytes)
        if (try? UTF8Span(validating: plain.span)) != nil { return (plain, nil) }
        let utf8 = Array(String(decoding: plain, as: UTF8.self).utf8)
        return (utf8, added(to: utf8, against: replacements(in: plain)))
    }

    private static func decodeUTF16(
        _ bytes: some Collection<UInt8>,
        bigEndian: Bool
    ) -> (utf8: [UInt8], invalid: (count: Int, first: Int)?) {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2 + 1)
        var known = 0
        var iterator = bytes.makeIterator()
        while let first = iterator.next() {
            guard let second = iterator.next() else {
                units.append(0xD800)
                break
            }
            let unit = bigEndian ? UInt16(first) << 8 | UInt16(second) : UInt16(second) << 8 | UInt16(first)
            if unit == 0xFFFD { known += 1 }
            units.append(unit)
        }
        let utf8 = Array(String(decoding: units, as: UTF16.self).utf8)
        return (utf8, added(to: utf8, against: known))
    }

    private static func added(to utf8: [UInt8], against known: Int) -> (count: Int, first: Int)? {
        let count = replacements(in: utf8) - known
        guard count > 0 else { return nil }
        return (count, firstReplacement(in: utf8))
    }

    private static func firstReplacement(in bytes: [UInt8]) -> Int {
        var index = 0
        while index + 2 < bytes.count {
            if bytes[index] == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] == 0xBD { return index }
            index += 1
        }
        return 0
    }

    private static func replacements(in bytes: [UInt8]) -> Int {
        guard bytes.count >= 3 else { return 0 }
        var count = 0
        for index in 0..<bytes.count - 2
        where bytes[index] == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] == 0xBD { count += 1 }
        return count
    }
}
