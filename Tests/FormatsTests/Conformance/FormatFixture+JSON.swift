import Formats
import Text

extension FormatFixture {
    static let json: [FormatFixture] = []
}
