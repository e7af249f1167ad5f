import Text

/// Times of TTML (https://www.w3.org/TR/ttml2/#timing-value-time-expression).
struct TTMLClock {
    private var frameRate = 30.0
    private var tickRate = 1.0

    /// Reads the rates from the root element.
    init(_ root: Int, in xml: XMLFile) {
        if let rate = xml.value("frameRate", of: root).flatMap({ Double($0) }), rate > 0 { frameRate = rate }
        if let multiplier = xml.value("frameRateMultiplier", of: root) {
            let parts = multiplier.split { $0 == " " || $0 == ":" }.compactMap { Double($0) }
            if parts.count == 2, parts[0] > 0, parts[1] > 0 { frameRate *= parts[0] / parts[1] }
        }
        tickRate = xml.value("tickRate", of: root).flatMap { Double($0) }.flatMap { $0 > 0 ? $0 : nil } ?? frameRate
    }

    /// A time expression in milliseconds; nil for what is none.
    func milliseconds(_ text: String) -> Int? {
        let text = text.trimmed
        let seconds: Double?
        if text.contains(":") {
            seconds = clock(text)
        } else {
            let digits = text.prefix { $0.isNumber || $0 == "." }
            guard let value = Double(digits) else { return nil }
            switch text.dropFirst(digits.count) {
            case "h": seconds = value * 3600
            case "m": seconds = value * 60
            case "s", "": seconds = value
            case "ms": seconds = value / 1000
            case "f": seconds = value / frameRate
            case "t": seconds = value / tickRate
            default: seconds = nil
            }
        }
        // A year is longer than any film.
        guard let seconds, seconds.isFinite, seconds >= 0, seconds < 31_536_000 else { return nil }
        return Int((seconds * 1000).rounded())
    }

    /// `01:02:03.450`, `01:02:03:12` with frames, `3:58.640`.
    private func clock(_ text: String) -> Double? {
        var parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        var frames = 0.0
        if parts.count == 4 {
            guard let count = Double(parts.removeLast()) else { return nil }
            frames = count / frameRate
        }
        guard (2...3).contains(parts.count) else { return nil }
        var seconds = 0.0
        for part in parts {
            guard let value = Double(part) else { return nil }
            seconds = seconds * 60 + value
        }
        return seconds + frames
    }

    /// `00:01:02.345`.
    static func text(_ milliseconds: Int) -> String {
        func padded(_ value: Int, _ count: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
        }
        let seconds = milliseconds / 1000
        return "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))."
            + padded(milliseconds % 1000, 3)
    }
}
