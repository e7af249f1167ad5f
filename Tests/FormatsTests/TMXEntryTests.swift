import Testing
import Text

@testable import Formats

@Suite struct TMXEntryTests {
    private struct Read {
        var entries: [MemoryEntry] = []
        var findings: [Finding] = []
        var header: TMXHeader?
        var skipped = 0
    }

    /// Reads a file in pieces of `step` bytes.
    private static func read(
        _ bytes: [UInt8],
        source: String? = nil,
        targets: [String] = [],
        step: Int = 4096
    ) throws -> Read {
        var reader = TMXEntryReader(
            file: "a.tmx",
            source: source.flatMap { LanguageTag($0) },
            targets: targets.compactMap { LanguageTag($0) }
        )
        var read = Read()
        var start = 0
        repeat {
            let end = min(bytes.count, start + step)
            try reader.read(Array(bytes[start..<end]), isLast: end == bytes.count) { read.entries.append($0) }
            start = end
        } while start < bytes.count
        (read.findings, read.header, read.skipped) = (reader.findings, reader.header, reader.skippedCount)
        return read
    }

    private static func tmx(_ body: String, header: String = #"<header srclang="zh-CN"/>"#) -> [UInt8] {
        Array("<?xml version=\"1.0\"?>\n<tmx version=\"1.4\">\(header)\n<body>\n\(body)\n</body></tmx>".utf8)
    }

    private static func unit(_ source: String, _ target: String, attributes: String = "") -> String {
        #"<tu\#(attributes)><tuv xml:lang="zh-CN"><seg>\#(source)</seg></tuv>"#
            + #"<tuv xml:lang="en"><seg>\#(target)</seg></tuv></tu>"#
    }

    @Test func writesHighlightsAsTheyWere() throws {
        let body = Self.unit(#"点<hi x="4" type="t">这里</hi>。"#, #"Click <hi x="4" type="t">here</hi>."#)
        let entry = try #require(try Self.read(Self.tmx(body)).entries.first)
        var bytes: [UInt8] = []
        TMXEntryWriter().write(entry, to: &bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains(#"<seg>点<hi x="4" type="t">这里</hi>。</seg>"#))
        #expect(text.contains(#"<seg>Click <hi x="4" type="t">here</hi>.</seg>"#))
    }

    @Test(arguments: [1, 2, 3, 7, 64, 4096]) func readsTheSameInPiecesOfAnySize(step: Int) throws {
        let body = (1...9).map { number in
            Self.unit("第\(number)章 &lt;<!-- </tu> -->", "Chapter \(number) <![CDATA[</tu>]]>")
        }
        let read = try Self.read(Self.tmx(body.joined(separator: "\n")), step: step)
        #expect(read.entries.map(\.source.plain) == (1...9).map { "第\($0)章 <" })
        #expect(read.entries.map(\.target.plain) == (1...9).map { "Chapter \($0) </tu>" })
        #expect(read.findings.isEmpty && read.header?.sourceLanguage == "zh-CN")
    }

    @Test(arguments: [5, 4096]) func readsUTF16AndLegacyEncodings(step: Int) throws {
        let text = String(decoding: Self.tmx(Self.unit("你好𠀀", "Hi")), as: UTF8.self)
        for encoding in [TextEncoding.utf16LE, .utf16BE] {
            let bytes = encoding.mark + (try encoding.encode(text).get())
            let read = try Self.read(bytes, step: step)
            #expect(read.entries.map(\.source.plain) == ["你好𠀀"] && read.findings.isEmpty)
        }
        let declared = text.replacing("?>", with: " encoding=\"GBK\"?>").replacing("𠀀", with: "")
        let read = try Self.read(try TextEncoding.gb18030.encode(declared).get(), step: step)
        #expect(read.entries.map(\.source.plain) == ["你好"])
    }

    @Test func choosesSourceAndTargets() throws {
        let body = """
            <tu><tuv xml:lang="EN-us"><seg>Hello</seg></tuv><tuv lang="ZH-cn"><seg>你好</seg></tuv>\
            <tuv xml:lang="fr"><seg>Bonjour</seg></tuv></tu>
            """
        func pairs(_ header: String, _ source: String? = nil, _ targets: [String] = []) throws -> [String] {
            try Self.read(Self.tmx(body, header: header), source: source, targets: targets).entries.map {
                "\($0.sourceLocale) \($0.targetLocale) \($0.target.plain)"
            }
        }
        #expect(try pairs("<header/>") == ["zh-CN en-US Hello", "zh-CN fr Bonjour"])
        #expect(try pairs(#"<header srclang="*all*"/>"#, nil, ["zh-Hans"]) == ["en-US zh-Hans 你好"])
        #expect(try pairs(#"<header srclang="en"/>"#) == ["en-US zh-CN 你好", "en-US fr Bonjour"])
        #expect(try pairs("<header/>", "zh-Hans", ["en"]) == ["zh-Hans en Hello"])
        #expect(try pairs(#"<header srclang="de"/>"#).isEmpty)
        let none = try Self.read(Self.tmx(body, header: #"<header srclang="de"/>"#))
        #expect(none.findings.map(\.code) == ["tmx-source"])
    }

    @Test func leavesOutBrokenUnitsAndReadsTheRest() throws {
        let good = Self.unit("好", "Good")
        let body = [
            good, "<tu><tuv xml:lang=\"zh-CN\"><seg>坏</tuv></tu>", good, "<tu><tuv xml:lang=\"zh-CN\"><seg>没完", good,
            "<tu></tu>", good,
        ]
        let read = try Self.read(Self.tmx(body.joined(separator: "\n")))
        #expect(read.entries.map(\.target.plain).filter { $0 == "Good" }.count >= 3)
        let broken = read.findings.filter { $0.code == "tmx-unit" }
        #expect(broken.map(\.place.line).contains(5))
        #expect(read.skipped >= 3)
        let cut = Self.tmx(good + "<tu><tuv xml:lang=\"zh-CN\"><seg>半").dropLast(15)
        #expect(try Self.read(Array(cut)).findings.contains { $0.code == "tmx-cut" && $0.severity == .error })
        #expect(throws: FormatError.self) { try Self.read(Array("<html></html>".utf8)) }
        #expect(throws: FormatError.self) { try Self.read([]) }
    }

    @Test func readsWhoWhenAndWhat() throws {
        let attributes =
            #" tuid="k1" creationdate="20200101T000000Z" changedate="20260102T030405Z" changeid="李 &amp; 王""#
        let inner = "<note>one</note><prop type=\"x-document\">a.txt</prop><tuv xml:lang=\"zh\"><seg>好</seg></tuv>"
        let body = "<tu\(attributes)>\(inner)<tuv xml:lang=\"en\"><note>two</note><seg>Good</seg></tuv></tu>"
        let entry = try #require(try Self.read(Self.tmx(body, header: "<header/>")).entries.first)
        #expect(entry.key == "k1" && entry.document == "a.txt" && entry.note == "one\ntwo")
        #expect(entry.origin == .human("李 & 王"))
        #expect(entry.changed == 1_767_323_045)
    }

    @Test func readsCodesOfBothVariantsWithTheSameNumbers() throws {
        let source = #"<bpt i="1" x="5">&lt;b&gt;</bpt>剑<ept i="1">&lt;/b&gt;</ept><ph x="6" type="lb">\n</ph>{name}"#
        let target =
            #"{name}<ph x="6" type="lb">\n</ph><hi type="bold"><bpt i="7" x="5">&lt;b&gt;</bpt>sword</hi><ept i="7"/>"#
        let entry = try #require(try Self.read(Self.tmx(Self.unit(source, target))).entries.first)
        #expect(entry.source.literal == "<b>剑</b>\\n{name}")
        #expect(entry.source.codes.map(\.role) == [.open, .close, .standalone, .standalone])
        #expect(entry.source.codes.map(\.kind) == [.markup, .markup, .lineBreak, .placeholder])
        #expect(
            entry.target.codes.map(\.data) == ["{name}", "\\n", "<hi type=\"bold\">", "<b>", "</hi>", "<ept i=\"7\"/>"]
        )
        #expect(entry.target.codes[1].id == entry.source.codes[2].id)
        #expect(
            entry.target.codes[3].id == entry.source.codes[0].id && entry.target.codes[5].id == entry.source.codes[0].id
        )
    }

    @Test func givesBackWhatItWrote() throws {
        func code(_ id: Int, _ role: InlineCode.Role, _ kind: InlineCode.Kind, _ data: String) -> InlineText.Part {
            .code(InlineCode(id: id, role: role, kind: kind, data: data, visible: kind == .lineBreak ? "\n" : ""))
        }
        let text = InlineText(parts: [
            code(1, .open, .markup, "<em class=\"a\">"), .text("a < b & \"c\"\n"), code(1, .close, .markup, "</em>"),
            code(2, .standalone, .lineBreak, "<br/>"), code(3, .open, .ruby, "<ruby>"),
            code(4, .standalone, .object, "<img/>"),
        ])
        let entries = [
            MemoryEntry(
                source: text,
                target: text,
                sourceLocale: .simplifiedChinese,
                targetLocale: try #require(LanguageTag("pt-BR")),
                before: 1,
                after: .max,
                key: "a<\">'\n&",
                document: "第一章",
                origin: .engine("qwen 3"),
                state: .final,
                changed: 1_767_323_045,
                note: "]]> note"
            ),
            MemoryEntry(
                source: InlineText("一"),
                target: InlineText("one"),
                sourceLocale: .simplifiedChinese,
                targetLocale: try #require(LanguageTag("en")),
                origin: .human("me")
            ),
        ]
        var header = TMXHeader()
        header.notes = ["kept"]
        header.properties = [["x", "y"]]
        let writer = TMXEntryWriter(header: header)
        var bytes = writer.start(source: nil)
        for entry in entries { writer.write(entry, to: &bytes) }
        bytes += TMXEntryWriter.end
        let read = try Self.read(bytes)
        #expect(read.entries == entries)
        #expect(read.header?.notes == ["kept"] && read.header?.properties == [["x", "y"]])
        #expect(read.findings.isEmpty)
    }

    @Test func leavesOutCharactersThatXMLForbids() throws {
        let entry = MemoryEntry(
            source: InlineText("a\u{1}b\u{FFFF}c"),
            target: InlineText("d\u{B}"),
            sourceLocale: .simplifiedChinese,
            targetLocale: try #require(LanguageTag("en"))
        )
        let writer = TMXEntryWriter()
        var bytes = writer.start(source: .simplifiedChinese)
        writer.write(entry, to: &bytes)
        bytes += TMXEntryWriter.end
        #expect(try Self.read(bytes).entries.map { [$0.source.plain, $0.target.plain] } == [["abc", "d"]])
    }

    @Test func survivesDamage() throws {
        let bytes = Self.tmx((1...5).map { Self.unit("第\($0)章", "Chapter <ph x=\"1\">{a}</ph>\($0)") }.joined())
        var state: UInt64 = 11
        for round in 0..<300 {
            var broken = bytes
            for _ in 0..<(1 + round % 9) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let place = Int(state >> 33) % broken.count
                if round % 2 == 0 {
                    broken[place] = UInt8(truncatingIfNeeded: state >> 20)
                } else {
                    broken.remove(at: place)
                }
            }
            _ = try? Self.read(broken, step: 50)
        }
    }
}
