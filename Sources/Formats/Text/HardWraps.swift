/// Finds text that was cut into lines of one width, as in Project Gutenberg's files, and which lines belong together.
///
/// Where each line is a paragraph, as in a web novel, nothing is joined. The evidence is taken from pairs of lines that
/// could be one paragraph (no blank line between, the second not indented): in wrapped text the first of the two nearly
/// always reaches the same width and nearly always ends in the middle of a phrase.
struct HardWraps {
    /// In columns; what lines reach where they are cut.
    var width: Int
    /// How far a cut line may stay below the width, in columns: a word for Latin text, two characters for Han.
    var slack: Int

    enum Verdict {
        case wrapped(HardWraps)
        /// Each line is a paragraph of its own.
        case paragraphs
        /// Fewer than four pairs of lines that could belong together.
        case unknown
    }

    /// Looks at the lines of a file or a chapter. `isText` says which are neither blank nor a heading nor a separator.
    static func find(in lines: ArraySlice<TextLine>, isText: (Int) -> Bool) -> Verdict {
        var firsts: [Int] = []
        var widths: [Int] = []
        var wide = 0
        var texts = 0
        for index in lines.indices where isText(index) {
            texts += 1
            let line = lines[index]
            if line.first.columns == 2 { wide += 1 }
            guard index + 1 < lines.endIndex, isText(index + 1), !lines[index + 1].isIndented else { continue }
            firsts.append(index)
            widths.append(line.columns)
        }
        guard firsts.count >= 4 else { return .unknown }
        let slack = wide * 2 > texts ? 8 : 14
        let width = widths.sorted()[widths.count * 95 / 100]
        // Narrower than 16 characters is verse; wider than 120 columns nobody wraps.
        guard width >= 32, width <= 130 else { return .paragraphs }
        let limit = width + 8
        let overlong = lines.indices.count(where: { isText($0) && lines[$0].columns > limit })
        guard overlong * 25 <= texts else { return .paragraphs }
        let full = firsts.filter { lines[$0].columns > width - slack }
        let cut = full.count(where: { lines[$0].endsInWord })
        let prose = full.count(where: { lines[$0].hasInnerPunctuation })
        guard full.count >= 4, full.count * 10 >= firsts.count * 6, cut * 100 >= full.count * 45,
            prose * 2 >= full.count
        else { return .paragraphs }
        return .wrapped(HardWraps(width: width, slack: slack))
    }

    /// Whether `next` goes on with the paragraph that `line` is part of; the caller knows that both are text.
    func joins(_ line: TextLine, _ next: TextLine) -> Bool {
        if next.isStrayEnd, !next.isIndented { return true }
        guard !next.isIndented else { return false }
        if isFull(line, before: next) { return true }
        // Lines that lost characters in copying are shorter, but still end in the middle of a phrase.
        return line.endsInWord && line.columns * 2 > width
    }

    private func isFull(_ line: TextLine, before next: TextLine) -> Bool {
        line.columns + min(next.firstWordColumns, slack) >= width - slack / 2 - 2
    }

    /// Whether a run of lines with one indent is a piece of prose that was wrapped inside its indent.
    static func isWrappedBlock(_ lines: ArraySlice<TextLine>) -> Bool {
        guard lines.count >= 3 else { return false }
        let cut = lines.dropLast().count(where: { $0.endsInWord })
        return cut >= 2 && cut * 4 >= lines.count - 1
            && lines.count(where: \.hasInnerPunctuation) * 2 >= lines.count
    }
}

extension HardWraps {
    /// The last lines of the paragraph that begins at a line; of several when they are one block with an indent.
    func ends(ofParagraphsFrom start: Int, in lines: [TextLine], upTo limit: Int, isText: (Int) -> Bool) -> [Int] {
        if lines[start].isIndented, let ends = blockEnds(from: start, in: lines, upTo: limit, isText: isText) {
            return ends
        }
        var end = start
        while end + 1 < limit, isText(end + 1), joins(lines[end], lines[end + 1]) { end += 1 }
        return [end]
    }

    /// A block of verse or a letter: lines with one indent. When the block is narrower than the rest and was wrapped itself,
    /// its lines are joined except after a short line that ends a sentence; else only where a line stops in mid-phrase and
    /// the block as a whole is punctuated. Nil when its lines stand alone.
    private func blockEnds(from start: Int, in lines: [TextLine], upTo limit: Int, isText: (Int) -> Bool) -> [Int]? {
        let indent = lines[start].indentColumns
        var end = start
        var narrow = start
        var widest = 0
        while end < limit, isText(end), lines[end].indentColumns == indent {
            end += 1
            if narrow == end - 1, lines[end - 1].columns <= width - slack {
                widest = max(widest, lines[end - 1].columns)
                narrow = end
            }
        }
        if Self.isWrappedBlock(lines[start..<narrow]) {
            return (start..<narrow).filter { index in
                index == narrow - 1 || (lines[index].columns < widest - 8 && lines[index].endsSentence)
            }
        }
        // The first line of an ordinary paragraph, which goes on without indent, is no part of the block.
        if end < limit, isText(end), !lines[end].isIndented { end -= 1 }
        guard end - start >= 2, lines[end - 1].endsSentence else { return nil }
        let ends = (start..<end).filter { index in
            index == end - 1 || !(lines[index].endsInWord && lines[index].hasInnerPunctuation)
        }
        return ends.count < end - start ? ends : nil
    }
}
