import Formats
import Testing

struct ChapterHeadingTests {
    @Test(arguments: [
        ("第一百二十章 归途", "c120", "归途"),
        ("第12回", "h12", ""),
        ("第３章", "c3", ""),
        ("第一回　甄士隱夢幻識通靈　賈雨村風塵懷閨秀", "h1", "甄士隱夢幻識通靈　賈雨村風塵懷閨秀"),
        ("　　第 一 章　　少年  ", "c1", "少年"),
        ("第1024章：大结局（上）", "c1024", "大结局（上）"),
        ("第十章·风起，云涌", "c10", "风起，云涌"),
        ("第一章 扫地的也要交学费？", "c1", "扫地的也要交学费？"),
        ("第一章少年下山", "c1", "少年下山"),
        ("第廿三章 雪", "c23", "雪"),
        ("第12.5章 间奏", "c12_5", "间奏"),
        ("第1-2章 合章", "c1", "合章"),
        ("第一章（上）", "c1", "（上）"),
        ("第二節 論劍", "s2", "論劍"),
        ("第三話", "e3", ""),
        ("第一卷", "v1", ""),
        ("第一卷 风起", "v1", "风起"),
        ("卷一", "v1", ""),
        ("卷之三 江湖", "v3", "江湖"),
        ("上卷", "v1", ""),
        ("第二部 归来", "p2", "归来"),
        ("第一卷 风起 第三章 少年", "c3", "少年"),
        ("正文 第一章 开始", "c1", "开始"),
        ("正文第2章", "c2", ""),
        ("☆、第1章 重生", "c1", "重生"),
        ("【第一章】少年", "c1", "少年"),
        ("【第一章 少年】", "c1", "少年"),
        ("=== 第五章 ===", "c5", ""),
        ("番外一 婚后", "b1", "婚后"),
        ("番外（二）：雪夜", "b2", "雪夜"),
        ("Chapter 12", "c12", ""),
        ("CHAPTER XII", "c12", ""),
        ("CHAPTER I.", "c1", ""),
        ("Chapter Twenty-One: The Fall", "c21", "The Fall"),
        ("Volume 2 - Rising", "v2", "Rising"),
        ("Part One", "p1", ""),
    ])
    func readsHeadings(line: String, key: String, title: String) throws {
        let heading = try #require(ChapterHeading.parse(line))
        #expect(heading.key == key)
        #expect(heading.title == title)
    }

    @Test(arguments: [
        ("序章", ChapterHeading.Kind.opening), ("楔子", .opening), ("引子", .opening), ("前言", .opening),
        ("序章·雪夜", .opening), ("楔子 雪夜", .opening), ("尾声", .closing), ("尾聲（上）", .closing), ("后记", .closing),
        ("终章 归来", .closing), ("大结局", .closing), ("番外", .extra), ("番外篇", .extra), ("番外·雪", .extra),
        ("☆、番外", .extra), ("【楔子】", .opening), ("Prologue", .opening), ("Epilogue: Snow", .closing),
    ])
    func readsHeadingsWithoutANumber(line: String, kind: ChapterHeading.Kind) throws {
        let heading = try #require(ChapterHeading.parse(line))
        #expect(heading.kind == kind)
        #expect(heading.number == nil)
        #expect(heading.key.hasPrefix("x-"))
    }

    @Test(arguments: [
        "第一章里，他说过这句话。", "第二回合开始了！", "第一章写得真好", "第三回见面的时候", "第二节课铃响了", "第一部电影上映", "第三集团军",
        "第一次见面", "第二天", "第一章 他说完就走了。", "第一百个人", "卷一卷袖子", "卷起袖子", "上卷着袖子", "序列号是三", "前言不搭后语",
        "尾声渐渐消失", "番外到此结束", "后记得来", "引子弹上膛", "终章将至", "Chapter one of his life was over.",
        "Part 2 of the plan failed", "Chapters were long", "I am here", "", "　　", "【系统绑定成功，宿主：周岩。】", "***", "第", "第章",
        "第一回也．作者自云", "chapter",
    ])
    func leavesSentencesAlone(line: String) {
        #expect(ChapterHeading.parse(line) == nil)
    }

    @Test func refusesLongLines() {
        #expect(ChapterHeading.parse("第一章 " + String(repeating: "长", count: 80)) == nil)
        #expect(ChapterHeading.parse("第一章" + String(repeating: "长", count: 30)) == nil)
    }

    @Test func givesUnnumberedHeadingsStableKeys() {
        #expect(ChapterHeading.parse("楔子")?.key == ChapterHeading.parse("　　楔子 ")?.key)
        #expect(ChapterHeading.parse("楔子")?.key != ChapterHeading.parse("引子")?.key)
    }
}
