internal import Text

/// How long a text is, in Latin letters.
enum LengthWeight {
    /// A Han character stands for three (a Chinese novel's English has about three to four letters and spaces for each),
    /// kana and hangul for two; codes for nothing.
    static func of(_ scalars: [Unicode.Scalar]) -> Double {
        var weight = 0
        for scalar in scalars {
            if scalar.value < 0x2E80 {
                weight += 1
            } else if scalar.isHan {
                weight += 3
            } else if scalar.isKana || (0xAC00...0xD7A3).contains(scalar.value) {
                weight += 2
            } else if scalar.value != 0xFFFC {
                weight += 1
            }
        }
        return Double(weight)
    }
}
