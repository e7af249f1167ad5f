package import Text

extension Sound {
    /// Where speech begins and ends, by a threshold that follows the recording; nil when there is only silence or noise.
    package func speechSpan() -> TimeSpan? { nil }

    /// The speech without the silence at both ends, and the seconds that were taken off the beginning.
    ///
    /// A margin stays on both sides, so that a soft onset such as an /f/ or /s/ is never cut.
    package func trimmedToSpeech() -> (sound: Sound, lead: Double) { (self, 0) }

    /// Pauses inside speech that are longer than a limit, in seconds from the beginning.
    package func pauses(longerThan limit: Double = 0.25) -> [TimeSpan] { [] }

    /// The sound with its pauses shortened, each to no less than a limit, by so many seconds in all.
    ///
    /// Longer pauses give more. Joined by equal-power fades.
    /// - Parameter seconds: To be taken out; nil takes out all that the limit allows.
    /// - Returns: The sound and the seconds that were taken out.
    package func squeezingPauses(
        to limit: Double = 0.25,
        by seconds: Double? = nil
    ) -> (sound: Sound, removed: Double) { (self, 0) }

    /// The sound at another rate, by a polyphase filter without delay: second 0 stays second 0.
    package func resampled(to rate: Int) -> Sound { self }

    /// One channel: the mean of all.
    package func mono() -> Sound { self }

    /// Two channels: mono twice, more than two mixed down by ITU-R BS.775.
    package func stereo() -> Sound { self }
}
