import Checks
import Foundation
import Testing

/// The page of the documentation is what the program writes.
struct CheckDocumentationTests {
    @Test func isThePageOfTheProgram() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "docs/checks.md"), encoding: .utf8)
        #expect(page == CheckDocumentation.page, "Run `caravan check --list --markdown > docs/checks.md`.")
    }

    @Test func saysOfEachCheckWhatItAsserts() {
        for entry in CheckDocumentation.entries {
            #expect(entry.asserts.hasSuffix("."), "\(entry.code)")
            #expect(CheckDocumentation.markdown.contains("## \(entry.code)\n"))
        }
    }
}
