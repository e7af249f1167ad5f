import Text

/// Finds for all lines of an episode together what is said, when and how fast, so that the dub keeps the picture's time.
package struct Isochrony: Hashable, Sendable {
    package var limits: IsochronyLimits
    /// Frames a second of the picture: gaps are counted in frames.
    package var frameRate: Double

    package init(limits: IsochronyLimits = IsochronyLimits(), frameRate: Double = 25) {
        self.limits = limits
        self.frameRate = frameRate
    }

    /// Chooses a wording, a start and a rate for each line so that the cost of the whole is the least.
    ///
    /// Never leaves the hard rates, never drops or cuts a line that has a wording; what does not fit is flagged.
    /// - Parameters:
    ///   - lines: In any order; numbers may be anything. Of a line, the 16 cheapest wordings are looked at.
    ///   - cuts: Shot changes in seconds, in any order. Speech does not hang over one when it can be avoided.
    ///   - end: The film's end in seconds; nil when it is not known.
    package func plan(_ lines: [DubLine], cuts: [Double] = [], end: Double? = nil) -> DubPlan {
        let (slots, unspoken) = slots(lines, cuts: cuts, end: end)
        let (choices, cost) = solve(slots)
        var placements = slots.indices.map { number in
            let slot = slots[number]
            let (option, start, rate) = slot.choice(choices[number])
            return placement(
                slot,
                option: slot.options[option],
                start: slot.starts[start],
                rate: slot.rates[rate]
            )
        }
        settle(&placements, slots)
        flag(&placements, slots)
        return DubPlan(placements: placements, unspoken: unspoken, cost: cost)
    }

    func placement(_ slot: IsochronySlot, option: IsochronySlot.Option, start: Double, rate: Double) -> DubPlacement {
        let wording = slot.line.wordings[option.wording]
        return DubPlacement(
            line: slot.line.id,
            speaker: slot.line.speaker,
            source: .init(slot.start, slot.end),
            wording: wording.id,
            text: wording.text,
            rate: rate,
            squeeze: option.squeeze,
            time: .init(start, start + option.seconds / rate),
            slot: .init(slot.earliestStart, max(slot.end, slot.latestEnd))
        )
    }

    /// Takes up the rests of the grid: speech that was hurried by less than a step is slowed into the room that is left.
    private func settle(_ placements: inout [DubPlacement], _ slots: [IsochronySlot]) {
        for number in placements.indices {
            let old = placements[number]
            let slot = slots[number]
            guard old.rate > 1, slot.line.pin?.rate == nil else { continue }
            var room = min(slot.latestEnd, slot.cutAfter ?? .infinity)
            if number + 1 < placements.count {
                let gap = slot.allowedOverlap == 0 ? slot.gap : -slot.allowedOverlap
                room = min(room, placements[number + 1].time.start - gap)
            }
            let natural = old.time.duration * old.rate
            let duration = min(room - old.time.start, natural / max(1, old.rate - 0.02))
            guard duration > old.time.duration else { continue }
            let rate = natural / duration
            let neighbours = [
                slot.isNeighbourOfPrevious ? placements[number - 1].rate : nil,
                number + 1 < slots.count && slots[number + 1].isNeighbourOfPrevious ? placements[number + 1].rate : nil,
            ]
            let jumps = neighbours.contains { other in
                guard let other else { return false }
                return abs(rate - other) > max(limits.rateStep, abs(old.rate - other))
            }
            guard !jumps else { continue }
            placements[number].rate = rate
            placements[number].setEnd(old.time.start + duration)
        }
    }

    /// Says of each placement what is not as it should be.
    private func flag(_ placements: inout [DubPlacement], _ slots: [IsochronySlot]) {
        let tiny = 0.0005
        for number in placements.indices {
            let placed = placements[number]
            let slot = slots[number]
            var flags: [DubFlag] = []
            if placed.rate < limits.acceptableRates.lowerBound - tiny
                || placed.rate > limits.acceptableRates.upperBound + tiny
            {
                flags.append(DubFlag(.rate, placed.rate))
            }
            if slot.isNeighbourOfPrevious {
                let step = placed.rate - placements[number - 1].rate
                if abs(step) > limits.rateStep + tiny { flags.append(DubFlag(.jump, step)) }
            }
            let shift = placed.onsetShift
            if shift > limits.freeOnset.upperBound + tiny || shift < -limits.headBorrow - tiny {
                flags.append(DubFlag(.onset, shift))
            }
            if placed.time.end > slot.mouthEnd + tiny {
                flags.append(DubFlag(.hang, placed.time.end - slot.mouthEnd))
            }
            if let cut = slot.cutAfter, placed.time.end > cut + 2 / max(1, frameRate) {
                flags.append(DubFlag(.cut, placed.time.end - cut))
            }
            if placed.time.end > slot.filmEnd + tiny {
                flags.append(DubFlag(.end, placed.time.end - slot.filmEnd))
            }
            let missing = slot.end - slot.start - placed.time.duration
            if missing > 0.5, missing > 0.4 * (slot.end - slot.start) { flags.append(DubFlag(.short, missing)) }
            if let (second, overlap) = overlap(number, placements, slots) {
                flags.append(DubFlag(.overlap, overlap))
                placements[number].yields = second
            }
            placements[number].flags = flags
        }
    }

    /// The first line that a placement speaks over more than the original does: when it begins, and the seconds.
    private func overlap(
        _ number: Int,
        _ placements: [DubPlacement],
        _ slots: [IsochronySlot]
    ) -> (second: Double, overlap: Double)? {
        let slot = slots[number]
        let end = placements[number].time.end
        for next in placements.indices[(number + 1)...].prefix(64) {
            if slots[next].start > end + limits.latestOnset { break }
            let same = slot.line.speaker != nil && slot.line.speaker == slots[next].line.speaker
            var allowed = same ? 0 : max(0, slot.end - slots[next].start)
            if next == number + 1 { allowed = max(allowed, slot.allowedOverlap) }
            let start = placements[next].time.start
            if start >= placements[number].time.start, end - start > allowed + 0.0005 {
                return (start, end - start - allowed)
            }
        }
        return nil
    }
}
