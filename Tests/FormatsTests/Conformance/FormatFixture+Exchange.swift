import Formats
import Text

extension FormatFixture {
    static let tmx: [FormatFixture] = [
        FormatFixture(TMXFormat.self, "memory.tmx", memory, units: 4),
        FormatFixture(
            TMXFormat.self,
            "all.tmx",
            encoded(lines(manyLanguages, "\r\n"), .utf16BE, mark: [0xFE, 0xFF]),
            units: 2
        ),
        FormatFixture(TMXFormat.self, "flat.tmx", flat, units: 2, findings: 1),
    ]

    private static let memory = """
        <?xml version="1.0" encoding="utf-8"?>
        <!DOCTYPE tmx SYSTEM "tmx14.dtd">
        <tmx version="1.4">
          <header creationtool="OmegaT" creationtoolversion="6" segtype="sentence" o-tmf="x" adminlang="EN-US" srclang="ZH-CN" datatype="plaintext"/>
          <body>
            <tu tuid="a1">
              <note>第一章</note>
              <tuv xml:lang="ZH-CN" changedate="20250101T000000Z">
                <seg>他走了。</seg>
              </tuv>
              <tuv xml:lang="EN">
                <seg>He left.</seg>
              </tuv>
            </tu>
            <tu>
              <tuv xml:lang="ZH-CN"><seg><bpt i="1">&lt;b&gt;</bpt>很好<ept i="1">&lt;/b&gt;</ept><ph x="1">{n}</ph></seg></tuv>
            </tu>
            <tu>
              <tuv xml:lang="ZH-CN">
                <prop type="x">1</prop>
                <seg>又来 <hi type="b">了</hi></seg>
              </tuv>
              <tuv xml:lang="fr"><seg>Encore</seg></tuv>
            </tu>
            <tu><tuv xml:lang="ZH-CN"><seg>他走了。</seg></tuv><tuv xml:lang="EN"><seg/></tuv></tu>
          </body>
        </tmx>

        """

    private static let manyLanguages = """
        <tmx version="1.1"><header srclang="*all*"/><body>
        <tu><tuv lang="de"><seg>Hallo</seg></tuv><tuv lang="zh"><seg>你好</seg></tuv></tu>
        <tu tuid='2'><tuv lang="zh"><seg><ut>{\\b </ut>世界<ut>}</ut> &amp; “人”</seg></tuv></tu></body></tmx>
        """

    private static let flat =
        "<tmx version=\"1.4\"><header srclang=\"zh-CN\"></header><body><tu><tuv xml:lang=\"zh\"><seg>一</seg></tuv></tu>"
        + "<tu tuid=\"\"><tuv xml:lang=\"zh-Hans\"><seg>二]]&gt;</seg></tuv><tuv xml:lang=\"en-US\"><seg>two</seg></tuv></tu>"
        + "<tu><tuv xml:lang=\"ja\"><seg>三</seg></tuv></tu></body></tmx>"

    static let tbx: [FormatFixture] = [
        FormatFixture(TBXFormat.self, "terms.tbx", concepts, units: 3),
        FormatFixture(
            TBXFormat.self,
            "old.tbx",
            encoded(lines(martif, "\r\n"), .utf8, mark: [0xEF, 0xBB, 0xBF]),
            units: 2
        ),
        FormatFixture(TBXFormat.self, "gbk.tbx", encoded(legacy, .gb18030), units: 1),
    ]

    private static let concepts = """
        <?xml version='1.0'?>
        <tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
          <tbxHeader><fileDesc><sourceDesc><p>术语</p></sourceDesc></fileDesc></tbxHeader>
          <text><body>
            <conceptEntry id="c1">
              <descrip type="definition">修行的境界</descrip>
              <langSec xml:lang="zh">
                <termSec>
                  <term>金丹</term>
                  <termNote type="partOfSpeech">noun</termNote>
                </termSec>
                <termSec><term>金丹期</term></termSec>
              </langSec>
              <langSec xml:lang="en">
                <termSec>
                  <term>Golden Core</term>
                </termSec>
              </langSec>
            </conceptEntry>
            <conceptEntry id="c2">
              <langSec xml:lang="zh"><termSec><term>筑基</term></termSec></langSec>
            </conceptEntry>
          </body></text>
        </tbx>
        """

    private static let martif = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
        <martif type="TBX-Basic" xml:lang="zh-CN"><text><body>
        <termEntry><langSet xml:lang="zh-CN"><ntig><termGrp><term>剑气 &amp; 刀气</term></termGrp></ntig></langSet></termEntry>
        <termEntry id="e2">
        \t<langSet xml:lang="zh-CN">
        \t\t<tig>
        \t\t\t<term>灵石</term>
        \t\t</tig>
        \t</langSet>
        \t<langSet xml:lang="en"><tig><term/></tig></langSet>
        </termEntry>
        </body></text></martif>
        """

    private static let legacy =
        "<?xml version=\"1.0\" encoding=\"gb2312\"?><martif xml:lang=\"zh\"><text><body><termEntry id=\"一\">"
        + "<langSet lang=\"zh\"><tig><term>丹药</term></tig></langSet></termEntry></body></text></martif>"
}
