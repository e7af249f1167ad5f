import Testing
import Text

@testable import Formats

/// What is looked at in steps of eight bytes, at every place of such a step and beyond it.
@Suite struct ByteScanTests {
    private func scan(_ text: String) -> ByteScan {
        Array(text.utf8).withUnsafeBufferPointer { ByteScan($0) }
    }

    @Test(arguments: 0..<20)
    func seesMarksAtEveryPlace(place: Int) {
        let before = String(repeating: "a", count: place)
        let after = String(repeating: "b", count: 19 - place)
        let plain = scan(before + after)
        #expect(!plain.hasAmpersand && !plain.hasReturn && plain.isASCII)
        #expect(scan(before + "&" + after).hasAmpersand)
        #expect(scan(before + "\r" + after).hasReturn)
        #expect(!scan(before + "é" + after).isASCII)
        let bytes = Array((before + "<" + after).utf8)
        bytes.withUnsafeBufferPointer { bytes in
            #expect(ByteScan.index(of: 0x3C, in: bytes, from: 0) == place)
            #expect(ByteScan.index(of: 0x3C, in: bytes, from: place + 1) == bytes.count)
        }
    }

    @Test(arguments: 0..<20)
    func readsReferencesAndLineBreaksAtEveryPlace(place: Int) throws {
        let before = String(repeating: "字", count: place)
        let xml = XMLFile(Array("<a b='\(before)&lt;\(before)'>\(before)\r\n&amp;\(before)</a>".utf8), file: "x.xml")
        #expect(xml.value("b", of: 0) == "\(before)<\(before)")
        let text = try #require(xml.tokens.first { $0.kind == .text })
        #expect(xml.known(text.range) == "\(before)\n&\(before)")
    }

    @Test func readsBytesThatAreNoUTF8AsReplacements() throws {
        let xml = XMLFile([0x3C, 0x61, 0x3E, 0xE5, 0x3C, 0x2F, 0x61, 0x3E], file: "x.xml")
        let text = try #require(xml.tokens.first { $0.kind == .text })
        #expect(xml.known(text.range) == "\u{FFFD}")
    }

    @Test(arguments: 0..<20)
    func findsCodesBehindChineseCommas(place: Int) {
        let before = String(repeating: "，", count: place) + String(repeating: "a", count: place)
        let scanner = PlaceholderScanner([.printf])
        let text = scanner.inline("\(before)%s\(before)\u{FFFC}\(before)")
        #expect(text.codes.map(\.data) == ["%s", "\u{FFFC}"])
        #expect(text.literal == "\(before)%s\(before)\u{FFFC}\(before)")
    }

    @Test func namesUnitsOnceHoweverManyThereAre() {
        var list = UnitList()
        list.reserve(10)
        let names = (0..<2000).map { list.key("strings/\($0 % 1000)") }
        #expect(Set(names).count == 2000)
        #expect(names[999] == "strings/999" && names[1999] == "strings/999.2")
        #expect(list.key("strings/999.2") == "strings/999.2.2")
        #expect(list.key("strings/999") == "strings/999.3")
    }
}
