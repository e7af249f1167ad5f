import Testing
import Text

@Suite struct StableHashTests {
    /// Values of the reference (http://www.isthe.com/chongo/tech/comp/fnv/).
    @Test(arguments: [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")])
    func hashesTheSameByEveryWay(text: String, hex: String) {
        #expect(StableHash(text).hex == hex)
        var (array, buffer, sequence) = (StableHash(), StableHash(), StableHash())
        array.combine(bytes: Array(text.utf8))
        Array(text.utf8).withUnsafeBufferPointer { buffer.combine(bytes: $0) }
        sequence.combine(bytes: apart(text))
        #expect([array.hex, buffer.hex, sequence.hex] == [hex, hex, hex])
    }

    /// Bytes that do not lie beside one another.
    private func apart(_ text: String) -> AnySequence<UInt8> { AnySequence(text.utf8.lazy.map { $0 }) }

    @Test func trimsOnlyWhereThereIsWhiteSpace() {
        for text in ["他走了", "a", "他\u{3000}走", "é b", "\u{00A0}a\u{2003}", "a ", " 他", "\u{2028}x"] {
            #expect(text.trimmed == text[...].trimmed)
        }
        #expect("\u{00A0}a\u{2003}".trimmed == "a" && "他\u{3000}".trimmed == "他")
    }
}
