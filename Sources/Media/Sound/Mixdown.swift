package import Text

/// Speech laid over a bed on an absolute grid of samples.
///
/// A clip is never cut: a mix becomes longer when speech goes on after the bed's end.
package struct Mixdown: Sendable {
    package var clips: [Clip]
    /// When the original speaks, in seconds: there the bed is ducked more. Empty for a bed without speech.
    package var originalSpeech: [TimeSpan]
    package var ducking: Ducking

    package init(clips: [Clip], originalSpeech: [TimeSpan], ducking: Ducking = Ducking()) {
        self.clips = clips
        self.originalSpeech = originalSpeech
        self.ducking = ducking
    }

    /// A line as it is spoken.
    package struct Clip: Sendable {
        /// Id of the line.
        package var line: String
        /// Of the mix's rate; mono is heard in the middle.
        package var sound: Sound
        /// Second of the film at which its first sample is heard.
        package var start: Double
        /// Decibels.
        package var gain: Double
        /// Second of the film from which it is 6 dB lower, because the next line speaks; nil for none.
        package var yields: Double?

        package init(line: String, sound: Sound, start: Double, gain: Double = 0, yields: Double? = nil) {
            self.line = line
            self.sound = sound
            self.start = start
            self.gain = gain
            self.yields = yields
        }
    }

    /// The whole mix of the bed's rate, in stereo when the bed is.
    /// - Parameter stems: Whether the speech and the ducked bed are wanted by themselves too.
    package func mix(over bed: consuming Sound, stems: Bool = false) -> Result { Result(mix: bed) }

    package struct Result: Sendable {
        package var mix: Sound
        /// The speech alone.
        package var dialogue: Sound?
        /// The ducked bed alone.
        package var bed: Sound?
        /// Clips at no possible time or of another rate, and speech after the bed's end.
        package var findings: [Finding] = []
    }
}
