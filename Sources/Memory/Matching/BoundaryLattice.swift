/// Judges whether a form found in a run of Chinese is a word there: whether a likely cutting of the run has boundaries at
/// both of its ends.
///
/// All ways to cut a run into dictionary words, terms, numbers and names with a surname are one lattice. The best way that
/// respects the form's ends is held against the best way of all; both come from one pass forward and one back.
struct BoundaryLattice {
    private let segmenter: Segmenter
    private let costs: BoundaryCosts
    private var forward: [Float] = []
    private var backward: [Float] = []
    /// The edge by which the best way comes to each place.
    private var arrival: [Int32] = []
    private(set) var edges: [Edge] = []

    struct Edge {
        var from: Int32
        var to: Int32
        var weight: Float
        var kind: Kind

        enum Kind: UInt8 { case word, term, name, number, latin, mark }
    }

    init(segmenter: Segmenter, costs: BoundaryCosts = BoundaryCosts()) {
        self.segmenter = segmenter
        self.costs = costs
    }

    /// What came of a form: kept, or refused because of an edge of the best way.
    struct Verdict {
        var isKept: Bool
        var obstacle: Edge?
    }

    /// Judges the forms of one run.
    ///
    /// - Parameters:
    ///   - window: characters of the run.
    ///   - numbers: the whole text in the segmenter's alphabet.
    ///   - candidates: by place; all lie within the window.
    ///   - weight: of a candidate as a word.
    ///   - report: is called for each candidate, by its index.
    mutating func judge(
        _ window: Range<Int>,
        _ numbers: UnsafeBufferPointer<UInt16>,
        _ candidates: Slice<UnsafeBufferPointer<FormIndex.Candidate>>,
        weight: (FormIndex.Candidate) -> Float,
        report: (Int, Verdict) -> Void
    ) {
        layEdges(window, numbers, candidates, weight)
        goBack(window.count)
        let best = forward[window.count]
        var hasPath = false
        for index in candidates.indices {
            let candidate = candidates[index]
            let start = Int(candidate.start) - window.lowerBound
            let end = start + Int(candidate.length)
            let own = forward[start] + weight(candidate) + backward[end]
            if own >= best - costs.tolerance {
                report(index, Verdict(isKept: true))
                continue
            }
            if !hasPath {
                markPath(window.count)
                hasPath = true
            }
            report(index, verdict(start, end, loss: best - own, numbers, window))
        }
    }

    private mutating func layEdges(
        _ window: Range<Int>,
        _ numbers: UnsafeBufferPointer<UInt16>,
        _ candidates: Slice<UnsafeBufferPointer<FormIndex.Candidate>>,
        _ weight: (FormIndex.Candidate) -> Float
    ) {
        let count = window.count
        let never = -Float.greatestFiniteMagnitude
        edges.removeAll(keepingCapacity: true)
        if forward.count < count + 1 {
            let room = count + 64
            forward = [Float](repeating: 0, count: room)
            backward = [Float](repeating: 0, count: room)
            arrival = [Int32](repeating: -1, count: room)
        }
        for place in 0...count { forward[place] = never }
        forward[0] = 0
        var next = candidates.startIndex
        segmenter.words.withReader { reader in
            for place in 0..<count {
                let reached = forward[place] > never
                while next < candidates.endIndex, Int(candidates[next].start) == window.lowerBound + place {
                    let candidate = candidates[next]
                    if reached { lay(place, place + Int(candidate.length), weight(candidate), .term) }
                    next += 1
                }
                guard reached else { continue }
                let at = window.lowerBound + place
                let number = numbers[at]
                guard number <= Alphabet.strangeHan else {
                    var end = at + 1
                    if Alphabet.isWord(number) { while end < window.upperBound, Alphabet.isWord(numbers[end]) { end += 1 } }
                    lay(place, end - window.lowerBound, costs.latin, Alphabet.isWord(number) ? .latin : .mark)
                    continue
                }
                var slot = reader.first(number)
                let tag = reader.tag(slot)
                lay(place, place + 1, tag == 0 ? Segmenter.strangeWeight : Segmenter.weight(tag: tag), .word)
                var end = at + 1
                while slot != 0, end < window.upperBound {
                    slot = reader.child(of: slot, numbers[end])
                    end += 1
                    let tag = reader.tag(slot)
                    if tag != 0 { lay(place, end - window.lowerBound, Segmenter.weight(tag: tag), .word) }
                }
                let trait = segmenter.traits(number)
                if !trait.isEmpty { layOthers(trait, place, window, numbers) }
            }
        }
    }

    /// Numbers and names.
    private mutating func layOthers(
        _ trait: CharacterTraits,
        _ place: Int,
        _ window: Range<Int>,
        _ numbers: UnsafeBufferPointer<UInt16>
    ) {
        let at = window.lowerBound + place
        if trait.contains(.numeral), place == 0 || !isNumeral(numbers[at - 1]) {
            var end = at + 1
            while end < window.upperBound, isNumeral(numbers[end]) { end += 1 }
            if end > at + 1 {
                lay(place, end - window.lowerBound, costs.number + costs.numeral * Float(end - at), .number)
            }
        }
        let names = segmenter.names
        var surnames: [(length: Int, weight: Float)] = []
        if trait.contains(.surname) { surnames.append((1, names.weight(surname: numbers[at]))) }
        if trait.contains(.beginsCompound), at + 1 < window.upperBound,
            names.compounds.contains(UInt32(numbers[at]) << 16 | UInt32(numbers[at + 1]))
        {
            surnames.append((2, NameModel.compound))
        }
        for surname in surnames {
            let given = at + surname.length
            guard given < window.upperBound, numbers[given] < Alphabet.firstMark else { continue }
            let two = names.weight(surname: surname.weight, given: numbers[given])
            if let title = title(at: given, window, numbers), surname.weight > NameModel.impossible {
                // Before a title a surname stands for a whole name.
                lay(place, given - window.lowerBound, NameModel.share + surname.weight, .name)
                if title > 1 { continue }
            }
            if two > costs.leastName { lay(place, given + 1 - window.lowerBound, two, .name) }
            guard given + 1 < window.upperBound, numbers[given + 1] < Alphabet.firstMark else { continue }
            let three = names.weight(surname: surname.weight, given: numbers[given], numbers[given + 1])
            if three > costs.leastName { lay(place, given + 2 - window.lowerBound, three, .name) }
        }
    }

    /// The length of a title or form of address at a place of the text; nil where there is none.
    private func title(at place: Int, _ window: Range<Int>, _ numbers: UnsafeBufferPointer<UInt16>) -> Int? {
        let first = UInt64(numbers[place])
        if place + 1 < window.upperBound {
            let two = first << 16 | UInt64(numbers[place + 1])
            if segmenter.titles.contains(two) { return 2 }
        }
        return segmenter.titles.contains(first) ? 1 : nil
    }

    private func isNumeral(_ number: UInt16) -> Bool {
        segmenter.traits(number).contains(.numeral)
    }

    @inline(__always)
    private mutating func lay(_ from: Int, _ to: Int, _ weight: Float, _ kind: Edge.Kind) {
        let score = forward[from] + weight
        if score > forward[to] {
            forward[to] = score
            arrival[to] = Int32(truncatingIfNeeded: edges.count)
        }
        edges.append(
            Edge(from: Int32(truncatingIfNeeded: from), to: Int32(truncatingIfNeeded: to), weight: weight, kind: kind)
        )
    }

    private mutating func goBack(_ count: Int) {
        let never = -Float.greatestFiniteMagnitude
        for place in 0..<count { backward[place] = never }
        backward[count] = 0
        for edge in edges.reversed() where backward[Int(edge.to)] > never {
            backward[Int(edge.from)] = max(backward[Int(edge.from)], edge.weight + backward[Int(edge.to)])
        }
    }

    /// Turns `arrival` into: for each place within an edge of the best way, that edge; -1 at its boundaries.
    private mutating func markPath(_ count: Int) {
        var place = count
        while place > 0 {
            let index = arrival[place]
            let edge = edges[Int(index)]
            for inside in (Int(edge.from) + 1)..<max(Int(edge.from) + 1, Int(edge.to)) { arrival[inside] = index }
            arrival[place] = -1
            place = Int(edge.from)
        }
        arrival[0] = -1
    }

    private func verdict(
        _ start: Int,
        _ end: Int,
        loss: Float,
        _ numbers: UnsafeBufferPointer<UInt16>,
        _ window: Range<Int>
    ) -> Verdict {
        let index = arrival[start] >= 0 ? arrival[start] : arrival[end]
        guard index >= 0 else { return Verdict(isKept: true) }
        let edge = edges[Int(index)]
        guard edge.kind == .word, Int(edge.from) <= start, Int(edge.to) >= end else {
            return Verdict(isKept: false, obstacle: edge)
        }
        let word = Int(edge.from)..<Int(edge.to)
        let rest = word.lowerBound == start ? end..<word.upperBound : word.lowerBound..<start
        let isOnePiece = rest.count + end - start == word.count
        let allowance = costs.allowance(
            form: end - start,
            word: word.count,
            wordWeight: edge.weight,
            ownWeight: weight(of: start..<end),
            restLength: isOnePiece ? rest.count : nil,
            restWeight: isOnePiece ? weight(of: rest) : nil,
            isNumber: word.lowerBound == start
                && (start..<end).allSatisfy { isNumeral(numbers[window.lowerBound + $0]) },
            isCounted: start == word.lowerBound + 1 && isNumeral(numbers[window.lowerBound + word.lowerBound])
        )
        let isKept = loss <= allowance && isCut(word, at: start, end)
        return Verdict(isKept: isKept, obstacle: edge)
    }

    /// Whether the best way to cut a word into shorter ones has boundaries at both places: 同学会 is 同学 and 会, not 同 and 学会.
    private func isCut(_ word: Range<Int>, at start: Int, _ end: Int) -> Bool {
        let never = -Float.greatestFiniteMagnitude
        var any = [Float](repeating: never, count: word.count + 1)
        var respecting = any
        any[0] = 0
        respecting[0] = 0
        // Edges lie in the order of their beginnings.
        for edge in edges where Int(edge.from) >= word.lowerBound && Int(edge.to) <= word.upperBound {
            let from = Int(edge.from)
            let to = Int(edge.to)
            guard to - from < word.count else { continue }
            let (left, right) = (from - word.lowerBound, to - word.lowerBound)
            any[right] = max(any[right], any[left] + edge.weight)
            if !(from < start && to > start), !(from < end && to > end) {
                respecting[right] = max(respecting[right], respecting[left] + edge.weight)
            }
        }
        return respecting[word.count] > never && respecting[word.count] >= any[word.count]
    }

    /// Of a dictionary word at a place of the run.
    private func weight(of piece: Range<Int>) -> Float? {
        edges.first { Int($0.from) == piece.lowerBound && Int($0.to) == piece.upperBound && $0.kind == .word }?.weight
    }
}

/// Weights of what is no dictionary word, as natural logarithms of a share of running text, set by hand on general
/// grounds and tried on labelled sentences (`Tests/MemoryTests/Resources/boundaries.tsv`).
nonisolated(unsafe) package var knobs: [String: Float] = [:]
struct BoundaryCosts: Sendable {
    init() {
        if let v = knobs["tolerance"] { tolerance = v }
        if let v = knobs["leastName"] { leastName = v }
        if let v = knobs["number"] { number = v }
    }
    /// A term is in the list because it recurs. One that the dictionary knows has its own weight as well, so that the list
    /// adds little; one that it does not know has no other, and the longer it is, the less it stands there by chance.
    func term(length: Int, dictionaryWeight: Float?) -> Float {
        if length == 1 { return max(dictionaryWeight ?? -8, -8) }
        if let dictionaryWeight { return max(dictionaryWeight, knobs["known"] ?? -11) }
        return length == 2 ? knobs["t2"] ?? -9.5 : length == 3 ? -9 : -8.5
    }

    /// How much likelier another cutting must be.
    var tolerance: Float = 0
    var latin: Float = -8
    /// A number of several digits, and each digit of it.
    var number: Float = -8
    var numeral: Float = -0.5
    var leastName: Float = -19

    /// How much likelier a dictionary word that holds the form may be than its parts.
    ///
    /// - Parameters:
    ///   - form: its length, and `word` that of the word that holds it.
    ///   - ownWeight: of the form as a word of the dictionary.
    ///   - restLength: what is left of the word, when that is one piece, and its weight as a word of the dictionary.
    func allowance(
        form: Int,
        word: Int,
        wordWeight: Float,
        ownWeight: Float?,
        restLength: Int?,
        restWeight: Float?,
        isNumber: Bool,
        isCounted: Bool
    ) -> Float {
        guard let restLength else { return 0 }
        // 十三岁 is a number and what it counts.
        if isNumber { return 8 }
        // 王师傅 is a name and a title; 一剑 and 风吹 are chance neighbours; 行李 is a word.
        let chance: Float = wordWeight < -16 ? 3 : 0
        if form == 1 {
            if restLength > 1 { return (restWeight ?? -20) > -13 ? 8 : single + chance }
            return isCounted ? counted : single + chance
        }
        // Four characters of two words each are two words for a translator (天下大乱), but not around a name (平步青云).
        if word == 4, form == 2, (ownWeight ?? -20) > -13.5 { return 14 }
        // Words that were hardly ever seen are compounds (青石板路).
        return wordWeight < -14.4 ? rare : compound
    }

    /// 一剑
    var counted: Float = 4.5
    var single: Float = knobs["single"] ?? 2.4
    var rare: Float = knobs["rare"] ?? 6
    var compound: Float = knobs["compound"] ?? 4
}
