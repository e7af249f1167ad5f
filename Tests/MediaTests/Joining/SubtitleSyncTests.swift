import Media
import Testing
import Text

struct SubtitleSyncTests {
    @Test(arguments: [(0.0, 1.0), (12.34, 1.0), (-7.5, 1.0), (3.0, 25 / 23.976), (-1.2, 24.0 / 25)])
    func findsShiftAndSpeed(offset: Double, rate: Double) throws {
        let speech = talk(seed: 3, count: 300)
        // The file's times are those that the fit must turn into the film's.
        let cues = speech.map { TimeSpan(($0.start - offset) / rate, ($0.end + 0.2 - offset) / rate) }
        let fit = try #require(SubtitleSync().fit(cues: cues, speech: speech))
        #expect(abs(fit.offset - offset) < 0.15 && abs(fit.rate - rate) < 1e-9)
        #expect(fit.isCertain == (offset != 0 || rate != 1))
        #expect(fit.score > 0.7)
    }

    @Test func correctsTheTimesAndSaysSo() throws {
        let speech = talk(seed: 5, count: 40)
        let lines = speech.enumerated().map { number, span in
            SpokenLine(id: "\(number)", time: TimeSpan(span.start + 4, span.end + 4), text: "好")
        }
        let (corrected, fit, findings) = SubtitleSync().correct(lines, speech: speech)
        #expect(findings.map(\.code) == ["subtitles-shifted"] && fit?.isCertain == true)
        #expect(zip(corrected, speech).allSatisfy { abs($0.time.start - $1.start) < 0.15 })
    }

    @Test func leavesTheFileOfAnotherFilmAlone() {
        let lines = talk(seed: 8, count: 60).enumerated().map { SpokenLine(id: "\($0)", time: $1, text: "好") }
        let (kept, fit, _) = SubtitleSync().correct(lines, speech: talk(seed: 9, count: 60))
        #expect(kept == lines && fit?.isCertain == false)
    }

    @Test func takesTimesThatAreNone() {
        let odd = [TimeSpan(.nan, 1), TimeSpan(5, 2), TimeSpan(-1e300, 1e300), TimeSpan(1, .infinity), TimeSpan(0, 0)]
        #expect(SubtitleSync().fit(cues: odd, speech: talk(seed: 1, count: 20)) == nil)
        #expect(SubtitleSync().fit(cues: talk(seed: 1, count: 20), speech: odd) == nil)
        #expect(SubtitleSync().fit(cues: talk(seed: 1, count: 20) + odd, speech: talk(seed: 1, count: 20) + odd) != nil)
    }

    private func talk(seed: UInt64, count: Int) -> [TimeSpan] {
        var random = SeededRandom(seed: seed)
        var time = 70.0
        return (0..<count).map { _ in
            time += 0.3 + Double(random.next() % 400) / 100
            let start = time
            time += 0.6 + Double(random.next() % 250) / 100
            return TimeSpan(start, time)
        }
    }
}
