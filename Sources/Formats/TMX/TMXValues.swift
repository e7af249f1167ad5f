internal import Text

/// Dates as TMX writes them: `20261122T041500Z` (ISO 8601, basic form, UTC).
enum TMXDate {
    /// Seconds since 1970; nil for what is no date. A date alone is its first second.
    static func seconds(_ text: String) -> Double? {
        let digits = text.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }.map { Int($0) - 0x30 }
        guard digits.count >= 8 else { return nil }
        func number(_ start: Int, _ count: Int) -> Int {
            guard start + count <= digits.count else { return 0 }
            return digits[start..<start + count].reduce(0) { $0 * 10 + $1 }
        }
        let (year, month, day) = (number(0, 4), number(4, 2), number(6, 2))
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        let (hour, minute, second) = (number(8, 2), number(10, 2), number(12, 2))
        guard hour < 24, minute < 60, second <= 60 else { return nil }
        return Double(days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second)
    }

    static func text(_ seconds: Double) -> String? {
        // Years 0 to 9999.
        guard seconds > -62_000_000_000, seconds < 253_000_000_000 else { return nil }
        let whole = Int(seconds.rounded(.down))
        let day = whole >= 0 ? whole / 86_400 : (whole - 86_399) / 86_400
        let rest = whole - day * 86_400
        let (year, month, date) = civil(day)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let years = String(repeating: "0", count: max(0, 4 - "\(year)".utf8.count)) + "\(year)"
        return "\(years)\(two(month))\(two(date))T\(two(rest / 3600))\(two(rest / 60 % 60))\(two(rest % 60))Z"
    }

    /// Days since 1970 of a Gregorian date, by counting from March (http://howardhinnant.github.io/date_algorithms.html).
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let inEra = year - era * 400
        let inYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + inEra * 365 + inEra / 4 - inEra / 100 + inYear - 719_468
    }

    private static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let inEra = shifted - era * 146_097
        let year = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
        let inYear = inEra - (365 * year + year / 4 - year / 100)
        let part = (5 * inYear + 2) / 153
        let month = part + (part < 10 ? 3 : -9)
        return (year + era * 400 + (month <= 2 ? 1 : 0), month, inYear - (153 * part + 2) / 5 + 1)
    }
}

/// Who a translation is by, as a property of type `x-origin`: `human`, `engine NAME`, `memory RATE`, `rule`.
enum TMXOrigin {
    static func origin(_ property: String?, user: String) -> Translation.Origin {
        guard let property else {
            // What CAT tools call machine translations.
            let name = user.lowercased()
            return ["mt", "mt!", "machine", "machine translation"].contains(name) ? .engine(user) : .human(user)
        }
        let words = property.split(separator: " ", maxSplits: 1).map(String.init)
        switch words.first {
        case "engine": return .engine(words.count > 1 ? words[1] : user)
        case "memory": return .memory(rate: min(101, max(0, words.count > 1 ? Int(words[1]) ?? 0 : 0)))
        case "rule": return .rule
        default: return .human(user)
        }
    }

    /// The property, and who is named as the author.
    static func text(_ origin: Translation.Origin) -> (property: String, user: String) {
        switch origin {
        case .human(let name): ("human", name)
        case .engine(let name): ("engine \(name)", "MT!")
        case .memory(let rate): ("memory \(rate)", "")
        case .rule: ("rule", "")
        }
    }
}

/// What the `type` of a code says of its kind.
enum TMXCodeKind {
    static func kind(_ type: String?) -> InlineCode.Kind? {
        switch type {
        case nil: nil
        case "lb": .lineBreak
        case "image": .object
        case let type?:
            type.hasPrefix("x-") ? InlineCode.Kind(rawValue: String(type.dropFirst(2))) : .markup
        }
    }

    /// Nil for the kind that the element has without a type.
    static func type(_ kind: InlineCode.Kind, isStandalone: Bool) -> String? {
        if kind == .lineBreak { return "lb" }
        return kind == (isStandalone ? .placeholder : .markup) ? nil : "x-\(kind.rawValue)"
    }
}
