import Formats
import Text

extension FormatFixture {
    static let subtitles: [FormatFixture] = srt + vtt + ass + lrc

    private static let srt: [FormatFixture] = [
        FormatFixture(SRTFormat.self, "第01集.srt", SubtitleSamples.srt, units: 6),
        FormatFixture(SRTFormat.self, "messy.srt", SubtitleSamples.messySRT, units: 7, findings: 2),
        FormatFixture(SRTFormat.self, "old.srt", encoded(SubtitleSamples.srt, .gb18030), units: 6),
        FormatFixture(SRTFormat.self, "wide.srt", [0xFF, 0xFE] + encoded(SubtitleSamples.srt, .utf16LE), units: 6),
        FormatFixture(
            SRTFormat.self,
            "cr.srt",
            SubtitleSamples.srt.replacing("\n", with: "\r"),
            units: 6
        ),
        FormatFixture(SRTFormat.self, "双语.srt", SubtitleSamples.twoLines, units: 3, keepsSource: true),
        FormatFixture(SRTFormat.self, "双轨.srt", SubtitleSamples.twoCues, units: 3, keepsSource: true),
    ]

    private static let vtt: [FormatFixture] = [
        FormatFixture(VTTFormat.self, "a.vtt", SubtitleSamples.vtt, units: 5),
        FormatFixture(
            VTTFormat.self,
            "bom.vtt",
            "\u{FEFF}" + SubtitleSamples.vtt.replacing("\n", with: "\r\n"),
            units: 5
        ),
        FormatFixture(
            VTTFormat.self,
            "broken.vtt",
            " \nBROKEN\n\n1\n00:00:01.000 --> soon\n甲\n\n00:00:02.000 --> 00:00:03.000\n乙 &",
            units: 2,
            findings: 2
        ),
        FormatFixture(
            VTTFormat.self,
            "zh-en.vtt",
            "WEBVTT\n\n00:01.000 --> 00:02.000\nHello there\n你好\n\n00:02.000 --> 00:03.000\nBye\n再见\n",
            units: 2,
            keepsSource: true
        ),
    ]

    private static let ass: [FormatFixture] = [
        FormatFixture(ASSFormat.self, "a.ass", SubtitleSamples.ass, units: 7, findings: 1),
        FormatFixture(
            ASSFormat.self,
            "gbk.ass",
            encoded(SubtitleSamples.ass.replacing("\n", with: "\r\n"), .gb18030),
            units: 7,
            findings: 1
        ),
        FormatFixture(
            ASSFormat.self,
            "wide.ass",
            [0xFE, 0xFF] + encoded(SubtitleSamples.ass, .utf16BE),
            units: 7,
            findings: 1
        ),
        FormatFixture(ASSFormat.self, "old.ssa", SubtitleSamples.ssa, units: 2),
        FormatFixture(ASSFormat.self, "双语.ass", SubtitleSamples.bilingualASS, units: 2, keepsSource: true),
    ]

    private static let lrc: [FormatFixture] = [
        FormatFixture(LRCFormat.self, "歌.lrc", SubtitleSamples.lrc, units: 6),
        FormatFixture(LRCFormat.self, "gbk.lrc", encoded(SubtitleSamples.lrc, .gb18030), units: 6),
        FormatFixture(
            LRCFormat.self,
            "words.lrc",
            "\u{FEFF}[00:01:50]<00:01.50>月<00:01.80>亮<00:02.00>\r\n[00:03]  代表 \r[00:04.1][01:04.1]心",
            units: 3
        ),
        FormatFixture(
            LRCFormat.self,
            "双语.lrc",
            "[by:月亮]\n[00:01.00]月亮代表我的心\n[00:01.00]The moon stands for my heart\n[00:05.00]你问我\n[00:05.00]You ask me\n[00:09.00]轻轻的\n",
            units: 3,
            keepsSource: true
        ),
    ]
}

/// Subtitles as tools and fans write them.
enum SubtitleSamples {
    static let srt = """
        1
        00:00:01,000 --> 00:00:03,500
        师兄，你终于来了。

        2
        00:00:04,000 --> 00:00:06,000
        <i>三千年前，</i>
        <font color="#ffcc00">青云山</font>上

        3
        00:00:06,500 --> 00:00:08,000
        - 你是谁？
        - 我是林峰。

        4
        00:00:08,500 --> 00:00:09,000 X1:40 X2:600 Y1:20 Y2:50
        {\\an8}【青云山】

        5
        00:00:10,000 --> 00:00:12,000
        a < b，AT&T，{\\an8}不是 <标签>

        6
        00:00:10,000 --> 00:00:12,000
        同一时间的第二条

        """

    /// No numbers, dots and short fractions, blank lines inside, references, mixed line ends, a broken time, no last line break.
    static let messySRT =
        "\u{FEFF}00:01:39 --> 00:01:41,04\r\n（轰鸣声）\r\n\r\n00:02:04.08 -->00:02:07.12\n他说：&nbsp;&lt;走&gt; &amp; 别回头\n\n还有一行\n\n\n"
        + "7\n00:02:08,000 --> 00:02:09,000\n10\n\n8\n00:02:1x,000 --> 00:02:11,000\n坏的\n\n00:02:10: --> 00:02:\n不译\n\n"
        + "9\r\n1:02:12,000 --> 1:02:13,000\r\n第九\r\n10\r\n1:02:14,000 --> 1:02:15,000\r\n第十 <b>没有结束\r\n\r\n\r\n11\r\n1:02:16,000 --> 1:02:17,000\r\n\r\n12\r\n1:02:18,000 --> 1:02:19,000\r\n42"

    static let twoLines = """
        1
        00:00:01,000 --> 00:00:02,000
        你好
        Hello there, what is this?

        2
        00:00:03,000 --> 00:00:04,000
        {\\an8}再见
        {\\an8}Goodbye to you

        3
        00:00:05,000 --> 00:00:06,000
        没有英文

        4
        00:00:07,000 --> 00:00:08,000
        Song without Chinese

        """

    static let twoCues = """
        1
        00:00:01,000 --> 00:00:02,000
        你好

        2
        00:00:01,000 --> 00:00:02,000
        Hello there, what is this?

        3
        00:00:03,000 --> 00:00:04,000
        再见
        朋友

        4
        00:00:03,000 --> 00:00:04,000
        Goodbye to you

        5
        00:00:05,000 --> 00:00:06,000
        没有英文

        """

    static let vtt = """
        WEBVTT - 第一集
        Kind: captions
        Language: zh

        NOTE 译者注
        不翻译

        STYLE
        ::cue(b) {
          color: red;
        }

        REGION
        id:fred

        开头
        00:01.000 --> 00:00:04.500 align:start position:10%
        <v 林峰>师兄，<b.loud>快走</b>！</v>

        00:00:05.000 --> 00:00:07.000
        <c.yellow>第一行</c>
        第二行 &amp; &lt;书&gt;&nbsp;完

        2
        00:00:08.000 --> 00:00:09.000
        <v 甲>走？
        <v 乙>走！

        00:00:10.000 --> 00:00:12.000
        月<00:00:10.500>亮<00:00:11.000>代表

        00:00:13.000 --> 00:00:14.000
        {\\an8}末尾
        """

    static let ass = """
        [Script Info]
        ; Script generated by Aegisub 3.3.3
        Title: 青云录
        ScriptType: v4.00+

        [V4+ Styles]
        Format: Name, Fontname, Fontsize
        Style: Default,方正准圆,48

        [Events]
        Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
        Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,不翻译
        Dialogue: 0,0:00:01.00,0:00:02.00,Default,林峰,0,0,0,,{\\fad(200,200)}师兄，你来了\\N我等了很久
        Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,{\\k20}月{\\k30}亮{\\i1}代表{\\i0}\\h我
        Dialogue: 1,0:00:03.00,0:00:04.00,Sign,,0,0,0,,{\\pos(1,2)\\p1}m 0 0 l 10 0 10 10{\\p0}
        Dialogue: 1,0:00:03.00,0:00:04.00,Sign,,0,0,0,,{\\p1}m 0 0 l 1 1{\\p0}招牌{注释}
        Dialogue: 0,0:00:05.00,0:00:06.00,Default,,0,0,0,fx,{\\pos(3,4)}月
        Dialogue: 0,0:00:05.00,0:00:06.00,Default,,0,0,0,,\\N\\N{\\an8}- 你是谁？\\N- 我是\\{林\\}
        Dialogue: 0,0:00:07.00,bad,Default,,0,0,0,,没有闭合 {\\b1
        Dialogue: 0,0:00:08.00,0:00:09.00,Default,,0,0,0,,C:\\目录
        Dialogue: 0,0:00:10.00,0:00:11.00,Default,,0,0,0,,末尾，有逗号

        [Fonts]
        fontname: a.ttf
        Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,不是事件
        """

    static let ssa =
        "[Script Info]\rScriptType: v4.00\r\r[V4 Styles]\rStyle: 1,f1\r\r[Events]\rFormat: Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\r"
        + "Dialogue: Marked=0,0:00:01.00,0:00:02.00,1,Cher,0000,0000,0000,,你好\\n世界\rDialogue: Marked=0,0:00:03.00,0:00:04.00,1,,0000,0000,0000,,{\\pos(400,570)}（轰鸣）\r"

    static let bilingualASS = """
        [Events]
        Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
        Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\an2}你好\\N{\\fnArial\\fs28}Hello there, what is it?
        Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,再见\\N{\\fnArial\\fs28}Goodbye
        """

    static let lrc = """
        [ti:月亮代表我的心]
        [ar:邓丽君]
        [al:精选]
        [by:某人]
        [offset:500]
        [00:00.00]
        [00:12.30][01:30.00]你问我爱你有多深
        [00:18.50] 我爱你有几分
        [00:24.000]♪

        没有时间的行
        """
}
