import Formats
import Text

extension FormatFixture {
    static let tables: [FormatFixture] = po + subtitles + csv + xlsx
}
