import Formats
import Text

extension FormatFixture {
    static let po: [FormatFixture] = [
        FormatFixture(POFormat.self, "zh-en.po", POSamples.wrapped, units: 7),
        FormatFixture(POFormat.self, "Game.po", POSamples.unreal, units: 4, findings: 4),
        FormatFixture(
            POFormat.self,
            "template.pot",
            POSamples.template,
            units: 4,
            options: ReadOptions(targets: [LanguageTag("en")].compactMap(\.self))
        ),
        FormatFixture(POFormat.self, "gbk.po", POSamples.gbk, units: 2),
        FormatFixture(POFormat.self, "big5.po", POSamples.big5, units: 2),
        FormatFixture(POFormat.self, "bare.po", "msgid \"甲\"\nmsgstr \"\"", units: 1),
    ]
}

/// Catalogs as the tools write them.
enum POSamples {
    /// gettext: wrapped at 79 columns, with all kinds of comments.
    static let wrapped = """
        # 翻译组
        # 2026
        msgid ""
        msgstr ""
        "Project-Id-Version: 青云录 1.2\\n"
        "PO-Revision-Date: 2026-03-01 10:00+0800\\n"
        "Language: en\\n"
        "MIME-Version: 1.0\\n"
        "Content-Type: text/plain; charset=UTF-8\\n"
        "Content-Transfer-Encoding: 8bit\\n"
        "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

        # 译者：保留换行
        #. 主菜单的第一项
        #: src/menu.c:12 src/menu.c:40
        msgctxt "menu"
        msgid "开始游戏"
        msgstr "New game"

        #, fuzzy, c-format
        #| msgid "你有 %d 个金币"
        msgid "你有 %d 枚金币。"
        msgstr "You have %d coins."

        #, c-format
        msgid "还剩 %d 天"
        msgid_plural "还剩 %d 天"
        msgstr[0] "%d day left"
        msgstr[1] "%d days left"

        #: src/story.c:3
        msgid ""
        "第一行\\n"
        "第二行很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长，一直写到"
        "这里才结束。\\n"
        msgstr ""
        "The first line\\n"
        "The second line is long and goes on and on and on until it ends at last in this "
        "place.\\n"

        msgid "他说：\\"走吧\\"，\\t就走了。"
        msgstr ""

        msgctxt "button"
        msgid "开始游戏"
        msgstr ""

        #~ msgid "旧的"
        #~ msgstr "old"

        """

    /// Unreal's export: byte order mark, CRLF, nothing wrapped, the context holds namespace and key. Then broken messages.
    static let unreal =
        "\u{FEFF}"
        + [
            "# Game English translation.", "msgid \"\"", "msgstr \"\"", "\"Project-Id-Version: Game\\n\"",
            "\"Language: en\\n\"", "\"Content-Type: text/plain; charset=UTF-8\\n\"",
            "\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"", "", "#. Key:\tQuest_01",
            "#. SourceLocation:\t/Game/Quests.Quests", "#: /Game/Quests.Quests", "msgctxt \"Quests,Quest_01\"",
            "msgid \"{Name}，去<Gold>青云山</>。\\n回来见我。\"",
            "msgstr \"{Name}, go to <Gold>Mount Qingyun</>.\\nThen come back to me, and do not talk to anyone on the way; I need to know what the old man says.\"",
            "", "msgctxt \"Quests,Quest_02\"", "msgid \"没有引号", "msgstr \"\"", "", "nonsense here", "",
            "msgctxt \"Quests,Quest_03\"", "msgid \"他说\"好\"。\"", "msgstr \"\"", "", "msgid \"没有译文\"", "",
            "msgctxt \"Quests,Quest_04\"", "msgid \"完成\"", "msgstr \"Done\"", "",
            "msgctxt \"Quests,Quest_05\"", "msgid \"\\\\ 反斜杠 \\a\"", "msgstr \"\"", "",
            "msgctxt \"Quests,Quest_06\"", "msgid \"末尾\"", "msgstr \"\"",
        ].joined(separator: "\r\n")

    static let template = """
        #, fuzzy
        msgid ""
        msgstr ""
        "Project-Id-Version: PACKAGE VERSION\\n"
        "Language: \\n"
        "Content-Type: text/plain; charset=CHARSET\\n"
        "Content-Transfer-Encoding: 8bit\\n"
        "Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"

        msgid "一\\n"
        msgstr ""

        #, python-brace-format, max-length:20
        msgid "{count} 人"
        msgid_plural "{count} 人"
        msgstr[0] ""
        msgstr[1] ""

        msgid "三"
        msgstr ""

        """

    static let gbk = encoded(
        "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=GBK\\nLanguage: \\n\"\n\nmsgid \"你好，世界\"\nmsgstr \"\"\n\n"
            + "# 备注\nmsgid \"再见\"\nmsgstr \"Bye\"\n",
        .gb18030
    )

    static let big5 = encoded(
        "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=Big5\\n\"\n\nmsgid \"你好\"\nmsgstr \"\"\n\n"
            + "msgid \"說\"\nmsgstr \"say\"\n",
        .big5
    )
}

/// A text in an encoding that holds it.
func encoded(_ text: String, _ encoding: TextEncoding) -> [UInt8] { (try? encoding.encode(text).get()) ?? [] }
