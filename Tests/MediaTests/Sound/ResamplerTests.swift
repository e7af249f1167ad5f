import Foundation
import Media
import Testing

struct ResamplerTests {
    @Test(arguments: [
        (16_000, 48_000), (22_050, 48_000), (24_000, 48_000), (44_100, 48_000), (48_000, 16_000), (8_000, 11_025),
    ])
    func keepsAToneWhereItIs(from: Int, to: Int) throws {
        let hertz = 1_000.0
        let before = Sound(rate: from, channels: [tone(hertz, -6, 0.2, rate: from, phase: 30)])
        let after = before.resampled(to: to)
        #expect(after.rate == to)
        #expect(abs(after.duration - 0.2) <= 1 / Double(to))
        let wanted = tone(hertz, -6, 0.2, rate: to, phase: 30)
        // Away from the ends, where the tone begins out of nothing.
        let errors = zip(after.channels[0], wanted).dropFirst(to / 50).dropLast(to / 50).map { $0 - $1 }
        #expect(rms(errors) < -75)
    }

    @Test func takesOutWhatTheLowerRateCannotHold() {
        let after = Sound(rate: 48_000, channels: [tone(12_000, -6, 0.2)]).resampled(to: 16_000)
        #expect(rms(after.channels[0].dropFirst(400).dropLast(400)) < -80)
    }

    @Test func makesNoMirrorOfLowTones() {
        let after = Sound(rate: 16_000, channels: [tone(5_000, -6, 0.2, rate: 16_000)]).resampled(to: 48_000)
        let wanted = tone(5_000, -6, 0.2)
        let errors = zip(after.channels[0], wanted).dropFirst(1_000).dropLast(1_000).map { $0 - $1 }
        #expect(rms(errors) < -70)
    }

    @Test func keepsAnImpulseAtItsTime() throws {
        var samples = silence(0.1, rate: 16_000)
        samples[800] = 1
        let after = Sound(rate: 16_000, channels: [samples]).resampled(to: 48_000).channels[0]
        #expect(after.indices.max { after[$0] < after[$1] } == 2_400)
    }

    @Test func livesWithStrangeRates() {
        let sound = Sound(rate: 47_999, channels: [tone(500, -6, 0.05, rate: 47_999)])
        #expect(sound.resampled(to: 48_000).count == 2_400)
        #expect(sound.resampled(to: 0) == sound)
        #expect(sound.resampled(to: -1) == sound)
        #expect(sound.resampled(to: .max) == sound)
        #expect(Sound(rate: 0, channels: [[1]]).resampled(to: 48_000).rate == 0)
        #expect(Sound(rate: 16_000, channels: [[]]).resampled(to: 48_000).count == 0)
    }

    @Test func makesOneChannelOfManyAndTwoOfOne() {
        let left: [Float] = [1, 0, 0.5]
        let right: [Float] = [0, 1, 0.5]
        #expect(Sound(rate: 8, channels: [left, right]).mono().channels == [[0.5, 0.5, 0.5]])
        #expect(Sound(rate: 8, channels: [left]).stereo().channels == [left, left])
        let centre: [Float] = [1, 1, 1]
        let none: [Float] = [0, 0, 0]
        let six = Sound(rate: 8, channels: [none, none, centre, centre, none, centre]).stereo()
        #expect(six.channels.map { $0.map { ($0 * 100).rounded() } } == [[71, 71, 71], [141, 141, 141]])
        #expect(Sound(rate: 8, channels: [left, [1]]).mono().channels == [[1, 0, 0.25]])
    }
}
