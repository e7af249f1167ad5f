internal import Text

/// Brings the bytes of a TMX file into UTF-8 as they come.
struct TMXDecoder {
    private let encoding: TextEncoding
    private(set) var isDamaged = false
    /// Bytes of a character that is not whole yet.
    private var rest: [UInt8] = []
    private var isFirst = true

    /// - Parameter head: the first bytes of the file: a mark, or how `<` is written, or the declaration names the encoding.
    init(_ head: [UInt8]) {
        switch XMLEncoding(of: head) {
        case .utf16LittleEndian: encoding = .utf16LE
        case .utf16BigEndian: encoding = .utf16BE
        case .utf8:
            let declared = String(decoding: head.prefix(200), as: UTF8.self)
            var name = ""
            if declared.hasPrefix("<?xml"), let behind = Self.behind("encoding", in: declared) {
                let value = behind.drop { $0 == "=" || $0 == " " }
                if let quote = value.first { name = String(value.dropFirst().prefix { $0 != quote }) }
            }
            // A file in UTF-8 cannot say that it is in UTF-16.
            let named = TextEncoding(name: name)
            encoding = named.flatMap { $0.unitSize == 1 ? $0 : nil } ?? .utf8
        }
    }

    mutating func decode(_ bytes: [UInt8], isLast: Bool, into buffer: inout [UInt8]) {
        guard encoding != .utf8 else {
            let mark = TextEncoding.utf8.mark
            buffer += isFirst && bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
            isFirst = false
            return
        }
        var whole = rest + bytes
        rest = []
        if isFirst, !encoding.mark.isEmpty, whole.starts(with: encoding.mark) { whole.removeFirst(encoding.mark.count) }
        isFirst = false
        if !isLast {
            let end = wholeEnd(of: whole)
            rest = Array(whole[end...])
            whole.removeSubrange(end...)
        }
        let (utf8, invalid) = encoding.decode(whole[...])
        buffer += utf8
        if invalid != nil { isDamaged = true }
    }

    /// An offset at which no character is cut: for two bytes a unit, none in two units; else behind a line or a tag.
    private func wholeEnd(of bytes: [UInt8]) -> Int {
        guard encoding.unitSize == 1 else {
            var end = bytes.count & ~1
            if end >= 2 {
                let high = encoding == .utf16LE ? bytes[end - 1] : bytes[end - 2]
                if (0xD8...0xDB).contains(high) { end -= 2 }
            }
            return end
        }
        // `>` and line feeds are no second bytes of GB18030, Big5 or Shift-JIS.
        return bytes.lastIndex { $0 == 0x3E || $0 == 0x0A }.map { $0 + 1 } ?? 0
    }

    /// What follows a word; the room does without Foundation.
    private static func behind(_ word: String, in text: String) -> Substring? {
        var rest = text[...]
        while !rest.isEmpty {
            if rest.hasPrefix(word) { return rest.dropFirst(word.count) }
            rest = rest.dropFirst()
        }
        return nil
    }
}
