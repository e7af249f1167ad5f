import Media
import Testing
import Text

struct TextMapTests {
    @Test func findsTheBandTheLogoAndASign() throws {
        var samples: [TextMap.Sample] = []
        let words = Array("天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏")
        for number in 0..<30 {
            let text = String((0..<7).map { words[(number * 7 + $0 * $0) % words.count] })
            var lines = [reading("星河短剧", x: 540, y: 40, width: 150)]
            if number % 3 != 0 { lines.append(reading(text, x: 240, y: 980, width: 240)) }
            if (10...12).contains(number) { lines.append(reading("锦绣大酒店", x: 200, y: 400, width: 300)) }
            samples.append(TextMap.Sample(time: Double(number) * 2, lines: lines))
        }
        let map = TextMap(samples.reversed(), width: 720, height: 1280)
        #expect(map.standing.map(\.text) == ["星河短剧"])
        #expect(map.regions.map(\.kind) == [.dialogue, .onScreen])
        let band = try #require(map.regions.first)
        #expect(band.box.y < 980 && band.box.bottom > 1024 && band.box.height < 200 && band.box.width == 720)
        #expect(band.lineHeight == 44 && map.centre == 360)
        let sign = try #require(map.regions.last)
        #expect(sign.time == TimeSpan(18, 26))
        #expect(sign.box.y < 400 && sign.box.bottom > 444 && sign.box.x < 200 && sign.box.right > 500)
    }

    @Test func findsNoBandWithoutWriting() {
        #expect(TextMap([], width: 720, height: 1280).regions.isEmpty)
        let blank = (0..<20).map { TextMap.Sample(time: Double($0), lines: []) }
        #expect(TextMap(blank, width: 720, height: 1280).regions.isEmpty)
    }

    @Test func samplesInsideTheFilm() {
        #expect(TextMap.sampleTimes(duration: 0).isEmpty && TextMap.sampleTimes(duration: .nan).isEmpty)
        let times = TextMap.sampleTimes(duration: 7_200)
        #expect(times.count == 60 && times.allSatisfy { $0 > 0 && $0 < 7_200 })
        #expect(TextMap.sampleTimes(duration: 3).count == 12)
    }

    @Test func takesBoxesOutsideThePicture() {
        let lines = [(-5, -5, 9), (700, 1_270, 400), (.max / 2, 3, .max / 2), (0, 0, 0)].map { x, y, width in
            reading("字字字字", x: x, y: y, width: width)
        }
        let samples = (0..<12).map { TextMap.Sample(time: Double($0), lines: lines) }
        let map = TextMap(samples, width: 720, height: 1280)
        #expect(map.regions.allSatisfy { $0.box == $0.box.clipped(width: 720, height: 1280) })
    }

    private func reading(_ text: String, x: Int, y: Int, width: Int) -> TextReading {
        TextReading(box: PixelBox(x: x, y: y, width: width, height: 44), text: text, confidence: 0.98)
    }
}
