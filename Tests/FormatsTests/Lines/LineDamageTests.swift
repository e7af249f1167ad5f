import Formats
import Testing
import Text

/// Files of nothing but beginnings: the time must grow with the file, and nothing may trap.
@Suite struct LineDamageTests {
    private static let formats: [any Format.Type] = [
        YAMLFormat.self, LuaFormat.self, TOMLFormat.self, FluentFormat.self, RenPyFormat.self,
        RenPyTranslationFormat.self, PropertiesFormat.self, AppleStringsFormat.self, ParadoxFormat.self,
        LangFormat.self, INIFormat.self,
    ]

    private static let pieces = [
        "[", "{", "\"", "'", "(\n", "\"\n", "\\\"\n", "- ", "a: [\n", "a: \"x\n", "a=[[\n", "[=[", "a = \"\"\"\n",
        "a = { $b ->\n [x] ", "/*", "a\\\n", "a: |\n", "\r", "label a:\n  \"x\n", "\"a\" = \"b\n", "[\n", "x = {\n",
        "--[[", "&a ",
    ]

    /// A quadratic reader would step over a million million bytes here, and not come back.
    @Test(arguments: pieces) func readsBeginningsWithoutEnd(_ piece: String) throws {
        let bytes = Array(String(repeating: piece, count: 12_000).utf8)
        for format in Self.formats {
            guard let document = try? format.read(bytes, file: "a", options: ReadOptions()) else { continue }
            #expect(document.findings.count <= 101)
            let edition = try edition()
            #expect(try format.write(document, as: edition).bytes == bytes)
        }
    }
}
