extension Unicode.Scalar {
    /// Han ideographs: the unified blocks and extensions, compatibility ideographs, 〇 and 々 (Unicode 16, Blocks.txt).
    package var isHan: Bool {
        switch value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2FA1F, 0x30000...0x323AF, 0xF900...0xFAFF, 0x3005, 0x3007:
            true
        default: false
        }
    }

    /// Punctuation and signs that only East Asian text uses: CJK Symbols and full-width forms.
    package var isCJKPunctuation: Bool {
        switch value {
        case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0x30FB, 0xFE30...0xFE4F, 0xFF01...0xFF0F,
            0xFF1A...0xFF20,
            0xFF3B...0xFF40, 0xFF5B...0xFF65:
            true
        default: false
        }
    }

    /// Hiragana, katakana and their extensions.
    package var isKana: Bool {
        switch value {
        case 0x3041...0x309F, 0x30A0...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: true
        default: false
        }
    }
}

extension StringProtocol {
    /// The number of Han ideographs in the text.
    package var hanCount: Int { unicodeScalars.count(where: \.isHan) }

    package var containsHan: Bool { unicodeScalars.contains(where: \.isHan) }

    /// The text without white space (ideographic too) at both ends.
    package var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}

extension String {
    /// The text without white space (ideographic too) at both ends; of its own, since other rooms cannot specialize that of
    /// every kind of string.
    package var trimmed: String {
        // Most texts have none, and no white space begins with a byte from E4 on, as most Han does.
        if let first = utf8.first, (0x21...0x7E).contains(first) || first >= 0xE4,
            let last = unicodeScalars.last, !last.properties.isWhitespace
        {
            return self
        }
        return self[...].trimmed
    }
}
