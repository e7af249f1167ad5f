/// Names of ZIP entries: their encodings, and which of them are dangerous.
enum ZipName {
    /// The name in bytes as text. Without the UTF-8 flag the standard says code page 437, but most tools write UTF-8.
    static func decode(_ bytes: ArraySlice<UInt8>, isUTF8: Bool) -> String {
        if isUTF8 { return String(decoding: bytes, as: UTF8.self) }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var scalars = String.UnicodeScalarView()
        for byte in bytes { scalars.append(byte < 0x80 ? Unicode.Scalar(byte) : high[Int(byte) - 0x80]) }
        return String(scalars)
    }

    /// Why an archive with this name in it is refused; nil for a name that stays inside.
    static func danger(in path: String) -> String? {
        if path.utf8.contains(0) { return "has a NUL in it" }
        if path.hasPrefix("/") { return "is absolute" }
        if path.contains("\\") { return "has a backslash in it" }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        if parts.contains("..") { return "climbs out of the archive" }
        let first = Array(path.utf8.prefix(2))
        if first.count == 2, first[1] == UInt8(ascii: ":"), (0x61...0x7A).contains(first[0] | 0x20) {
            return "names a drive"
        }
        return nil
    }

    /// Code page 437 from 0x80 (https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/PC/CP437.TXT).
    private static let high = Array(
        """
        ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
        αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}
        """.unicodeScalars
    )
}
