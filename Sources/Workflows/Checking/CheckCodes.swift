internal import Checks
internal import Text

/// The checks by code, for lists and the documentation.
package enum CheckCodes {
    package struct Entry: Sendable, Encodable {
        package var code: String
        package var severity: String
        package var locales: String
        package var asserts: String
    }

    package static var all: [Entry] {
        CheckDocumentation.entries.map {
            Entry(code: $0.code, severity: $0.severity.rawValue, locales: $0.locales, asserts: $0.asserts)
        }
    }

    /// `docs/checks.md`, as the program writes it.
    package static var documentation: String { CheckDocumentation.page }
}
