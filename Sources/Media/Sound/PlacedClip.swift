import Text

/// A clip on the grid of a mix, with its gain applied.
struct PlacedClip {
    /// Sample of the mix at which it begins.
    let first: Int
    let sound: Sound

    var end: Int { first + sound.count }
    var time: TimeSpan { TimeSpan(Double(first) / Double(sound.rate), Double(end) / Double(sound.rate)) }

    /// Puts a clip on the grid of a rate; its start must be a number. One that would begin before the film begins with it.
    init(_ clip: Mixdown.Clip, rate: Int) {
        var sound = clip.sound.resampled(to: rate)
        sound.rate = rate
        first = max(0, Int((clip.start * Double(rate)).rounded()))
        // The step down takes 50 ms, so that it is no click.
        var points = [GainEnvelope.Point(0, clip.gain)]
        if let yields = clip.yields, yields.isFinite {
            let second = yields - Double(first) / Double(rate)
            points = [.init(second - 0.05, clip.gain), .init(second, clip.gain - 6)]
        }
        let factors = GainEnvelope(points: points).factors(for: 0..<sound.count, rate: rate)
        for channel in sound.channels.indices { sound.channels[channel].multiply(by: factors, from: 0) }
        self.sound = sound
    }

    /// Adds it to the channels of a mix that is long enough.
    func add(to mix: inout Sound) {
        // More than two channels have a middle of their own, where speech belongs.
        let own = mix.channels.count == 2 ? sound.stereo() : sound.mono()
        for (number, samples) in own.channels.enumerated() {
            let channel = mix.channels.count > 2 ? 2 : number
            guard mix.channels.indices.contains(channel) else { continue }
            mix.channels[channel].add(samples, at: first)
        }
    }
}

extension [Float] {
    /// Adds samples from a place on, as far as there is room.
    mutating func add(_ samples: [Float], at first: Int) {
        withUnsafeMutableBufferPointer { own in
            samples.withUnsafeBufferPointer { samples in
                for number in 0..<Swift.max(0, Swift.min(samples.count, own.count - first)) {
                    own[first + number] += samples[number]
                }
            }
        }
    }
}
