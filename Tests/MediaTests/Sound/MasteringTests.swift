import Foundation
import Media
import Testing
import Text

struct MasteringTests {
    /// Four seconds of which some are loud and some soft, with knocks 10 dB above the rest.
    private func mix() -> Sound {
        let rate = 16_000
        var left = noise(-30, 1.5, rate: rate) + noise(-18, 1.5, rate: rate, seed: 5)
        for knock in stride(from: 3_000, to: left.count - 100, by: 5_500) {
            for number in 0..<60 { left[knock + number] += 0.5 * Float(sin(Double(number))) }
        }
        let right = noise(-24, 3, rate: rate, seed: 3)
        return Sound(rate: rate, channels: [left, right])
    }

    @Test(arguments: [LoudnessTarget.mobile, .podcast, .broadcast])
    func reachesTheTargetUnderThePeak(target: LoudnessTarget) throws {
        let (sound, report) = Mastering(target: target).master(mix())
        let measured = sound.loudness()
        #expect(report.reached)
        #expect(measured == report.after)
        #expect(abs(try #require(measured.integrated) - target.loudness) <= 0.2)
        #expect(try #require(measured.truePeak) <= target.truePeak)
        #expect(report.findings.allSatisfy { $0.severity == .note })
    }

    @Test func meetsTheLoudnessOfTheDialogue() throws {
        let speech = [TimeSpan(1.5, 3)]
        let (sound, report) = Mastering(target: .streaming).master(mix(), speech: speech)
        #expect(report.reached)
        #expect(abs(try #require(sound.loudness(speech: speech).dialogue) + 27) <= 0.2)
        #expect(abs(try #require(sound.loudness().integrated) + 27) > 0.5)
    }

    @Test func onlyScalesWhatNeedsNoLimiter() throws {
        let before = mix()
        let (after, report) = Mastering(target: LoudnessTarget(loudness: -36)).master(before)
        let factor = Float(Decibel.factor(report.gain))
        #expect(report.reached && report.greatestReduction == 0)
        #expect(zip(before.channels[0], after.channels[0]).allSatisfy { abs($0 * factor - $1) < 1e-6 })
    }

    @Test func limitsBothChannelsAlikeAndWithoutSteps() throws {
        // Longer than a block of the limiter, so that there is a seam in it.
        let rate = 48_000
        let loud = tone(300, -6, 3, rate: rate)
        let soft = loud.map { $0 * 0.5 }
        let target = LoudnessTarget(loudness: -5, truePeak: -4)
        let (sound, report) = Mastering(target: target).master(Sound(rate: rate, channels: [loud, soft]))
        #expect(report.greatestReduction > 1)
        #expect(zip(sound.channels[0], sound.channels[1]).allSatisfy { abs($0 - 2 * $1) < 1e-5 })
        let gains = zip(sound.channels[0], loud).map { abs($1) > 0.1 ? $0 / $1 : 0 }
        let steps = zip(gains, gains.dropFirst()).filter { $0 > 0 && $1 > 0 }.map { abs($1 / $0 - 1) }
        #expect(try #require(steps.max()) < 0.01)
    }

    @Test func saysHowFarItMissesWhatCannotBeReached() throws {
        // A click in each half second cannot be as loud as a voice, whatever the gain.
        var samples = silence(1.6)
        for click in stride(from: 100, to: samples.count, by: 24_000) { samples[click] = 0.5 }
        let (sound, report) = Mastering(target: .mobile).master(Sound(rate: 48_000, channels: [samples, samples]))
        #expect(!report.reached)
        let residual = try #require(report.residual)
        #expect(residual < -5)
        #expect(abs(try #require(sound.loudness().integrated) - (-14 + residual)) < 0.01)
        #expect(try #require(sound.loudness().truePeak) <= -1)
        #expect(report.findings.map(\.code) == ["loudness-missed"])
    }

    @Test func leavesSilenceSilent() {
        let sound = Sound(rate: 48_000, channels: [silence(0.5)])
        let (same, report) = Mastering(target: .mobile).master(sound)
        #expect(same == sound)
        #expect(report.findings.map(\.code) == ["loudness-silent"])
        #expect(Mastering(target: .mobile).master(Sound(rate: 0, channels: [])).report.rounds == 0)
    }

    @Test func silencesSamplesThatAreNoNumbers() throws {
        var samples = noise(-20, 0.6, rate: 16_000)
        samples[700] = .nan
        samples[3_000] = -.infinity
        let (sound, report) = Mastering(target: .podcast).master(Sound(rate: 16_000, channels: [samples]))
        #expect(report.reached)
        #expect(sound.channels[0].allSatisfy { $0.isFinite })
        #expect(sound.channels[0][700] == 0)
    }

    @Test func peakAtTheFirstSampleIsHeldToo() throws {
        var samples = noise(-20, 1)
        samples[0] = 1
        samples[3] = -1
        let (sound, _) = Mastering(target: LoudnessTarget(loudness: -16)).master(
            Sound(rate: 48_000, channels: [samples])
        )
        #expect(try #require(sound.loudness().truePeak) <= -1)
    }

    @Test func targetsOfTheCommandLine() {
        #expect(LoudnessTarget(lufs: -27) == .streaming)
        #expect(LoudnessTarget(lufs: -14) == .mobile)
        #expect(LoudnessTarget.mobile.beforeAAC(kilobits: 128).truePeak < -1.5)
        #expect(LoudnessTarget(lufs: 3) == nil && LoudnessTarget(lufs: .nan) == nil)
    }
}
