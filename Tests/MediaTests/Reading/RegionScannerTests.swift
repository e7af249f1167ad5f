import Media
import Testing

struct RegionScannerTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func findsTheFirstAndLastFrameOfWriting(seed: UInt64) throws {
        let found = scan(seed, [(nil, 20), ("他来了", 30), (nil, 15), ("快走", 25), ("别回头", 20), (nil, 12)])
        #expect(found.map(\.frames) == [20...49, 65...89, 90...109])
    }

    @Test func tellsTextsThatDifferByOneCharacter() {
        let found = scan(4, [(nil, 12), ("他是谁", 30), ("她是谁", 30), (nil, 12)])
        #expect(found.map(\.frames) == [12...41, 42...71])
        #expect(found.last?.likeness ?? 1 < 0.6)
    }

    @Test func followsFadesToTheirEnds() throws {
        var scene = Scene(seed: 5)
        var scanner = RegionScanner(width: scene.width, height: scene.height, lineHeight: scene.line)
        let text = scene.strokes("再见了")
        var found: [TextSighting] = []
        for number in 0..<80 {
            // In over frames 20 to 27, out over 53 to 60.
            let strength = min(1, max(0, min(Double(number - 19) / 8, Double(61 - number) / 8)))
            found += scanner.add(scene.frame(number, text: text, strength: strength))
        }
        found += scanner.finish()
        let frames = try #require(found.first).frames
        #expect(found.count == 1)
        #expect((20...22).contains(frames.lowerBound) && (58...60).contains(frames.upperBound), "\(frames)")
    }

    @Test func takesAwayTheMovingGround() throws {
        let found = scan(6, [("三年后", 60)])
        let sighting = try #require(found.first)
        // Without ink the picture is darker than any single frame is on average.
        func mean(_ image: GrayImage) -> Int { image.pixels.reduce(0) { $0 + Int($1) } / image.pixels.count }
        #expect(mean(sighting.image) + 8 < mean(sighting.still))
        let ink = try #require(sighting.ink.first)
        #expect(sighting.ink.count == 1 && abs(ink.middle.x - 60) <= 8 && ink.width > 48 && ink.width <= 72)
    }

    @Test func findsNothingWhereNothingIsWritten() {
        #expect(scan(7, [(nil, 80)]).isEmpty)
    }

    @Test func takesAnyFrames() {
        for (width, height, line) in [(0, 0, 0), (-3, 5, 10), (1, 1, 1), (40, 9, 4_000), (30, 20, -5)] {
            var scanner = RegionScanner(width: width, height: height, lineHeight: line)
            for size in [0, 1, 600, 10_000] { _ = scanner.add([UInt8](repeating: 200, count: size)) }
            _ = scanner.finish()
            #expect(scanner.finish().isEmpty)
        }
    }

    private func scan(_ seed: UInt64, _ parts: [(text: String?, frames: Int)]) -> [TextSighting] {
        var scene = Scene(seed: seed)
        var scanner = RegionScanner(width: scene.width, height: scene.height, lineHeight: scene.line)
        var found: [TextSighting] = []
        var number = 0
        for (text, frames) in parts {
            let strokes = text.map(scene.strokes)
            for _ in 0..<frames {
                found += scanner.add(scene.frame(number, text: strokes))
                number += 1
            }
        }
        return found + scanner.finish()
    }
}
