import Foundation
import Media
import Testing
import Text

struct MixdownTests {
    private let rate = 8_000

    private func level(_ sound: Sound, _ channel: Int, _ from: Double, _ to: Double) -> Double {
        rms(sound.channels[channel][Int(from * Double(rate))..<Int(to * Double(rate))])
    }

    private func clip(_ id: String, _ start: Double, _ seconds: Double, level: Double = -20) -> Mixdown.Clip {
        Mixdown.Clip(
            line: id,
            sound: Sound(rate: rate, channels: [tone(440, level, seconds, rate: rate)]),
            start: start
        )
    }

    @Test func ducksTheBedWhileTheDubSpeaks() throws {
        let bed = Sound(rate: rate, channels: [noise(-20, 4, rate: rate)])
        let result = Mixdown(clips: [clip("a", 1.5, 1)], originalSpeech: []).mix(over: bed, stems: true)
        let ducked = try #require(result.bed)
        #expect(abs(level(ducked, 0, 0, 1.4) + 20) < 0.3)
        #expect(abs(level(ducked, 0, 1.55, 2.5) + 30) < 0.3)
        // Back after 280 ms.
        #expect(level(ducked, 0, 2.5, 2.6) < -26)
        #expect(abs(level(ducked, 0, 2.9, 4) + 20) < 0.3)
        #expect(result.findings.isEmpty)
    }

    @Test func isDownBeforeTheFirstSound() throws {
        let bed = Sound(rate: rate, channels: [[Float](repeating: 0.5, count: 16_000)])
        let result = Mixdown(clips: [clip("a", 1, 0.5)], originalSpeech: []).mix(over: bed, stems: true)
        let ducked = try #require(result.bed).channels[0]
        #expect(abs(Decibel.level(Double(ducked[8_000] / 0.5)) + 10) < 0.1)
        #expect(ducked[8_000 - 170] == 0.5)
    }

    @Test func ducksTheMiddleMoreThanTheSides() throws {
        // What both channels share is the original's voice; what is on one side only is music.
        let voice = tone(300, -20, 3, rate: rate)
        let music = noise(-20, 3, rate: rate)
        let centre = Sound(rate: rate, channels: [voice, voice])
        let sides = Sound(rate: rate, channels: [music, music.map { -$0 }])
        let mixdown = Mixdown(clips: [], originalSpeech: [TimeSpan(1, 2)])
        #expect(abs(level(mixdown.mix(over: centre).mix, 0, 1.1, 1.9) + 45) < 0.3)
        #expect(abs(level(mixdown.mix(over: sides).mix, 1, 1.1, 1.9) + 28) < 0.3)
    }

    @Test func silencesTheOriginalBetweenTheWordsOfTheDub() throws {
        let voice = Sound(rate: rate, channels: [tone(300, -20, 5, rate: rate)])
        let clips = [clip("a", 1, 0.5), clip("b", 2.5, 0.5)]
        let result = Mixdown(clips: clips, originalSpeech: [TimeSpan(1, 3)]).mix(over: voice, stems: true)
        let bed = try #require(result.bed)
        #expect(abs(level(bed, 0, 1.05, 1.45) - level(bed, 0, 1.8, 2.2)) < 0.1)
        #expect(level(bed, 0, 1.8, 2.2) < -40)
    }

    @Test func laysSpeechOnTheSampleWithItsGain() throws {
        let bed = Sound(rate: rate, channels: [silence(2, rate: rate), silence(2, rate: rate)])
        var click = clip("a", 1.25, 0)
        click.sound.channels = [[0.5, 0.25]]
        click.gain = -6.0206
        let mix = Mixdown(clips: [click], originalSpeech: []).mix(over: bed).mix
        for channel in mix.channels {
            #expect(abs(channel[10_000] - 0.25) < 1e-5)
            #expect(abs(channel[10_001] - 0.125) < 1e-5)
            #expect(channel.count { $0 != 0 } == 2)
        }
    }

    @Test func doesNotDriftOverALongFilm() throws {
        let rate = 500
        let bed = Sound(rate: rate, channels: [silence(600, rate: rate)])
        let starts = (1...500).map { Double($0) * 1.1987654321 }
        let clips = starts.map { start in
            Mixdown.Clip(line: "", sound: Sound(rate: rate, channels: [[1]]), start: start)
        }
        let mix = Mixdown(clips: clips, originalSpeech: []).mix(over: bed).mix.channels[0]
        let found = mix.indices.filter { mix[$0] > 0.5 }
        #expect(found == starts.map { Int(($0 * Double(rate)).rounded()) })
    }

    @Test func bringsClipsOfOtherRatesToTheMix() {
        let bed = Sound(rate: rate, channels: [silence(2, rate: rate)])
        let other = Mixdown.Clip(
            line: "a",
            sound: Sound(rate: 16_000, channels: [tone(440, -20, 1, rate: 16_000)]),
            start: 0.5
        )
        let mix = Mixdown(clips: [other], originalSpeech: []).mix(over: bed).mix
        #expect(abs(level(mix, 0, 0.6, 1.4) + 23) < 0.1)
        #expect(level(mix, 0, 1.51, 2) < -60)
    }

    @Test func lowersSpeechUnderTheNextLine() {
        let bed = Sound(rate: rate, channels: [silence(3, rate: rate)])
        var long = clip("a", 0.5, 2)
        long.yields = 1.5
        let mix = Mixdown(clips: [long], originalSpeech: []).mix(over: bed).mix
        #expect(abs(level(mix, 0, 0.6, 1.4) + 23) < 0.1)
        #expect(abs(level(mix, 0, 1.55, 2.45) + 29) < 0.1)
    }

    @Test func neverCutsSpeechAtTheEnd() {
        let bed = Sound(rate: rate, channels: [silence(1, rate: rate), silence(1, rate: rate)])
        let result = Mixdown(clips: [clip("late", 0.8, 0.5)], originalSpeech: []).mix(over: bed)
        #expect(result.mix.channels.map(\.count) == [10_400, 10_400])
        #expect(result.findings.map(\.code) == ["mix-longer"])
        #expect(result.findings.first?.place.unit == "late")
    }

    @Test func reportsClipsAtImpossibleTimes() {
        let bed = Sound(rate: rate, channels: [silence(1, rate: rate)])
        let clips = [clip("a", .nan, 0.1), clip("b", 1e12, 0.1), clip("c", -0.05, 0.1), clip("d", .infinity, 0.1)]
        let result = Mixdown(clips: clips, originalSpeech: [TimeSpan(.nan, 3), TimeSpan(4, 1)]).mix(over: bed)
        #expect(result.mix.count == 8_000)
        #expect(result.findings.map(\.code) == ["mix-clip-time", "mix-clip-time", "mix-clip-time"])
    }

    @Test func stemsAddUpToTheMix() throws {
        let bed = Sound(rate: rate, channels: [noise(-20, 2, rate: rate), noise(-22, 2, rate: rate, seed: 4)])
        let mixdown = Mixdown(clips: [clip("a", 0.5, 1)], originalSpeech: [TimeSpan(0.4, 1.4)])
        let result = mixdown.mix(over: bed, stems: true)
        let stems = zip(try #require(result.bed).channels, try #require(result.dialogue).channels)
        for (mix, (bed, dialogue)) in zip(result.mix.channels, stems) {
            #expect(zip(mix, zip(bed, dialogue)).allSatisfy { abs($0 - $1.0 - $1.1) < 1e-6 })
        }
        #expect(mixdown.mix(over: bed).mix == result.mix)
    }

    @Test func speechGoesToTheMiddleOfASurroundMix() {
        let none = silence(1, rate: rate)
        let bed = Sound(rate: rate, channels: [[Float]](repeating: none, count: 6))
        let mix = Mixdown(clips: [clip("a", 0.2, 0.5)], originalSpeech: []).mix(over: bed).mix
        #expect(mix.channels.map { $0 == none } == [true, true, false, true, true, true])
    }
}

struct GainEnvelopeTests {
    @Test func lowerOfTwoFollowsBoth() {
        let first = GainEnvelope(points: [.init(0, 0), .init(10, -10)])
        let second = GainEnvelope(points: [.init(0, -10), .init(10, 0)])
        let lower = first.lower(of: second)
        for second in stride(from: -1.0, through: 11, by: 0.25) {
            let wanted = -max(min(max(second, 0), 10), 10 - min(max(second, 0), 10))
            #expect(abs(lower.decibels(at: second) - wanted) < 1e-9)
        }
    }

    @Test func joinsSpansThatAreNear() {
        let spans = [TimeSpan(5, 6), TimeSpan(1, 2), TimeSpan(2.2, 3), TimeSpan(.nan, 1), TimeSpan(1, .infinity)]
        let envelope = GainEnvelope(under: spans, by: 12, attack: 0.02, release: 0.3, hold: 0.4)
        #expect(envelope.points.count == 8)
        #expect(envelope.decibels(at: 2.1) == -12)
        #expect(envelope.decibels(at: 4) == 0)
        #expect(abs(envelope.decibels(at: 3.15) + 6) < 1e-9)
        #expect(GainEnvelope(under: spans, by: .nan, attack: .nan, release: .nan, hold: .nan).points.isEmpty)
    }
}

struct LineLevelsTests {
    @Test func keepsWhispersAndShouts() {
        let gains = LineLevels().gains(
            originals: [-23, -28, -20, -60, nil, -10],
            spoken: [-18, -18, -18, -18, -18, -18]
        )
        // The middle is −23; a line is at most 6 softer and 4 louder than that.
        #expect(gains == [-5, -10, -2, -11, -5, -1])
    }

    @Test func livesWithoutKnownLevels() {
        #expect(LineLevels().gains(originals: [], spoken: [-20, nil, .nan]) == [-3, 0, 0])
    }

    @Test func measuresLinesOfAFilm() throws {
        let sample = tone(997, -20, 1) + tone(997, -30, 1)
        let film = Sound(rate: 48_000, channels: [sample, sample])
        let levels = LineLevels.measure(film, spans: [TimeSpan(0, 0.9), TimeSpan(1.1, 2), TimeSpan(5, 6)])
        #expect(abs(try #require(levels[0]) + 20) < 0.2)
        #expect(abs(try #require(levels[1]) + 30) < 0.2)
        #expect(levels[2] == nil)
        // Alone and mono, but heard from two loudspeakers.
        let clip = Sound(rate: 48_000, channels: [tone(997, -20, 0.3)])
        #expect(abs(try #require(LineLevels.measure(clip: clip)) + 20) < 0.3)
    }
}
