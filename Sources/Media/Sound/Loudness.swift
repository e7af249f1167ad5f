/// How loud a recording is, by ITU-R BS.1770-4, EBU R 128 and EBU Tech 3341/3342.
package struct Loudness: Hashable, Sendable, Codable {
    /// Gated programme loudness in LUFS; nil when nothing is above the absolute gate of −70.
    package var integrated: Double?
    /// Loudness in LUFS over the spans of speech alone; nil when none were given or all are silent.
    package var dialogue: Double?
    /// Loudness range in LU.
    package var range: Double
    /// Loudest 400 ms in LUFS; nil for silence or less than 400 ms.
    package var momentaryMaximum: Double?
    /// Loudest 3 s in LUFS; nil for silence or less than 3 s.
    package var shortTermMaximum: Double?
    /// Highest peak between and at samples in dBTP; nil for digital silence.
    package var truePeak: Double?

    package init(
        integrated: Double? = nil,
        dialogue: Double? = nil,
        range: Double = 0,
        momentaryMaximum: Double? = nil,
        shortTermMaximum: Double? = nil,
        truePeak: Double? = nil
    ) {
        self.integrated = integrated
        self.dialogue = dialogue
        self.range = range
        self.momentaryMaximum = momentaryMaximum
        self.shortTermMaximum = shortTermMaximum
        self.truePeak = truePeak
    }
}
