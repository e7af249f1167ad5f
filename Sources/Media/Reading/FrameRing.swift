/// The last frames of a region, by their number from 0.
struct FrameRing {
    private let kept: Int
    private let count: Int
    private var frames: [[UInt8]] = []
    private var clutters: [Int] = []
    private var next = 0

    /// - Parameters:
    ///   - kept: frames that are remembered.
    ///   - count: bytes of a frame.
    init(kept: Int, count: Int) {
        self.kept = max(1, kept)
        self.count = count
    }

    mutating func push(_ frame: [UInt8]) {
        var frame = frame
        if frame.count != count {
            frame = Array(frame.prefix(count)) + [UInt8](repeating: 0, count: max(0, count - frame.count))
        }
        if frames.count < kept {
            frames.append(frame)
            clutters.append(0)
        } else {
            frames[next % kept] = frame
        }
        next += 1
    }

    /// Notes of the newest frame how many of its pixels are part of a stroke.
    mutating func note(clutter: Int) { clutters[(next - 1) % kept] = clutter }

    func withNewest<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        frames[(next - 1) % kept].withUnsafeBufferPointer(body)
    }

    /// Nil when the frame is forgotten or has not come yet.
    func frame(_ number: Int) -> [UInt8]? { holds(number) ? frames[number % kept] : nil }

    func clutter(_ number: Int) -> Int? { holds(number) ? clutters[number % kept] : nil }

    /// Makes a picture as dark at each pixel as a frame is there, where that is darker.
    func darken(_ picture: inout [UInt8]?, by number: Int) {
        guard holds(number) else { return }
        frames[number % kept].withUnsafeBufferPointer { frame in
            picture?.withUnsafeMutableBufferPointer { picture in
                for index in 0..<min(picture.count, frame.count) { picture[index] = min(picture[index], frame[index]) }
            }
        }
    }

    /// The mean of some bytes of a frame; nil when the frame is forgotten or has not come yet.
    func mean(of places: [Int], in number: Int) -> Double? {
        guard holds(number), !places.isEmpty else { return nil }
        return frames[number % kept].withUnsafeBufferPointer { frame in
            var sum = 0
            for place in places { sum += Int(frame[place]) }
            return Double(sum) / Double(places.count)
        }
    }

    private func holds(_ number: Int) -> Bool { number >= 0 && number < next && number >= next - frames.count }
}
