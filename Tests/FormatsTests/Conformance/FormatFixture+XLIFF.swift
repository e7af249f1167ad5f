import Formats
import Text

extension FormatFixture {
    static let xliff: [FormatFixture] = [
        FormatFixture(XLIFFFormat.self, "strings.xlf", old, units: 8),
        FormatFixture(
            XLIFFFormat.self,
            "game.xliff",
            encoded(lines(segmented, "\r\n"), .utf16LE, mark: [0xFF, 0xFE]),
            units: 5
        ),
        FormatFixture(XLIFFFormat.self, "untranslated.xlf", encoded(nasty, .gb18030), units: 3, findings: 2),
        FormatFixture(XLIFFFormat.self, "v2.xlf", new, units: 6),
        FormatFixture(XLIFFFormat.self, "v21.xlf", "\u{FEFF}" + lines(prefixed, "\r\n"), units: 2),
    ]

    private static let old = """
        <?xml version="1.0" encoding="UTF-8"?>
        <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
          <!-- 由导出工具生成 -->
          <file original="ui/menu.json" source-language="zh-CN" target-language="en" datatype="plaintext">
            <header><tool tool-id="t" tool-name="测试"/></header>
            <body>
              <trans-unit id="start" resname="menu.start" approved="yes">
                <source>开始游戏</source>
                <target state="final">Start</target>
                <note from="dev">主菜单 &amp; 暂停</note>
              </trans-unit>
              <group id="g1" resname="dialog">
                <trans-unit id="hello" maxwidth="20" size-unit="char">
                  <source>你好，<g id="1" ctype="x-bold">{name}</g>！<x id="2" ctype="lb"/>欢迎</source>
                  <target state="needs-translation">Hi, <g id="1" ctype="x-bold">{name}</g>!</target>
                </trans-unit>
                <trans-unit id="count"><source>共 %1$d 个 &quot;物品&quot;</source></trans-unit>
                <trans-unit id="raw" xml:space="preserve"><source><bpt id="1" rid="1">&lt;b&gt;</bpt>粗体<ept id="2" rid="1">&lt;/b&gt;</ept>
          第二行</source><target></target></trans-unit>
              </group>
              <group translate="no"><trans-unit id="skip"><source>不译</source></trans-unit></group>
              <trans-unit id="cd"><source><![CDATA[<p>段落 & 更多</p>]]></source><target/></trans-unit>
              <trans-unit id="blank"><source>   </source></trans-unit>
              <trans-unit id="alt">
                <source>选项</source>
                <alt-trans match-quality="80"><source>选择</source><target>Choice</target></alt-trans>
              </trans-unit>
            </body>
          </file>
          <file original="ui/end.json" source-language="zh-CN" datatype="plaintext">
            <body>
              <trans-unit id="start"><source>结束</source></trans-unit>
              <trans-unit id="start"><source>再见 <mrk mtype="protected">Caravan</mrk>。</source></trans-unit>
            </body>
          </file>
        </xliff>

        """

    private static let segmented = """
        <?xml version="1.0" encoding="utf-16"?>
        <xliff version="1.2">
        \t<file original="a.docx" source-language="zh" target-language="en-GB">
        \t\t<body>
        \t\t\t<trans-unit id="1">
        \t\t\t\t<source>第一句。第二句。</source>
        \t\t\t\t<seg-source><mrk mtype="seg" mid="0">第一句。</mrk> <mrk mtype="seg" mid="1">第<g id="1">二</g>句。</mrk></seg-source>
        \t\t\t</trans-unit>
        \t\t\t<trans-unit id="2">
        \t\t\t\t<source>甲。乙。</source>
        \t\t\t\t<seg-source><mrk mtype="seg" mid="0">甲。</mrk><mrk mtype="seg" mid="1">乙。</mrk></seg-source>
        \t\t\t\t<target><mrk mtype="seg" mid="0">A.</mrk><mrk mtype="seg" mid="1"/></target>
        \t\t\t</trans-unit>
        \t\t\t<trans-unit id="3"><source>单句</source></trans-unit>
        \t\t</body>
        \t</file>
        </xliff>
        """

    /// No id, no line breaks, references for everything, an element that is never closed.
    private static let nasty =
        "<?xml version='1.0' encoding='GBK'?>\r\n<xliff version='1.2'><file original='奇怪 &amp; 名字' "
        + "source-language='zh-Hans'><body><trans-unit><source>&#x4F60;&#22909;&lt;br/&gt;</source></trans-unit>"
        + "<trans-unit id='a &gt; b' extradata=''><source>价格：5 &gt; 3 && 'x'</source>\r"
        + "<target state='new' xml:lang='en'/></trans-unit><trans-unit id='c'><source>未闭合<x id='1'/>的</source>"
        + "<note>没有关<b></note></trans-unit></body></file></xliff>"

    private static let new = """
        <?xml version="1.0"?>
        <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh-Hans" trgLang="en">
          <file id="f1" original="chapter1.html">
            <skeleton href="chapter1.skl"/>
            <unit id="u1" name="title">
              <notes><note id="n1">章节标题</note></notes>
              <segment id="s1" state="initial" subState="x:new">
                <source>第一章</source>
              </segment>
            </unit>
            <group id="g">
              <unit id="u2">
                <originalData><data id="d1">&lt;b></data><data id="d2">&lt;/b></data></originalData>
                <segment id="s1" state="reviewed">
                  <source>他说：<pc id="1" dataRefStart="d1" dataRefEnd="d2">走</pc>。</source>
                  <target>He said: <pc id="1" dataRefStart="d1" dataRefEnd="d2">go</pc>.</target>
                </segment>
                <ignorable><source> </source></ignorable>
                <segment><source>她<sc id="2"/>没有<ec startRef="2"/>回答<cp hex="001B"/>。<ph id="3" subType="xlf:lb"/>完</source></segment>
              </unit>
            </group>
            <unit id="u3" translate="no"><segment><source>不译</source></segment></unit>
          </file>
          <file id="f2"><unit id="u1"><segment><source>尾声</source><target/></segment></unit>
            <unit id="u2"><segment><source xml:space="preserve">  缩进
            <mrk id="m1" type="term">灵气</mrk></source></segment></unit>
            <unit id="u4"><segment><source>${count} 个 %s</source></segment></unit></file>
        </xliff>
        """

    private static let prefixed = """
        <x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang='zh'>
        <x:file id='1'><x:unit id='1'><x:segment><x:source>"你好" 'a' &gt; b</x:source></x:segment></x:unit>
        <x:unit id='2'><x:segment>
          <x:source>世界<x:ph id='1'/></x:source>
        </x:segment></x:unit></x:file></x:xliff>
        """
}
