/// The strength of a kind of change over the last frames; finds where it peaks.
struct ChangeTrack {
    /// Frames on each side among which a peak is the greatest.
    static let reach = 4
    /// Frames whose usual strength a peak must stand out from.
    private static let context = 24

    private var values: [Int] = []

    mutating func push(_ value: Int) {
        values.append(value)
        if values.count > Self.context * 2 { values.removeFirst(values.count - Self.context) }
    }

    /// Whether the change `reach` frames before the newest is a peak: the first of the greatest around it, at least a
    /// threshold, and well over what is usual there.
    func isPeak(_ threshold: Int) -> Bool {
        let place = values.count - 1 - Self.reach
        guard place >= 0 else { return false }
        let value = values[place]
        guard value >= threshold else { return false }
        for other in max(0, place - Self.reach)..<place where values[other] >= value { return false }
        for other in place + 1..<values.count where values[other] > value { return false }
        // The lower quartile: other changes nearby are not what is usual.
        let around = values.suffix(Self.context).sorted()
        return value >= 2 * around[around.count / 4]
    }
}
