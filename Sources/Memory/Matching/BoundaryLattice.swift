/// Judges whether a form found in a run of Chinese is a word there: whether a likely cutting of the run has boundaries at
/// both of its ends.
///
/// All ways to cut a run into dictionary words, terms, numbers and names with a surname are one lattice. The best way that
/// respects the form's ends is held against the best way of all; both come from one pass forward and one back.
struct BoundaryLattice {
    private let segmenter: Segmenter
    private let costs: BoundaryCosts
    private let names: NameModel
    private let traits: [CharacterTraits]
    private let titles: Set<UInt64>
    /// By place: the best score of the ways to it and from it.
    private var forward = LatticeRow<Float>()
    private var backward = LatticeRow<Float>()
    /// By place: the edge by which the best way comes to it.
    private var arrival = LatticeRow<Int32>()
    /// By place: the first of its edges, which lie in the order of their beginnings.
    private var begins = LatticeRow<Int32>()
    private var edges = LatticeRow<Edge>()

    struct Edge: BitwiseCopyable {
        var from: Int32
        var to: Int32
        var weight: Float
        var kind: Kind

        enum Kind: UInt8, BitwiseCopyable { case word, term, name, number, latin, mark }
    }

    init(segmenter: Segmenter, costs: BoundaryCosts = BoundaryCosts()) {
        self.segmenter = segmenter
        self.costs = costs
        names = segmenter.names
        traits = segmenter.traitTable
        titles = segmenter.titles
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
        edges.count = 0
        forward.makeRoom(count + 1)
        backward.makeRoom(count + 1)
        arrival.makeRoom(count + 1)
        begins.makeRoom(count + 1)
        for place in 0...count { forward[place] = never }
        forward[0] = 0
        var next = candidates.startIndex
        segmenter.words.withReader { reader in
            for place in 0..<count {
                let reached = forward[place] > never
                begins[place] = Int32(truncatingIfNeeded: edges.count)
                defer {
                    while next < candidates.endIndex, Int(candidates[next].start) == window.lowerBound + place {
                        let candidate = candidates[next]
                        if reached {
                            let own = weight(candidate)
                            lay(place, place + Int(candidate.length), own, .term)
                            if candidate.length == 2 { layLongerName(place, own, window, numbers) }
                        }
                        next += 1
                    }
                }
                guard reached else { continue }
                let at = window.lowerBound + place
                let number = numbers[at]
                guard number <= Alphabet.strangeHan else {
                    var end = at + 1
                    if Alphabet.isWord(number) {
                        while end < window.upperBound, Alphabet.isWord(numbers[end]) { end += 1 }
                    }
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
                let trait = traits(number)
                if !trait.isEmpty { layOthers(trait, place, window, numbers) }
            }
        }
    }

    /// A form that looks like a name of two characters, with a third: 李天明 where the list has 李天. Now and then somebody is
    /// called so; the third character must be a likelier part of a name than of what follows.
    private mutating func layLongerName(
        _ place: Int,
        _ own: Float,
        _ window: Range<Int>,
        _ numbers: UnsafeBufferPointer<UInt16>
    ) {
        let at = window.lowerBound + place
        guard at + 2 < window.upperBound, !traits(numbers[at]).isDisjoint(with: [.surname, .endearment]),
            numbers[at + 2] < Alphabet.firstMark
        else { return }
        let last = names.weight(last: numbers[at + 2])
        guard last > costs.leastLast else { return }
        let isWord = (weight(of: place..<(place + 2)) ?? -20) > -13
        lay(place, place + 3, own + (isWord ? costs.longerWord : costs.longerName) + last, .name)
    }

    /// Numbers and names.
    private mutating func layOthers(
        _ trait: CharacterTraits,
        _ place: Int,
        _ window: Range<Int>,
        _ numbers: UnsafeBufferPointer<UInt16>
    ) {
        let at = window.lowerBound + place
        let isOrdinal = trait.contains(.ordinal)
        if isOrdinal || (trait.contains(.numeral) && (place == 0 || !isNumeral(numbers[at - 1]))) {
            var end = at + 1
            while end < window.upperBound, isNumeral(numbers[end]) { end += 1 }
            if end > at + 1 {
                lay(place, end - window.lowerBound, costs.number + costs.numeral * Float(end - at), .number)
            }
        }
        if trait.contains(.surname) { layNames(place, 1, names.weight(surname: numbers[at]), window, numbers) }
        if trait.contains(.beginsCompound), at + 1 < window.upperBound,
            names.compounds.contains(UInt32(numbers[at]) << 16 | UInt32(numbers[at + 1]))
        {
            layNames(place, 2, NameModel.compound, window, numbers)
        }
    }

    /// Names with a surname of `length` characters, and the surname alone before a title.
    private mutating func layNames(
        _ place: Int,
        _ length: Int,
        _ surname: Float,
        _ window: Range<Int>,
        _ numbers: UnsafeBufferPointer<UInt16>
    ) {
        let given = window.lowerBound + place + length
        guard given < window.upperBound, numbers[given] < Alphabet.firstMark else { return }
        if let title = title(at: given, window, numbers) {
            lay(place, place + length, NameModel.share + surname, .name)
            if title > 1 { return }
        }
        let two = names.weight(surname: surname, given: numbers[given])
        if two > costs.leastName { lay(place, place + length + 1, two, .name) }
        guard given + 1 < window.upperBound, numbers[given + 1] < Alphabet.firstMark else { return }
        let three = names.weight(surname: surname, given: numbers[given], numbers[given + 1])
        if three > costs.leastName { lay(place, place + length + 2, three, .name) }
    }

    /// The length of a title or form of address at a place of the text; nil where there is none.
    private func title(at place: Int, _ window: Range<Int>, _ numbers: UnsafeBufferPointer<UInt16>) -> Int? {
        let first = UInt64(numbers[place])
        if place + 1 < window.upperBound {
            let two = first << 16 | UInt64(numbers[place + 1])
            if titles.contains(two) { return 2 }
        }
        return titles.contains(first) ? 1 : nil
    }

    private func traits(_ number: UInt16) -> CharacterTraits {
        Int(number) < traits.count ? traits[Int(number)] : []
    }

    private func isNumeral(_ number: UInt16) -> Bool {
        traits(number).contains(.numeral)
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
        var index = edges.count - 1
        while index >= 0 {
            let edge = edges[index]
            index -= 1
            // Nothing was ever laid from a place that cannot be reached, but some lead nowhere.
            let beyond = backward[Int(edge.to)]
            guard beyond > never else { continue }
            let score = edge.weight + beyond
            if score > backward[Int(edge.from)] { backward[Int(edge.from)] = score }
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
            isCounted: start == word.lowerBound + 1 && isNumeral(numbers[window.lowerBound + word.lowerBound]),
            isSurname: traits(numbers[window.lowerBound + start]).contains(.surname),
            isSuffixed: rest.count == 1 && rest.lowerBound == end
                && traits(numbers[window.lowerBound + end]).contains(.suffix)
        )
        let slack = word.count == 4 && rest.count == 2 ? costs.halves : 0
        let isKept = loss <= allowance && isCut(word, at: start, end, slack: slack)
        return Verdict(isKept: isKept, obstacle: edge)
    }

    /// Whether the best way to cut a word into shorter ones has boundaries at both places: 同学会 is 同学 and 会, not 同 and 学会.
    private func isCut(_ word: Range<Int>, at start: Int, _ end: Int, slack: Float) -> Bool {
        let never = -Float.greatestFiniteMagnitude
        var any = [Float](repeating: never, count: word.count + 1)
        var respecting = any
        any[0] = 0
        respecting[0] = 0
        for index in Int(begins[word.lowerBound])..<edges.count {
            let edge = edges[index]
            guard Int(edge.from) < word.upperBound else { break }
            guard Int(edge.to) <= word.upperBound else { continue }
            let from = Int(edge.from)
            let to = Int(edge.to)
            guard to - from < word.count else { continue }
            let (left, right) = (from - word.lowerBound, to - word.lowerBound)
            any[right] = max(any[right], any[left] + edge.weight)
            if !(from < start && to > start), !(from < end && to > end) {
                respecting[right] = max(respecting[right], respecting[left] + edge.weight)
            }
        }
        return respecting[word.count] > never && respecting[word.count] >= any[word.count] - slack
    }

    /// Of a dictionary word at a place of the run.
    private func weight(of piece: Range<Int>) -> Float? {
        var index = Int(begins[piece.lowerBound])
        while index < edges.count, Int(edges[index].from) == piece.lowerBound {
            if Int(edges[index].to) == piece.upperBound, edges[index].kind == .word { return edges[index].weight }
            index += 1
        }
        return nil
    }
}
