/// Numbers, times and names of codes as people read them in English.
enum Figures {
    /// `12,345`
    static func count(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var grouped = number < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += "," }
            grouped.append(digit)
        }
        return grouped
    }

    /// `83.2`
    static func seconds(_ value: Double) -> String {
        let tenths = Int((min(max(value, -1e9), 1e9) * 10).rounded())
        return "\(tenths < 0 ? "−" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }

    /// `1 chapter`, `4 chapters`
    static func count(_ number: Int, _ noun: String) -> String {
        "\(count(number)) \(noun)\(number == 1 ? "" : "s")"
    }

    /// `0.4 s`, `12 s`, `3 min 12 s`, `2 h 5 min`
    static func duration(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds >= 0, seconds < 1e12 else { return "–" }
        if seconds < 9.95 {
            let tenths = Int((seconds * 10).rounded())
            return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
        }
        let whole = Int(seconds.rounded())
        switch whole {
        case ..<60: return "\(whole) s"
        case ..<3600: return whole % 60 == 0 ? "\(whole / 60) min" : "\(whole / 60) min \(whole % 60) s"
        default:
            let minutes = Int((seconds / 60).rounded())
            let hours = count(minutes / 60)
            return minutes % 60 == 0 ? "\(hours) h" : "\(hours) h \(minutes % 60) min"
        }
    }

    /// `1,234.50 USD`; four decimals under ten cents, where cents would say nothing.
    static func money(_ amount: Double, _ currency: String?) -> String {
        guard amount.isFinite, abs(amount) < 1e12 else { return "–" }
        let places = abs(amount) > 0 && abs(amount) < 0.1 ? 10_000 : 100
        let parts = Int((abs(amount) * Double(places)).rounded())
        let decimals = String(places + parts % places).dropFirst()
        return "\(amount < 0 ? "−" : "")\(count(parts / places)).\(decimals)" + (currency.map { " " + $0 } ?? "")
    }

    /// What `part` is of `whole`, rounded down so that 100% is said of the whole only: `0%`, `<1%`, `97%`, `100%`.
    static func share(_ part: Int, of whole: Int) -> String {
        guard whole > 0, part > 0 else { return "0%" }
        let percent = Int((Double(part) / Double(whole) * 100).rounded(.down))
        return part >= whole ? "100%" : percent == 0 ? "<1%" : "\(min(percent, 99))%"
    }

    /// By how much `actual` differs from `estimate`, `+12%`, `−4%`, `±0%`; nil when nothing was foreseen.
    static func difference(_ actual: Double, from estimate: Double) -> String? {
        guard estimate > 0, actual.isFinite, estimate.isFinite else { return nil }
        let percent = ((actual - estimate) / estimate * 100).rounded()
        guard abs(percent) < 1e9 else { return nil }
        let whole = Int(percent)
        return whole == 0 ? "±0%" : whole > 0 ? "+\(count(whole))%" : "\(count(whole))%"
    }

    /// `7 October 2026, 14:02 UTC` from `2026-10-07T14:02:33Z`; what is no such time is given back as it is.
    static func date(_ written: String) -> String {
        let fields = written.split { "-T:Z.".contains($0) }.prefix(5).compactMap { Int($0) }
        guard fields.count == 5, written.hasSuffix("Z"), (1...12).contains(fields[1]) else { return written }
        let clock = [fields[3], fields[4]].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return "\(fields[2]) \(months[fields[1] - 1]) \(fields[0]), \(clock) UTC"
    }

    /// `term-missing` → `Term missing`
    static func title(ofCode code: String) -> String {
        let words = code.split(separator: "-").joined(separator: " ")
        guard let first = words.first else { return "Finding" }
        return first.uppercased() + words.dropFirst()
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
