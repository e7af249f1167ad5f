internal import Text

/// Text in a box as a game fills it: each line takes as many pieces as fit.
///
/// Lines break at spaces and after hyphens and dashes within words, and between characters of scripts that are written
/// without spaces, but not before a mark that closes nor after one that opens (UAX #14 without its dictionaries).
struct LineFilling {
    /// The lines of each written line, as ranges of the text.
    private(set) var lines: [Range<Int>] = []
    /// The widest piece that cannot be broken.
    private(set) var widest: (range: Range<Int>, width: Double)?

    /// - Parameter width: pixels of the box.
    init(_ scalars: [Unicode.Scalar], width: Double, face: FontFace) {
        for written in Self.written(scalars) {
            var start = written.lowerBound
            var end = start
            var used = 0.0
            for piece in Self.pieces(scalars, in: written) {
                let own = face.measure(scalars[piece]).width
                if own > (widest?.width ?? 0) { widest = (piece, own) }
                let gap = end < piece.lowerBound ? face.measure(scalars[end..<piece.lowerBound]).width : 0
                if end > start, used + gap + own > width + TooWide.tolerance {
                    lines.append(start..<end)
                    start = piece.lowerBound
                    used = own
                } else {
                    used += gap + own
                }
                end = piece.upperBound
            }
            lines.append(start..<end)
        }
    }

    /// The lines as they are written, without what is at their ends.
    static func written(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
        scalars.indices.split(omittingEmptySubsequences: false) { scalars[$0] == "\n" || scalars[$0] == "\u{2028}" }
            .map { line in
                var range = line.startIndex..<line.endIndex
                while let last = range.last, isSpace(scalars[last]) { range = range.lowerBound..<last }
                while let first = range.first, isSpace(scalars[first]) { range = first + 1..<range.upperBound }
                return range
            }
    }

    /// What stays together, without the spaces between.
    private static func pieces(_ scalars: [Unicode.Scalar], in line: Range<Int>) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start: Int?
        for index in line {
            if isSpace(scalars[index]) {
                if let first = start { pieces.append(first..<index) }
                start = nil
            } else if let first = start {
                guard breaks(before: index, from: first, in: scalars, to: line.upperBound) else { continue }
                pieces.append(first..<index)
                start = index
            } else {
                start = index
            }
        }
        if let first = start { pieces.append(first..<line.upperBound) }
        return pieces
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09, 0x0D, 0x3000, 0x200B, 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x205F: true
        default: false
        }
    }

    private static func breaks(before index: Int, from start: Int, in scalars: [Unicode.Scalar], to end: Int) -> Bool {
        let (left, right) = (scalars[index - 1], scalars[index])
        if continues(right) || left.value == 0x200D || left.value == 0x2060 || right.value == 0x2060 { return false }
        if isHyphen(left) {
            return index - 1 > start && TextScan.isWord(scalars[index - 2]) && TextScan.isWord(right)
        }
        if left.value == 0x0F0B { return true }
        guard standsAlone(left) || standsAlone(right) else { return false }
        if closes(right) || opens(left) || left.value == 0xA0 || right.value == 0xA0 { return false }
        // Thai and Lao write some vowels before the consonant and some after.
        switch left.value {
        case 0x0E40...0x0E44, 0x0EC0...0x0EC4, 0x17D2, 0x1039: return false
        default: break
        }
        switch right.value {
        case 0x0E2F, 0x0E30, 0x0E32, 0x0E33, 0x0E45, 0x0E46, 0x0EAF, 0x0EB0, 0x0EB2, 0x0EB3, 0x0EC6: return false
        case 0x1000...0x109F:
            // A consonant without its vowel ends a syllable of Myanmar.
            return index + 1 >= end || !(0x1039...0x103A).contains(scalars[index + 1].value)
        default: return true
        }
    }

    private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0xAD, 0x2010, 0x2012...0x2015: true
        default: false
        }
    }

    /// Whether a scalar belongs to the one before it.
    private static func continues(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x300 { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return scalar.value == 0x200D || (0x1F3FB...0x1F3FF).contains(scalar.value)
        }
    }

    /// Whether a scalar is of a script without spaces.
    private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E01...0x0EDF, 0x1000...0x109F, 0x1780...0x17DD, 0x2E80...0x303F, 0x3041...0x312F, 0x31A0...0x9FFF,
            0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFF60, 0x20000...0x323AF:
            true
        default: false
        }
    }

    /// Marks and small kana that begin no line (JIS X 4051).
    private static func closes(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .closePunctuation, .finalPunctuation: return true
        default: return closing.contains(scalar)
        }
    }

    private static func opens(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .openPunctuation, .initialPunctuation: true
        default: false
        }
    }

    private static let closing = Set(
        "!,.:;?%…‥、。，．：；？！％・·〜～ーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ々〻ゝゞヽヾ".unicodeScalars
    )
}
