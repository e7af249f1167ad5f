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
    /// By place and class of the word that ends there, 32 for each place: the best score of the ways to it, and of those on.
    private var forward = LatticeRow<Float>()
    private var backward = LatticeRow<Float>()
    /// By place: the classes of words that end there and of words that begin there, as bits.
    private var ending = LatticeRow<UInt32>()
    /// By place and class: the edge by which the best way comes to it.
    private var arrival = LatticeRow<Int32>()
    /// By place: the first of its edges, which lie in the order of their beginnings.
    private var begins = LatticeRow<Int32>()
    /// By place: the edge of the best way that goes over it, or -1.
    private var holder = LatticeRow<Int32>()
    private var edges = LatticeRow<Edge>()
    /// By place: the dictionary's node for its two characters from there, or 0.
    private var pairs = LatticeRow<UInt32>()
    /// Of the run, in characters.
    private var length = 0
    private let affinities = WordClass.affinities
    private let endings = WordClass.endings

    struct Edge: BitwiseCopyable {
        var from: Int32
        var to: Int32
        var weight: Float
        var kind: Kind
        var word: WordClass
        /// Of the word before, on the best way here.
        var before: UInt8

        enum Kind: UInt8, BitwiseCopyable { case word, term, name, number, latin, mark, unknown }
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
    ///   - forms: by form of a candidate.
    ///   - report: is called for each candidate, by its index.
    mutating func judge(
        _ window: Range<Int>,
        _ numbers: UnsafeBufferPointer<UInt16>,
        _ candidates: Slice<UnsafeBufferPointer<FormIndex.Candidate>>,
        forms: UnsafeBufferPointer<LatticeForm>,
        report: (Int, Verdict) -> Void
    ) {
        layEdges(window, numbers, candidates, forms)
        let end = endOfBestWay(window.count)
        goBack(window.count)
        var hasPath = false
        for index in candidates.indices {
            let candidate = candidates[index]
            let start = Int(candidate.start) - window.lowerBound
            let stop = start + Int(candidate.length)
            let own = score(of: forms[Int(candidate.form)], start, stop)
            if own >= end.score - costs.tolerance - 1e-3 {
                report(index, Verdict(isKept: true))
                continue
            }
            if !hasPath {
                markPath(window.count, end.word)
                hasPath = true
            }
            report(index, verdict(start, stop, loss: end.score - own, numbers, window))
        }
    }

    /// The best score of a way over all that has the form as one of its words.
    private func score(of form: LatticeForm, _ start: Int, _ stop: Int) -> Float {
        guard ending[start] != 0 else { return -Float.greatestFiniteMagnitude }
        let first = reach(start, form.kind).score + beyond(stop, Int(form.kind.rawValue))
        guard let other = form.otherKind else { return first + form.weight }
        return max(first, reach(start, other).score + beyond(stop, Int(other.rawValue))) + form.weight
    }

    /// The best score of the ways on from a place behind a word of a class, which may have been pruned there.
    private func beyond(_ place: Int, _ word: Int) -> Float {
        if ending[place] &>> UInt32(truncatingIfNeeded: word) & 1 != 0 || place == length {
            return backward[place << 5 | word]
        }
        var best = -Float.greatestFiniteMagnitude
        var index = Int(begins[place])
        while index < edges.count, Int(edges[index].from) == place {
            let edge = edges[index]
            let score =
                edge.weight + affinities[word << 5 | Int(edge.word.rawValue)]
                + onward(Int(edge.to), Int(edge.word.rawValue))
            best = max(best, score)
            index += 1
        }
        return best
    }

    private func endOfBestWay(_ count: Int) -> (score: Float, word: Int) {
        var best = (score: -Float.greatestFiniteMagnitude, word: 0)
        var bits = ending[count]
        while bits != 0 {
            let word = bits.trailingZeroBitCount
            bits &= bits &- 1
            let score = forward[count << 5 | word] + endings[word]
            if score > best.score { best = (score, word) }
        }
        return best
    }

    private mutating func layEdges(
        _ window: Range<Int>,
        _ numbers: UnsafeBufferPointer<UInt16>,
        _ candidates: Slice<UnsafeBufferPointer<FormIndex.Candidate>>,
        _ forms: UnsafeBufferPointer<LatticeForm>
    ) {
        let count = window.count
        edges.count = 0
        length = count
        forward.makeRoom((count + 1) << 5)
        backward.makeRoom((count + 1) << 5)
        arrival.makeRoom((count + 1) << 5)
        ending.makeRoom(count + 1)
        begins.makeRoom(count + 1)
        holder.makeRoom(count + 1)
        for place in 0...count { ending[place] = 0 }
        ending[0] = 1
        forward[0] = 0
        var next = candidates.startIndex
        pairs.makeRoom(count + 1)
        segmenter.words.withReader { reader in
            findPairs(window, reader, numbers)
            for place in 0..<count {
                let reached = ending[place] != 0
                if reached { prune(place) }
                begins[place] = Int32(truncatingIfNeeded: edges.count)
                defer {
                    while next < candidates.endIndex, Int(candidates[next].start) == window.lowerBound + place {
                        let candidate = candidates[next]
                        if reached {
                            let own = forms[Int(candidate.form)]
                            let stop = place + Int(candidate.length)
                            lay(place, stop, own.weight, .term, own.kind)
                            if let other = own.otherKind { lay(place, stop, own.weight, .term, other) }
                            if candidate.length == 2 { layLongerName(place, own.weight, window, numbers) }
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
                    lay(place, end - window.lowerBound, costs.latin, Alphabet.isWord(number) ? .latin : .mark, .noun)
                    continue
                }
                let trait = traits(number)
                layWords(place, trait, reader, window, numbers)
                if !trait.isDisjoint(with: Self.beginnings) { layOthers(trait, place, window, numbers) }
            }
        }
    }

    /// Forgets the classes whose ways to a place are so much worse than the best one that no neighbour makes up for it.
    @inline(__always)
    private func prune(_ place: Int) {
        let all = ending[place]
        guard all & (all &- 1) != 0 else { return }
        var best = -Float.greatestFiniteMagnitude
        var bits = all
        while bits != 0 {
            best = max(best, forward[place << 5 | bits.trailingZeroBitCount])
            bits &= bits &- 1
        }
        best -= costs.beam
        bits = all
        var kept: UInt32 = 0
        while bits != 0 {
            let bit = bits & ~(bits &- 1)
            if forward[place << 5 | bits.trailingZeroBitCount] >= best { kept |= bit }
            bits &= bits &- 1
        }
        ending[place] = kept
    }

    private static let beginnings: CharacterTraits = [.surname, .numeral, .beginsCompound, .ordinal]

    /// The dictionary is larger than the caches: in a row of their own, its looks do not wait for one another.
    @inline(__always)
    private func findPairs(
        _ window: Range<Int>,
        _ reader: CharacterTrie.Reader,
        _ numbers: UnsafeBufferPointer<UInt16>
    ) {
        var place = 0
        while place + 1 < window.count {
            let slot = reader.first(numbers[window.lowerBound &+ place])
            let pair = slot == 0 ? 0 : reader.child(of: slot, numbers[window.lowerBound &+ place &+ 1])
            pairs[place] = UInt32(truncatingIfNeeded: pair)
            place &+= 1
        }
        pairs[place] = 0
    }

    /// Words of the dictionary, and two characters that are none.
    @inline(__always)
    private mutating func layWords(
        _ place: Int,
        _ trait: CharacterTraits,
        _ reader: CharacterTrie.Reader,
        _ window: Range<Int>,
        _ numbers: UnsafeBufferPointer<UInt16>
    ) {
        let at = window.lowerBound + place
        var slot = reader.first(numbers[at])
        var tag = reader.tag(slot)
        let own = tag == 0 ? Segmenter.strangeWeight : Segmenter.weight(tag: tag)
        let follows = at + 1 < window.upperBound ? traits(numbers[at + 1]) : []
        layCharacter(place, own, tag == 0 ? .noun : word(reader.mark(slot)), trait, follows)
        var end = at + 1
        var isPair = false
        while slot != 0, end < window.upperBound {
            slot = end == at + 1 ? Int(pairs[place]) : reader.child(of: slot, numbers[end])
            end += 1
            tag = reader.tag(slot)
            guard tag != 0 else { continue }
            if end == at + 2 { isPair = true }
            let kind = word(reader.mark(slot))
            lay(place, end - window.lowerBound, Segmenter.weight(tag: tag), .word, kind)
            if kind == .person {
                lay(place, end - window.lowerBound, Segmenter.weight(tag: tag) + costs.otherName, .word, .unsure)
            }
        }
        if !isPair, own > costs.leastUnknown, own < costs.mostUnknown, at + 1 < window.upperBound,
            numbers[at + 1] <= Alphabet.strangeHan
        {
            // Where the two are likely enough apart, nothing is gained.
            let nextTag = reader.tag(reader.first(numbers[at + 1]))
            let apart = own + (nextTag == 0 ? Segmenter.strangeWeight : Segmenter.weight(tag: nextTag))
            guard apart < costs.unknown + costs.mostApart else { return }
            lay(place, place + 2, costs.unknown, .unknown, .noun)
        }
    }

    /// A word of one character, and what else it may be.
    @inline(__always)
    private mutating func layCharacter(
        _ place: Int,
        _ weight: Float,
        _ kind: WordClass,
        _ trait: CharacterTraits,
        _ follows: CharacterTraits
    ) {
        lay(place, place + 1, weight + costs.alone(kind), .word, kind)
        switch kind {
        case .morpheme, .person, .time, .adjective, .position, .measure, .adverb, .attribute, .quantity, .unsure:
            if trait.contains(.unit), kind != .measure { lay(place, place + 1, weight, .word, .measure) }
            if weight > costs.leastVerb, kind != .adverb, kind != .quantity,
                kind != .measure || follows.contains(.followsVerb)
            {
                lay(place, place + 1, weight + costs.otherVerb, .word, .verb)
            }
        case .complement:
            lay(place, place + 1, weight + costs.otherVerb, .word, .verb)
            lay(place, place + 1, weight + costs.alone(.morpheme), .word, .morpheme)
        default:
            if trait.contains(.unit) { lay(place, place + 1, weight, .word, .measure) }
        }
    }

    @inline(__always)
    private func word(_ mark: UInt8) -> WordClass { WordClass(rawValue: mark) ?? .noun }

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
        lay(place, place + 3, own + (isWord ? costs.longerWord : costs.longerName) + last, .name, .person)
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
                lay(place, end - window.lowerBound, costs.number + costs.numeral * Float(end - at), .number, .numeral)
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
            let bonus = title > 1 ? costs.surnameBeforeTitle : 0
            lay(place, place + length, NameModel.share + surname + bonus, .name, .person)
            if title > 1 { return }
        }
        let two = names.weight(surname: surname, given: numbers[given])
        if two > costs.leastName { lay(place, place + length + 1, two, .name, .person) }
        guard given + 1 < window.upperBound, numbers[given + 1] < Alphabet.firstMark else { return }
        var three = names.weight(surname: surname, given: numbers[given], numbers[given + 1])
        if !traits(numbers[given + 1]).isDisjoint(with: [.title, .endsPlace]) || title(at: given, window, numbers) == 2
        {
            three += costs.titleInName
        }
        if three > costs.leastName { lay(place, place + length + 2, three, .name, .person) }
    }

    /// The length of a title or form of address at a place of the text; nil where there is none.
    private func title(at place: Int, _ window: Range<Int>, _ numbers: UnsafeBufferPointer<UInt16>) -> Int? {
        let trait = traits(numbers[place])
        if trait.contains(.beginsTitle), place + 1 < window.upperBound,
            titles.contains(UInt64(numbers[place]) << 16 | UInt64(numbers[place + 1]))
        {
            return 2
        }
        return trait.contains(.title) ? 1 : nil
    }

    private func traits(_ number: UInt16) -> CharacterTraits {
        Int(number) < traits.count ? traits[Int(number)] : []
    }

    private func isNumeral(_ number: UInt16) -> Bool {
        traits(number).contains(.numeral)
    }

    /// The best score of the ways to a place for a word of a class that begins there, and the class of their last word.
    @inline(__always)
    private func reach(_ place: Int, _ kind: WordClass) -> (score: Float, before: UInt8) {
        var best = -Float.greatestFiniteMagnitude
        var before = 0
        var bits = ending[place]
        while bits != 0 {
            let word = bits.trailingZeroBitCount
            bits &= bits &- 1
            let score = forward[place << 5 | word] + affinities[word << 5 | Int(kind.rawValue)]
            if score > best {
                best = score
                before = word
            }
        }
        return (best, UInt8(truncatingIfNeeded: before))
    }

    @inline(__always)
    private mutating func lay(_ from: Int, _ to: Int, _ weight: Float, _ kind: Edge.Kind, _ word: WordClass) {
        let (reached, before) = reach(from, word)
        let score = reached + weight
        let state = to << 5 | Int(word.rawValue)
        let bit = (1 as UInt32) &<< UInt32(word.rawValue)
        if ending[to] & bit == 0 || score > forward[state] {
            ending[to] |= bit
            forward[state] = score
            arrival[state] = Int32(truncatingIfNeeded: edges.count)
        }
        edges.append(
            Edge(
                from: Int32(truncatingIfNeeded: from),
                to: Int32(truncatingIfNeeded: to),
                weight: weight,
                kind: kind,
                word: word,
                before: before
            )
        )
    }

    private func goBack(_ count: Int) {
        for word in 0..<32 { backward[count << 5 | word] = endings[word] }
        var index = edges.count - 1
        var place = count - 1
        while place >= 0 {
            // Nothing was ever laid from a place that cannot be reached.
            let ends = ending[place]
            var bits = ends
            while bits != 0 {
                backward[place << 5 | bits.trailingZeroBitCount] = -Float.greatestFiniteMagnitude
                bits &= bits &- 1
            }
            let first = Int(begins[place])
            while index >= first {
                let edge = edges[index]
                index &-= 1
                let beyond = edge.weight + onward(Int(edge.to), Int(edge.word.rawValue))
                bits = ends
                while bits != 0 {
                    let word = bits.trailingZeroBitCount
                    bits &= bits &- 1
                    let score = beyond + affinities[word << 5 | Int(edge.word.rawValue)]
                    if score > backward[place << 5 | word] { backward[place << 5 | word] = score }
                }
            }
            place &-= 1
        }
    }

    /// The best score of the ways on from a place behind a word of a class; of a class that was pruned there, by a look at
    /// the edges.
    @inline(__always)
    private func onward(_ place: Int, _ word: Int) -> Float {
        if ending[place] &>> UInt32(truncatingIfNeeded: word) & 1 != 0 || place == length {
            return backward[place << 5 | word]
        }
        return -Float.greatestFiniteMagnitude
    }

    private mutating func markPath(_ count: Int, _ last: Int) {
        var place = count
        var word = last
        holder[0] = -1
        while place > 0 {
            let index = arrival[place << 5 | word]
            let edge = edges[Int(index)]
            for inside in (Int(edge.from) + 1)..<max(Int(edge.from) + 1, Int(edge.to)) { holder[inside] = index }
            holder[place] = -1
            place = Int(edge.from)
            word = Int(edge.before)
        }
    }

    private func verdict(
        _ start: Int,
        _ end: Int,
        loss: Float,
        _ numbers: UnsafeBufferPointer<UInt16>,
        _ window: Range<Int>
    ) -> Verdict {
        let index = holder[start] >= 0 ? holder[start] : holder[end]
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
                && !traits(numbers[window.lowerBound + start]).contains(.period),
            isSurname: traits(numbers[window.lowerBound + start]).contains(.surname),
            isSuffixed: rest.count == 1 && rest.lowerBound == end
                && traits(numbers[window.lowerBound + end]).contains(.suffix),
            isThing: isThing(start..<end)
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

    private func isThing(_ piece: Range<Int>) -> Bool {
        var index = Int(begins[piece.lowerBound])
        while index < edges.count, Int(edges[index].from) == piece.lowerBound {
            if Int(edges[index].to) == piece.upperBound, edges[index].kind == .word {
                return [.noun, .verbalNoun, .time, .quantity, .numeral].contains(edges[index].word)
            }
            index += 1
        }
        return false
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
