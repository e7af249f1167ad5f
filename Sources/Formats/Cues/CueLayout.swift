import Text

/// How a translated cue is cut into lines.
enum CueLayout {
    /// Longest line in columns: what Netflix and the BBC ask for in Latin script (42 characters,
    /// https://partnerhelp.netflixstudios.com/hc/en-us/articles/217350977).
    static let widest = 42

    /// Whether a line begins with a dash, as where two people speak in one cue, or with a voice of WebVTT: it is not
    /// joined to the line before it.
    static func isOwnLine(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
        guard let first = line.first else { return false }
        switch bytes[first] {
        case UInt8(ascii: "-"): return true
        case UInt8(ascii: "<"):
            return line.count > 2 && bytes[first + 1] == UInt8(ascii: "v") && !isLetter(bytes[first + 2])
        // – and —, －
        case 0xE2: return line.count > 2 && bytes[first + 1] == 0x80 && (0x93...0x94).contains(bytes[first + 2])
        case 0xEF: return line.count > 2 && bytes[first + 1] == 0xBC && bytes[first + 2] == 0x8D
        default: return false
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// The lines of a translation. Its own line breaks are kept. Without any, one that is wider than a line is cut into
    /// lines of much the same width, as many as the source at most, where the target has spaces between words.
    /// - Parameter most: lines of the source.
    static func lines(of text: InlineText, most: Int, target: LanguageTag) -> [[InlineText.Part]] {
        var lines: [[InlineText.Part]] = [[]]
        for part in text.parts {
            guard case .text(let run) = part else {
                lines[lines.count - 1].append(part)
                continue
            }
            for (index, piece) in run.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
            {
                if index > 0 { lines.append([]) }
                if !piece.isEmpty { lines[lines.count - 1].append(.text(String(piece))) }
            }
        }
        if lines.count > 1 {
            // A blank line would end the cue.
            lines.removeAll { line in
                line.allSatisfy { if case .text(let run) = $0 { run.trimmed.isEmpty } else { false } }
            }
            return lines.isEmpty ? [[]] : lines
        }
        guard most > 1, !target.joinsWithoutSpace else { return lines }
        return balanced(lines[0], most)
    }

    /// Cut at single spaces in the text, nearest to equal parts.
    private static func balanced(_ line: [InlineText.Part], _ most: Int) -> [[InlineText.Part]] {
        var column = 0
        /// Where the line may be cut: the part, the scalar in it, the column.
        var places: [(part: Int, scalar: Int, column: Int)] = []
        var space: (part: Int, scalar: Int, column: Int)?
        var last: Unicode.Scalar = " "
        for (index, part) in line.enumerated() {
            guard case .text(let run) = part else { continue }
            for (offset, scalar) in run.unicodeScalars.enumerated() {
                if let space, isWordStart(scalar) { places.append(space) }
                space = scalar == " " && last != " " && column > 0 ? (index, offset, column) : nil
                last = scalar
                column += scalar.isHan || scalar.isCJKPunctuation || scalar.isKana ? 2 : 1
            }
        }
        guard column > widest, !places.isEmpty else { return [line] }
        let count = min((column + widest - 1) / widest, places.count + 1, most)
        var cuts: [Int] = []
        for number in 1..<max(count, 2) {
            let wanted = column * number / count
            let from = (cuts.last ?? -1) + 1
            guard from < places.count else { break }
            if let best = (from..<places.count).min(by: {
                abs(places[$0].column - wanted) < abs(places[$1].column - wanted)
            }) {
                cuts.append(best)
            }
        }
        var lines: [[InlineText.Part]] = [[]]
        for (index, part) in line.enumerated() {
            guard case .text(let run) = part else {
                lines[lines.count - 1].append(part)
                continue
            }
            let scalars = Array(run.unicodeScalars)
            var start = 0
            for cut in cuts where places[cut].part == index {
                lines[lines.count - 1].append(.text(string(scalars[start..<places[cut].scalar])))
                lines.append([])
                start = places[cut].scalar + 1
            }
            if start < scalars.count { lines[lines.count - 1].append(.text(string(scalars[start...]))) }
        }
        return lines
    }

    private static func isWordStart(_ scalar: Unicode.Scalar) -> Bool {
        !["-", " ", "–", "—", "－", "<", "{", "\u{3000}", "\t"].contains(scalar)
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
