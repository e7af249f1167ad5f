package import Text

/// A line to be spoken in another language, with everything that is known of it before its time is chosen.
package struct DubLine: Hashable, Sendable, Codable {
    /// Stable within the episode.
    package var id: String
    /// When the original is spoken, in seconds of the film.
    package var time: TimeSpan
    /// The character; nil when nobody knows. Lines of one speaker never overlap.
    package var speaker: String?
    /// What may be said, the preferred wording first. A line without one cannot be spoken and is reported.
    package var wordings: [DubWording]
    /// Whether the next line begins in the original before this one ends; also taken from the times.
    package var overlapsNext: Bool
    /// Whether the mouth is not seen, so that speech may hang longer after the original's end.
    package var offScreen: Bool
    /// What a person decided; the rest is solved around it.
    package var pin: Pin?

    package init(
        id: String,
        time: TimeSpan,
        speaker: String? = nil,
        wordings: [DubWording],
        overlapsNext: Bool = false,
        offScreen: Bool = false,
        pin: Pin? = nil
    ) {
        self.id = id
        self.time = time
        self.speaker = speaker
        self.wordings = wordings
        self.overlapsNext = overlapsNext
        self.offScreen = offScreen
        self.pin = pin
    }

    /// Choices that are kept as they are; nil leaves a choice open.
    package struct Pin: Hashable, Sendable, Codable {
        /// Id of the wording.
        package var wording: String?
        /// Second of the film at which the speech begins.
        package var start: Double?
        /// Natural duration over spoken duration, brought into the hard limits.
        package var rate: Double?

        package init(wording: String? = nil, start: Double? = nil, rate: Double? = nil) {
            self.wording = wording
            self.start = start
            self.rate = rate
        }
    }
}

/// One way to say a line, as a voice spoke it at its natural rate.
package struct DubWording: Hashable, Sendable, Codable {
    /// Stable within the line: `full`, `short`.
    package var id: String
    package var text: String
    /// Duration at rate 1.0 with the silence at both ends trimmed.
    package var seconds: Double
    /// Seconds of inner pauses that may be squeezed out of `seconds`.
    package var pauses: Double
    /// What the wording loses of the meaning: 0 nothing; 1 as bad as speech at rate 1.2; 4 only when nothing else fits.
    package var cost: Double

    package init(id: String, text: String, seconds: Double, pauses: Double = 0, cost: Double = 0) {
        self.id = id
        self.text = text
        self.seconds = seconds
        self.pauses = pauses
        self.cost = cost
    }
}
