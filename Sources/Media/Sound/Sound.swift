/// A recording in memory: samples of −1 to 1 for full scale, one array a channel, all of one length.
package struct Sound: Sendable, Equatable {
    /// Samples a second: 16,000 for models, 48,000 for mixes.
    package var rate: Int
    package var channels: [[Float]]

    package init(rate: Int, channels: [[Float]]) {
        self.rate = rate
        self.channels = channels
    }

    /// Samples in a channel.
    package var count: Int { channels.first?.count ?? 0 }
    /// Seconds.
    package var duration: Double { rate > 0 ? Double(count) / Double(rate) : 0 }
}
