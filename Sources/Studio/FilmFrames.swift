internal import Media
internal import Synchronization
internal import Text

/// The frames of a film in grey, by ffmpeg.
struct FilmFrames {
    let film: Film
    let video: Film.Video

    /// One frame at each time, the longest side at most `side` pixels; times at which there is none are left out.
    func samples(at times: [Double], side: Int) async throws -> [(time: Double, image: GrayImage)] {
        let scale = min(1, Double(side) / Double(max(video.width, video.height)))
        let width = max(2, Int(Double(video.width) * scale) / 2 * 2)
        let height = max(2, Int(Double(video.height) * scale) / 2 * 2)
        let ffmpeg = try Tools.ffmpeg()
        var samples: [(time: Double, image: GrayImage)] = []
        for time in times {
            // A broken place in the film is no reason to give up the rest.
            guard
                let bytes = try? await ffmpeg.run(
                    ["-nostdin", "-v", "error", "-threads", "1", "-ss", "\(time)", "-i", "file:\(film.path)"]
                        + ["-map", "0:\(video.stream)", "-frames:v", "1"]
                        + ["-vf", "scale=\(width):\(height):flags=area,format=gray", "-f", "rawvideo", "-"],
                    limit: width * height * 2
                ), bytes.count == width * height
            else {
                try Task.checkCancellation()
                continue
            }
            samples.append((time, GrayImage(width: width, height: height, pixels: bytes)))
        }
        return samples
    }

    /// Watches a region over some frames.
    /// - Parameters:
    ///   - region: in pixels of the film's picture.
    ///   - frames: by number, at the film's frame rate.
    func sightings(in region: TextRegion, frames: Range<Int>) async throws -> [TextSighting] {
        let box = region.box.clipped(width: video.width, height: video.height)
        guard box.width >= 8, box.height >= 8, !frames.isEmpty else { return [] }
        let rate = video.frameRate
        let duration = rate.seconds(frames.count)
        // Half a frame early, so that the first is this one however times are rounded.
        let start = rate.seconds(frames.lowerBound) - rate.seconds(1) / 2
        let seek = frames.lowerBound > 0 ? ["-ss", "\(start)"] : []
        let fps = frames.lowerBound > 0 ? "fps=\(rate)" : "fps=\(rate):start_time=0"
        let watch = Mutex(FrameWatch(box: box, lineHeight: region.lineHeight, most: frames.count))
        try await Tools.ffmpeg().stream(
            ["-nostdin", "-v", "error"] + seek + ["-t", "\(duration)", "-i", "file:\(film.path)"]
                + ["-map", "0:\(video.stream)", "-an", "-sn"]
                // Grey first: in 4:2:0 a crop is moved to even pixels.
                + ["-vf", "\(fps),format=gray,crop=\(box.width):\(box.height):\(box.x):\(box.y):exact=1"]
                + ["-f", "rawvideo", "-"]
        ) { part in
            watch.withLock { $0.take(part) }
        }
        return watch.withLock { $0.finish(from: frames.lowerBound) }
    }
}

/// Makes frames of the bytes that come, and hands them to the scanner.
private struct FrameWatch {
    private var scanner: RegionScanner
    private var frame: [UInt8] = []
    private var found: [TextSighting] = []
    private var left: Int
    private let size: Int

    init(box: PixelBox, lineHeight: Int, most: Int) {
        scanner = RegionScanner(width: box.width, height: box.height, lineHeight: lineHeight)
        size = box.width * box.height
        left = most
        frame.reserveCapacity(size)
    }

    mutating func take(_ part: [UInt8]) {
        var place = 0
        while place < part.count, left > 0 {
            let count = min(size - frame.count, part.count - place)
            frame += part[place..<place + count]
            place += count
            guard frame.count == size else { continue }
            found += scanner.add(frame)
            frame = []
            frame.reserveCapacity(size)
            left -= 1
        }
    }

    mutating func finish(from first: Int) -> [TextSighting] {
        found += scanner.finish()
        return found.map { sighting in
            var sighting = sighting
            sighting.frames = sighting.frames.lowerBound + first...sighting.frames.upperBound + first
            return sighting
        }
    }
}
