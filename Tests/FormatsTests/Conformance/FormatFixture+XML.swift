import Formats
import Text

extension FormatFixture {
    static let xml: [FormatFixture] =
        xliff + tmx + tbx + android + stringsDict + resx + qt + ttml + fb2 + html + genericXML

    /// Text in an encoding, with a mark where it has one.
    static func encoded(_ text: String, _ encoding: TextEncoding, mark: [UInt8] = []) -> [UInt8] {
        if case .success(let bytes) = encoding.encode(text) { return mark + bytes }
        return []
    }

    static func lines(_ text: String, _ lineBreak: String) -> String {
        text.replacing("\n", with: lineBreak)
    }

    static let english: [LanguageTag] = [LanguageTag("en")].compactMap(\.self)
}
