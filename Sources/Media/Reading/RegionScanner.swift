/// Watches a region of the picture frame by frame and says when the writing in it changes.
///
/// A pixel of writing lights up with all others of its line and goes out with them, while what moves behind it comes and
/// goes at random. So each pixel keeps the last frames in which it was part of a thin bright stroke (`StrokeFilter`), and
/// a frame at which many pixels end a steady time of darkness, or of light, is a change. Between two changes stands one
/// sighting, or nothing. Which of them are writing is for a reader to say: a branch against the sky is steady too.
///
/// Frames go in one by one; sightings come out some frames after their end. Memory does not grow with the film.
package struct RegionScanner {
    package let width: Int
    package let height: Int

    /// Frames that a pixel must be steady before and after a change; the shortest sighting.
    private static let steady = 8
    /// Frames between the newest and the one decided on: the steady ones, and those of a neighbouring greater change.
    private static let delay = steady - 1 + ChangeTrack.reach
    /// Frames at either end of a sighting that may be fading and are not looked at for reading.
    private static let margin = 8
    private static let kept = delay + 4 * margin

    /// Side of a square of `factor` pixels that is one pixel to the scanner, so that a line is about 22 high.
    private let factor: Int
    private let small: (width: Int, height: Int)
    private let line: Int
    private var filter: StrokeFilter
    private var reduced: [UInt8]
    private var strokes: [UInt8]
    /// Per pixel, the newest frame in the lowest bit: whether it was part of a stroke.
    private var history: [UInt32]
    /// Per pixel, frames of the sighting under way in which it was part of a stroke.
    private var lit: [UInt32]
    private var ring = FrameRing(kept: 0, count: 0)
    /// The strokes of the same frames.
    private var strokeRing = FrameRing(kept: 0, count: 0)
    private var births = ChangeTrack()
    private var deaths = ChangeTrack()
    private var count = 0
    private var start = 0
    /// The first frame of the sighting under way on which its writing can be seen, when it fades in before `start`.
    private var fadeStart = 0
    /// The last frame of the sighting before.
    private var lastSeen = -1
    private var best: (frame: Int, clutter: Int, still: [UInt8])?
    private var darkest: [UInt8]?
    private var before: (last: Int, ink: [Bool])?

    /// - Parameters:
    ///   - width: of a frame of the region, in pixels.
    ///   - height: of the same.
    ///   - lineHeight: of a line of writing, in the same pixels; 8 at least.
    package init(width: Int, height: Int, lineHeight: Int) {
        self.width = max(0, width)
        self.height = max(0, height)
        let lineHeight = min(max(8, lineHeight), 4096)
        factor = max(1, Int((Double(lineHeight) / 22).rounded()))
        line = lineHeight / factor
        small = (self.width / factor, self.height / factor)
        filter = StrokeFilter(width: small.width, height: small.height, stroke: max(3, line / 3))
        let count = small.width * small.height
        reduced = [UInt8](repeating: 0, count: count)
        strokes = reduced
        history = [UInt32](repeating: 0, count: count)
        lit = history
        ring = FrameRing(kept: Self.kept, count: self.width * self.height)
        strokeRing = FrameRing(kept: Self.kept, count: count)
    }

    /// Takes the next frame: `width` × `height` bytes, others are taken as black where they are missing.
    /// - Returns: the sightings that ended, in order.
    package mutating func add(_ frame: [UInt8]) -> [TextSighting] {
        guard small.width > 0, small.height > 0 else { return [] }
        ring.push(frame)
        reduce()
        filter.apply(reduced, into: &strokes)
        let clutter = remember()
        ring.note(clutter: clutter)
        strokeRing.push(strokes)
        count += 1
        return count > Self.delay ? decide(on: count - 1 - Self.delay) : []
    }

    /// The sightings that were under way at the last frame.
    package mutating func finish() -> [TextSighting] {
        guard count > 0, small.width > 0, small.height > 0 else { return [] }
        var found: [TextSighting] = []
        let last = count
        // Darkness after the end, so that what stands there goes out as anything else does.
        let dark = [UInt8](repeating: 0, count: width * height)
        for _ in 0...Self.delay { found += add(dark) }
        if start < last, let sighting = close(at: last, seenTo: last - 1) { found.append(sighting) }
        for index in found.indices where found[index].frames.upperBound >= last {
            found[index].frames = min(found[index].frames.lowerBound, last - 1)...(last - 1)
        }
        self = RegionScanner(width: width, height: height, lineHeight: line * factor)
        return found
    }

    // MARK: - One frame

    /// Makes the newest frame smaller by `factor`.
    private mutating func reduce() {
        let (factor, wide, full) = (factor, small.width, width)
        let area = UInt32(factor * factor)
        ring.withNewest { frame in
            reduced.withUnsafeMutableBufferPointer { reduced in
                for row in 0..<small.height {
                    for column in 0..<wide {
                        var sum: UInt32 = 0
                        let corner = row * factor * full + column * factor
                        for down in 0..<factor {
                            for across in 0..<factor { sum &+= UInt32(frame[corner + down * full + across]) }
                        }
                        reduced[row * wide + column] = UInt8(truncatingIfNeeded: sum / area)
                    }
                }
            }
        }
    }

    /// Puts the newest strokes into the history and counts the changes `steady` frames ago.
    /// - Returns: the number of pixels that are part of a stroke now.
    private mutating func remember() -> Int {
        let mask: UInt32 = (1 << UInt32(Self.steady)) - 1
        let steady = UInt32(Self.steady)
        var (clutter, born, died) = (0, 0, 0)
        history.withUnsafeMutableBufferPointer { history in
            strokes.withUnsafeBufferPointer { strokes in
                for index in history.indices {
                    let past = history[index]
                    // A stroke that is lit stays so at half the strength: noise around one threshold is no change.
                    let isLit: UInt32 = strokes[index] >= (past & 1 == 1 ? 24 : 44) ? 1 : 0
                    let now = past << 1 | isLit
                    history[index] = now
                    clutter &+= Int(isLit)
                    if now == 0 || now == .max { continue }
                    let after = (now & mask).nonzeroBitCount
                    let earlier = (now >> steady & mask).nonzeroBitCount
                    if after >= earlier &+ 6 {
                        born &+= after &- earlier
                    } else if earlier >= after &+ 6 {
                        died &+= earlier &- after
                    }
                }
            }
        }
        births.push(born)
        deaths.push(died)
        return clutter
    }

    // MARK: - Changes

    /// Closes or goes on with the sighting under way, as of a frame that `delay` others follow.
    private mutating func decide(on frame: Int) -> [TextSighting] {
        var found: [TextSighting] = []
        // A tenth of a square of the line's height, in all of the steady frames: half a character that is not bold.
        let threshold = max(12, line * line / 10) * Self.steady
        let isBirth = births.isPeak(threshold)
        let isDeath = deaths.isPeak(threshold)
        if isBirth || isDeath {
            let first = isBirth ? fades(at: frame, isIn: true) : frame
            let last = isDeath ? fades(at: frame, isIn: false) : first - 1
            if let sighting = close(at: frame, seenTo: last) { found.append(sighting) }
            open(at: frame)
            fadeStart = first
        }
        let bit = UInt32(Self.delay)
        lit.withUnsafeMutableBufferPointer { lit in
            history.withUnsafeBufferPointer { history in
                for index in lit.indices { lit[index] &+= history[index] >> bit & 1 }
            }
        }
        let inner = frame - Self.margin
        if inner >= start + Self.margin { look(at: inner) }
        return found
    }

    private mutating func open(at frame: Int) {
        start = frame
        fadeStart = frame
        best = nil
        darkest = nil
        lit.withUnsafeMutableBufferPointer { lit in
            for index in lit.indices { lit[index] = 0 }
        }
    }

    /// Takes a frame that is well inside the sighting into the pictures to read.
    private mutating func look(at frame: Int) {
        guard let clutter = ring.clutter(frame) else { return }
        if clutter < best?.clutter ?? .max, let still = ring.frame(frame) { best = (frame, clutter, still) }
        if darkest == nil {
            darkest = ring.frame(frame)
        } else {
            ring.darken(&darkest, by: frame)
        }
    }

    /// Where writing that changes at a frame can first be seen, or last: a fade goes on beyond the frame at which most of its
    /// pixels are told from their ground.
    private func fades(at frame: Int, isIn: Bool) -> Int {
        var pixels: [Int] = []
        let newest = UInt32(Self.delay - Self.steady + 1)
        let mask: UInt32 = (1 << UInt32(Self.steady)) - 1
        for (index, bits) in history.enumerated() where pixels.count < 4_000 {
            let after = (bits >> newest & mask).nonzeroBitCount
            let earlier = (bits >> (newest + UInt32(Self.steady)) & mask).nonzeroBitCount
            if isIn ? after >= earlier + 6 : earlier >= after + 6 { pixels.append(index) }
        }
        guard !pixels.isEmpty else { return isIn ? frame : frame - 1 }
        func strength(_ number: Int) -> Double? { strokeRing.mean(of: pixels, in: number) }
        let reach = 14
        let values = (-reach..<Self.delay).map { strength(frame + $0) }
        // What stood there before may be fading itself: the ground is what is darkest in between.
        let ground = (isIn ? values[...reach] : values[reach...]).compactMap { $0 }.min()
        let full = (isIn ? values.suffix(3) : values.prefix(3)).compactMap { $0 }
        var place = isIn ? frame : frame - 1
        guard let ground, !full.isEmpty else { return place }
        let rise = full.reduce(0, +) / Double(full.count) - ground
        guard rise >= 12 else { return place }
        let step = isIn ? -1 : 1
        var last = strength(place) ?? 0
        while abs(place + step - frame) < reach, let value = strength(place + step), value > ground + rise * 0.08,
            value <= last
        {
            place += step
            last = value
        }
        return place
    }

    /// The sighting that ends before a frame; nil when nothing stood there.
    private mutating func close(at end: Int, seenTo last: Int) -> TextSighting? {
        let frames = end - start
        guard frames >= Self.steady / 2 else { return nil }
        let needed = UInt32(max(1, frames * 3 / 4))
        var ink = [Bool](repeating: false, count: lit.count)
        var total = 0
        for index in lit.indices where lit[index] >= needed {
            ink[index] = true
            total += 1
        }
        guard total >= max(16, line * line / 6) else { return nil }
        if darkest == nil || best == nil { lookAtMiddle(from: start, to: end) }
        guard let darkest, let best else { return nil }
        let likeness =
            before.map { before in
                start - before.last <= 25 ? InkLikeness(ink, before.ink, width: small.width, cell: line).lowest : 0
            } ?? 0
        before = (end - 1, ink)
        let first = min(max(fadeStart, lastSeen + 1), start)
        lastSeen = max(last, first)
        return TextSighting(
            frames: first...lastSeen,
            image: GrayImage(width: width, height: height, pixels: darkest),
            still: GrayImage(width: width, height: height, pixels: best.still),
            ink: InkRows(ink, width: small.width, line: line).boxes.map {
                PixelBox(x: $0.x * factor, y: $0.y * factor, width: $0.width * factor, height: $0.height * factor)
            },
            coverage: Double(total) / Double(max(1, ink.count)),
            likeness: likeness
        )
    }

    /// For a sighting too short to have an inside: the frames in its middle.
    private mutating func lookAtMiddle(from start: Int, to end: Int) {
        let middle = (start + end) / 2
        for frame in [middle, middle - 1, middle + 1] where frame >= start && frame < end { look(at: frame) }
    }
}
