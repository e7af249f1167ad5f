import Testing
import Text

@testable import Media

struct SpeechEdgesTests {
    @Test func movesEndsToWhereSpeechIsLoud() throws {
        let sound = sound(background: 0.02, loud: [1.0..<2.0])
        let span = try #require(SpeechEdges.sharpened([TimeSpan(0.9, 2.2)], in: sound, rate: 1000).first)
        #expect(abs(span.start - 0.99) < 0.015)
        #expect(abs(span.end - 2.03) < 0.015)
    }

    @Test func partsAtAPause() {
        let sound = sound(background: 0.02, loud: [1.0..<1.8, 2.0..<2.7])
        let spans = SpeechEdges.sharpened([TimeSpan(0.95, 2.8)], in: sound, rate: 1000)
        #expect(spans.count == 2)
        #expect(spans.last.map { abs($0.start - 1.99) < 0.015 } == true)
    }

    @Test func keepsShortGapsWithinWords() {
        let sound = sound(background: 0.02, loud: [1.0..<1.5, 1.6..<2.2])
        #expect(SpeechEdges.sharpened([TimeSpan(1, 2.2)], in: sound, rate: 1000).count == 1)
    }

    @Test func movesNoEndFar() throws {
        let sound = sound(background: 0.02, loud: [2.0..<3.2])
        let span = try #require(SpeechEdges.sharpened([TimeSpan(1, 4)], in: sound, rate: 1000).first)
        #expect(span == TimeSpan(1.25, 3.75))
    }

    @Test func leavesSpeechThatDoesNotStandOut() {
        let spans = [TimeSpan(1, 2), TimeSpan(2.5, 3)]
        #expect(SpeechEdges.sharpened(spans, in: sound(background: 0.3, loud: [1.0..<2.0]), rate: 1000) == spans)
        #expect(SpeechEdges.sharpened(spans, in: [], rate: 16_000) == spans)
        #expect(SpeechEdges.sharpened(spans, in: [0.1], rate: 0) == spans)
        #expect(SpeechEdges.sharpened([], in: [0.1], rate: 16_000) == [])
    }

    /// Five seconds at 1,000 Hz, alternating in sign, so that level and sample are one.
    private func sound(background: Float, loud: [Range<Double>]) -> [Float] {
        (0..<5000).map { index in
            let isLoud = loud.contains { $0.contains(Double(index) / 1000) }
            return (index % 2 == 0 ? 1 : -1) * (isLoud ? 0.5 : background)
        }
    }
}
