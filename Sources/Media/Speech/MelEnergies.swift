import Glibc

/// Energies in bands of the mel scale, frame by frame.
///
/// Hann windows around each hop, mirrored at the ends; Slaney's mel scale with bands of equal area (Auditory Toolbox, 1998).
struct MelEnergies: Sendable {
    private let size: Int
    private let hop: Int
    private let window: [Float]
    /// Of each frequency, for half of the window: the other half is its mirror.
    private let cosines: [[Float]]
    private let sines: [[Float]]
    private let bands: [Band]

    private struct Band {
        var first: Int
        var weights: [Float]
    }

    init(rate: Int, size: Int, hop: Int, bands count: Int) {
        self.size = size
        self.hop = hop
        let circle = 2 * Double.pi / Double(size)
        window = (0..<size).map { Float(0.5 - 0.5 * cos(circle * Double($0))) }
        cosines = (0...size / 2).map { k in (0...size / 2).map { Float(cos(circle * Double(k * $0 % size))) } }
        sines = (0...size / 2).map { k in (0...size / 2).map { Float(sin(circle * Double(k * $0 % size))) } }

        let top = Self.mel(Double(rate) / 2)
        let edges = (0..<count + 2).map { Self.hertz(top * Double($0) / Double(count + 1)) }
        bands = (0..<count).map { band in
            let (low, middle, high) = (edges[band], edges[band + 1], edges[band + 2])
            let weights = (0...size / 2).map { k -> Float in
                let frequency = Double(k * rate) / Double(size)
                let slope = min((frequency - low) / (middle - low), (high - frequency) / (high - middle))
                return Float(max(0, slope) * 2 / (high - low))
            }
            let first = weights.firstIndex { $0 > 0 } ?? 0
            let last = weights.lastIndex { $0 > 0 } ?? first
            return Band(first: first, weights: Array(weights[first...last]))
        }
    }

    /// One row of energies for each hop, the last one at or after the end.
    func frames(of samples: [Float]) -> [[Float]] {
        guard samples.count > size / 2 else { return [] }
        let half = size / 2
        var even = [Float](repeating: 0, count: half + 1)
        var odd = even
        var block = [Float](repeating: 0, count: size)
        var energies = even
        return (0...samples.count / hop).map { frame in
            for index in 0..<size {
                var place = frame * hop + index - half
                if place < 0 { place = -place }
                if place >= samples.count { place = 2 * (samples.count - 1) - place }
                block[index] = window[index] * samples[max(0, place)]
            }
            // A real signal: cosines see its even half, sines its odd one.
            even[0] = block[0]
            even[half] = block[half]
            odd[0] = 0
            odd[half] = 0
            for index in 1..<half {
                even[index] = block[index] + block[size - index]
                odd[index] = block[index] - block[size - index]
            }
            for k in 0...half {
                let real = VoiceEncoder.dot(cosines[k], 0, even, half + 1)
                let imaginary = VoiceEncoder.dot(sines[k], 0, odd, half + 1)
                energies[k] = real * real + imaginary * imaginary
            }
            return bands.map { VoiceEncoder.dot(energies, $0.first, $0.weights, $0.weights.count) }
        }
    }

    /// Even steps up to 1,000 Hz, logarithmic above.
    private static func mel(_ hertz: Double) -> Double {
        hertz < 1000 ? hertz * 3 / 200 : 15 + log(hertz / 1000) / (log(6.4) / 27)
    }

    private static func hertz(_ mel: Double) -> Double {
        mel < 15 ? mel * 200 / 3 : 1000 * exp((mel - 15) * log(6.4) / 27)
    }
}
