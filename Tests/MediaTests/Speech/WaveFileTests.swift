import Testing

@testable import Media

struct WaveFileTests {
    @Test func givesBackWhatItWrote() throws {
        let sound = Sound(rate: 24_000, channels: [[0, 0.5, -1, 0.25], [1, -0.125, 0, 0.75]])
        #expect(try WaveFile.read(WaveFile.bytes(of: sound)) == sound)
    }

    @Test func writesAnEmptySound() throws {
        let empty = Sound(rate: 16_000, channels: [[]])
        #expect(try WaveFile.read(WaveFile.bytes(of: empty)) == empty)
    }

    @Test(arguments: [
        (8, [0, 128, 255]), (16, [0x00, 0x80, 0, 0, 0xFF, 0x7F]), (24, [0, 0, 0x80, 0, 0, 0, 255, 255, 127]),
    ])
    func readsIntegers(bits: Int, data: [UInt8]) throws {
        let sound = try WaveFile.read(wave(kind: 1, bits: bits, data: data))
        let samples = try #require(sound.channels.first)
        #expect(sound.rate == 16_000)
        #expect(samples.count == 3)
        #expect(samples[0] == -1)
        #expect(samples[1] == 0)
        #expect(abs(samples[2] - 1) < 0.01)
    }

    @Test func takesTheRestWhenTheLengthIsUnknown() throws {
        for size in [0, 0xFFFF_FFFF] {
            let sound = try WaveFile.read(wave(kind: 1, bits: 16, data: [0, 0x40, 0, 0xC0], size: size))
            #expect(sound.channels == [[0.5, -0.5]])
        }
    }

    @Test func passesOverChunksItDoesNotKnow() throws {
        var bytes = wave(kind: 1, bits: 16, data: [0, 0x40])
        bytes.insert(contentsOf: Array("LIST".utf8) + [3, 0, 0, 0, 1, 2, 3, 0], at: 12)
        #expect(try WaveFile.read(bytes).channels == [[0.5]])
    }

    @Test func makesSilenceOfWhatIsNoNumber() throws {
        let bits = Float.nan.bitPattern
        let data = (0..<4).map { UInt8(truncatingIfNeeded: bits >> (8 * UInt32($0))) }
        #expect(try WaveFile.read(wave(kind: 3, bits: 32, data: data)).channels == [[0]])
    }

    @Test func saysWhatItCannotRead() {
        #expect(throws: WaveFile.Unreadable.self) { try WaveFile.read([]) }
        #expect(throws: WaveFile.Unreadable.self) { try WaveFile.read(Array("RIFF0000WAVE".utf8)) }
        #expect(throws: WaveFile.Unreadable.self) { try WaveFile.read(wave(kind: 85, bits: 16, data: [0, 0])) }
        #expect(throws: WaveFile.Unreadable.self) { try WaveFile.read(wave(kind: 1, bits: 12, data: [0, 0])) }
    }

    @Test func survivesAnyCut() {
        let bytes = WaveFile.bytes(of: Sound(rate: 8000, channels: [[0.1, 0.2, 0.3]]))
        for length in bytes.indices {
            let read = try? WaveFile.read(Array(bytes[..<length]))
            #expect((read?.count ?? 0) <= 3)
        }
    }

    private func wave(kind: Int, bits: Int, data: [UInt8], size: Int? = nil) -> [UInt8] {
        func number(_ value: Int, _ width: Int) -> [UInt8] { (0..<width).map { UInt8((value >> (8 * $0)) & 255) } }
        let form =
            number(kind, 2) + number(1, 2) + number(16_000, 4) + number(32_000, 4) + number(2, 2) + number(bits, 2)
        return Array("RIFF".utf8) + number(0, 4) + Array("WAVEfmt ".utf8) + number(16, 4) + form + Array("data".utf8)
            + number(size ?? data.count, 4) + data
    }
}
