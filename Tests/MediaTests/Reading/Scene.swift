import Media

/// Frames of a made-up film: blocks of strokes for writing, on a ground that moves.
struct Scene {
    let width = 120
    let height = 40
    /// Height of a line of writing.
    let line = 24
    var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    /// A text as strokes: which of the pixels of a region are bright and which are dark outline. Characters are made of
    /// bars at places that depend on them alone.
    func strokes(_ text: String) -> (bright: Set<Int>, dark: Set<Int>) {
        var bright = Set<Int>()
        let scalars = Array(text.unicodeScalars)
        let left = (width - scalars.count * line) / 2
        for (place, scalar) in scalars.enumerated() {
            var bars = SeededRandom(seed: UInt64(scalar.value) * 7_919)
            let x = left + place * line + 3
            for _ in 0..<4 {
                let (row, column) = (Int(bars.next() % 7) * 3, Int(bars.next() % 6) * 3)
                for step in 0..<18 {
                    for thick in 0..<2 {
                        bright.insert((12 + row + thick) * width + x + step)
                        bright.insert((12 + step) * width + x + column + thick)
                    }
                }
            }
        }
        var dark = Set<Int>()
        for pixel in bright {
            for (down, across) in [(-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (1, 1), (-1, 1), (1, -1)] {
                let other = pixel + down * width + across
                if other >= 0, other < width * height, !bright.contains(other) { dark.insert(other) }
            }
        }
        return (bright, dark)
    }

    /// One frame: the writing at a strength of 0 to 1 over soft blobs that move with the frame's number.
    mutating func frame(_ number: Int, text: (bright: Set<Int>, dark: Set<Int>)?, strength: Double = 1) -> [UInt8] {
        var frame = [UInt8](repeating: 0, count: width * height)
        for row in 0..<height {
            for column in 0..<width {
                // Wide waves: bright areas, but no strokes.
                let wave = (column + number * 3) % 80 + (row * 2 + number) % 60
                frame[row * width + column] = UInt8(60 + wave / 2 + Int(random.next() % 8))
            }
        }
        func mix(_ pixels: Set<Int>, _ value: Double) {
            for pixel in pixels { frame[pixel] = UInt8(Double(frame[pixel]) * (1 - strength) + value * strength) }
        }
        if let text {
            mix(text.dark, 10)
            mix(text.bright, 240)
        }
        return frame
    }
}

/// The same numbers on every machine (SplitMix64, https://prng.di.unimi.it/splitmix64.c).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
