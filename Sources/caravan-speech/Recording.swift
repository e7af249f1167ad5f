import FoundationEssentials
import Glibc
import Media

/// A recording of 16,000 samples a second, one channel, read from a file.
struct Recording {
    static let rate = 16_000
    /// Bytes; six hours of raw samples.
    private static let largest = 1_400_000_000

    var samples: [Float]
    var seconds: Double { Double(samples.count) / Double(Self.rate) }

    init(path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw WorkerError(message: "\(path) is no file that can be read")
        }
        guard status.st_size <= Self.largest else {
            throw WorkerError(message: "\(path) is longer than six hours; cut it into parts")
        }
        let bytes: [UInt8]
        do {
            bytes = Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw WorkerError(message: "\(path) cannot be read: \(error)")
        }
        if WaveFile.isWave(bytes) {
            let sound: Sound
            do { sound = try WaveFile.read(bytes) } catch { throw WorkerError(message: "\(path): \(error)") }
            guard sound.rate == Self.rate else {
                throw WorkerError(message: "\(path) has \(sound.rate) Hz; convert it to 16000 Hz mono")
            }
            samples = Self.mixed(sound)
        } else {
            guard bytes.count % 4 == 0 else {
                throw WorkerError(message: "\(path) is neither WAV nor raw 32-bit floats")
            }
            samples = bytes.withUnsafeBytes { buffer in
                (0..<bytes.count / 4).map { index in
                    let bits = buffer.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)
                    let value = Float(bitPattern: UInt32(littleEndian: bits))
                    // Far outside of full scale is no sound.
                    return abs(value) < 100 ? value : 0
                }
            }
        }
    }

    /// The samples of a stretch, as far as the recording has them.
    func part(from start: Double, to end: Double) -> ArraySlice<Float> {
        func place(_ second: Double) -> Int {
            guard second.isFinite else { return second > 0 ? samples.count : 0 }
            return min(max(Int(min(max(second, -1), 1e6) * Double(Self.rate)), 0), samples.count)
        }
        let first = place(start)
        return samples[first..<max(first, place(end))]
    }

    private static func mixed(_ sound: Sound) -> [Float] {
        guard sound.channels.count > 1 else { return sound.channels.first ?? [] }
        var sum = [Float](repeating: 0, count: sound.count)
        for channel in sound.channels {
            for index in sum.indices { sum[index] += channel[index] }
        }
        let share = 1 / Float(sound.channels.count)
        return sum.map { $0 * share }
    }
}
