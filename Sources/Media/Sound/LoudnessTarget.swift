/// What a delivery asks of loudness.
package struct LoudnessTarget: Hashable, Sendable, Codable {
    /// LUFS.
    package var loudness: Double
    /// Highest true peak in dBTP.
    package var truePeak: Double
    /// Whether the loudness is that of the speech alone.
    package var dialogueGated: Bool
    /// How far the result may be from `loudness`, in LU.
    package var tolerance: Double

    package init(loudness: Double, truePeak: Double = -1, dialogueGated: Bool = false, tolerance: Double = 0.2) {
        self.loudness = loudness
        self.truePeak = truePeak
        self.dialogueGated = dialogueGated
        self.tolerance = tolerance
    }

    /// Phones and social feeds (YouTube, TikTok, Instagram).
    package static let mobile = LoudnessTarget(loudness: -14)
    /// Apple Music and podcasts.
    package static let podcast = LoudnessTarget(loudness: -16)
    /// EBU R 128.
    package static let broadcast = LoudnessTarget(loudness: -23)
    /// Netflix, Prime Video, Disney+: dialogue-gated, −2 dBTP.
    package static let streaming = LoudnessTarget(loudness: -27, truePeak: -2, dialogueGated: true)

    /// The target that a number on the command line stands for: −27 is measured on the dialogue, as Netflix does.
    ///
    /// Returns nil for a loudness outside −40…−5 LUFS.
    package init?(lufs: Double) {
        guard (-40 ... -5).contains(lufs) else { return nil }
        self = lufs == -27 ? .streaming : LoudnessTarget(loudness: lufs)
    }

    /// The target for sound that is encoded as AAC afterwards, which raises peaks.
    ///
    /// Measured with ffmpeg's encoder on five limited mixes: by up to 0.1 dB at 192 kb/s, 0.5 at 128, 1.5 at 96. Loudness stays
    /// within 0.1 LU, but for noise, which the encoder makes softer.
    package func beforeAAC(kilobits: Int) -> LoudnessTarget {
        var target = self
        target.truePeak -= kilobits >= 192 ? 0.3 : kilobits >= 128 ? 0.7 : 1.7
        return target
    }
}
