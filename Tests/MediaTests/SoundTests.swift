import Media
import Testing

struct SoundTests {
    @Test func countsSecondsByItsRate() {
        #expect(Sound(rate: 8, channels: [[Float](repeating: 0, count: 12)]).duration == 1.5)
        #expect(Sound(rate: 8, channels: []).duration == 0)
    }
}
