extension Sound {
    /// One channel: the mean of a mono's, of a stereo's or of a surround mix's two.
    package func mono() -> Sound {
        guard channels.count > 1 else { return self }
        let two = stereo().channels
        return Sound(rate: rate, channels: [Self.sum(two[0], two[1], 0.5, 0.5)])
    }

    /// Two channels: a mono twice, more than two mixed down by ITU-R BS.775 (centre and surrounds 3 dB lower).
    ///
    /// More than two are left, right, centre, low frequencies, surrounds, as in files of ffmpeg; five are without low
    /// frequencies. The result may be above full scale: a limiter comes after it.
    package func stereo() -> Sound {
        let half: Float = 0.70710678
        var two: [[Float]]
        switch channels.count {
        case 0: two = [[], []]
        case 1: two = [channels[0], channels[0]]
        case 2: return self
        default:
            two = [channels[0], channels[1]].map { Self.sum($0, channels[2], 1, half) }
            let surrounds = channels.dropFirst(channels.count == 5 ? 3 : 4)
            for (number, surround) in surrounds.enumerated() {
                two[number % 2] = Self.sum(two[number % 2], surround, 1, half)
            }
        }
        return Sound(rate: rate, channels: two)
    }

    /// Two channels, each with its factor; the shorter one is followed by silence.
    private static func sum(_ first: [Float], _ second: [Float], _ one: Float, _ two: Float) -> [Float] {
        var sum = first.count >= second.count ? first : second
        let other = first.count >= second.count ? second : first
        let (own, added) = first.count >= second.count ? (one, two) : (two, one)
        sum.withUnsafeMutableBufferPointer { sum in
            for number in sum.indices { sum[number] *= own }
            other.withUnsafeBufferPointer { other in
                for number in other.indices { sum[number] += other[number] * added }
            }
        }
        return sum
    }
}
