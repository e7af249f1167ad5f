/// How far the bed goes down while somebody speaks.
///
/// Depths are in decibels, above 0. The centre is what both channels of a stereo original share, where its speech is; the
/// sides are the rest: most of the music and of the effects.
package struct Ducking: Hashable, Sendable, Codable {
    /// Of the centre while only the dub speaks.
    package var centre = 10.0
    /// Of the sides while only the dub speaks.
    package var sides = 4.0
    /// Of the centre while the original speaks, so that it does not shine through.
    package var centreUnderOriginal = 22.0
    /// Of the sides while the original speaks.
    package var sidesUnderOriginal = 8.0
    /// Seconds in which the bed goes down; it is down when the speech begins.
    package var attack = 0.02
    /// Seconds in which it comes back.
    package var release = 0.28
    /// Stretches of speech closer than this many seconds are one, so that the bed does not pump.
    package var hold = 0.4

    package init() {}

    /// For a bed that holds no speech: music and effects from a studio or a separation model.
    package static var musicAndEffects: Ducking {
        var ducking = Ducking()
        ducking.sides = 10
        ducking.centreUnderOriginal = 0
        ducking.sidesUnderOriginal = 0
        return ducking
    }
}
