import Testing

@testable import Media

struct VoiceEncoderTests {
    @Test func refusesWeightsOfAnotherLength() {
        #expect(VoiceEncoder(weights: []) == nil)
        #expect(VoiceEncoder(weights: [UInt8](repeating: 0, count: 5_682_172)) == nil)
    }

    @Test func givesNothingForSilenceAndScraps() throws {
        let encoder = try #require(VoiceEncoder(weights: weights(), cells: 8))
        #expect(encoder.embedding(of: []) == nil)
        #expect(encoder.embedding(of: [Float](repeating: 0, count: 16_000)) == nil)
        #expect(encoder.embedding(of: [Float](repeating: 0.1, count: 1000)) == nil)
        #expect(encoder.embedding(of: [Float](repeating: .nan, count: 16_000)) == nil)
    }

    @Test func givesAVectorOfLengthOne() throws {
        let encoder = try #require(VoiceEncoder(weights: weights(), cells: 8))
        let vector = try #require(encoder.embedding(of: tone(220, seconds: 0.4)))
        #expect(vector.count == 8)
        #expect(abs(vector.reduce(0) { $0 + $1 * $1 } - 1) < 1e-4)
        // Loudness is evened out below −30 dBFS.
        let quiet = try #require(encoder.embedding(of: tone(220, seconds: 0.4).map { $0 * 0.001 }))
        let quieter = try #require(encoder.embedding(of: tone(220, seconds: 0.4).map { $0 * 0.0001 }))
        #expect(zip(quiet, quieter).reduce(0) { $0 + $1.0 * $1.1 } > 0.999)
    }

    @Test func hearsATonePeakInItsBand() {
        let mel = MelEnergies(rate: 16_000, size: 400, hop: 160, bands: 40)
        func loudest(_ hertz: Double) -> Int? {
            let frames = mel.frames(of: tone(hertz, seconds: 0.05))
            #expect(frames.count == 6)
            let row = frames[3]
            return row.indices.max { row[$0] < row[$1] }
        }
        // 45.2 mel in 41 steps on Slaney's scale: bands are 73.6 Hz apart below 1 kHz.
        #expect(loudest(220) == 2)
        #expect(loudest(735) == 9)
        #expect(loudest(7000) == 38)
    }

    private func tone(_ hertz: Double, seconds: Double) -> [Float] {
        // A triangle wave by its phase: no library for sines in this room.
        (0..<Int(seconds * 16_000)).map { index in
            let phase = (Double(index) * hertz / 16_000).truncatingRemainder(dividingBy: 1)
            return Float(phase < 0.5 ? 4 * phase - 1 : 3 - 4 * phase) * 0.5
        }
    }

    /// Small numbers of a fixed row, for layers of 8 cells.
    private func weights() -> [UInt8] {
        let inputs = [40, 8, 8].reduce(0) { $0 + 32 * ($1 + 8) + 32 }
        let count = inputs + 8 * 8 + 8
        var bytes: [UInt8] = []
        bytes.reserveCapacity(4 * count)
        var state: UInt32 = 7
        for _ in 0..<count {
            state = state &* 1_664_525 &+ 1_013_904_223
            let bits = (Float(state >> 8) / Float(1 << 24) - 0.45).bitPattern
            for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: bits >> shift)) }
        }
        return bytes
    }
}
