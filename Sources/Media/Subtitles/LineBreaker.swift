import Text

/// Finds the best lines of a subtitle, and the best subtitles of a text that is too long for one.
struct LineBreaker: Sendable {
    /// Half characters in a line.
    let widest: Int
    /// Lines in a subtitle: 1 or 2.
    let lines: Int

    /// - Parameter style: a sound one.
    init(_ style: SubtitleStyle) {
        widest = style.line * 2
        lines = style.lines
    }

    /// The lines of a text between two of its places, as places; nil when it does not fit.
    struct Lines: Sendable, Hashable {
        var from: Int
        var to: Int
        /// The place of the break; nil for one line.
        var middle: Int?
        var cost: Int

        func texts(_ text: BreakableText) -> [String] {
            guard let middle else { return [text.text(from, to)] }
            return [text.text(from, middle), text.text(middle, to)]
        }
    }

    /// One line where the text fits on it; else the break with the least penalty and the best balance, the longer line below
    /// where both are as good.
    func lines(_ text: BreakableText, _ from: Int, _ to: Int) -> Lines? {
        let width = text.width(from, to)
        if width <= widest { return Lines(from: from, to: to, middle: nil, cost: 0) }
        guard lines > 1, width <= widest * 2 + 4 else { return nil }
        var best: Lines?
        var middle = from + 1
        while middle < to {
            let first = text.width(from, middle)
            if first > widest { break }
            let second = text.width(middle, to)
            if second <= widest {
                let cost = text.places[middle].penalty + Self.imbalance(first, second)
                if cost < best?.cost ?? .max { best = Lines(from: from, to: to, middle: middle, cost: cost) }
            }
            middle += 1
        }
        return best
    }

    /// What it costs that two lines are not of one width.
    static func imbalance(_ first: Int, _ second: Int) -> Int {
        let difference = abs(first - second)
        let sum = max(first + second, 1)
        return 60 * difference / sum * difference / sum + (first * 10 > second * 11 ? 2 : 0)
    }

    /// Cuts a text into subtitles.
    /// - Parameters:
    ///   - seconds: when a place is reached, to keep parts from standing too short or too long.
    ///   - count: how many parts there must be at least; as many as there are places when there are fewer.
    func parts(
        _ text: BreakableText,
        atLeast count: Int = 1,
        shortest: Double = 0,
        longest: Double = .infinity,
        seconds: (Int) -> Double
    ) -> [Lines] {
        let last = text.places.count - 1
        let duration = seconds(last) - seconds(0)
        if count <= 1, duration <= longest + 0.001, let whole = lines(text, 0, last), whole.cost <= Self.tolerable {
            return [whole]
        }
        let parts = cut(text, penalty: Self.partCost, shortest, longest, seconds)
        guard parts.count < count else { return parts }
        return exact(text, min(count, last), seconds) ?? parts
    }

    /// The cost of a line break from which on a further subtitle may be better.
    private static let tolerable = 40
    /// Places that a part may reach over: more than any line holds, but for text without width.
    private static let reach = 300
    /// What a further subtitle costs.
    private static let partCost = 60

    /// The cost of ending a subtitle at a place: three times that of ending a line there, and more but for a sentence.
    private func boundary(_ penalty: Int) -> Int { penalty == 0 ? 0 : penalty * 3 + 10 }

    /// The cheapest way through all places, by dynamic programming: a part reaches over a window of places only.
    private func cut(
        _ text: BreakableText,
        penalty: Int,
        _ shortest: Double,
        _ longest: Double,
        _ seconds: (Int) -> Double
    ) -> [Lines] {
        let count = text.places.count
        var best = [Int](repeating: .max, count: count)
        var parts = [Lines?](repeating: nil, count: count)
        let times = (0..<count).map(seconds)
        best[0] = 0
        for from in 0..<(count - 1) where best[from] < .max {
            var to = from + 1
            while to < min(count, from + Self.reach), text.width(from, to) <= widest * lines + 4 || to == from + 1 {
                defer { to += 1 }
                guard let part = lines(text, from, to) ?? (to == from + 1 ? tooWide(from, to) : nil) else { continue }
                var cost = best[from] + part.cost + max(part.cost - Self.tolerable, 0) + penalty
                if to < count - 1 { cost += boundary(text.places[to].penalty) }
                let duration = times[to] - times[from]
                if duration < shortest { cost += 120 }
                // A word or two alone leave the others crowded.
                let least = widest * 3 / 5
                let width = text.width(from, to)
                if width < least { cost += 40 * (least - width) / least }
                if duration > longest + 0.001 {
                    // Nothing is won by cutting a word out of a text that is held for long.
                    cost += width > widest / 2 ? 150 : 40
                }
                if cost < best[to] {
                    best[to] = cost
                    parts[to] = part
                }
            }
        }
        var result: [Lines] = []
        var end = count - 1
        while end > 0, let part = parts[end] {
            result.append(part)
            end = part.from
        }
        return result.reversed()
    }

    /// A single stretch that is wider than a line: only where a line is narrower than a character and its marks.
    private func tooWide(_ from: Int, _ to: Int) -> Lines { Lines(from: from, to: to, middle: nil, cost: 10_000) }

    /// Exactly so many parts, near to equal shares of the time; nil when they do not fit or the work would be too much.
    private func exact(_ text: BreakableText, _ count: Int, _ seconds: (Int) -> Double) -> [Lines]? {
        let last = text.places.count - 1
        guard count <= last, count * last <= 3_000 else { return nil }
        let start = seconds(0)
        let share = max(seconds(last) - start, 0.001) / Double(count)
        var best = [[Int]](repeating: [Int](repeating: .max, count: last + 1), count: count + 1)
        var parts = [[Lines?]](repeating: [Lines?](repeating: nil, count: last + 1), count: count + 1)
        best[0][0] = 0
        for number in 0..<count {
            for from in 0..<last where best[number][from] < .max {
                var to = from + 1
                while to <= min(last, from + Self.reach), text.width(from, to) <= widest * lines + 4 || to == from + 1 {
                    defer { to += 1 }
                    guard let part = lines(text, from, to) ?? (to == from + 1 ? tooWide(from, to) : nil) else {
                        continue
                    }
                    let off = abs(seconds(to) - start - share * Double(number + 1)) / share
                    var cost = best[number][from] + part.cost + Int(min(60 * off * off, 10_000))
                    if to < last { cost += boundary(text.places[to].penalty) }
                    if cost < best[number + 1][to] {
                        best[number + 1][to] = cost
                        parts[number + 1][to] = part
                    }
                }
            }
        }
        var result: [Lines] = []
        var end = last
        for number in stride(from: count, to: 0, by: -1) {
            guard let part = parts[number][end] else { return nil }
            result.append(part)
            end = part.from
        }
        return end == 0 ? result.reversed() : nil
    }
}
