/// Cuts what a recognizer says over and over when it lost its way: 洗洗洗洗…, or a whole phrase many times.
enum TextLoop {
    /// Leaves of each loop what a person might have said.
    ///
    /// - Returns: what was repeated in the first loop; nil when there was none.
    static func cut(_ text: inout TimedText) -> String? {
        var found: String?
        var kept: [TimedText.Piece] = []
        let pieces = text.pieces
        var index = 0
        while index < pieces.count {
            guard let loop = loop(at: index, in: pieces) else {
                kept.append(pieces[index])
                index += 1
                continue
            }
            let unit = pieces[index..<index + loop.unit]
            if found == nil { found = unit.map(\.text).joined().filter { $0 != " " } }
            kept += pieces[index..<index + loop.unit * keep(unit)]
            index += loop.unit * loop.times
            // What is left of the last time round.
            var rest = 0
            while index < pieces.count, rest < loop.unit, loop.unit > 2,
                pieces[index].core == unit[unit.startIndex + rest].core
            {
                index += 1
                rest += 1
            }
        }
        if found != nil { text.pieces = kept }
        return found
    }

    private static let longest = 40

    /// The shortest unit that is repeated from a place on so often that nobody says it.
    private static func loop(at start: Int, in pieces: [TimedText.Piece]) -> (unit: Int, times: Int)? {
        let left = pieces.count - start
        guard left >= 5 else { return nil }
        for unit in 1...min(longest, left / 3 + 1) {
            var count = 0
            while start + count + unit < pieces.count, pieces[start + count].core == pieces[start + count + unit].core {
                count += 1
            }
            let times = count / unit + 1
            if times >= needed(pieces[start..<start + min(unit, left)]) { return (unit, times) }
        }
        return nil
    }

    private static func needed(_ unit: ArraySlice<TimedText.Piece>) -> Int {
        switch unit.count {
        case 1: isCry(unit) ? 13 : 6
        case 2...4: 6
        default: 3
        }
    }

    private static func keep(_ unit: ArraySlice<TimedText.Piece>) -> Int { isCry(unit) ? 4 : 1 }

    /// Laughing and crying are repeated by people too.
    private static func isCry(_ unit: ArraySlice<TimedText.Piece>) -> Bool {
        unit.allSatisfy { ["哈", "呵", "嘻", "呜", "嗚", "啊", "嘿", "唔", "嗯", "ha", "haha"].contains($0.core) }
    }
}
