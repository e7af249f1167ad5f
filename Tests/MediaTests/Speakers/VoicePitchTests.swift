import Glibc
import Media
import Testing
import Text

struct VoicePitchTests {
    /// A voice-like sound: a fundamental with overtones that fall off.
    private func voice(_ hertz: Double, seconds: Double = 2, rate: Int = 16_000) -> Sound {
        let samples = (0..<Int(seconds * Double(rate))).map { index -> Float in
            let time = Double(index) / Double(rate)
            var sum = 0.0
            for number in 1...8 { sum += sin(2 * .pi * hertz * Double(number) * time) / Double(number) * 0.2 }
            return Float(sum)
        }
        return Sound(rate: rate, channels: [samples])
    }

    @Test(arguments: [95.0, 120, 150, 190, 230, 310])
    func findsTheFundamental(hertz: Double) throws {
        let sound = voice(hertz)
        let found = try #require(VoicePitch.median(of: sound, spans: [TimeSpan(0, 2)]))
        #expect(abs(found - hertz) < hertz * 0.03, "\(found)")
    }

    @Test func tellsWomenFromMenAndSaysNothingBetween() {
        #expect(VoicePitch.gender(ofPitch: 110) == .male)
        #expect(VoicePitch.gender(ofPitch: 210) == .female)
        #expect(VoicePitch.gender(ofPitch: 165) == nil)
    }

    @Test func saysNothingOfSilenceAndNoise() {
        let silence = Sound(rate: 16_000, channels: [[Float](repeating: 0, count: 32_000)])
        #expect(VoicePitch.median(of: silence, spans: [TimeSpan(0, 2)]) == nil)
        var state: UInt64 = 7
        var noise: [Float] = []
        for _ in 0..<32_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1
            noise.append(Float(Int64(bitPattern: state) >> 40) / Float(1 << 23) * 0.3)
        }
        #expect(VoicePitch.median(of: Sound(rate: 16_000, channels: [noise]), spans: [TimeSpan(0, 2)]) == nil)
    }

    @Test func bearsSpansThatAreNone() {
        let spans = [TimeSpan(.nan, 1), TimeSpan(5, 1), TimeSpan(-3, 0.5), TimeSpan(100, 200), TimeSpan(0, .infinity)]
        #expect(VoicePitch.median(of: voice(120, seconds: 0.1), spans: spans) == nil)
    }
}
