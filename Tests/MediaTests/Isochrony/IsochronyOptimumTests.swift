import Media
import Testing
import Text

/// Isochrony of whole scenes: it finds the best, in little time, whatever the numbers are.
struct IsochronyOptimumTests {
    @Test(arguments: 1...3)
    func findsTheBestOfAllWays(seed: UInt64) throws {
        var limits = IsochronyLimits()
        limits.hardRates = 1.0...1.2
        limits.slowest = 1.18
        limits.headBorrow = 0.04
        limits.latestOnset = 0.04
        let isochrony = Isochrony(limits: limits)
        let lines = scene(of: 3, seed: seed)
        let rates = [1.18, 1.20]
        var best = Double.infinity
        for number in 0..<(12 * 12 * 12) {
            var rest = number
            let pinned = lines.map { line in
                var line = line
                let own = rest % 12
                rest /= 12
                line.pin = .init(
                    wording: line.wordings[own % 2].id,
                    start: line.time.start + [-0.04, 0, 0.04][own / 2 % 3],
                    rate: rates[own / 6]
                )
                return line
            }
            best = min(best, isochrony.plan(pinned).cost)
        }
        #expect(abs(isochrony.plan(lines).cost - best) < 1e-6)
    }

    @Test(arguments: 1...8)
    func costsLessThanALadderThatGoesLineByLine(seed: UInt64) throws {
        let lines = scene(of: 12, seed: seed)
        let solved = Isochrony().plan(lines)
        let greedy = Isochrony().plan(ladder(lines))
        #expect(solved.cost <= greedy.cost + 1e-9)
        func misses(_ plan: DubPlan) -> Int {
            plan.placements.flatMap(\.flags).count { [.overlap, .rate, .onset, .jump].contains($0.kind) }
        }
        #expect(misses(solved) <= misses(greedy))
    }

    @Test func seesALineComeThatALadderRunsInto() throws {
        // Alone, the first line would hang over at its own rate, and the second would have to begin late or rush.
        let lines = [line("a", 0.2, 2, 2.1), line("b", 2.1, 4, 2.45), line("c", 4, 6, 2.0)]
        let solved = Isochrony().plan(lines)
        let greedy = Isochrony().plan(ladder(lines))
        #expect(solved.cost < greedy.cost * 0.8)
        #expect(solved.findings.count < greedy.findings.count)
    }

    @Test func keepsEveryLineOfALongFilmWhole() throws {
        let lines = scene(of: 400, seed: 9)
        let plan = Isochrony().plan(lines)
        #expect(plan.placements.count == lines.count)
        for (placed, line) in zip(plan.placements, lines) {
            #expect(placed.line == line.id)
            #expect((0.8...1.3001).contains(placed.rate))
            #expect(abs(placed.onsetShift) <= 0.51)
            let wording = try #require(line.wordings.first { $0.id == placed.wording })
            #expect(abs(placed.time.duration * placed.rate + placed.squeeze - wording.seconds) < 1e-6)
        }
    }

    @Test func sameLinesGiveTheSamePlanInAnyOrder() {
        let lines = scene(of: 30, seed: 4)
        #expect(Isochrony().plan(lines) == Isochrony().plan(lines.reversed()))
    }

    @Test func livesWithHostileNumbers() throws {
        let odd: [Double] = [.nan, .infinity, -.infinity, -1, 0, 1e300, .leastNonzeroMagnitude, 2]
        var lines: [DubLine] = []
        for start in odd {
            for end in odd {
                for seconds in odd {
                    var line = line("\(lines.count)", start, end, seconds)
                    line.wordings[0].pauses = start
                    line.wordings[0].cost = end
                    line.pin = lines.count % 3 == 0 ? .init(wording: "none", start: seconds, rate: end) : nil
                    lines.append(line)
                }
            }
        }
        for rate in [Double.nan, 0, -25, .infinity, 25] {
            let plan = Isochrony(frameRate: rate).plan(Array(lines.prefix(200)), cuts: odd, end: rate)
            #expect(plan.placements.count + plan.unspoken.count == 200)
            #expect(plan.placements.allSatisfy { $0.time.start.isFinite && $0.time.end.isFinite && $0.rate > 0 })
        }
        #expect(Isochrony().plan(lines).cost.isFinite)
    }

    @Test(arguments: [Double.nan, -1, 0, 1e9])
    func livesWithHostileLimits(number: Double) {
        var limits = IsochronyLimits()
        limits.slowest = number
        limits.headBorrow = number
        limits.latestOnset = number
        limits.neighbourGap = number
        limits.tailInShot = number
        limits.rateStep = number
        let plan = Isochrony(limits: limits).plan([line("a", 0, 1, 1), line("b", 1, 2, 1.4)])
        #expect(plan.placements.map(\.line) == ["a", "b"])
        #expect(plan.placements.allSatisfy { (0.8...1.3).contains($0.rate) && $0.time.start >= 0 })
    }

    @Test func saysWhatCannotBeSpoken() {
        var empty = line("a", 1, 2, 1)
        empty.wordings = []
        let plan = Isochrony().plan([empty, line("b", .nan, 2, 1), line("c", 3, 4, 1)])
        #expect(plan.unspoken == [.init(line: "a", reason: .noWording), .init(line: "b", reason: .badTime)])
        #expect(plan.placements.map(\.line) == ["c"])
        #expect(plan.findings.map(\.code) == ["dub-unspoken", "dub-unspoken"])
        #expect(Isochrony().plan([]).placements.isEmpty)
    }

    @Test func staysFiniteWithLinesOnTopOfEachOther() {
        let lines = (0..<60).map { line("\($0)", 1, 2, 1.5, by: $0 % 2 == 0 ? "Li" : nil) }
        let plan = Isochrony().plan(lines)
        #expect(plan.placements.count == 60)
        #expect(plan.cost.isFinite)
    }

    /// What most programs do: begin when the line before has ended, and hurry as much as the slot asks.
    private func ladder(_ lines: [DubLine]) -> [DubLine] {
        var end = 0.0
        return lines.indices.map { number in
            var line = lines[number]
            let start = max(line.time.start, end)
            let next = number + 1 < lines.count ? lines[number + 1].time.start : .infinity
            let slot = max(0.1, min(line.time.end + 0.5, next - 0.08) - start)
            let seconds = line.wordings[0].seconds
            let rate = min(1.3, max(1, seconds / slot))
            end = start + seconds / rate
            line.pin = .init(wording: line.wordings[0].id, start: start, rate: rate)
            return line
        }
    }

    /// Lines of 0.6 to 3 s with gaps from none to 1 s, and speech from 0.6 to 1.4 times as long.
    private func scene(of count: Int, seed: UInt64) -> [DubLine] {
        var state = seed
        func random(_ range: ClosedRange<Double>) -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return range.lowerBound + Double(state >> 40) / Double(1 << 24) * (range.upperBound - range.lowerBound)
        }
        var time = 0.5
        return (0..<count).map { number in
            let length = random(0.6...3)
            let gap = random(-0.4...1)
            let seconds = length * random(0.6...1.4)
            let line = DubLine(
                id: "\(number)",
                time: TimeSpan(time, time + length),
                speaker: random(0...1) > 0.5 ? "Li" : "Wang",
                wordings: [
                    DubWording(id: "full", text: "Full.", seconds: seconds),
                    DubWording(id: "short", text: "Short.", seconds: seconds * 0.8, cost: 0.7),
                ]
            )
            time += length + max(0, gap)
            return line
        }
    }
}
