import Formats
import Text

extension FormatFixture {
    static let lines: [FormatFixture] = []
}
