import Text

/// The lines of a decoded file.
enum TextLines {
    /// Cuts the text at LF, CR and CRLF and measures each line, in one pass. The last line is there even when it is empty.
    static func scan(_ decoded: DecodedText) -> [TextLine] {
        var lines: [TextLine] = []
        lines.reserveCapacity(decoded.utf8.count / 64 + 1)
        let encoding = decoded.encoding
        let sourceBreaks = SourceBreaks(decoded)
        decoded.utf8.withUnsafeBufferPointer { bytes in
            var position = decoded.start
            var sourceStart = decoded.detection.markLength
            while true {
                var scanner = LineScanner(bytes: bytes, start: position, encoding: encoding)
                scanner.run()
                let text = (start: position, end: scanner.end)
                let source: (start: Int, end: Int)
                if decoded.isSource {
                    source = (position, scanner.end)
                } else {
                    source = (sourceStart, sourceBreaks.endOfLine(from: sourceStart))
                }
                lines.append(scanner.line(text: text, source: source))
                guard scanner.lineBreak != .none else { return }
                position = scanner.next
                sourceStart = source.end + scanner.lineBreak.rawValue.utf8.count * decoded.encoding.unitSize
            }
        }
        return lines
    }

    /// Finds the ends of lines in the bytes of the file; CR and LF are never part of a longer character there.
    private struct SourceBreaks {
        private let bytes: [UInt8]
        private let unitSize: Int
        private let low: Int

        init(_ decoded: DecodedText) {
            bytes = decoded.source
            unitSize = decoded.encoding.unitSize
            low = decoded.encoding == .utf16BE ? 1 : 0
        }

        func endOfLine(from start: Int) -> Int {
            var index = start
            while index + unitSize <= bytes.count {
                let byte = bytes[index + low]
                if byte == 0x0A || byte == 0x0D, unitSize == 1 || bytes[index + 1 - low] == 0 { return index }
                index += unitSize
            }
            return bytes.count
        }
    }
}

/// Reads one line.
private struct LineScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    let start: Int
    var end = 0
    var next = 0
    var lineBreak = TextLine.LineBreak.none

    private var contentStart = 0
    private var contentEnd = 0
    private var columns = 0
    private var contentColumns = 0
    private var indentColumns = 0
    private var firstWordColumns = 0
    private var inFirstWord = true
    private var first: Unicode.Scalar = " "
    private var last: Unicode.Scalar = " "
    private var hasIdeographicIndent = false
    private var hasWords = false
    private var hasSpeechSigns = false
    private var hasInnerPunctuation = false
    private var pendingPunctuation = false
    private var hasControls = false
    private var pendingControls = false
    private var count = 0
    private var contentCount = 0
    /// Bytes of the white space at both ends, in the encoding of the file.
    private var leading = 0
    private var trailing = 0
    private let encoding: TextEncoding

    init(bytes: UnsafeBufferPointer<UInt8>, start: Int, encoding: TextEncoding) {
        self.bytes = bytes
        self.start = start
        self.encoding = encoding
    }

    mutating func run() {
        var index = start
        var started = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0A || byte == 0x0D { break }
            let (scalar, length) = decode(at: index)
            let width = scalar.value == 9 ? 4 - columns % 4 : scalar.columns
            columns += width
            if scalar.isBlank {
                if started {
                    trailing += encoding.length(ofBlank: scalar)
                    inFirstWord = false
                    if scalar.isControl { pendingControls = true }
                    count += 1
                } else {
                    leading += encoding.length(ofBlank: scalar)
                    indentColumns += width
                    if scalar.value == 0x3000 { hasIdeographicIndent = true }
                }
            } else {
                if !started {
                    started = true
                    contentStart = index
                    first = scalar
                }
                trailing = 0
                if pendingControls { hasControls = true }
                if pendingPunctuation { hasInnerPunctuation = true }
                if scalar.isPhraseEnd { pendingPunctuation = true }
                if !hasWords, scalar.isWordPart { hasWords = true }
                if !hasSpeechSigns, scalar.isSpeechSign { hasSpeechSigns = true }
                if inFirstWord {
                    firstWordColumns += width
                    if width != 1 { inFirstWord = false }
                }
                count += 1
                contentCount = count
                contentColumns = columns
                contentEnd = index + length
                last = scalar
            }
            index += length
        }
        end = index
        if !started {
            contentStart = index
            contentEnd = index
            leading = 0
            trailing = 0
            indentColumns = 0
        }
        next = index
        guard index < bytes.count else { return }
        if bytes[index] == 0x0A {
            lineBreak = .lf
        } else if index + 1 < bytes.count, bytes[index + 1] == 0x0A {
            lineBreak = .crlf
        } else {
            lineBreak = .cr
        }
        next = index + lineBreak.rawValue.utf8.count
    }

    func line(text: (start: Int, end: Int), source: (start: Int, end: Int)) -> TextLine {
        let isBlank = contentStart == contentEnd
        let sourceStart = isBlank ? source.end : min(source.start + leading, source.end)
        return TextLine(
            start: TwinOffset(source: source.start, text: text.start),
            contentStart: TwinOffset(source: sourceStart, text: contentStart),
            end: TwinOffset(source: isBlank ? source.end : max(sourceStart, source.end - trailing), text: contentEnd),
            lineBreak: lineBreak,
            columns: contentColumns,
            indentColumns: indentColumns,
            firstWordColumns: firstWordColumns,
            first: first,
            last: last,
            hasIdeographicIndent: hasIdeographicIndent,
            hasWords: hasWords,
            hasSpeechSigns: hasSpeechSigns,
            hasInnerPunctuation: hasInnerPunctuation,
            count: contentCount,
            hasControls: hasControls
        )
    }

    /// The scalar at an offset of valid UTF-8, and its length.
    private func decode(at index: Int) -> (Unicode.Scalar, Int) {
        let byte = UInt32(bytes[index])
        if byte < 0x80 { return (Unicode.Scalar(UInt8(byte)), 1) }
        func tail(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset] & 0x3F) }
        if byte < 0xE0 { return (Unicode.Scalar((byte & 0x1F) << 6 | tail(1)) ?? "\u{FFFD}", 2) }
        if byte < 0xF0 {
            return (Unicode.Scalar((byte & 0x0F) << 12 | tail(1) << 6 | tail(2)) ?? "\u{FFFD}", 3)
        }
        return (Unicode.Scalar((byte & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3)) ?? "\u{FFFD}", 4)
    }
}

extension TextEncoding {
    /// Bytes of one of the scalars that `Unicode.Scalar.isBlank` names.
    fileprivate func length(ofBlank scalar: Unicode.Scalar) -> Int {
        switch self {
        case .utf8: UTF8.width(scalar)
        case .utf16LE, .utf16BE: 2
        case .gb18030: scalar.value < 0x80 ? 1 : scalar.value == 0x3000 ? 2 : 4
        case .big5, .eucTW: scalar.value < 0x80 ? 1 : 2
        case .windows1251, .windows1252, .latin1: 1
        }
    }
}
