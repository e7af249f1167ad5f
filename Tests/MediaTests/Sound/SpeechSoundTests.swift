import Foundation
import Media
import Testing
import Text

/// Speech as a voice gives it: silence at the ends, pauses inside, soft consonants.
struct SpeechSoundTests {
    private let rate = 16_000

    private func sound(_ parts: [Float]...) -> Sound { Sound(rate: rate, channels: [parts.reduce([], +)]) }
    private func vowel(_ seconds: Double) -> [Float] { tone(200, -12, seconds, rate: rate) }
    private func quiet(_ seconds: Double) -> [Float] { silence(seconds, rate: rate) }

    @Test func findsWhereSpeechIs() throws {
        let span = try #require(sound(quiet(0.4), vowel(0.5), quiet(0.3)).speechSpan())
        #expect(abs(span.start - 0.4) < 0.011)
        #expect(abs(span.end - 0.9) < 0.011)
    }

    @Test func keepsAMarginAndSaysWhatItTookOff() {
        let (trimmed, lead) = sound(quiet(0.4), vowel(0.5), quiet(0.3)).trimmedToSpeech()
        #expect(abs(lead - 0.385) < 0.011)
        #expect(trimmed.duration > 0.54 && trimmed.duration < 0.58)
    }

    @Test func keepsASoftFricativeBeforeAVowel() throws {
        // 32 dB below the vowel, and high: an /f/.
        let hiss = noise(-47, 0.12, rate: rate)
        let span = try #require(sound(quiet(0.3), hiss, vowel(0.4), hiss, quiet(0.3)).speechSpan())
        #expect(span.start < 0.31)
        #expect(span.end > 0.93)
    }

    @Test func hearsThroughNoise() throws {
        let speech = quiet(0.5) + vowel(0.5) + quiet(0.5)
        let noisy = zip(speech, noise(-55, 1.5, rate: rate)).map { $0 + $1 }
        let span = try #require(sound(noisy).speechSpan())
        #expect(abs(span.start - 0.5) < 0.03)
        #expect(abs(span.end - 1.0) < 0.03)
    }

    @Test func passesOverAClickBeforeTheSpeech() throws {
        var click = quiet(0.5)
        click[1_000] = 0.02
        let span = try #require(sound(click, vowel(0.5), quiet(0.2)).speechSpan())
        #expect(span.start > 0.48)
    }

    @Test func leavesSpeechWithoutSilenceAlone() {
        let whole = sound(vowel(0.5))
        #expect(whole.trimmedToSpeech().sound == whole)
        #expect(whole.pauses().isEmpty)
    }

    @Test func silenceHasNoSpeech() {
        for sound in [sound(quiet(1)), sound(noise(-80, 1, rate: rate)), sound(), Sound(rate: 0, channels: [[1]])] {
            #expect(sound.speechSpan() == nil)
            #expect(sound.trimmedToSpeech().lead == 0)
            #expect(sound.squeezingPauses().removed == 0)
        }
    }

    @Test func hearsSpeechAroundSamplesThatAreNoNumbers() throws {
        var samples = quiet(0.4) + vowel(0.5) + quiet(0.3)
        samples[8_000] = .nan
        samples[9_000] = .infinity
        let span = try #require(sound(samples).speechSpan())
        #expect(abs(span.start - 0.4) < 0.011 && abs(span.end - 0.9) < 0.011)
        let odd = Sound(rate: rate, channels: [[.nan, .nan], [], [1]])
        #expect(odd.speechSpan() == nil)
    }

    @Test func findsPausesBetweenWords() throws {
        let pauses = sound(vowel(0.3), quiet(0.6), vowel(0.3), quiet(0.1), vowel(0.3)).pauses()
        #expect(pauses.count == 1)
        let pause = try #require(pauses.first)
        #expect(pause.start > 0.3 && pause.start < 0.34)
        #expect(pause.end > 0.86 && pause.end < 0.9)
    }

    @Test func squeezesPausesToTheLimit() throws {
        let long = sound(quiet(0.1), vowel(0.3), quiet(0.8), vowel(0.3), quiet(0.4), vowel(0.3), quiet(0.1))
        let (short, removed) = long.squeezingPauses(to: 0.2)
        #expect(abs(long.squeezableSeconds(to: 0.2) - removed) < 0.001)
        #expect(removed > 0.6 && removed < 0.8)
        #expect(short.count == long.count - Int((removed * Double(rate)).rounded()))
        #expect(short.pauses(longerThan: 0.21).isEmpty)
        // The words are as long as they were.
        #expect(short.channels[0].count { abs($0) > 0.01 } >= long.channels[0].count { abs($0) > 0.01 } - 4)
    }

    @Test(arguments: [0.0, 0.1, 0.25, -1, .nan])
    func squeezesNoMoreThanIsAsked(seconds: Double) {
        let long = sound(vowel(0.3), quiet(0.8), vowel(0.3), quiet(0.4), vowel(0.3))
        let (short, removed) = long.squeezingPauses(to: 0.1, by: seconds)
        #expect(abs(removed - (seconds > 0 ? seconds : 0)) < 0.001)
        #expect(abs(long.duration - short.duration - removed) < 0.0001)
    }

    @Test func joinsWithoutAClick() throws {
        // A pause full of noise, at the same level before and after the joint.
        let room = noise(-50, 1, rate: rate)
        let (short, removed) = sound(vowel(0.3), room, vowel(0.3)).squeezingPauses(to: 0.3)
        #expect(removed > 0.5)
        let joint = Int(0.46 * Double(rate))..<Int(0.49 * Double(rate))
        #expect(abs(rms(short.channels[0][joint]) + 50) < 2)
    }

    @Test func fadesRiseAndFall() {
        var sound = Sound(rate: 8, channels: [[Float](repeating: 1, count: 10)])
        sound.fade(in: 4, out: 99)
        let samples = sound.channels[0]
        #expect(samples[0] < 0.2 && samples[0] > 0)
        #expect(samples[9] < 0.1)
        sound.fade(in: -3, out: 0)
        #expect(sound.channels[0] == samples)
    }
}
