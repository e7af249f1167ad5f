import Text

/// The strip of the picture in which subtitles stand: the height at which most lines of changing text are seen.
struct TextBand {
    private(set) var region: TextRegion
    /// Samples in which a line stands there.
    private(set) var count = 0
    private(set) var centre: Double?

    init?(_ seen: [Seen], samples: Int, width: Int, height: Int) {
        var best: (score: Double, lines: [Seen])?
        for one in seen.prefix(4_000) {
            let lines = seen.filter { Self.isOnOneLine($0.reading.box, one.reading.box) }
            let score = Self.score(lines, width: width)
            if score > best?.score ?? 0 { best = (score, lines) }
        }
        guard let best else { return nil }
        let frames = Set(best.lines.map(\.sample))
        let texts = Set(best.lines.map(\.reading.text))
        // A sign is one text at one place; a band has several texts.
        guard frames.count >= 3 || samples < 8 && frames.count >= 2, texts.count >= 2,
            texts.count * 3 >= best.lines.count, frames.count * 16 >= samples
        else { return nil }
        let heights = best.lines.map(\.reading.box.height).sorted()
        let lineHeight = heights[heights.count / 2]
        let tops = best.lines.map(\.reading.box.y).sorted()
        let bottoms = best.lines.map(\.reading.box.bottom).sorted()
        // Without the twentieth that stands out: a line read together with what is behind it.
        var top = tops[tops.count / 20]
        var bottom = bottoms[bottoms.count - 1 - bottoms.count / 20]
        // The other line of subtitles with two.
        for one in seen where frames.contains(one.sample) {
            let box = one.reading.box
            let isNear = box.bottom > top - lineHeight && box.y < bottom + lineHeight
            guard isNear, box.height * 3 > lineHeight * 2, box.height * 2 < lineHeight * 3,
                bottom - top < 4 * lineHeight
            else { continue }
            top = min(top, box.y)
            bottom = max(bottom, box.bottom)
        }
        // Subtitles grow upwards: room for a second line that no sample showed.
        let room = bottom - top < lineHeight * 7 / 4 ? lineHeight * 6 / 5 : lineHeight / 2
        let high = max(0, top - room)
        let low = min(height, bottom + lineHeight / 2)
        count = frames.count
        centre = Self.centre(best.lines, width: width)
        region = TextRegion(
            box: PixelBox(x: 0, y: high, width: width, height: low - high),
            kind: .dialogue,
            lineHeight: lineHeight
        )
    }

    func holds(_ box: PixelBox) -> Bool {
        let middle = box.middle.y
        return middle >= Double(region.box.y) && middle < Double(region.box.bottom)
    }

    private static func isOnOneLine(_ one: PixelBox, _ other: PixelBox) -> Bool {
        let apart = abs(one.middle.y - other.middle.y)
        let small = Double(min(one.height, other.height))
        return apart < small * 0.4 && Double(max(one.height, other.height)) < small * 1.6
    }

    /// Different texts count, longer ones more, and most of all where lines share a middle.
    private static func score(_ lines: [Seen], width: Int) -> Double {
        let texts = Set(lines.map(\.reading.text))
        let han = lines.reduce(0) { $0 + min(12, $1.reading.text.hanCount) }
        return (Double(texts.count) + Double(han) / 4) * (centre(lines, width: width) == nil ? 0.6 : 1)
    }

    /// The median of the middles, when most lines are within a twentieth of the width of it.
    private static func centre(_ lines: [Seen], width: Int) -> Double? {
        let middles = lines.map(\.reading.box.middle.x).sorted()
        guard !middles.isEmpty else { return nil }
        let median = middles[middles.count / 2]
        let near = middles.count { abs($0 - median) <= Double(width) / 20 }
        return near * 10 >= middles.count * 7 ? median : nil
    }
}
