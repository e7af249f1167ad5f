import Formats
import Text

extension FormatFixture {
    static let ttml: [FormatFixture] = [
        FormatFixture(TTMLFormat.self, "episode.ttml", cues, units: 6),
        FormatFixture(
            TTMLFormat.self,
            "episode.dfxp",
            encoded(lines(oldCues, "\r\n"), .utf16LE, mark: [0xFF, 0xFE]),
            units: 3
        ),
        FormatFixture(
            TTMLFormat.self,
            "gbk.xml",
            encoded(
                "<?xml version='1.0' encoding='GBK'?><tt xmlns='http://www.w3.org/ns/ttml'><body><div><p begin='1s'>走</p>"
                    + "<p begin='1s'>留<b></p><p>没有时间&hellip;</p></div></body></tt>",
                .gb18030
            ),
            units: 3,
            findings: 1
        ),
    ]

    private static let cues = """
        <?xml version="1.0" encoding="utf-8"?>
        <tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="zh-Hans">
          <head>
            <metadata><ttm:title>第一集</ttm:title><ttm:agent xml:id="v1"><ttm:name type="full">林夕</ttm:name></ttm:agent></metadata>
            <styling><style xml:id="s1" tts:color="white"/></styling>
          </head>
          <body>
            <div>
              <p xml:id="c1" begin="0.76s" end="3.45s" ttm:agent="v1">
                你怎么来了，<br/>
                我以为你走了。
              </p>
              <p begin="00:00:05.000" dur="2s" style="s1"><span tts:fontStyle="italic">他</span>说：“走吧”</p>
              <p begin="00:00:08.000" end="00:00:09.000">
                <span style="s1">第一行</span>
                <br></br>
                <span>第二行</span>
              </p>
              <p begin="00:00:10.000" end="00:00:11.000"></p>
              <p begin="00:00:12.000" end="00:00:13.000">- 是<!-- 口误 -->的</p>
              <p begin="00:00:12.000" end="00:00:13.000">- 嗯</p>
            </div>
          </body>
        </tt>

        """

    private static let oldCues = """
        <tt:tt xmlns:tt="http://www.w3.org/2006/10/ttaf1" ttp:frameRate="25" xml:lang="zh">
        <tt:body><tt:div>
        <tt:p begin="00:00:01:12" end="00:00:02:00">一<tt:br/>二</tt:p>
        <tt:p begin="00:00:03:00">三 &lt; 四</tt:p><tt:p xml:id="x">五</tt:p>
        </tt:div></tt:body></tt:tt>
        """

    static let fb2: [FormatFixture] = [
        FormatFixture(FB2Format.self, "book.fb2", novel, units: 15),
        FormatFixture(FB2Format.self, "gbk.fb2", encoded(lines(short("gbk"), "\r\n"), .gb18030), units: 3),
        FormatFixture(FB2Format.self, "big5.fb2", encoded(short("Big5").replacing("说", with: "說"), .big5), units: 3),
        FormatFixture(
            FB2Format.self,
            "russian.fb2",
            encoded(
                "<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n<FictionBook><body><section><p>Привет, «мир»</p>"
                    + "<p>Нет</section></body></FictionBook>",
                .windows1251
            ),
            units: 1,
            findings: 1
        ),
    ]

    private static let novel = """
        <?xml version="1.0" encoding="UTF-8"?>
        <FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink">
          <description>
            <title-info>
              <genre>sf</genre>
              <author><first-name>鲁</first-name><last-name>迅</last-name><id>1</id></author>
              <book-title>狂人日记</book-title>
              <annotation><p>简介第一段。</p></annotation>
              <keywords>小说, 经典</keywords>
              <lang>zh</lang>
              <sequence name="呐喊" number="1"/>
            </title-info>
            <document-info><program-used>工具</program-used></document-info>
          </description>
          <body>
            <title><p>狂人日记</p></title>
            <epigraph><p>题记</p><text-author>佚名</text-author></epigraph>
            <section id="s1">
              <title><p>第一章</p><p>开头</p></title>
              <p>　　今天晚上，<emphasis>很好</emphasis>的月光。<a l:href="#n1" type="note">[1]</a></p>
              <empty-line/>
              <poem><stanza><v>床前明月光，</v></stanza></poem>
              <p><image l:href="#i.png"/></p>
            </section>
            <section><section><p>嵌套的
              段落</p></section></section>
          </body>
          <body name="notes"><section id="n1"><p>注释 &amp; 说明</p></section></body>
          <binary id="i.png" content-type="image/png">iVBORw0KGgo=</binary>
        </FictionBook>

        """

    private static func short(_ encoding: String) -> String {
        """
        <?xml version="1.0" encoding="\(encoding)"?>
        <FictionBook><description><title-info><book-title>小说</book-title></title-info></description>
        <body><p>一 <strong>二</strong> 三</p><p><![CDATA[原文 <b>]]></p></body></FictionBook>
        """
    }

    static let html: [FormatFixture] = [
        FormatFixture(HTMLFormat.self, "index.html", page, units: 17),
        FormatFixture(HTMLFormat.self, "gbk.htm", encoded(lines(oldPage, "\r\n"), .gb18030), units: 8),
        FormatFixture(HTMLFormat.self, "page.xhtml", "\u{FEFF}" + xhtml, units: 3),
    ]

    private static let page = """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
          <meta charset="utf-8">
          <title>星海 · 首页</title>
          <meta name="description" content="一个故事 &amp; 更多">
          <meta name=viewport content="width=device-width">
          <meta property="og:title" content='星海'>
          <link rel=stylesheet href=a.css>
          <style>.a > b { content: "中文"; }</style>
          <script>if (a < b && c > "中文") { document.write("<p>不译</p>"); }</script>
        </head>
        <body>
          <!-- 注释 -->
          <h1 id="top">欢迎来到<br>星海</h1>
          <p>第一段，<b>粗体</b>和<a href="x.html">链接</a>。
          <p>第二段没有结束标签
          <ul><li>一<li>二 <ul><li>二之一</ul><li>三</ul>
          <img src=a.png alt="图片说明" title='提示'>
          <table><tr><td>格一<td>格二</table>
          <form><input type="text" placeholder="搜索"><input type=submit value="提交"><input value="数据"></form>
          <pre>
        第一行
          第二行</pre>
          <p translate="no">不译</p>
        </body>
        </html>

        """

    private static let oldPage = """
        <HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312">
        <TITLE>旧网页</TITLE></HEAD>
        <BODY bgColor=#ffffff><CENTER><FONT size=5>标题</FONT></CENTER>
        <P>　　第一段&nbsp;有<FONT color=red>红字</FONT>。<BR>换行
        <P align=center>第二段 & 符号 <br>
        <HR><TABLE><TR><TD>一</TD><TD>二</TABLE>
        <DIV>尾 &copy; 声</div>
        <NOSCRIPT>没有脚本</NOSCRIPT>
        <H2>再见</H2>
        </BODY></HTML>
        """

    private static let xhtml = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
        <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="zh" lang="zh"><head><title>标题</title></head>
        <body><p>一<br/>二</p><div><p>三 <img src="a.png" alt=""/></p></div></body></html>
        """

    static let genericXML: [FormatFixture] = [
        FormatFixture(
            GenericXMLFormat.self,
            "ChineseSimplified.xml",
            encoded(dictionary, .utf8, mark: [0xEF, 0xBB, 0xBF]),
            units: 5
        ),
        FormatFixture(
            GenericXMLFormat.self,
            "items.xml",
            lines(items, "\r\n"),
            units: 5,
            options: ReadOptions(elements: [
                "Item/Name key=ID", "/Items/Item/Desc key=ID comment=@note", "Item@title", "-Item/Icon",
            ])
        ),
        FormatFixture(
            GenericXMLFormat.self,
            "gbk.xml",
            encoded(legacy, .gb18030),
            units: 3,
            findings: 1,
            options: ReadOptions(elements: ["config/a key=@id", "line@text"])
        ),
    ]

    private static let dictionary = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Dictionaries>
          <Dictionary Language="ChineseSimplified">
            <String Key="Game.Name" Value="星际力量" />
            <String Key="Game.Website" Value="https://example.com/" />
            <String Key='Menu.Start' Value='开始 "游戏" &amp; 退出' />
            <String Key="Dialog.Other" Value="" />
            <String Key="Hello" Value="你好 {0}&#10;第二行" />
            <Text><![CDATA[<color=#fff>白色</color> & 其他]]></Text>
            <Text>更多 OK</Text>
          </Dictionary>
          <Dictionary Language="English">
            <String Key="Game.Name" Value="STAR FORCE" />
          </Dictionary>
        </Dictionaries>
        """

    private static let items = """
        <Items>
        \t<Item title='一号'><ID>1001</ID><Name>铁剑</Name><Icon>图标</Icon><Desc note="武器">攻击 <b>+5</b></Desc></Item>
        \t<Item><Name>盾</Name><ID>1002</ID><Desc>  &lt;防御&gt; </Desc></Item>
        </Items>

        """

    private static let legacy =
        "<?xml version=\"1.0\" encoding=\"GB2312\" standalone='yes'?><config><a id=\"x\">文字</a><a id=\"x\">重复</a>"
        + "<dialog><line text='他说：\"好\"'/></dialog><broken></config>"
}
