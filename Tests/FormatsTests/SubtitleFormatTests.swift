import Formats
import Testing
import Text

@Suite struct SubtitleFormatTests {
    private func read(_ format: any Format.Type, _ text: String, to target: String? = "en") throws -> Document {
        let options = ReadOptions(targets: [target.flatMap { LanguageTag($0) }].compactMap(\.self))
        return try format.read(Array(text.utf8), file: "file", options: options)
    }

    private func write(_ document: Document, _ texts: [String: String], to target: String = "en") throws -> String {
        var edition = try edition(target: target)
        for unit in document.units {
            guard let text = texts[unit.source.tagged] else { continue }
            edition.texts[unit.key] = InlineText(tagged: text, source: unit.source)
        }
        #expect(edition.texts.count == texts.count)
        let format = try #require(FormatCatalog.format(named: document.format))
        return String(decoding: try format.write(document, as: edition).bytes, as: UTF8.self)
    }

    @Test func tellsTimesAndJoinsLines() throws {
        let units = try read(SRTFormat.self, SubtitleSamples.srt).units
        #expect(units.map(\.key).prefix(2) == ["00:00:01.000", "00:00:04.000"])
        #expect(units[0].notes == [Unit.Note.start: "00:00:01.000", Unit.Note.end: "00:00:03.500"])
        #expect(units[1].source.tagged == "<g1>三千年前，</g1> <g2>青云山</g2>上")
        #expect(units[2].source.tagged == "- 你是谁？\n- 我是林峰。")
        #expect(units[3].source.tagged == "<x1/>【青云山】")
        #expect(units[4].source.plain == "a < b，AT&T，不是 <标签>")
        #expect(units[5].key == "00:00:10.000.2")
        #expect(units.allSatisfy { $0.kind == .cue })
    }

    @Test func cutsALongTranslationWhereTheSourceHadTwoLines() throws {
        let document = try read(SRTFormat.self, SubtitleSamples.srt)
        let long = "<g1>Three thousand years ago,</g1> high up on <g2>Mount Qingyun</g2>, there lived a swordsman"
        let one = "Senior brother, you have come at last, and I have waited for so very long."
        let written = try write(
            document,
            [document.units[1].source.tagged: long, document.units[0].source.tagged: one]
        )
        #expect(
            written.contains(
                "\n<i>Three thousand years ago,</i> high up on\n<font color=\"#ffcc00\">Mount Qingyun</font>, there lived a swordsman\n"
            )
        )
        #expect(written.contains("\n\(one)\n"))
    }

    @Test func keepsLineBreaksOfATranslation() throws {
        let document = try read(SRTFormat.self, SubtitleSamples.srt.replacing("\n", with: "\r\n"))
        let written = try write(document, ["- 你是谁？\n- 我是林峰。": "- Who?\n\n- Me."])
        #expect(
            written
                == SubtitleSamples.srt.replacing("你是谁？", with: "Who?").replacing("我是林峰。", with: "Me.")
                .replacing("\n", with: "\r\n")
        )
    }

    @Test func readsMessySubRip() throws {
        let document = try read(SRTFormat.self, SubtitleSamples.messySRT)
        #expect(document.findings.map(\.code) == ["srt-time", "srt-time"])
        #expect(document.units.map(\.source.plain).prefix(3) == ["（轰鸣声）", "他说：\u{A0}<走> & 别回头 还有一行", "10"])
        #expect(document.units.map(\.key).first == "00:01:39.000")
        #expect(document.units.first?.notes[Unit.Note.end] == "00:01:41.040")
        let written = try write(document, ["他说：\u{A0}<走> & 别回头 还有一行": "AT&T <go>"])
        #expect(written.contains("\nAT&amp;T &lt;go&gt;\n\n\n7\n"))
    }

    @Test func recognizesTwoLanguagesInOneCue() throws {
        let document = try read(SRTFormat.self, SubtitleSamples.twoLines)
        #expect(document.units.map(\.source.literal) == ["你好", "再见", "没有英文"])
        #expect(
            document.units.map { $0.existing["en"]?.text.literal } == [
                "Hello there, what is this?", "Goodbye to you", nil,
            ]
        )
        let written = try write(document, ["再见": "Bye", "没有英文": "No English"])
        #expect(
            written
                == SubtitleSamples.twoLines.replacing("Goodbye to you", with: "Bye")
                .replacing("没有英文", with: "没有英文\nNo English")
        )
        let french = try read(SRTFormat.self, SubtitleSamples.twoLines, to: "fr")
        #expect(french.units.first?.existing.keys.sorted() == ["en"])
    }

    @Test func recognizesTwoCuesWithOneTime() throws {
        let document = try read(SRTFormat.self, SubtitleSamples.twoCues)
        #expect(document.units.map(\.source.literal) == ["你好", "再见 朋友", "没有英文"])
        #expect(document.units[1].existing["en"]?.text.literal == "Goodbye to you")
        let written = try write(document, ["再见 朋友": "Farewell"])
        #expect(written == SubtitleSamples.twoCues.replacing("Goodbye to you", with: "Farewell"))
    }

    @Test func isNotMisledByAFewForeignLines() throws {
        let text = SubtitleSamples.srt.replacing("青云山</font>上", with: "Mount Qingyun</font>")
        let document = try read(SRTFormat.self, text)
        #expect(document.units.count == 6)
        #expect(document.units.allSatisfy { $0.existing.isEmpty })
    }

    @Test func readsWebVTT() throws {
        let document = try read(VTTFormat.self, SubtitleSamples.vtt)
        #expect(document.units[0].notes[Unit.Note.speaker] == "林峰")
        #expect(document.units[0].notes[Unit.Note.key] == "开头")
        #expect(document.units[0].source.tagged == "<g1>师兄，<g2>快走</g2>！</g1>")
        #expect(document.units[1].source.tagged == "<g1>第一行</g1> 第二行 & <书>\u{A0}完")
        #expect(document.units[2].source.plain == "走？\n走！")
        #expect(document.units[3].source.tagged == "月<x1/>亮<x2/>代表")
        let written = try write(document, ["<x1/>末尾": "<x1/>1 < 2 --> & end"])
        #expect(written == SubtitleSamples.vtt.replacing("末尾", with: "1 &lt; 2 --&gt; &amp; end"))
    }

    @Test func readsScripts() throws {
        let document = try read(ASSFormat.self, SubtitleSamples.ass)
        let texts = document.units.map(\.source.tagged)
        #expect(
            texts == [
                "<x1/>师兄，你来了 我等了很久", "<x1/>月<x2/>亮<x3/>代表<x4/><x5/>我", "<x1/>招牌<x2/>", "<x1/>- 你是谁？\n- 我是{林}",
                "没有闭合 {\\b1", "C:\\目录", "末尾，有逗号",
            ]
        )
        #expect(document.units[2].source.codes.map(\.kind) == [.object, .comment])
        #expect(document.units[0].notes[Unit.Note.speaker] == "林峰")
        #expect(document.units[0].notes[Unit.Note.start] == "00:00:01.000")
        #expect(document.findings.map(\.code) == ["ass-line"])
        let written = try write(document, ["<x1/>师兄，你来了 我等了很久": "<x1/>You came\n{at last}", "C:\\目录": "C:\\new"])
        #expect(
            written
                == SubtitleSamples.ass.replacing("师兄，你来了\\N我等了很久", with: "You came\\N\\{at last\\}")
                .replacing("C:\\目录", with: "C:\\\u{2060}new")
        )
    }

    @Test func keepsTheStyleOfTheOtherLineInBilingualScripts() throws {
        let document = try read(ASSFormat.self, SubtitleSamples.bilingualASS)
        #expect(document.units.map(\.source.literal) == ["你好", "再见"])
        let written = try write(document, ["你好": "Hi"])
        #expect(written == SubtitleSamples.bilingualASS.replacing("Hello there, what is it?", with: "Hi"))
    }

    @Test func readsLyrics() throws {
        let document = try read(LRCFormat.self, SubtitleSamples.lrc)
        #expect(document.units.map(\.key) == ["ti", "ar", "al", "00:00:12.300", "00:00:18.500", "00:00:24.000"])
        #expect(document.units.map(\.kind) == [.title, .author, .metadata, .cue, .cue, .cue])
        let written = try write(document, ["你问我爱你有多深": "How deep\nis my love?"])
        #expect(written == SubtitleSamples.lrc.replacing("你问我爱你有多深", with: "How deep is my love?"))
    }

    @Test func writesBothLanguagesWhenAsked() throws {
        for (format, text) in [
            (SRTFormat.self as any Format.Type, SubtitleSamples.srt), (LRCFormat.self, SubtitleSamples.lrc),
        ] {
            let document = try read(format, text)
            let unit = try #require(document.units.last { $0.kind == .cue })
            var edition = try edition(layout: .bilingual)
            edition.texts[unit.key] = InlineText("Second")
            let written = String(decoding: try format.write(document, as: edition).bytes, as: UTF8.self)
            #expect(written.contains(format.name == "srt" ? "第二条\nSecond\n" : "♪\n[00:24.000]Second\n"))
        }
    }

    @Test(arguments: ["<", "{", "{\\", "&", "[", "-->", "1\n", "00:00:01,000 --> 00:00:02,000\n"])
    func takesTimeInProportion(_ piece: String) throws {
        let text = "1\n00:00:01,000 --> 00:00:02,000\n" + String(repeating: piece, count: 20_000)
        for format in [SRTFormat.self, VTTFormat.self, ASSFormat.self, LRCFormat.self] as [any Format.Type] {
            _ = try read(format, text)
            _ = try read(format, "[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,," + text.filter { $0 != "\n" })
        }
    }
}
