package import Text

/// What was recognized in one stretch of sound, put together from tokens and rid of what nobody said.
package struct RecognizedText: Hashable, Sendable {
    /// With punctuation, without white space at the ends.
    package var text: String
    /// Words, or single characters of scripts without spaces; without punctuation. In order, within the stretch.
    package var words: [SpokenLine.Word]
    /// How many words were cut because they only repeated what stood before.
    package var repeated: Int

    /// Joins tokens whose bytes make characters together, clamps times to a stretch and cuts loops.
    package init(tokens: [RecognizedToken], within stretch: TimeSpan) {
        var pieces = Self.pieces(of: tokens, within: stretch)
        let spoken = pieces.indices.filter { pieces[$0].isSpoken }
        let loops = RepetitionLoop.find(in: spoken.map { pieces[$0].key }, times: spoken.map { pieces[$0].time })
        var cut = Set<Int>()
        for loop in loops {
            // Punctuation goes with the word before it.
            let end = loop.upperBound < spoken.count ? spoken[loop.upperBound] : pieces.count
            cut.formUnion(spoken[loop.lowerBound]..<end)
        }
        repeated = loops.reduce(0) { $0 + $1.count }
        if !cut.isEmpty { pieces = pieces.indices.filter { !cut.contains($0) }.map { pieces[$0] } }
        text = Self.trimmed(pieces.map(\.text).joined())
        words = pieces.filter(\.isSpoken).map { SpokenLine.Word(Self.trimmed($0.text), $0.time) }
    }

    private struct Piece {
        var text: String
        var time: TimeSpan
        var isSpoken: Bool
        var key: String { RecognizedText.trimmed(text).lowercased() }
    }

    private static func pieces(of tokens: [RecognizedToken], within stretch: TimeSpan) -> [Piece] {
        var pieces: [Piece] = []
        var waiting: [UInt8] = []
        var time: TimeSpan?
        for (index, token) in tokens.enumerated() {
            waiting += token.bytes
            time = TimeSpan(time?.start ?? token.time.start, token.time.end)
            // A character of which a part is still to come waits for it.
            if index + 1 < tokens.count, endsInsideCharacter(waiting) { continue }
            let scalars = Array(String(decoding: waiting, as: UTF8.self).unicodeScalars)
            append(scalars, time ?? token.time, to: &pieces)
            waiting = []
            time = nil
        }
        var last = stretch.start
        for index in pieces.indices {
            let start = min(max(pieces[index].time.start, last), stretch.end)
            pieces[index].time = TimeSpan(start, min(max(pieces[index].time.end, start), stretch.end))
            last = start
        }
        return pieces
    }

    /// A character a piece where the script has no spaces; letters together until a space.
    private static func append(_ scalars: [Unicode.Scalar], _ time: TimeSpan, to pieces: inout [Piece]) {
        // A space takes no time.
        let step = time.duration / Double(max(1, scalars.count { !$0.properties.isWhitespace }))
        var start = time.start
        var spaced = false
        for scalar in scalars where scalar != "\u{FFFD}" {
            let part = TimeSpan(start, start + step)
            if !scalar.properties.isWhitespace { start = part.end }
            if scalar.properties.isWhitespace {
                spaced = true
            } else if scalar.isHan || scalar.isKana {
                pieces.append(Piece(text: String(scalar), time: part, isSpoken: true))
                spaced = false
            } else if let last = pieces.indices.last, !spaced, joins(scalar, to: pieces[last]) {
                pieces[last].text.unicodeScalars.append(scalar)
                pieces[last].time.end = part.end
            } else {
                let text = (spaced && !pieces.isEmpty ? " " : "") + String(scalar)
                pieces.append(Piece(text: text, time: part, isSpoken: isLetter(scalar)))
                spaced = false
            }
        }
        // A space at the end of a token holds for the next one: it becomes a piece of its own.
        if spaced, !pieces.isEmpty { pieces.append(Piece(text: " ", time: time, isSpoken: false)) }
    }

    private static func joins(_ scalar: Unicode.Scalar, to piece: Piece) -> Bool {
        guard piece.isSpoken, let last = piece.text.unicodeScalars.last, !last.isHan, !last.isKana else { return false }
        return isLetter(scalar) || scalar == "'" || scalar == "’" || scalar == "-"
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar.properties.generalCategory == .nonspacingMark
    }

    private static func endsInsideCharacter(_ bytes: [UInt8]) -> Bool {
        for back in 1...4 where back <= bytes.count {
            let byte = bytes[bytes.count - back]
            if byte & 0xC0 == 0x80 { continue }
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            return length > back
        }
        return false
    }

    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }
        let end = scalars.lastIndex { !$0.properties.isWhitespace }
        return end.map { String(String.UnicodeScalarView(scalars[...$0])) } ?? ""
    }
}
