extension Isochrony {
    /// The choice of each slot, by its number, with which the whole costs least, and what it costs.
    ///
    /// Dynamic programming over the lines. What a line needs to know of the one before is when it ends and how fast it is,
    /// so its choices are joined to the best way so far for each pair of its own start and rate. Exact on the grid of choices.
    func solve(_ slots: [IsochronySlot]) -> (choices: [Int], cost: Double) {
        guard let first = slots.first, let last = slots.last else { return ([], 0) }
        let cost = IsochronyCost(limits: limits)
        /// For each slot, start and rate: the choice of the slot before on the best way.
        var ways: [[Int32]] = []
        ways.reserveCapacity(slots.count)
        var before = choiceCosts(first, cost)
        for number in slots.indices.dropFirst() {
            let slot = slots[number]
            let (joined, way) = join(before, of: slots[number - 1], to: slot, cost)
            ways.append(way)
            var values = choiceCosts(slot, cost)
            let pairs = slot.starts.count * slot.rates.count
            for choice in values.indices { values[choice] += joined[choice % pairs] }
            before = values
        }
        guard var best = before.indices.min(by: { before[$0] < before[$1] }) else { return ([], 0) }
        let total = before[best]
        var choices = [Int](repeating: 0, count: slots.count)
        choices[slots.count - 1] = best
        var pairs = last.starts.count * last.rates.count
        for number in slots.indices.dropLast().reversed() {
            best = Int(ways[number][best % pairs])
            choices[number] = best
            pairs = slots[number].starts.count * slots[number].rates.count
        }
        return (choices, total)
    }

    /// What each choice of a slot costs by itself.
    private func choiceCosts(_ slot: IsochronySlot, _ cost: IsochronyCost) -> [Double] {
        let rates = slot.rates.map(cost.rate)
        let onsets = slot.starts.map { cost.onset($0 - slot.start) }
        var values: [Double] = []
        values.reserveCapacity(slot.choiceCount)
        for option in slot.options {
            for (start, onset) in zip(slot.starts, onsets) {
                for number in rates.indices {
                    let end = start + option.seconds / slot.rates[number]
                    values.append(option.cost + onset + rates[number] + cost.span(slot, start: start, end: end))
                }
            }
        }
        return values
    }

    /// The least that the way before costs for each start and rate of a slot, and the choice that it ends in.
    private func join(
        _ values: [Double],
        of before: IsochronySlot,
        to slot: IsochronySlot,
        _ cost: IsochronyCost
    ) -> (costs: [Double], way: [Int32]) {
        let rateCount = before.rates.count
        let ends = before.options.flatMap { option in
            before.starts.flatMap { start in before.rates.map { start + option.seconds / $0 } }
        }
        var jumps = [Double](repeating: 0, count: rateCount * slot.rates.count)
        if slot.isNeighbourOfPrevious {
            for own in slot.rates.indices {
                for other in 0..<rateCount {
                    jumps[own * rateCount + other] = cost.jump(slot.rates[own] - before.rates[other])
                }
            }
        }
        var costs = [Double](repeating: 0, count: slot.starts.count * slot.rates.count)
        var way = [Int32](repeating: 0, count: costs.count)
        var least = [Double](repeating: 0, count: rateCount)
        var leastChoice = [Int](repeating: 0, count: rateCount)
        for (startNumber, start) in slot.starts.enumerated() {
            // The best of the line before for each of its rates, given where this one begins.
            for rate in 0..<rateCount { least[rate] = .infinity }
            var rate = 0
            for choice in values.indices {
                let value = values[choice]
                if value < least[rate] {
                    let all = value + cost.meeting(before, end: ends[choice], next: start)
                    if all < least[rate] {
                        least[rate] = all
                        leastChoice[rate] = choice
                    }
                }
                rate += 1
                if rate == rateCount { rate = 0 }
            }
            for own in slot.rates.indices {
                var best = Double.infinity
                var bestRate = 0
                for other in 0..<rateCount {
                    let all = least[other] + jumps[own * rateCount + other]
                    if all < best {
                        best = all
                        bestRate = other
                    }
                }
                costs[startNumber * slot.rates.count + own] = best
                way[startNumber * slot.rates.count + own] = Int32(leastChoice[bestRate])
            }
        }
        return (costs, way)
    }
}
