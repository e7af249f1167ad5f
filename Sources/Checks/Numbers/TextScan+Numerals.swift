internal import Text

extension TextScan {
    /// Whether there is any numeral, Chinese or in digits of any script; quick to say for most texts.
    var hasNumerals: Bool {
        if !traits.isDisjoint(with: [.digit, .wideLetter]) { return true }
        guard !traits.isDisjoint(with: [.han, .arabic, .otherLetter]) else { return false }
        return scalars.contains { SourceNumbers.isNumeral($0) || NumberTokens.decimal($0) != nil || $0 == "半" }
    }
}
