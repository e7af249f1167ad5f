package import Media
package import Text

/// Reads the subtitles that are burned into the picture, and other writing in it.
///
/// Some frames of the whole film say where writing stands (`TextMap`). Each such region is then watched at the full frame rate
/// (`RegionScanner`), and only what changes is read: once from a picture from which the moving ground is taken away, and once
/// more from a single frame where the reader was not sure.
package struct BurnedText: Sendable {
    /// Seconds of film whose pictures are kept at a time.
    private static let chunk = 240.0
    /// Height of a line at which the detector works best, in pixels.
    private static let detected = 32
    /// A reading with a character less sure than this is made again.
    private static let sure = 0.9

    package init() {}

    package static var isInstalled: Bool { TextReader.isInstalled }

    /// - Parameter progress: 0 to 1.
    /// - Returns: lines of dialogue and of writing in the picture, in order of time, to the frame; findings for what was hard
    ///   to read, and where the subtitles stand in pixels of the picture. None for a film without a picture or without writing.
    /// - Throws: `missingTool`, `badMedia`, `failed`, `CancellationError`.
    package func read(_ film: Film, progress: @escaping @Sendable (Double) -> Void) async throws -> (
        lines: [SpokenLine], findings: [Finding], band: PixelBox?
    ) {
        guard let video = film.video, video.width >= 16, video.height >= 16 else { return ([], [], nil) }
        let frames = FilmFrames(film: film, video: video)
        return try await TextReader.run { reader in
            let map = try await map(frames, reader) { progress($0 * 0.2) }
            let total = max(1, video.frameRate.frame(at: film.duration))
            var lines: [SpokenLine] = []
            var findings: [Finding] = []
            for (number, region) in map.regions.enumerated() {
                let range = self.frames(of: region, total: total, rate: video.frameRate)
                let sightings = try await sightings(of: region, in: range, frames, reader) { share in
                    progress(0.2 + 0.8 * (Double(number) + share) / Double(map.regions.count))
                }
                let joiner = LineJoiner(
                    frameRate: video.frameRate.framesPerSecond,
                    region: region,
                    map: map,
                    prefix: number == 0 ? "b" : "b\(number)-"
                )
                let result = joiner.join(sightings)
                lines += result.lines
                findings += result.findings
            }
            lines.sort { ($0.time.start, $0.time.end, $0.id) < ($1.time.start, $1.time.end, $1.id) }
            progress(1)
            return (lines, findings, Self.band(map))
        }
    }

    /// Where the subtitles of a film stand, in pixels of the picture; nil for a film without any. Some frames are looked at.
    package func band(of film: Film) async throws -> PixelBox? {
        guard let video = film.video, video.width >= 16, video.height >= 16 else { return nil }
        return try await TextReader.run { reader in
            Self.band(try await map(FilmFrames(film: film, video: video), reader) { _ in })
        }
    }

    private static func band(_ map: TextMap) -> PixelBox? { map.regions.first { $0.kind == .dialogue }?.box }

    /// Where writing stands, in pixels of the film's picture.
    private func map(
        _ frames: FilmFrames,
        _ reader: TextReader,
        progress: (Double) -> Void
    ) async throws -> TextMap {
        let (width, height) = (frames.video.width, frames.video.height)
        let times = TextMap.sampleTimes(duration: frames.film.duration)
        var samples: [TextMap.Sample] = []
        for (number, time) in times.enumerated() {
            for sample in try await frames.samples(at: [time], side: 960) {
                let scale = Double(width) / Double(sample.image.width)
                let side = max(640, max(sample.image.width, sample.image.height) * 2 / 3)
                let read = try await reader.read(sample.image, side: side)
                samples.append(TextMap.Sample(time: sample.time, lines: read.map { $0.scaled(by: scale) }))
            }
            progress(Double(number + 1) / Double(times.count))
        }
        guard !samples.isEmpty else {
            throw StudioError(.badMedia, "No picture of \(frames.film.path) can be read; it is broken or cut off.")
        }
        return TextMap(samples, width: width, height: height)
    }

    private func frames(of region: TextRegion, total: Int, rate: FrameRate) -> Range<Int> {
        guard let time = region.time else { return 0..<total }
        let first = min(max(0, rate.frame(at: time.start)), total - 1)
        return first..<min(total, max(first + 1, rate.frame(at: time.end)))
    }

    private func sightings(
        of region: TextRegion,
        in range: Range<Int>,
        _ frames: FilmFrames,
        _ reader: TextReader,
        progress: (Double) -> Void
    ) async throws -> [ReadSighting] {
        let chunk = max(1, frames.video.frameRate.frame(at: Self.chunk))
        var read: [ReadSighting] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let end = min(range.upperBound, start + chunk)
            let found = try await frames.sightings(in: region, frames: start..<end)
            for (number, sighting) in found.enumerated() {
                read.append(try await self.read(sighting, region, reader))
                let share = Double(number + 1) / Double(found.count)
                progress((Double(start - range.lowerBound) + Double(end - start) * share) / Double(range.count))
            }
            start = end
        }
        return read
    }

    private func read(_ sighting: TextSighting, _ region: TextRegion, _ reader: TextReader) async throws -> ReadSighting
    {
        var readings = [try await read(sighting, sighting.image, region, reader)]
        let least = readings[0].flatMap(\.characters).map(\.confidence).min() ?? 0
        if least < Self.sure { readings.append(try await read(sighting, sighting.still, region, reader)) }
        return ReadSighting(frames: sighting.frames, readings: readings, likeness: sighting.likeness)
    }

    /// Reads one picture of a sighting; boxes in pixels of the film's picture.
    private func read(
        _ sighting: TextSighting,
        _ image: GrayImage,
        _ region: TextRegion,
        _ reader: TextReader
    ) async throws -> [TextReading] {
        let longest = max(image.width, image.height)
        let side = min(longest, longest * Self.detected / max(1, region.lineHeight))
        let found = try await reader.detect(image, side: side)
        let boxes = sighting.boxes(found: found, lineHeight: region.lineHeight)
        return try await reader.recognize(image, boxes: boxes).map { $0.moved(by: region.box.x, region.box.y) }
    }
}
