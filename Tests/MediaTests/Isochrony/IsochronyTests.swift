import Foundation
import Media
import Testing
import Text

/// Isochrony of a few lines: what is done when speech is longer or shorter than its slot.
struct IsochronyTests {
    @Test func leavesAloneWhatFits() throws {
        let plan = Isochrony().plan([line("a", 1, 3, 2.0), line("b", 4, 6, 2.1)])
        #expect(plan.placements.map(\.line) == ["a", "b"])
        #expect(plan.placements.allSatisfy { $0.flags.isEmpty && (0.98...1.05).contains($0.rate) })
        #expect(plan.placements.map(\.time.start) == [1, 4])
        #expect(plan.findings.isEmpty)
    }

    @Test func hangsOverIntoSilenceBeforeItHurries() throws {
        let placed = try #require(Isochrony().plan([line("a", 1, 3, 2.3), line("b", 5, 6, 1)]).placements.first)
        #expect(placed.rate <= 1.10)
        #expect(placed.tail > 0 && placed.tail <= 0.5)
        #expect(placed.flags.isEmpty)
    }

    @Test func hurriesNoMoreThanTheSlotAsks() throws {
        // Neither 1.14 nor 1.16 fits exactly.
        var long = line("a", 1, 3, 2.88)
        long.pin = .init(start: 1)
        let placed = try #require(Isochrony().plan([long, line("b", 9, 10, 1)]).placements.first)
        #expect(abs(placed.time.end - 3.5) < 1e-9)
        #expect(abs(placed.rate - 2.88 / 2.5) < 1e-9)
        #expect(abs(placed.slack) < 1e-9 && abs(placed.tail - 0.5) < 1e-9)
    }

    @Test func hangsLongerWhenTheSpeakerIsNotSeen() throws {
        var off = line("a", 1, 3, 2.95)
        off.offScreen = true
        let plans = [line("a", 1, 3, 2.95), off].map { Isochrony().plan([$0, line("b", 9, 10, 1)]) }
        let seen = try #require(plans[0].placements.first)
        let unseen = try #require(plans[1].placements.first)
        #expect(seen.time.end <= 3.5 + 1e-9)
        #expect(unseen.time.end > 3.5)
        #expect(unseen.rate < seen.rate)
        #expect(plans[1].findings.isEmpty)
    }

    @Test func takesTheShorterWordingWhenTheFullOneWouldBeRushed() throws {
        var full = line("a", 0.5, 2.5, 3.2)
        full.wordings.append(DubWording(id: "short", text: "Less.", seconds: 2.2, cost: 0.8))
        let tight = Isochrony().plan([full, line("b", 2.5, 4, 1.5)])
        #expect(tight.placements.first?.wording == "short")
        let roomy = Isochrony().plan([full.at(0.5, 3.7), line("b", 4, 5.5, 1.5)])
        #expect(roomy.placements.first?.wording == "full")
    }

    @Test func squeezesPausesBeforeItTakesAPoorerWording() throws {
        var long = line("a", 0.5, 2.5, 2.8)
        long.wordings[0].pauses = 0.6
        long.wordings.append(DubWording(id: "short", text: "Less.", seconds: 2, cost: 1))
        let placed = try #require(Isochrony().plan([long, line("b", 2.5, 4, 1.5)]).placements.first)
        #expect(placed.wording == "full")
        #expect(placed.squeeze == 0.6)
        #expect(abs(placed.time.duration * placed.rate - 2.2) < 1e-9)
    }

    @Test func slowsALittleAndThenLeavesAPause() throws {
        let plan = Isochrony().plan([line("a", 1, 4, 1.5)])
        let placed = try #require(plan.placements.first)
        #expect(placed.rate >= 0.92)
        #expect(placed.rate < 1)
        #expect(plan.findings.map(\.code) == ["dub-short"])
    }

    @Test func keepsNeighboursTogetherInRate() throws {
        let lines = [line("a", 0.5, 2.5, 2.0), line("b", 2.5, 4.5, 2.6), line("c", 4.5, 6.5, 2.0)]
        let rates = Isochrony().plan(lines).placements.map(\.rate)
        let middle = try #require(rates.dropFirst().first)
        #expect(middle > 1.15)
        #expect(rates.allSatisfy { abs($0 - middle) <= 0.1001 })
    }

    @Test func letsLinesFarApartHaveTheirOwnRate() throws {
        let lines = [line("a", 0.5, 2.5, 2.0), line("b", 20, 22, 2.7), line("c", 22, 30, 7.8)]
        let plan = Isochrony().plan(lines)
        #expect(plan.placements.map(\.rate)[0] <= 1.0)
        #expect(plan.placements.map(\.rate)[1] > 1.1)
    }

    @Test func speaksWholeAndFlagsWhatCannotFit() throws {
        let plan = Isochrony().plan([line("a", 1, 2, 4), line("b", 2, 4, 2), line("c", 4, 5, 1)], end: 5.2)
        let placed = try #require(plan.placements.first)
        #expect((1.25...1.3001).contains(placed.rate))
        #expect(abs(placed.time.duration * placed.rate - 4) < 1e-9)
        let overlap = try #require(placed.flags.first { $0.kind == .overlap })
        #expect(placed.yields == plan.placements[1].time.start)
        #expect(abs(overlap.amount - (placed.time.end - plan.placements[1].time.start)) < 1e-9)
        #expect(plan.findings.contains { $0.code == "dub-overlap" && $0.place.unit == "a" })
        // The lines after it are where they belong: nothing drifts.
        #expect(plan.placements[2].onsetShift <= 0.1)
    }

    @Test func lastLineStaysInsideTheFilm() throws {
        let placed = try #require(Isochrony().plan([line("a", 8, 9.9, 2.1)], end: 10).placements.first)
        #expect(placed.time.end <= 10)
    }

    @Test func doesNotHangOverAShotChange() throws {
        let free = Isochrony().plan([line("a", 1, 3, 2.3)])
        let cut = Isochrony().plan([line("a", 1, 3, 2.3)], cuts: [3.1, .nan, -.infinity])
        #expect(try #require(free.placements.first).time.end > 3.1)
        #expect(try #require(cut.placements.first).time.end <= 3.1 + 1e-9)
    }

    @Test func mayOverlapAsMuchAsTheOriginal() throws {
        let lines = [line("a", 1, 3, 2, by: "Li"), line("b", 2.5, 4, 1.5, by: "Wang")]
        let plan = Isochrony().plan(lines)
        #expect(plan.findings.isEmpty)
        #expect(plan.placements.allSatisfy { abs($0.onsetShift) < 0.1 && $0.rate < 1.05 })
        // One mouth cannot speak twice, whatever the times say.
        let same = Isochrony().plan(
            lines.map { line in
                var line = line; line.speaker = "Li"; return line
            }
        )
        #expect(same.placements[0].time.end <= same.placements[1].time.start + 1e-9)
    }

    @Test func keepsWhatAPersonPinned() throws {
        var pinned = line("b", 2, 4, 2)
        pinned.wordings.append(DubWording(id: "other", text: "Other.", seconds: 1.8, cost: 9))
        pinned.pin = .init(wording: "other", start: 2.33, rate: 0.85)
        let plan = Isochrony().plan([line("a", 1, 2, 1.2), pinned, line("c", 4.1, 5, 1)])
        let placed = plan.placements[1]
        #expect(placed.wording == "other" && placed.time.start == 2.33 && placed.rate == 0.85)
    }

    @Test func aWordingOfTheBudgetFits() throws {
        let next = line("b", 2.5, 4, 1.5)
        let tight = try #require(Isochrony().plan([line("a", 1, 2.2, 3), next]).placements.first)
        #expect(!tight.flags.isEmpty)
        let fitting = Isochrony().plan([line("a", 1, 2.2, tight.budget()), next])
        #expect(fitting.findings.isEmpty)
    }

    @Test func isReadBackAsItWasWritten() throws {
        let plan = Isochrony().plan(
            [line("a", 1, 2, 4, by: "Li"), line("b", 2, 4, 2), line("c", .nan, 5, 1)],
            cuts: [2.1]
        )
        let data = try JSONEncoder().encode(plan)
        #expect(try JSONDecoder().decode(DubPlan.self, from: data) == plan)
        #expect(plan.placements.contains { $0.yields != nil })
    }

    @Test func flagsSayTheNumbers() throws {
        let plan = Isochrony().plan([line("a", 1, 2, 1.8), line("b", 2, 3, 1), line("c", 3, 4, 1)])
        for placed in plan.placements where !(0.9...1.2005).contains(placed.rate) {
            let flag = try #require(placed.flags.first { $0.kind == .rate })
            #expect(flag.amount == placed.rate)
        }
        #expect(plan.placements[0].rate > 1.2)
        #expect(plan.findings.contains { $0.code == "dub-rate" && $0.message.contains("1.2") })
    }
}

func line(_ id: String, _ start: Double, _ end: Double, _ seconds: Double, by speaker: String? = nil) -> DubLine {
    let wording = DubWording(id: "full", text: "Words.", seconds: seconds)
    return DubLine(id: id, time: TimeSpan(start, end), speaker: speaker, wordings: [wording])
}

extension DubLine {
    func at(_ start: Double, _ end: Double) -> DubLine {
        var line = self
        line.time = TimeSpan(start, end)
        return line
    }
}
