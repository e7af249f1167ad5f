internal import FoundationEssentials
package import Media

/// Speech made longer or shorter without a change of pitch, by Rubber Band's R3 engine (GPL, so run as a process).
package enum Stretch {
    /// - Parameters:
    ///   - sound: one line of speech.
    ///   - rate: how many times faster, 0.5 to 2; a rate within a thousandth of 1 gives the sound as it is.
    ///   - folder: for the files between, which are removed.
    package static func speed(_ sound: Sound, by rate: Double, in folder: String) async throws -> Sound {
        guard abs(rate - 1) > 0.001, sound.count > 0 else { return sound }
        let rubberband = try Tools.rubberband()
        let name = "\(folder)/.stretch-\(UUID().uuidString)"
        let (source, target) = (name + "-in.wav", name + "-out.wav")
        defer {
            for file in [source, target] { try? FileManager.default.removeItem(atPath: file) }
        }
        try SoundFile.write(sound, to: source)
        // --tempo multiplies the speed; R3 (`-3`, finer) and no crispness for percussion.
        try await rubberband.run(["-q", "-3", "--tempo", "\(rate)", source, target])
        return try await SoundFile.read(target, rate: sound.rate, channels: sound.channels.count)
    }
}
