internal import FoundationEssentials
package import Media

/// A mix as the sound track that goes into a file, held to its loudness after it was encoded.
package enum Encoding {
    /// Encodes as AAC in an MP4 file without a picture.
    package static func aac(_ sound: Sound, to path: String, kilobits: Int) async throws {
        let ffmpeg = try Tools.ffmpeg()
        let wave = path + ".wav"
        defer { try? FileManager.default.removeItem(atPath: wave) }
        try SoundFile.write(sound, to: wave)
        try await Files.produce(path) { beside in
            try await ffmpeg.run(
                ["-nostdin", "-v", "error", "-y", "-i", "file:\(wave)", "-c:a", "aac", "-b:a", "\(kilobits)k"]
                    + ["-f", "mp4", "file:\(beside)"]
            )
        }
    }
}
