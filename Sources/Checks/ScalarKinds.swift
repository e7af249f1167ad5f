/// The properties of scalars that the checks ask for most: the tables of the standard library are searched only for letters
/// that ordinary text has few of.
extension Unicode.Scalar {
    /// `properties.isWhitespace`.
    var isSpace: Bool {
        switch value {
        case 0x20, 0x09...0x0D: true
        case ..<0x85: false
        case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// `properties.isUppercase`.
    var isCapital: Bool {
        if value < 0x80 { return (0x41...0x5A).contains(value) }
        return mayHaveCase && properties.isUppercase
    }

    /// `properties.isLowercase`.
    var isSmall: Bool {
        if value < 0x80 { return (0x61...0x7A).contains(value) }
        return mayHaveCase && properties.isLowercase
    }

    /// False for scripts and signs without small letters: Chinese, kana, hangul, punctuation.
    private var mayHaveCase: Bool {
        switch value {
        case ..<0x590, 0x10A0..<0x1100, 0x13A0..<0x1400, 0x1C80..<0x2000, 0x2070..<0x2190, 0x24B6..<0x24EA,
            0x2C00..<0x2E00, 0xA640..<0xAC00, 0xFB00..<0xFB20, 0xFF21..<0xFF5B:
            true
        default: value >= 0x10000
        }
    }

    /// Adds the scalar in lower case.
    func appendLowercase(to scalars: inout [Unicode.Scalar]) {
        if value < 0x80 {
            scalars.append(isCapital ? Unicode.Scalar(UInt8(value) | 0x20) : self)
        } else if mayHaveCase {
            scalars.append(contentsOf: properties.lowercaseMapping.unicodeScalars)
        } else {
            scalars.append(self)
        }
    }
}
