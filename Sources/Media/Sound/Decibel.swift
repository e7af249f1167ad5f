internal import Glibc

/// Levels and the factors that stand for them.
package enum Decibel {
    /// The factor of amplitude: 0 dB is 1, −6.02 dB is 0.5.
    package static func factor(_ decibels: Double) -> Double { exp(decibels * 0.11512925464970229) }

    /// The level of an amplitude; −infinity for 0.
    package static func level(_ amplitude: Double) -> Double { 20 * log10(amplitude) }

    /// The level of a power, in LUFS when it is K-weighted; −infinity for 0.
    static func loudness(_ power: Double) -> Double { 10 * log10(power) - 0.691 }

    /// The K-weighted power of a loudness.
    static func power(_ loudness: Double) -> Double { exp((loudness + 0.691) * 0.23025850929940458) }
}
