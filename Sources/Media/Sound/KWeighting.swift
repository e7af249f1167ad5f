internal import Glibc

/// The two filters before the loudness of ITU-R BS.1770-4, annex 1, for two channels at once.
///
/// The standard gives coefficients for 48 kHz; the analogue prototypes behind them (De Man, “Evaluation of Implementations of
/// the EBU R128 Loudness Measurement”, AES 2018) give them for every rate.
struct KWeighting {
    private let shelf: Biquad
    private let highPass: Biquad
    private var shelfState = Biquad.State()
    private var highPassState = Biquad.State()

    init(rate: Int) {
        // A filter's corner stays below half the rate, for rates that no film has.
        let rate = Double(max(rate, 4000))
        shelf = Biquad.shelf(rate)
        highPass = Biquad.highPass(rate)
    }

    /// The sum of the squares of a stretch of two channels, filtered.
    mutating func energy(
        _ left: UnsafePointer<Float>,
        _ right: UnsafePointer<Float>,
        count: Int
    ) -> SIMD2<Double> {
        var first = shelfState
        var second = highPassState
        var sum = SIMD2<Double>(0, 0)
        for number in 0..<count {
            let sample = SIMD2<Double>(Double(left[number]), Double(right[number]))
            let weighted = highPass.step(shelf.step(sample, &first), &second)
            sum += weighted * weighted
        }
        guard sum.x.isFinite, sum.y.isFinite else {
            shelfState = Biquad.State()
            highPassState = Biquad.State()
            return SIMD2(0, 0)
        }
        // What is left of a sound long gone would be denormal, which is slow.
        first.settle()
        second.settle()
        shelfState = first
        highPassState = second
        return sum
    }
}

/// A second-order filter in transposed direct form II, for two channels.
struct Biquad {
    let b0, b1, b2, a1, a2: Double

    struct State {
        var first = SIMD2<Double>(0, 0)
        var second = SIMD2<Double>(0, 0)

        mutating func settle() {
            let size = abs(first.x) + abs(first.y) + abs(second.x) + abs(second.y)
            if size < 1e-20 { self = State() }
        }
    }

    @inline(__always)
    func step(_ sample: SIMD2<Double>, _ state: inout State) -> SIMD2<Double> {
        let out = b0 * sample + state.first
        state.first = b1 * sample - a1 * out + state.second
        state.second = b2 * sample - a2 * out
        return out
    }

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
