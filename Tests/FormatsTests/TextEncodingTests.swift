import Formats
import Testing
import Text

struct TextEncodingTests {
    private static let simplified = "第一章　下山\n“师兄，你的剑拿反了。”陆小葫说着，把那把剑从他的手里拿了过来。\n他没有说话。\n"
    private static let traditional = "第一章　下山\n「師兄，你的劍拿反了。」陸小葫說著，把那把劍從他的手裡拿了過來。\n他沒有說話。\n"

    @Test(arguments: [
        (TextEncoding.utf8, simplified), (.gb18030, simplified), (.gb18030, traditional), (.big5, traditional),
        (.eucTW, traditional), (.utf16LE, simplified), (.utf16BE, traditional),
    ])
    func findsTheEncodingOfChineseText(encoding: TextEncoding, text: String) throws {
        let bytes = try encoding.bytes(of: text)
        let document = try expectIdentity(format: TextFormat.self, bytes: bytes)
        #expect(document.details.encoding == encoding.rawValue)
        #expect(document.findings.isEmpty)
        #expect(document.units.map(\.source.text).first == "第一章　下山")
        #expect(document.units.count == 3)
        #expect(document.units.last?.source.hanCount == 5)
    }

    @Test(
        arguments: [
            ([0xEF, 0xBB, 0xBF], TextEncoding.utf8), ([0xFF, 0xFE], .utf16LE), ([0xFE, 0xFF], .utf16BE),
            ([0x84, 0x31, 0x95, 0x33], .gb18030),
        ] as [([UInt8], TextEncoding)]
    )
    func believesAMarkAndKeepsIt(mark: [UInt8], encoding: TextEncoding) throws {
        let document = try expectIdentity(format: TextFormat.self, bytes: mark + encoding.bytes(of: "好"))
        #expect(document.details.encoding == encoding.rawValue)
        #expect(document.units.map(\.source.text) == ["好"])
        #expect(try expectIdentity(format: TextFormat.self, bytes: mark).units.isEmpty)
    }

    @Test func takesLatinTextInUTF16WithoutAMark() throws {
        let bytes = try TextEncoding.utf16LE.bytes(of: "Chapter 1\r\nA plain line.\r\n")
        let document = try expectIdentity(format: TextFormat.self, bytes: bytes)
        #expect(document.details.encoding == "UTF-16LE")
        #expect(document.units.map(\.source.text) == ["Chapter 1", "A plain line."])
    }

    @Test(arguments: ["plain ASCII", "", "café", "Привет, мир", "naïve façade"])
    func takesValidUTF8AsUTF8(text: String) {
        let detection = TextEncoding.detect(Array(text.utf8))
        #expect(detection.encoding == .utf8)
        #expect(detection.confidence > 0.5)
    }

    @Test func saysWhenItIsDoubtfulAndHowToSettleIt() throws {
        // Two characters that are valid in Big5 and GB18030 and frequent in neither.
        let bytes = try TextEncoding.gb18030.bytes(of: "鸠陆")
        let document = TextFormat.read(bytes, file: "a.txt", options: ReadOptions())
        let finding = try #require(document.findings.first { $0.code == "encoding-doubtful" })
        #expect(finding.severity == .warning)
        #expect(finding.message.contains("input_encoding"))
        #expect(finding.place.file == "a.txt")
        let settled = TextFormat.read(bytes, file: "a.txt", options: ReadOptions(encoding: .gb18030))
        #expect(settled.findings.isEmpty)
        #expect(settled.units.map(\.source.text) == ["鸠陆"])
    }

    @Test func readsInvalidBytesAsReplacementCharactersAndKeepsThem() throws {
        let bytes = Array("第一行没有错。\n第二行有一个".utf8) + [0xFF, 0xE4] + Array("错。\n第三行也没有错。\n".utf8)
        let document = try expectIdentity(format: TextFormat.self, bytes: bytes)
        #expect(document.units[1].source.text == "第二行有一个\u{FFFD}\u{FFFD}错。")
        let findings = document.findings.filter { $0.code == "encoding-invalid" }
        #expect(findings.map(\.place.line) == [2])
        #expect(findings.first?.message.hasPrefix("2 places") == true)
        let written = try TextFormat.write(document, as: edition(of: document, ["第三行也没有错。": "Third."]))
        #expect(written.bytes == bytes.dropLast("第三行也没有错。\n".utf8.count) + Array("Third.\n".utf8))
    }

    @Test func keepsACharacterThatIsCutOffAtTheEnd() throws {
        let bytes = try Array(TextEncoding.gb18030.bytes(of: Self.simplified + "他的").dropLast())
        let document = try expectIdentity(format: TextFormat.self, bytes: bytes)
        #expect(document.details.encoding == "GB18030")
        #expect(document.units.last?.source.text == "他\u{FFFD}")
        #expect(document.findings.map(\.code) == ["encoding-invalid"])
    }

    @Test func writesInTheEncodingOfTheSourceWhereItCan() throws {
        let document = try TextFormat.read(TextEncoding.big5.bytes(of: Self.traditional), file: "a.txt")
        let written = try TextFormat.write(document, as: edition(of: document, ["他沒有說話。": "He said nothing."]))
        #expect(written.findings.isEmpty)
        let expected = Self.traditional.replacing("他沒有說話。", with: "He said nothing.")
        #expect(try written.bytes == TextEncoding.big5.bytes(of: expected))
    }

    @Test func fallsBackToUTF8ForWhatTheEncodingCannotHold() throws {
        let document = try TextFormat.read(TextEncoding.big5.bytes(of: Self.traditional), file: "a.txt")
        let written = try TextFormat.write(document, as: edition(of: document, ["他沒有說話。": "Không nói gì."]))
        #expect(
            String(decoding: written.bytes, as: UTF8.self)
                == Self.traditional.replacing("他沒有說話。", with: "Không nói gì.")
        )
        #expect(written.findings.map(\.code) == ["encoding-changed"])
        #expect(written.findings.first?.message.contains("Big5") == true)
    }

    @Test func writesUTF8WhenAsked() throws {
        let document = try TextFormat.read(
            [0xFF, 0xFE] + TextEncoding.utf16LE.bytes(of: Self.simplified),
            file: "a.txt"
        )
        let written = try TextFormat.write(document, as: edition(encoding: .utf8))
        #expect(written.bytes == Array(Self.simplified.utf8))
    }

    @Test(arguments: [("GBK", TextEncoding.gb18030), ("big5-hkscs", .big5), ("UTF_8", .utf8), ("utf-16", .utf16LE)])
    func knowsTheUsualNames(name: String, encoding: TextEncoding) {
        #expect(TextEncoding(name: name) == encoding)
        #expect(TextEncoding(name: "latin-9") == nil)
    }

    @Test func survivesNoise() throws {
        var state: UInt64 = 42
        for length in [1, 2, 3, 5, 64, 1000, 5000] {
            let bytes = (0..<length).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 33)
            }
            for encoding in TextEncoding.allCases.map(Optional.some) + [nil] {
                let document = TextFormat.read(bytes, file: "noise", options: ReadOptions(encoding: encoding))
                let written = try TextFormat.write(document, as: edition())
                #expect(written.bytes == bytes)
                expectSound(document)
            }
        }
    }
}

extension TextEncoding {
    /// The text in this encoding; fails the test when it has no place for a character.
    fileprivate func bytes(of text: String) throws -> [UInt8] {
        switch encode(text) {
        case .success(let bytes): return bytes
        case .failure(let failure): throw failure
        }
    }
}

extension InlineText {
    fileprivate var hanCount: Int { text.hanCount }
}
