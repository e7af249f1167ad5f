internal import Storage

/// Numbers as people read them in a terminal.
enum Figures {
    static func line(_ cost: Cost) -> String {
        var parts = [
            "\(group(cost.units)) units", "\(group(cost.characters)) characters", "\(group(cost.requests)) requests",
            "\(group(cost.inputTokens)) tokens in", "\(group(cost.outputTokens)) out",
            "about \(duration(cost.seconds))",
        ]
        if let money = cost.money { parts.append(self.money(money, cost.currency)) }
        return parts.joined(separator: ", ")
    }

    /// 1234567 → 1,234,567.
    static func group(_ number: Int) -> String {
        var digits = ""
        for (place, digit) in String(abs(number)).reversed().enumerated() {
            if place > 0, place % 3 == 0 { digits.append(",") }
            digits.append(digit)
        }
        return (number < 0 ? "-" : "") + String(digits.reversed())
    }

    /// Seconds as 3 s, 4 min 5 s, 2 h 10 min.
    static func duration(_ seconds: Double) -> String {
        let whole = Int(max(0, seconds).rounded())
        if whole < 60 { return "\(whole) s" }
        if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
        return "\(whole / 3600) h \(whole % 3600 / 60) min"
    }

    static func rate(_ rate: Double) -> String { "\(fixed(rate, rate < 10 ? 1 : 0)) units/s" }

    static func money(_ amount: Double, _ currency: String?) -> String {
        "\(fixed(amount, amount < 1 ? 4 : 2)) \(currency ?? "USD")"
    }

    /// With so many digits after the point.
    static func fixed(_ value: Double, _ digits: Int) -> String {
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let whole = Int((abs(value) * scale).rounded())
        let text = String(whole)
        let sign = value < 0 && whole > 0 ? "-" : ""
        guard digits > 0 else { return sign + text }
        let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
        return "\(sign)\(padded.dropLast(digits)).\(padded.suffix(digits))"
    }
}
