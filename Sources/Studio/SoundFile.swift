internal import FoundationEssentials
package import Media
internal import Synchronization

/// Sound in and out of files, through ffmpeg.
package enum SoundFile {
    /// Reads a sound.
    /// - Parameters:
    ///   - path: any file that ffmpeg reads.
    ///   - stream: index among all streams of the file; nil for the first sound.
    ///   - rate: samples a second of the result.
    ///   - channels: 1 or 2 of the result.
    /// - Throws: `badMedia` when there is no sound in it.
    package static func read(
        _ path: String,
        stream: Int? = nil,
        rate: Int = 48_000,
        channels: Int = 2
    ) async throws -> Sound {
        let ffmpeg = try Tools.ffmpeg()
        let samples = Mutex(Samples(channels: channels))
        do {
            try await ffmpeg.stream(
                ["-nostdin", "-v", "error", "-i", "file:\(path)", "-map", stream.map { "0:\($0)" } ?? "0:a:0"]
                    + ["-vn", "-sn", "-ac", "\(channels)", "-ar", "\(rate)", "-f", "f32le", "-"]
            ) { part in samples.withLock { $0.add(part) } }
        } catch let error as StudioError where error.code == .failed {
            // What could be decoded of a broken file is kept.
            guard samples.withLock({ !$0.planes[0].isEmpty }) else {
                throw StudioError(.badMedia, "\(path): no sound could be read. \(error.message)")
            }
        }
        return Sound(rate: rate, channels: samples.withLock { $0.planes })
    }

    /// Writes a WAV file of 32-bit floats, beside its place and then into it.
    package static func write(_ sound: Sound, to path: String) throws {
        try Files.write(WaveFile.bytes(of: sound), to: path)
    }

    /// Interleaved bytes, in parts of any size, into planes.
    private struct Samples {
        var planes: [[Float]]
        private var rest: [UInt8] = []

        init(channels: Int) { planes = Array(repeating: [], count: channels) }

        mutating func add(_ part: [UInt8]) {
            rest += part
            let frame = 4 * planes.count
            let whole = rest.count / frame
            rest.withUnsafeBytes { bytes in
                for channel in planes.indices {
                    planes[channel].reserveCapacity(planes[channel].count + whole)
                    for index in 0..<whole {
                        let bits = bytes.loadUnaligned(fromByteOffset: index * frame + channel * 4, as: UInt32.self)
                        let value = Float(bitPattern: UInt32(littleEndian: bits))
                        planes[channel].append(value.isFinite ? value : 0)
                    }
                }
            }
            rest.removeFirst(whole * frame)
        }
    }
}
