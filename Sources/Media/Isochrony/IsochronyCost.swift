/// What it costs to leave the original's timing, in units in which speech at rate 1.2 costs about 1.
///
/// The order of what is done first follows from it: speak a little faster or slower, squeeze pauses, hang over into silence,
/// take another wording, begin late, speak at up to 1.3, break the smoothness of neighbours, and only then overlap.
struct IsochronyCost {
    let limits: IsochronyLimits

    /// Of a rate inside the hard limits.
    func rate(_ rate: Double) -> Double {
        let free = limits.freeRates
        let accepted = limits.acceptableRates
        if rate >= 1 {
            return side(rate, free.upperBound, accepted.upperBound)
        }
        return side(2 - rate, 2 - free.lowerBound, 2 - accepted.lowerBound)
    }

    /// A gentle slope to the free limit, 1 more to the accepted one, steep beyond.
    private func side(_ rate: Double, _ free: Double, _ accepted: Double) -> Double {
        let inside = (min(rate, free) - 1) / max(free - 1, 0.01)
        var cost = 0.02 * inside * inside
        guard rate > free else { return cost }
        let width = max(accepted - free, 0.01)
        let between = (min(rate, accepted) - free) / width
        cost += between * between
        guard rate > accepted else { return cost }
        let beyond = (rate - accepted) / width
        return cost + 2 * beyond + 8 * beyond * beyond
    }

    /// Of beginning so many seconds after the original, negative for before.
    func onset(_ shift: Double) -> Double {
        let free = limits.freeOnset
        let edge = shift >= 0 ? free.upperBound : -free.lowerBound
        let amount = abs(shift) / max(edge, 0.01)
        guard amount > 1 else { return 0.1 * amount * amount }
        return 0.1 + 1.5 * (amount - 1) * (amount - 1) + (amount - 1)
    }

    /// Of two neighbouring lines whose rates differ.
    func jump(_ difference: Double) -> Double {
        let steps = abs(difference) / max(limits.rateStep, 0.01)
        guard steps > 1 else { return 0.1 * steps * steps }
        return 0.1 + 3 * (steps - 1) + 3 * (steps - 1) * (steps - 1)
    }

    /// Of a line that begins at `start` and ends at `end`, by itself.
    func span(_ slot: IsochronySlot, start: Double, end: Double) -> Double {
        var cost = 0.0
        if let cut = slot.cutBefore, start < cut { cost += 0.3 }
        if end > slot.end {
            let hang = (end - slot.end) / 0.5
            cost += 0.2 * min(hang * hang, 4)
            if end > slot.mouthEnd { cost += 6 + 10 * (end - slot.mouthEnd) }
            if let cut = slot.cutAfter, end > cut { cost += 0.5 + min(1, (end - cut) / 0.25) }
            if end > slot.wall { cost += 20 + 100 * (end - slot.wall) }
        } else {
            let missing = (slot.end - slot.start) - (end - start)
            if missing > 0.3 {
                let share = missing / (slot.end - slot.start)
                cost += share * share
            }
        }
        if end > slot.filmEnd { cost += 30 + 100 * (end - slot.filmEnd) }
        return cost
    }

    /// Of a line that ends at `end` before a next one that begins at `next`.
    func meeting(_ slot: IsochronySlot, end: Double, next: Double) -> Double {
        let overlap = end - next - slot.allowedOverlap
        if overlap > 1e-9 {
            return slot.sharesVoiceWithNext ? 40 + 200 * overlap : 20 + 100 * overlap
        }
        guard slot.allowedOverlap == 0, slot.gap > 0 else { return 0 }
        let room = next - end
        return room < slot.gap ? 0.3 * (slot.gap - room) / slot.gap : 0
    }
}
