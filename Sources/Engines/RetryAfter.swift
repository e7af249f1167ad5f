import Text

/// Reads how long an endpoint asks to wait (RFC 9110, 10.2.3; `retry-after-ms` is OpenAI's and Azure's).
enum RetryAfter {
    /// Seconds from now, never below 0; nil when the headers say nothing readable.
    static func seconds(milliseconds: String?, value: String?, unixTime: Double) -> Double? {
        if let wait = milliseconds.flatMap({ Double($0.trimmed) }), wait.isFinite { return max(0, wait / 1000) }
        guard let value = value?.trimmed else { return nil }
        if let wait = Double(value), wait.isFinite { return max(0, wait) }
        return date(value).map { max(0, $0 - unixTime) }
    }

    /// Seconds since 1970 of an IMF-fixdate: `Sun, 06 Nov 1994 08:49:37 GMT`.
    private static func date(_ text: String) -> Double? {
        let parts = text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == ":" })
        guard parts.count == 8, parts[7] == "GMT", let day = Int(parts[1]), let year = Int(parts[3]),
            let month = months.firstIndex(of: String(parts[2])), let hour = Int(parts[4]), let minute = Int(parts[5]),
            let second = Int(parts[6])
        else { return nil }
        // Days from civil, http://howardhinnant.github.io/date_algorithms.html
        let shifted = month < 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 10) % 12) + 2) / 5 + day - 1
        let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        return Double(days * 86_400 + hour * 3600 + minute * 60 + second)
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
