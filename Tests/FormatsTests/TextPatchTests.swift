import Testing
import Text

@testable import Formats

@Suite struct TextPatchTests {
    @Test(arguments: TextEncoding.detectable) func changesOnlyWhatIsReplaced(_ encoding: TextEncoding) throws {
        let text = "甲乙 = 丙丁\r\n戊 = 己\n"
        let bytes = encoding.mark + (try encoding.encode(text).get())
        let decoded = DecodedText(bytes, file: "f", encoding: encoding)
        var patch = TextPatch(decoded)
        for (old, new) in [("己", "ji"), ("丙丁", "bing")] {
            let start = try #require(decoded.utf8.firstRange(of: Array(old.utf8))).lowerBound
            patch.replace(start..<start + old.utf8.count, by: new)
        }
        let expected = encoding.mark + (try encoding.encode("甲乙 = bing\r\n戊 = ji\n").get())
        #expect(patch.write(file: "f", encoding: .asSource).bytes == expected)
    }

    @Test func keepsDamagedBytesBeforeAHole() throws {
        let word = try TextEncoding.gb18030.encode("名字").get()
        let bytes = word + [0xFF, 0x3D] + word + [0x81, 0x20, 0x0A] + word
        let decoded = DecodedText(bytes, file: "f", encoding: .gb18030)
        #expect(decoded.invalidCount == 2)
        let length = decoded.utf8.count
        var patch = TextPatch(decoded)
        patch.replace(length - 6..<length, by: "name")
        #expect(patch.write(file: "f", encoding: .asSource).bytes == bytes.dropLast(4) + Array("name".utf8))
    }
}
