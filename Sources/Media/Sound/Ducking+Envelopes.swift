package import Text

extension Ducking {
    /// The gains of the centre and of the sides of a bed.
    /// - Parameters:
    ///   - dub: When the dub speaks, in seconds.
    ///   - original: When the speech in the bed speaks, in seconds.
    package func envelopes(dub: [TimeSpan], original: [TimeSpan]) -> (centre: GainEnvelope, sides: GainEnvelope) {
        func envelope(_ spans: [TimeSpan], _ depth: Double) -> GainEnvelope {
            GainEnvelope(under: spans, by: depth, attack: attack, release: release, hold: hold)
        }
        // Between two of its lines the original may breathe; while the dub speaks over the original, the deeper one holds.
        return (
            envelope(dub, centre).lower(of: envelope(original, centreUnderOriginal)),
            envelope(dub, sides).lower(of: envelope(original, sidesUnderOriginal))
        )
    }
}
