import Testing
import Text

@testable import Formats

@Suite struct JSONScannerTests {
    @Test func givesTokensInOrder() {
        let tokens = scan(#"{"a": [1, "b", null], 'c': {}, d: true}"#).tokens
        #expect(
            tokens == [
                "{", "key a", "[", "scalar 1", "string b", "scalar null", "]", "key c", "{", "}", "key d",
                "scalar true",
                "}",
            ]
        )
    }

    @Test func passesCommentsAndTrailingCommas() {
        let result = scan("// x\n{ /* \"a\": */ \"b\" /**/ : /* , */ 1, } // end")
        #expect(result.tokens == ["{", "key b", "scalar 1", "}"])
        #expect(result.problems.isEmpty)
    }

    @Test(arguments: [
        ("{\"a\": \"x,\n\"b\": \"y\"}", ["{", "key a", "broken x", "key b", "string y", "}"], ["json-string"]),
        ("{\"a\": \"x\"\n\"b\": \"y\"}", ["{", "key a", "string x", "key b", "string y", "}"], ["json-comma"]),
        ("{\"a\": \"x\",, \"b\": \"y\"}", ["{", "key a", "string x", "key b", "string y", "}"], ["json-comma"]),
        ("{\"a\": 什么, \"b\": \"y\"}", ["{", "key a", "broken 什么", "key b", "string y", "}"], ["json-value"]),
        ("{\"a\", \"b\": \"y\"}", ["{", "broken a", "key b", "string y", "}"], ["json-colon"]),
        ("[\"a\", {\"b\": \"y\"]", ["[", "string a", "{", "key b", "string y", "}", "]"], ["json-bracket"]),
        ("{\"a\": \"x\"}, \"b\": \"y\"}", ["{", "key a", "string x", "}", "key b", "string y"], ["json-bracket"]),
        ("{\"a\": [\"x\"", ["{", "key a", "[", "string x"], ["json-unclosed"]),
        ("{\"a\": \"x\" /* \"b\"", ["{", "key a", "string x"], ["json-comment", "json-unclosed"]),
    ])
    func goesOnBehindWhatIsBroken(_ text: String, _ tokens: [String], _ codes: [String]) {
        let result = scan(text)
        #expect(result.tokens == tokens)
        #expect(result.problems.map(\.code) == codes)
    }

    @Test(arguments: ["[", "{\"a\":", "\"", "[\"\\", "[,", "}", "[1 ", "/*", ":", "{\"a\""])
    func endsOnFloods(_ piece: String) {
        let text = String(repeating: piece, count: 20_000)
        #expect(scan(text).problems.count <= JSONScanner.mostProblems)
        let tree = JSONTree(Array(text.utf8), from: 0)
        #expect(tree.nodes.count <= 40_001)
    }

    @Test func keepsWhatIsNestedTooDeepAsItIs() {
        let deep = String(repeating: "[", count: 600) + "\"x\"" + String(repeating: "]", count: 600)
        let result = scan("{\"a\": \(deep), \"b\": \"y\"}")
        #expect(result.problems.map(\.code) == ["json-deep"])
        #expect(result.tokens.suffix(3) == ["key b", "string y", "}"])
    }

    @Test(arguments: 0..<24) func findsTheEndOfARunAnywhere(_ length: Int) {
        for mark in [UInt8(0x22), 0x5C, 0x0A, 0x1F] {
            let bytes = Array(repeating: UInt8(0xE4), count: length) + [mark, 0x22, 0x22]
            let end = bytes.withUnsafeBufferPointer { JSONBytes.endOfRun($0, from: 0, quote: 0x22) }
            #expect(end == length)
        }
    }

    @Test(arguments: [("中", true), ("々", true), ("〇", true), ("𠮷", true), ("豈", true), ("㐀", true), ("䶿", true)])
    func knowsHan(_ text: String, _ expected: Bool) {
        #expect(hasHan(text) == expected)
        #expect(hasHan("ab" + text) == expected)
    }

    @Test(arguments: ["", "abc", "ひカ", "。，「", "ÀЖ", "😀", "䷀", "가"]) func knowsWhatIsNoHan(_ text: String) {
        #expect(!hasHan(text))
    }

    private func hasHan(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { JSONBytes.containsHan($0, 0..<$0.count) }
    }

    private func scan(_ text: String) -> (tokens: [String], problems: [JSONProblem]) {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            var scanner = JSONScanner(buffer, from: 0)
            var tokens: [String] = []
            while true {
                let token = scanner.next()
                let text = String(decoding: bytes[scanner.start..<max(scanner.start, scanner.stop)], as: UTF8.self)
                switch token {
                case .objectStart: tokens.append("{")
                case .objectEnd: tokens.append("}")
                case .arrayStart: tokens.append("[")
                case .arrayEnd: tokens.append("]")
                case .key: tokens.append("key " + text)
                case .string: tokens.append("string " + text)
                case .scalar: tokens.append("scalar " + text)
                case .broken: tokens.append("broken " + text)
                case .end: return (tokens, scanner.problems)
                }
            }
        }
    }
}
