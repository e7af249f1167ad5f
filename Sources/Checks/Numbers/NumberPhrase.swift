/// Number words side by side, read as one value as long as they make one.
struct NumberPhrase {
    private var total = 0.0
    private var section = 0.0
    private var isOpen = false
    private var lastFactor = Double.infinity
    private var lastWasConnector = false
    private var count = 0
    private var hasDigit = false
    private var isAlone = false
    private(set) var text = ""
    private(set) var range = 0..<0
    /// Values on the way that are readings too: what stands before `and`.
    private(set) var partial: [Double] = []

    var value: Double? { isOpen ? total + section : nil }
    /// `hundreds`, `a thousand`, `dozens`: one word that multiplies, without a number before it.
    var isRound: Bool { isOpen && !hasDigit }

    /// Takes a word into the number; false when a new number begins with it.
    mutating func take(_ kind: NumberWords.Kind, _ token: NumberTokens.Token) -> Bool {
        guard fits(kind, token) else { return false }
        text += text.isEmpty ? token.text : range.upperBound == token.range.upperBound ? "" : " " + token.text
        range = (count == 0 ? token.range.lowerBound : range.lowerBound)..<token.range.upperBound
        count += 1
        return true
    }

    private mutating func fits(_ kind: NumberWords.Kind, _ token: NumberTokens.Token) -> Bool {
        switch kind {
        case .connector:
            guard isOpen, !lastWasConnector else { return !isOpen }
            partial.append(total + section)
            lastWasConnector = true
            return true
        case .teen:
            guard isOpen, section.truncatingRemainder(dividingBy: 100) < 10, section > 0 else { return false }
            section += 10
        case .alone(let value):
            guard !isOpen else { return false }
            section = value
            isAlone = true
            hasDigit = true
        case .value(let value):
            guard !isAlone, add(value, isFrench: token.text.hasPrefix("vingt")) else { return false }
            hasDigit = true
        case .factor(let factor):
            guard !isAlone, multiply(factor) else { return false }
        }
        isOpen = true
        lastWasConnector = false
        return true
    }

    private mutating func add(_ value: Double, isFrench: Bool) -> Bool {
        guard isOpen else {
            section = value
            return true
        }
        // A half and the like stand after a whole: two and a half, ba rưỡi.
        if value > 0, value < 1 {
            if lastFactor < .infinity, section == 0 { total += value * lastFactor } else { section += value }
            return true
        }
        let hundreds = section.truncatingRemainder(dividingBy: 100)
        let ones = section.truncatingRemainder(dividingBy: 10)
        // German: fünf und zwanzig. French: soixante-dix, quatre-vingts.
        if lastWasConnector, value >= 20, value < 100, value.truncatingRemainder(dividingBy: 10) == 0, hundreds > 0,
            hundreds < 10
        {
            section += value
            return true
        }
        if isFrench, hundreds == 4, !lastWasConnector {
            section += 76
            return true
        }
        if value >= 10, value < 20, hundreds == 60 || hundreds == 80 {
            section += value
            return true
        }
        let fits: Bool
        switch value {
        case ..<1: fits = false
        case ..<10: fits = ones == 0 && (hundreds >= 20 || hundreds == 0) || hundreds == 10 && ones == 0
        case ..<100: fits = hundreds == 0
        case ..<1000: fits = section == 0
        default: fits = section == 0 && total == 0
        }
        guard fits, section > 0 || total > 0 else { return false }
        section += value
        return true
    }

    private mutating func multiply(_ factor: Double) -> Bool {
        switch factor {
        case 10:
            let ones = section.truncatingRemainder(dividingBy: 10)
            section = ones == 0 ? section + 10 : section - ones + ones * 10
        case 12, 20:
            section = max(1, section) * factor
        case 100:
            let small = section.truncatingRemainder(dividingBy: 100)
            section = small == 0 ? section + 100 : section - small + small * 100
        default:
            if factor >= lastFactor, section == 0 {
                // mil millones
                total *= factor
            } else {
                guard factor < lastFactor, section > 0 || total == 0 else { return false }
                total += max(1, section) * factor
            }
            section = 0
            lastFactor = factor
        }
        return true
    }
}
