package import Text

/// When and how fast a line is spoken: what `dub.json` says of it.
package struct DubPlacement: Hashable, Sendable, Codable {
    /// Id of the line.
    package var line: String
    package var speaker: String?
    /// When the original is spoken.
    package var source: TimeSpan
    /// Id of the wording that is spoken.
    package var wording: String
    package var text: String
    /// Natural duration without the squeezed pauses, over spoken duration: above 1 is faster than natural.
    package var rate: Double
    /// Seconds of inner pauses to squeeze out before the speech is stretched.
    package var squeeze: Double
    /// When it is spoken, in seconds of the film, absolute.
    package var time: TimeSpan
    /// The time that was free for it: from the earliest start that is allowed to the latest end.
    package var slot: TimeSpan
    /// Seconds between the end of the speech and the end of the slot; negative when it runs over.
    package var slack: Double
    /// Seconds by which it begins before the original does (borrowed); negative when it begins later.
    package var head: Double
    /// Seconds by which it ends after the original does (borrowed); negative when it ends earlier.
    package var tail: Double
    /// Second of the film at which the next line begins while this one still speaks, although the original does not:
    /// from there on it is mixed 6 dB lower. Nil for a line that ends in time.
    package var yields: Double?
    /// What is not as it should be, with numbers; empty for a line that fits.
    package var flags: [DubFlag]

    package init(
        line: String,
        speaker: String?,
        source: TimeSpan,
        wording: String,
        text: String,
        rate: Double,
        squeeze: Double,
        time: TimeSpan,
        slot: TimeSpan,
        flags: [DubFlag] = []
    ) {
        self.line = line
        self.speaker = speaker
        self.source = source
        self.wording = wording
        self.text = text
        self.rate = rate
        self.squeeze = squeeze
        self.time = time
        self.slot = slot
        slack = slot.end - time.end
        head = source.start - time.start
        tail = time.end - source.end
        self.flags = flags
    }

    /// Seconds at rate 1 that another wording may take to be spoken from the original's start to the slot's end at a rate: the
    /// budget for a rewrite of a line that is flagged.
    package func budget(at rate: Double = 1.1) -> Double { max(0, slot.end - source.start) * rate }

    /// Moves the end, and what follows from it.
    mutating func setEnd(_ end: Double) {
        time.end = end
        slack = slot.end - end
        tail = end - source.end
    }

    /// Seconds by which the speech begins after the original; negative when before.
    package var onsetShift: Double { -head }
}

/// A way in which a placement misses the limits, with the amount.
package struct DubFlag: Hashable, Sendable, Codable {
    package var kind: Kind
    /// A rate, a difference of rates, or seconds, as the kind says.
    package var amount: Double

    package init(_ kind: Kind, _ amount: Double) {
        self.kind = kind
        self.amount = amount
    }

    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// Outside the acceptable rates; amount: the rate.
        case rate
        /// Further from the line before than neighbours should be; amount: the difference.
        case jump
        /// Begins too far from the original; amount: seconds late, negative for early.
        case onset
        /// Hangs longer after the original than the mouth allows; amount: seconds over the slot.
        case hang
        /// Speaks while the next line does, and the original does not; amount: seconds.
        case overlap
        /// Goes on after the end of the film; amount: seconds.
        case end
        /// Goes on over a shot change; amount: seconds after the cut.
        case cut
        /// Much shorter than the original, so that a mouth moves without a voice; amount: seconds missing.
        case short
    }
}
