import Foundation
import Media

/// A sine of a level in dBFS, with the phase in degrees at its first sample.
func tone(_ hertz: Double, _ level: Double, _ seconds: Double, rate: Int = 48_000, phase: Double = 0) -> [Float] {
    let step = 2 * Double.pi * hertz / Double(rate)
    let factor = Decibel.factor(level)
    return (0..<Int(seconds * Double(rate))).map { Float(factor * sin(step * Double($0) + phase * .pi / 180)) }
}

func silence(_ seconds: Double, rate: Int = 48_000) -> [Float] {
    [Float](repeating: 0, count: Int(seconds * Double(rate)))
}

/// The same noise each time, of a level in dBFS.
func noise(_ level: Double, _ seconds: Double, rate: Int = 48_000, seed: UInt64 = 1) -> [Float] {
    var state = seed
    // Even from −1 to 1 has an RMS of −4.77 dB.
    let factor = Float(Decibel.factor(level + 4.77))
    return (0..<Int(seconds * Double(rate))).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return factor * (Float(state >> 40) / Float(1 << 23) - 1)
    }
}

func rms(_ samples: some Collection<Float>) -> Double {
    Decibel.level((samples.reduce(0.0) { $0 + Double($1 * $1) } / Double(max(1, samples.count))).squareRoot())
}
