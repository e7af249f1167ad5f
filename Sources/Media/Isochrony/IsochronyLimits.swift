/// How far speech may leave the timing of the original.
///
/// Rates are natural duration over spoken duration. Numbers: ITU-R BT.1359-1 for onsets, BBC and Netflix practice for
/// hanging ends, and what viewers of dubbed films bear for rates (Brannon et al., TACL 2023; vmeg's rhythm engine).
package struct IsochronyLimits: Hashable, Sendable, Codable {
    /// Rates that nobody hears.
    package var freeRates = 0.95...1.10
    /// Rates that are accepted.
    package var acceptableRates = 0.90...1.20
    /// Rates that are never left.
    package var hardRates = 0.80...1.30
    /// Speech that is shorter than its slot is slowed to this at most; the rest is a pause.
    package var slowest = 0.92
    /// Difference of the rates of neighbouring lines that is not noticed.
    package var rateStep = 0.10
    /// Lines further apart than this many seconds are no neighbours.
    package var neighbourGap = 5.0
    /// Seconds early and late at which nobody sees that lips and voice differ.
    package var freeOnset = -0.045...0.100
    /// Seconds by which speech may begin early.
    package var headBorrow = 0.10
    /// Seconds by which speech may begin late when nothing else helps.
    package var latestOnset = 0.50
    /// Seconds by which speech may end late while the speaker is seen.
    package var tailInShot = 0.5
    /// Seconds by which speech may end late while the speaker is not seen.
    package var tailOffScreen = 1.0
    /// Frames that stay free before the next line.
    package var gapFrames = 2

    package init() {}
}
