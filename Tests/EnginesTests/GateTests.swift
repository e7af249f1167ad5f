import Testing

@testable import Engines

struct GateTests {
    @Test func letsRequestsThroughInTheOrderInWhichTheyCame() async throws {
        let gate = RequestGate(parallel: 1, timing: TestClock().timing())
        let (order, note) = AsyncStream.makeStream(of: Int.self)
        let (release, open) = AsyncStream.makeStream(of: Void.self)
        let first = Task { try await gate.pass { for await _ in release { break } } }
        while gate.open == 0 { await Task.yield() }
        var tasks: [Task<Void, any Error>] = []
        for number in 0..<5 {
            tasks.append(Task { try await gate.pass { _ = note.yield(number) } })
            while gate.waiting <= number { await Task.yield() }
        }
        open.yield()
        try await first.value
        for task in tasks { try await task.value }
        note.finish()
        var seen: [Int] = []
        for await number in order { seen.append(number) }
        #expect(seen == [0, 1, 2, 3, 4])
        #expect(gate.open == 0)
    }

    @Test func losesNoPlaceWhenAWaiterIsCancelled() async throws {
        let gate = RequestGate(parallel: 1, timing: TestClock().timing())
        let (release, open) = AsyncStream.makeStream(of: Void.self)
        let first = Task { try await gate.pass { for await _ in release { break } } }
        while gate.open == 0 { await Task.yield() }
        let second = Task { try await gate.pass {} }
        while gate.waiting == 0 { await Task.yield() }
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        open.yield()
        try await first.value
        try await gate.pass {}
        #expect(gate.open == 0 && gate.waiting == 0)
    }

    @Test func halvesOnceForOneBurstOfRefusalsAndGrowsAgain() {
        let clock = TestClock()
        let gate = RequestGate(parallel: 8, timing: clock.timing())
        let start = clock.time
        gate.slowDown(since: start)
        #expect(gate.limit == 4)
        clock.pass(1)
        gate.slowDown(since: start - 1)
        #expect(gate.limit == 4)
        gate.slowDown(since: clock.time)
        gate.slowDown(since: clock.time + 1)
        gate.slowDown(since: clock.time + 2)
        #expect(gate.limit == 1)
        gate.succeed()
        #expect(gate.limit == 2)
        for _ in 0..<2 { gate.succeed() }
        #expect(gate.limit == 3)
        for _ in 0..<100 { gate.succeed() }
        #expect(gate.limit == 8)
    }

    @Test func keepsWithinTheRequestsAMinute() async throws {
        let clock = TestClock()
        let gate = RequestGate(parallel: 8, requestsPerMinute: 60, timing: clock.timing())
        let start = clock.time
        for _ in 0..<66 { try await gate.pace(tokens: 1) }
        #expect(abs(clock.time - start - 60) < 0.001)
    }

    @Test func keepsWithinTheTokensAMinuteAndCountsWhatWasReallyUsed() async throws {
        let clock = TestClock()
        let gate = RequestGate(parallel: 8, tokensPerMinute: 6000, timing: clock.timing())
        let start = clock.time
        for _ in 0..<11 { try await gate.pace(tokens: 600) }
        #expect(abs(clock.time - start - 60) < 0.001)
        gate.settle(reserved: 600, used: 0)
        try await gate.pace(tokens: 600)
        #expect(abs(clock.time - start - 60) < 0.001)
    }

    @Test func letsARequestThroughThatIsBiggerThanTheBucket() async throws {
        let clock = TestClock()
        let gate = RequestGate(parallel: 1, tokensPerMinute: 600, timing: clock.timing())
        let start = clock.time
        try await gate.pace(tokens: 1200)
        #expect(clock.time == start)
        try await gate.pace(tokens: 10)
        #expect(clock.time - start > 100)
    }
}
