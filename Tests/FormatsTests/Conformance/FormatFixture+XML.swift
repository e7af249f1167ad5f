import Formats
import Text

extension FormatFixture {
    static let xml: [FormatFixture] = []
}
