import Text

/// Where writing stands in a film, found from some of its frames: the band of subtitles, the logo, and other writing.
package struct TextMap: Sendable, Equatable {
    /// The bands of subtitles, the one with most lines first, then other writing in order of time. Empty without writing.
    package var regions: [TextRegion]
    /// Writing that stands in the picture most of the time: the logo of the channel, the title of the series.
    package var standing: [TextReading]
    /// Middle of the lines of the main band in pixels from the left, when they are centred or nearly so.
    package var centre: Double?

    /// A frame of the film with the writing found in it.
    package struct Sample: Sendable, Codable {
        /// Seconds.
        package var time: Double
        package var lines: [TextReading]

        package init(time: Double, lines: [TextReading]) {
            self.time = time
            self.lines = lines
        }
    }

    /// Times at which to look for writing, at even distances, so that each is inside the film: one in `spacing` seconds,
    /// 12 at least and `most` at most.
    package static func sampleTimes(duration: Double, spacing: Double = 2, most: Int = 60) -> [Double] {
        guard duration > 0, duration.isFinite, spacing > 0 else { return [] }
        let count = Int(min(Double(max(12, most)), max(12, (duration / spacing).rounded())))
        return (0..<count).map { (Double($0) + 0.5) * duration / Double(count) }
    }

    /// - Parameters:
    ///   - samples: as read, in any order.
    ///   - width: of the film's picture, in pixels; the boxes of the samples are in the same.
    ///   - height: of the same.
    package init(_ samples: [Sample], width: Int, height: Int) {
        let samples = samples.sorted { $0.time < $1.time }
        let seen = samples.enumerated().flatMap { index, sample in
            sample.lines.compactMap { Seen($0, sample: index, width: width, height: height) }
        }
        let logos = StandingText(seen, samples: samples.count)
        standing = logos.readings
        var rest = seen.filter { !logos.covers($0.reading) }
        regions = []
        centre = nil
        // Two bands at most: that of the subtitles, and one of the same use elsewhere.
        var main = 0
        while regions.count < 2, let band = TextBand(rest, samples: samples.count, width: width, height: height) {
            if regions.isEmpty {
                main = band.count
                centre = band.centre
            } else if band.count * 2 < main {
                break
            }
            regions.append(band.region)
            rest.removeAll { band.holds($0.reading.box) }
        }
        regions += Self.signs(rest, samples: samples, width: width, height: height)
    }

    /// Other writing: boxes at one place in samples that follow one another.
    private static func signs(_ seen: [Seen], samples: [Sample], width: Int, height: Int) -> [TextRegion] {
        var groups: [(box: PixelBox, first: Int, last: Int, height: Int)] = []
        for one in seen where one.reading.text.hanCount >= 2 && one.reading.confidence >= 0.85 {
            let box = one.reading.box
            let place = groups.firstIndex { group in
                one.sample - group.last <= 1
                    && group.box.grown(by: box.height, box.height / 2).agreement(with: box) > 0.1
            }
            if let place {
                groups[place].box = groups[place].box.union(box)
                groups[place].last = one.sample
                groups[place].height = max(groups[place].height, box.height)
            } else if groups.count < 64 {
                groups.append((box, one.sample, one.sample, box.height))
            }
        }
        return groups.map { group in
            let box = group.box.grown(by: group.height, group.height / 2).clipped(width: width, height: height)
            let start = group.first > 0 ? samples[group.first - 1].time : 0
            let end = group.last + 1 < samples.count ? samples[group.last + 1].time : samples[group.last].time + 5
            return TextRegion(box: box, kind: .onScreen, lineHeight: group.height, time: TimeSpan(start, end))
        }
    }
}

/// A line of writing with the number of the sample in which it was seen.
struct Seen {
    var reading: TextReading
    var sample: Int

    /// Nil for what is no writing: empty, doubtful or of a strange size.
    init?(_ reading: TextReading, sample: Int, width: Int, height: Int) {
        let box = reading.box.clipped(width: width, height: height)
        guard box.height >= 8, box.width >= 8, box.height * 4 <= height, reading.confidence >= 0.5,
            reading.text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.isHan })
        else { return nil }
        self.reading = reading
        self.reading.box = box
        self.sample = sample
    }
}
