/// Finds for all lines of an episode together what is said, when and how fast, so that the dub keeps the picture's time.
package struct Isochrony: Hashable, Sendable {
    package var limits: IsochronyLimits
    /// Frames a second of the picture: gaps are counted in frames.
    package var frameRate: Double

    package init(limits: IsochronyLimits = IsochronyLimits(), frameRate: Double = 25) {
        self.limits = limits
        self.frameRate = frameRate
    }

    /// Chooses a wording, a start and a rate for each line so that the cost of the whole is the least.
    ///
    /// Never leaves the hard rates, never drops or cuts a line that has a wording; what does not fit is flagged.
    /// - Parameters:
    ///   - lines: In any order; numbers may be anything.
    ///   - cuts: Shot changes in seconds, in any order. Speech does not hang over one when it can be avoided.
    ///   - end: The film's end in seconds; nil when it is not known.
    package func plan(_ lines: [DubLine], cuts: [Double] = [], end: Double? = nil) -> DubPlan {
        DubPlan(placements: [])
    }
}
