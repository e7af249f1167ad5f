import Text

/// A line with the walls around it and the choices that it has.
struct IsochronySlot {
    let line: DubLine
    /// Of the original.
    let start: Double
    let end: Double
    /// Latest end at which the mouth or the picture allows a voice.
    var mouthEnd = 0.0
    /// The same, before the next line of the original begins.
    var latestEnd = 0.0
    /// Earliest start that is allowed and free in the original.
    var earliestStart = 0.0
    /// Seconds to stay free before the next line.
    var gap = 0.0
    /// Seconds for which the next line may speak at the same time, since it does so in the original.
    var allowedOverlap = 0.0
    var sharesVoiceWithNext = false
    /// Whether the rate of the line before is compared with this one's.
    var isNeighbourOfPrevious = false
    /// Where a line after the next one begins.
    var wall = Double.infinity
    var filmEnd = Double.infinity
    /// A shot change under the borrowed beginning, and the first after the original's end.
    var cutBefore: Double?
    var cutAfter: Double?
    var options: [Option] = []
    /// Seconds of the film.
    var starts: [Double] = []
    var rates: [Double] = []

    /// A wording with or without its pauses.
    struct Option {
        let wording: Int
        let squeeze: Double
        /// At rate 1.
        let seconds: Double
        let cost: Double
    }

    /// Options × starts × rates.
    var choiceCount: Int { options.count * starts.count * rates.count }

    /// The choice of a number below `choiceCount`: rates run fastest, options slowest.
    func choice(_ number: Int) -> (option: Int, start: Int, rate: Int) {
        let (rest, rate) = number.quotientAndRemainder(dividingBy: rates.count)
        let (option, start) = rest.quotientAndRemainder(dividingBy: starts.count)
        return (option, start, rate)
    }
}

extension Isochrony {
    /// Wordings of a line that are looked at, the cheapest first.
    static let wordingLimit = 16

    /// The lines that can be placed, by the original's start, and those that cannot.
    func slots(_ lines: [DubLine], cuts: [Double], end: Double?) -> (
        slots: [IsochronySlot], unspoken: [DubPlan.Unspoken]
    ) {
        var slots: [IsochronySlot] = []
        var unspoken: [DubPlan.Unspoken] = []
        for line in lines {
            // Numbers of a film of more than eleven days are a mistake.
            guard abs(line.time.start) <= 1e6, abs(line.time.end) <= 1e6 else {
                unspoken.append(DubPlan.Unspoken(line: line.id, reason: .badTime))
                continue
            }
            let start = max(0, line.time.start)
            var slot = IsochronySlot(line: line, start: start, end: max(start, line.time.end))
            slot.options = options(line)
            guard !slot.options.isEmpty else {
                unspoken.append(DubPlan.Unspoken(line: line.id, reason: .noWording))
                continue
            }
            slot.rates = rates(line.pin)
            slot.starts = starts(slot)
            slots.append(slot)
        }
        let order = slots.indices.sorted {
            (slots[$0].start, slots[$0].end, $0) < (slots[$1].start, slots[$1].end, $1)
        }
        slots = order.map { slots[$0] }
        setWalls(&slots, end: end)
        setCuts(&slots, cuts: cuts.filter(\.isFinite).sorted())
        return (slots, unspoken)
    }

    private func options(_ line: DubLine) -> [IsochronySlot.Option] {
        var usable = line.wordings.indices.filter { number in
            let seconds = line.wordings[number].seconds
            return seconds > 0 && seconds <= 3600
        }
        if let wanted = line.pin?.wording, let pinned = usable.first(where: { line.wordings[$0].id == wanted }) {
            usable = [pinned]
        }
        func cost(_ number: Int) -> Double {
            let cost = line.wordings[number].cost
            return cost > 0 ? min(cost, 1000) : 0
        }
        usable.sort { (cost($0), $0) < (cost($1), $1) }
        return usable.prefix(Self.wordingLimit).flatMap { number -> [IsochronySlot.Option] in
            let wording = line.wordings[number]
            let whole = IsochronySlot.Option(
                wording: number,
                squeeze: 0,
                seconds: wording.seconds,
                cost: cost(number)
            )
            let squeeze = wording.pauses > 0 ? min(wording.pauses, wording.seconds / 2) : 0
            guard squeeze >= 0.05 else { return [whole] }
            let squeezed = IsochronySlot.Option(
                wording: number,
                squeeze: squeeze,
                seconds: wording.seconds - squeeze,
                cost: cost(number) + 0.1 + 0.3 * squeeze
            )
            return [whole, squeezed]
        }
    }

    /// Rates in steps of 0.02, which is less than anybody hears.
    private func rates(_ pin: DubLine.Pin?) -> [Double] {
        let hardest = min(4, max(limits.hardRates.upperBound, 0.25))
        let hard = min(max(limits.hardRates.lowerBound, 0.25), hardest)
        if let rate = pin?.rate, rate.isFinite { return [min(max(rate, hard), hardest)] }
        let slowest = limits.slowest > hard ? min(limits.slowest, hardest) : hard
        let count = Int(((hardest - slowest) / 0.02).rounded(.down))
        var rates = (0...count).map { (slowest + 0.02 * Double($0)) }
        if let last = rates.last, hardest - last > 0.001 { rates.append(hardest) }
        return rates
    }

    /// Starts in steps of a frame of film, wider where it is late anyway.
    private func starts(_ slot: IsochronySlot) -> [Double] {
        if let start = slot.line.pin?.start, start >= 0, start <= 1e6 { return [start] }
        let head = limits.headBorrow > 0 ? min(limits.headBorrow, 5) : 0
        let late = limits.latestOnset > 0 ? min(limits.latestOnset, 5) : 0
        var shifts = (-Int(head / 0.04 + 0.001)...Int(min(late, 0.2) / 0.04 + 0.001)).map { Double($0) * 0.04 }
        var shift = 0.26
        while shift <= late + 0.001 {
            shifts.append(shift)
            shift += 0.06
        }
        return shifts.map { slot.start + $0 }.filter { $0 >= 0 }
    }

    private func setWalls(_ slots: inout [IsochronySlot], end: Double?) {
        let frame = frameRate.isFinite && frameRate >= 1 ? 1 / frameRate : 0.04
        let frames = Double(max(0, min(limits.gapFrames, 1000))) * frame
        let filmEnd = end.flatMap { $0.isFinite && $0 > 0 ? $0 : nil } ?? .infinity
        // Where the original of the lines so far ends, for the head that may be borrowed.
        var spoken = -Double.infinity
        for number in slots.indices {
            var slot = slots[number]
            let allowance = max(0, slot.line.offScreen ? limits.tailOffScreen : limits.tailInShot)
            slot.filmEnd = filmEnd
            slot.mouthEnd = slot.end + allowance
            slot.latestEnd = min(slot.mouthEnd, filmEnd)
            slot.earliestStart = max(0, slot.start - max(0, limits.headBorrow), min(slot.start, spoken + frames))
            spoken = max(spoken, slot.end)
            if number > 0 {
                slot.isNeighbourOfPrevious = slot.start - slots[number - 1].end <= limits.neighbourGap
            }
            if number + 1 < slots.count {
                let next = slots[number + 1]
                slot.sharesVoiceWithNext = slot.line.speaker != nil && slot.line.speaker == next.line.speaker
                if next.start >= slot.end {
                    slot.gap = min(frames, next.start - slot.end)
                    // The original's ends are not always exact; a person or a program knows better that both speak.
                    if slot.line.overlapsNext && !slot.sharesVoiceWithNext { slot.allowedOverlap = allowance }
                } else if !slot.sharesVoiceWithNext {
                    slot.allowedOverlap = slot.end - next.start
                }
            }
            // Lines after the next one are walls where they stand: it takes four at once to come this far.
            var other = number + 1
            while other < slots.count, other <= number + 64, slots[other].start < slot.mouthEnd + frames {
                let next = slots[other]
                let same = slot.line.speaker != nil && slot.line.speaker == next.line.speaker
                if next.start >= slot.end {
                    slot.latestEnd = min(slot.latestEnd, max(slot.end, next.start - frames))
                }
                if other > number + 1, next.start >= slot.end || same {
                    slot.wall = min(slot.wall, max(slot.end, next.start - max(0, limits.headBorrow)))
                }
                other += 1
            }
            slots[number] = slot
        }
    }

    private func setCuts(_ slots: inout [IsochronySlot], cuts: [Double]) {
        /// The first cut at or after a second.
        func first(from second: Double) -> Double? {
            var low = 0
            var high = cuts.count
            while low < high {
                let middle = (low + high) / 2
                if cuts[middle] < second { low = middle + 1 } else { high = middle }
            }
            return low < cuts.count ? cuts[low] : nil
        }
        for number in slots.indices {
            // A cut within a frame of the onset or the end is where the line begins or ends.
            let slot = slots[number]
            if let cut = first(from: slot.start - max(0, limits.headBorrow)), cut <= slot.start + 0.04 {
                slots[number].cutBefore = min(cut, slot.start)
            }
            if let cut = first(from: slot.end - 0.04) { slots[number].cutAfter = max(cut, slot.end) }
        }
    }
}
