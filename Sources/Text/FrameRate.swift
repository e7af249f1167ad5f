/// Pictures in a second, as a fraction: 24, 25, 30000/1001.
package struct FrameRate: Hashable, Sendable, Codable, CustomStringConvertible {
    /// Both from 1 on.
    package let numerator: Int
    package let denominator: Int

    /// Returns nil for a rate that no film has: none, or more than 1,000 frames a second.
    package init?(_ numerator: Int, _ denominator: Int = 1) {
        guard numerator > 0, denominator > 0, numerator / denominator <= 1_000, numerator >= denominator else {
            return nil
        }
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The rate of so many frames a second; 23.976, 29.97 and 59.94 are taken for 24, 30 and 60 × 1000/1001.
    package init?(_ framesPerSecond: Double) {
        guard framesPerSecond.isFinite, framesPerSecond >= 1, framesPerSecond <= 1_000 else { return nil }
        let whole = framesPerSecond.rounded()
        if abs(framesPerSecond - whole) < 0.0005 {
            self.init(Int(whole))
        } else if abs(framesPerSecond - whole * 1_000 / 1_001) < 0.006 {
            self.init(Int(whole) * 1_000, 1_001)
        } else {
            self.init(Int((framesPerSecond * 1_000).rounded()), 1_000)
        }
    }

    /// `24`, `25/1` or `24000/1001`, as ffprobe writes a rate; nil for what is none.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count == 2, let numerator = Int(parts[0]), let denominator = Int(parts[1]) {
            self.init(numerator, denominator)
        } else if parts.count == 1, let value = Double(text) {
            self.init(value)
        } else {
            return nil
        }
    }

    /// 24 frames a second, the rate of cinema.
    package static let cinema = FrameRate(whole: 24)

    private init(whole: Int) { (numerator, denominator) = (whole, 1) }

    package var framesPerSecond: Double { Double(numerator) / Double(denominator) }

    /// When a frame is shown, in seconds.
    package func seconds(_ frame: Int) -> Double { Double(frame) * Double(denominator) / Double(numerator) }

    /// The frame nearest to a time; times are held within ±100 days, and what is no number is 0.
    package func frame(at seconds: Double) -> Int {
        guard !seconds.isNaN else { return 0 }
        return Int((min(max(seconds, -8_640_000), 8_640_000) * framesPerSecond).rounded())
    }

    package var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }
}
