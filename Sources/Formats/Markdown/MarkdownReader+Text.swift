import Text

// The text of blocks, and their places in the bytes of the file.
extension MarkdownReader {
    func plain(_ block: MarkdownBlock) -> String {
        inline(block.pieces.map(trimmed), raw: block.pieces).plain.trimmed
    }

    func inline(_ pieces: [Range<Int>], raw: [Range<Int>]) -> InlineText {
        var text = ""
        var breaks: [MarkdownInline.Break] = []
        for (index, piece) in pieces.enumerated() {
            if index > 0 {
                text += "\n"
                let isHard = isHardBreak(raw[index - 1])
                breaks.append(isHard ? string(pieces[index - 1].upperBound..<piece.lowerBound) : nil)
            }
            text += string(piece)
        }
        var parser = MarkdownInline(text, breaks: breaks, definitions: self.parser.definitions)
        return parser.parse()
    }

    func string(_ range: Range<Int>) -> String { String(decoding: decoded.utf8[range], as: UTF8.self) }

    /// A range without white space at its ends, U+3000 too.
    func trimmed(_ piece: Range<Int>) -> Range<Int> {
        var (start, end) = (piece.lowerBound, piece.upperBound)
        let bytes = decoded.utf8
        func isWide(_ index: Int) -> Bool { bytes[index...].starts(with: [0xE3, 0x80, 0x80]) }
        while start < end {
            if bytes[start] == 0x20 || bytes[start] == 0x09 {
                start += 1
            } else if start + 3 <= end, isWide(start) {
                start += 3
            } else {
                break
            }
        }
        while end > start {
            if bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 {
                end -= 1
            } else if end - 3 >= start, isWide(end - 3) {
                end -= 3
            } else {
                break
            }
        }
        return start..<end
    }

    /// The text in `![text](…)` when that is all there is.
    func alternative(in range: Range<Int>) -> Range<Int>? {
        let bytes = decoded.utf8[range]
        guard bytes.starts(with: [0x21, 0x5B]), bytes.last == 0x29, let close = bytes.firstIndex(of: 0x5D),
            close + 1 < bytes.endIndex, bytes[close + 1] == 0x28,
            !bytes[(close + 1)...].dropLast().contains(0x29)
        else { return nil }
        let alternative = trimmed(range.lowerBound + 2..<close)
        return string(alternative).unicodeScalars.contains(where: \.isWordPart) ? alternative : nil
    }

    // MARK: places

    func hole(_ range: Range<Int>, first: Int, last: Int) -> Hole? {
        guard let start = twin(range.lowerBound, line: first), let end = twin(range.upperBound, line: last) else {
            return nil
        }
        return Hole(
            start: start,
            contentStart: start,
            end: end,
            hasIdeographicIndent: false,
            lineBreak: lines[last].lineBreak
        )
    }

    /// The place of an offset in the bytes of the file: what is before it in its line, or after it, has the same bytes in
    /// the encoding of the file. Nil when both hold something that is invalid there.
    func twin(_ offset: Int, line index: Int) -> TwinOffset? {
        if decoded.isSource { return TwinOffset(source: offset, text: offset) }
        let line = lines[index]
        func bytes(_ range: Range<Int>) -> [UInt8]? {
            if case .success(let bytes) = decoded.encoding.encode(string(range)) { return bytes }
            return nil
        }
        if let before = bytes(line.start.text..<offset), decoded.source[line.start.source...].starts(with: before) {
            return TwinOffset(source: line.start.source + before.count, text: offset)
        }
        if offset <= line.end.text, let after = bytes(offset..<line.end.text),
            decoded.source[line.start.source..<line.end.source].reversed().starts(with: after.reversed())
        {
            return TwinOffset(source: line.end.source - after.count, text: offset)
        }
        return nil
    }
}
