internal import Glibc

/// The two filters before the loudness of ITU-R BS.1770-4, annex 1, for one channel.
///
/// The standard gives coefficients for 48 kHz; the analogue prototypes behind them (De Man, “Evaluation of Implementations of
/// the EBU R128 Loudness Measurement”, AES 2018) give them for every rate.
struct KWeighting {
    private let shelf: Biquad
    private let highPass: Biquad
    /// Both filters in transposed direct form II: two delays each.
    private var state = (0.0, 0.0, 0.0, 0.0)

    init(rate: Int) {
        // A filter's corner stays below half the rate, for rates that no film has.
        let rate = Double(max(rate, 4000))
        shelf = Biquad.shelf(rate)
        highPass = Biquad.highPass(rate)
    }

    /// The sum of the squares of the next samples, filtered.
    mutating func energy(_ samples: UnsafePointer<Float>, count: Int) -> Double {
        var (first, second, third, fourth) = state
        let shelf = shelf
        let highPass = highPass
        var sum = 0.0
        var number = 0
        while number < count {
            let sample = Double(samples[number])
            let raised = shelf.b0 * sample + first
            first = shelf.b1 * sample - shelf.a1 * raised + second
            second = shelf.b2 * sample - shelf.a2 * raised
            let out = highPass.b0 * raised + third
            third = highPass.b1 * raised - highPass.a1 * out + fourth
            fourth = highPass.b2 * raised - highPass.a2 * out
            sum += out * out
            number += 1
        }
        // What is left of a sound long gone would be denormal, which is slow; what is no number would stay.
        let rest = abs(first) + abs(second) + abs(third) + abs(fourth)
        let isHeard = rest.isFinite && sum.isFinite && rest > 1e-20
        state = isHeard ? (first, second, third, fourth) : (0, 0, 0, 0)
        return sum.isFinite ? sum : 0
    }
}

/// The coefficients of a second-order filter.
struct Biquad {
    let b0, b1, b2, a1, a2: Double

    /// +4 dB above 1.7 kHz: the head.
    static func shelf(_ rate: Double) -> Biquad {
        let corner = tan(.pi * 1681.974450955533 / rate)
        let quality = 0.7071752369554196
        let high = Decibel.factor(3.999843853973347)
        let band = pow(high, 0.4996667741545416)
        let a0 = 1 + corner / quality + corner * corner
        return Biquad(
            b0: (high + band * corner / quality + corner * corner) / a0,
            b1: 2 * (corner * corner - high) / a0,
            b2: (high - band * corner / quality + corner * corner) / a0,
            a1: 2 * (corner * corner - 1) / a0,
            a2: (1 - corner / quality + corner * corner) / a0
        )
    }

    /// Below 38 Hz: what nobody hears as loud.
    static func highPass(_ rate: Double) -> Biquad {
        let corner = tan(.pi * 38.13547087602444 / rate)
        let quality = 0.5003270373238773
        let a0 = 1 + corner / quality + corner * corner
        return Biquad(
            b0: 1,
            b1: -2,
            b2: 1,
            a1: 2 * (corner * corner - 1) / a0,
            a2: (1 - corner / quality + corner * corner) / a0
        )
    }
}
