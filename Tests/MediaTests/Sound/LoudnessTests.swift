import Foundation
import Media
import Testing
import Text

/// Loudness against what follows from the standards' definitions; tones as in EBU Tech 3341 and 3342.
struct LoudnessTests {
    @Test(arguments: [16_000, 44_100, 48_000, 96_000])
    func stereoSineIsAsLoudAsItsLevel(rate: Int) throws {
        let samples = tone(997, -23, 0.5, rate: rate)
        let loudness = Sound(rate: rate, channels: [samples, samples]).loudness()
        #expect(abs(try #require(loudness.integrated) + 23) < 0.05)
        #expect(abs(try #require(loudness.truePeak) + 23) < 0.1)
    }

    @Test func oneLoudspeakerIsThreeUnitsLess() throws {
        let sound = Sound(rate: 48_000, channels: [tone(997, -20, 1)])
        #expect(abs(try #require(sound.loudness().integrated) + 23.01) < 0.05)
    }

    @Test func surroundsCountMoreAndLowFrequenciesNothing() throws {
        let none = silence(1)
        let sample = tone(997, -20, 1)
        func loudness(_ channel: Int) -> Double? {
            var channels = [[Float]](repeating: none, count: 6)
            channels[channel] = sample
            return Sound(rate: 48_000, channels: channels).loudness().integrated
        }
        #expect(loudness(3) == nil)
        #expect(abs(try #require(loudness(5)) - (try #require(loudness(0))) - 1.49) < 0.01)
    }

    @Test func hearsHighMoreAndLowLess() throws {
        func loudness(_ hertz: Double) throws -> Double {
            try #require(Sound(rate: 48_000, channels: [tone(hertz, -20, 1)]).loudness().integrated)
        }
        let middle = try loudness(997)
        // The shelf is +4.0 dB, of which 0.7 are there at 1 kHz.
        #expect(abs(try loudness(10_000) - middle - 3.3) < 0.15)
        // −3 dB at 60 Hz or so, 12 dB an octave below.
        #expect(try loudness(20) < middle - 12)
    }

    @Test func gateTakesOutWhatIsSoft() throws {
        let rate = 4_000
        let loud = tone(400, -23, 20, rate: rate)
        let soft = tone(400, -36, 5, rate: rate)
        let alone = try #require(Sound(rate: rate, channels: [loud]).loudness().integrated)
        let among = try #require(Sound(rate: rate, channels: [soft + loud + soft]).loudness().integrated)
        #expect(abs(alone - among) < 0.1)
        let nearer = tone(400, -29, 20, rate: rate)
        let both = try #require(Sound(rate: rate, channels: [nearer + loud]).loudness().integrated)
        #expect(both < alone - 1.5)
    }

    @Test(arguments: [(-20.0, -30.0, 10.0), (-20, -15, 5), (-40, -20, 20)])
    func rangeIsTheDifferenceOfTwoLevels(first: Double, second: Double, range: Double) {
        let rate = 4_000
        let samples = tone(400, first, 20, rate: rate) + tone(400, second, 20, rate: rate)
        #expect(abs(Sound(rate: rate, channels: [samples]).loudness().range - range) < 0.3)
    }

    @Test func findsTheLoudestMoments() throws {
        let rate = 16_000
        let samples = tone(1000, -43, 3, rate: rate) + tone(1000, -23, 1, rate: rate) + tone(1000, -43, 3, rate: rate)
        let loudness = Sound(rate: rate, channels: [samples, samples]).loudness()
        #expect(abs(try #require(loudness.momentaryMaximum) + 23) < 0.1)
        // A third of three seconds: 4.8 less.
        #expect(abs(try #require(loudness.shortTermMaximum) + 27.7) < 0.2)
    }

    @Test func findsPeaksBetweenSamples() throws {
        // At a quarter of the rate and 45°, every sample is 3 dB below the peak.
        var sound = Sound(rate: 48_000, channels: [tone(12_000, -6, 0.2, phase: 45)])
        sound.fade(in: 2000, out: 2000)
        let highest = try #require(sound.channels[0].map(abs).max())
        #expect(abs(Decibel.level(Double(highest)) + 9.01) < 0.05)
        #expect(abs(try #require(sound.loudness().truePeak) + 6) < 0.1)
    }

    @Test func blocksOfAnySizeGiveTheSame() {
        let left = noise(-20, 1.3)
        let right = tone(440, -12, 1.3)
        let whole = Sound(rate: 48_000, channels: [left, right])
        var meter = LoudnessMeter(rate: 48_000, channels: 2)
        var next = 0
        for size in [1, 7, 479, 480, 481, 5, 30_000, 12, 100_000] where next < whole.count {
            let end = min(next + size, whole.count)
            meter.add(Sound(rate: 48_000, channels: [Array(left[next..<end]), Array(right[next..<end])]))
            next = end
        }
        #expect(next == whole.count)
        let parts = meter.loudness()
        let all = whole.loudness()
        #expect(parts.truePeak == all.truePeak)
        #expect(abs((parts.integrated ?? 0) - (all.integrated ?? 9)) < 1e-9)
    }

    @Test func dialogueIsMeasuredWhereSomebodySpeaks() throws {
        let samples = tone(997, -40, 2) + tone(997, -23, 1) + tone(997, -40, 1)
        let sound = Sound(rate: 48_000, channels: [samples, samples])
        let spans = [TimeSpan(2.1, 2.9), TimeSpan(2.5, 3), TimeSpan(9, 2), TimeSpan(.nan, 1), TimeSpan(90, .infinity)]
        #expect(abs(try #require(sound.loudness(speech: spans).dialogue) + 23) < 0.1)
        #expect(sound.loudness().dialogue == nil)
    }

    @Test func silenceHasNoLoudness() {
        for sound in [
            Sound(rate: 48_000, channels: [silence(1), silence(1)]), Sound(rate: 48_000, channels: []),
            Sound(rate: 0, channels: [[0, 0, 0]]), Sound(rate: -5, channels: [[], []]),
        ] {
            let loudness = sound.loudness(speech: [TimeSpan(0, 1)])
            #expect(loudness == Loudness())
        }
    }

    @Test func survivesSamplesThatAreNoNumbers() throws {
        var samples = tone(997, -23, 1)
        samples[4_800] = .nan
        samples[9_600] = .infinity
        let loudness = Sound(rate: 48_000, channels: [samples, samples]).loudness()
        #expect(abs(try #require(loudness.integrated) + 23) < 0.3)
        #expect(try #require(loudness.truePeak).isFinite)
    }
}
