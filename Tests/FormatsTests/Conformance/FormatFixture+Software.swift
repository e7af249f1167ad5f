import Formats
import Text

extension FormatFixture {
    static let android: [FormatFixture] = [
        FormatFixture(AndroidFormat.self, "values/strings.xml", androidStrings, units: 14),
        FormatFixture(
            AndroidFormat.self,
            "values-zh/strings.xml",
            "\u{FEFF}" + lines(androidNasty, "\r\n"),
            units: 7,
            findings: 1,
            options: ReadOptions(targets: english)
        ),
        FormatFixture(AndroidFormat.self, "one.xml", "<resources><string name='a'>只有一个</string></resources>", units: 1),
    ]

    private static let androidStrings = #"""
        <?xml version="1.0" encoding="utf-8"?>
        <resources xmlns:xliff="urn:oasis:names:tc:xliff:document:1.2" xmlns:tools="http://schemas.android.com/tools">
            <!-- 应用名称 -->
            <string name="app_name">大篷车</string>
            <string name="app_alias">@string/app_name</string>
            <string name="hello">你好，<xliff:g id="name" example="小明">%1$s</xliff:g>！\n欢迎回来</string>
            <string name="build" translatable="false">构建</string>
            <string name="quote">他说：\"别\'走\"</string>
            <string name="quoted">"  带空格 it's  "</string>
            <string name="markup">请<b>马上</b>点击 <a href="https://example.com/?a=1&amp;b=2">这里</a></string>
            <string name="html"><![CDATA[<p>价格 & 数量</p>]]></string>
            <string name="escaped">&lt;b>粗体&lt;/b> \u4F60\u597d \@me \\ 100%%</string>
            <string name="long">第一行
                第二行
                第三行</string>
            <string name="empty"></string>
            <string name="emoji" tools:ignore="MissingTranslation">😀 表情</string>
            <string-array name="days">
                <item>星期一</item>
                <item>@string/tuesday</item>
                <item>星期三</item>
            </string-array>
            <plurals name="apples">
                <item quantity="one">%d 个苹果</item>
                <item quantity="other">%d 些苹果</item>
            </plurals>
            <color name="red">#FF0000</color>
            <item type="string" name="item">条目</item>
        </resources>

        """#

    private static let androidNasty = """
        <resources>
        <string name='a' >甲 &#8230; &nbsp;乙</string><string name="b">&unknown;丙</string>
        <string>没有名字</string>
        <plurals name="n">
          <item quantity="other">%1$d 天</item>
        </plurals>
        <plurals name="m"><item quantity="few">几</item><item quantity="one">一</item></plurals>
        <string name="ref">?attr/colorPrimary</string>
        <string name="a">重复的名字</string>
        </resources>
        """

    static let stringsDict: [FormatFixture] = [
        FormatFixture(StringsDictFormat.self, "Localizable.stringsdict", rules, units: 4),
        FormatFixture(
            StringsDictFormat.self,
            "en.stringsdict",
            lines(rules, "\r\n"),
            units: 6,
            options: ReadOptions(targets: english)
        ),
        FormatFixture(
            StringsDictFormat.self,
            "flat.stringsdict",
            "<plist><dict><key>k &amp; l</key><dict><key>NSStringLocalizedFormatKey</key><string>%#@v@</string><key>v</key>"
                + "<dict><key>other</key><string><![CDATA[%d 次]]></string></dict></dict></dict></plist>",
            units: 1
        ),
    ]

    private static let rules = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0">
        <dict>
        \t<key>%d files</key>
        \t<dict>
        \t\t<key>NSStringLocalizedFormatKey</key>
        \t\t<string>在%#@folders@里有%#@files@</string>
        \t\t<key>files</key>
        \t\t<dict>
        \t\t\t<key>NSStringFormatSpecTypeKey</key>
        \t\t\t<string>NSStringPluralRuleType</string>
        \t\t\t<key>NSStringFormatValueTypeKey</key>
        \t\t\t<string>d</string>
        \t\t\t<key>other</key>
        \t\t\t<string>%d 个文件</string>
        \t\t</dict>
        \t\t<key>folders</key>
        \t\t<dict>
        \t\t\t<key>NSStringFormatSpecTypeKey</key>
        \t\t\t<string>NSStringPluralRuleType</string>
        \t\t\t<key>NSStringFormatValueTypeKey</key>
        \t\t\t<string>d</string>
        \t\t\t<key>other</key>
        \t\t\t<string>%d 个文件夹</string>
        \t\t</dict>
        \t</dict>
        \t<key>width</key>
        \t<dict>
        \t\t<key>NSStringVariableWidthRuleType</key>
        \t\t<dict>
        \t\t\t<key>20</key>
        \t\t\t<string>短 &lt;文&gt;</string>
        \t\t</dict>
        \t</dict>
        </dict>
        </plist>

        """

    static let resx: [FormatFixture] = [
        FormatFixture(RESXFormat.self, "Strings.zh-CN.resx", resources, units: 5),
        FormatFixture(RESXFormat.self, "Strings.resw", "\u{FEFF}" + lines(resources, "\r\n"), units: 5),
        FormatFixture(
            RESXFormat.self,
            "broken.resx",
            "<root><data><value>没有名字</value></data><data name='a'><value>甲</value><data name=\"b\"><value>乙</value></data></root>",
            units: 1,
            findings: 2
        ),
    ]

    private static let resources = """
        <?xml version="1.0" encoding="utf-8"?>
        <root>
          <xsd:schema id="root" xmlns="" xmlns:xsd="http://www.w3.org/2001/XMLSchema"></xsd:schema>
          <resheader name="resmimetype">
            <value>text/microsoft-resx</value>
          </resheader>
          <data name="Menu.Start" xml:space="preserve">
            <value>开始</value>
            <comment>主菜单</comment>
          </data>
          <data name="Count" xml:space="preserve">
            <value>共 {0:N2} 个
        第二行 &lt;b&gt; "引" &amp;</value>
          </data>
          <data name="Space" xml:space="preserve"><value>  前后  </value></data>
          <data name="Empty" xml:space="preserve"><value></value></data>
          <data name="label1.Size" type="System.Drawing.Size, System.Drawing"><value>100, 20</value></data>
          <data name="&gt;&gt;label1.Name" xml:space="preserve"><value>标签</value></data>
          <data name="icon" mimetype="application/x-microsoft.net.object.bytearray.base64"><value>AAEC</value></data>
          <data name="label1.Text" xml:space="preserve"><value>标签</value></data>
          <data name="ok"><value>OK</value></data>
        </root>
        """

    static let qt: [FormatFixture] = [
        FormatFixture(QtTSFormat.self, "app_en.ts", linguist, units: 8),
        FormatFixture(
            QtTSFormat.self,
            "app.ts",
            lines(unnamed, "\r\n"),
            units: 4,
            options: ReadOptions(targets: english)
        ),
        FormatFixture(
            QtTSFormat.self,
            "ids.ts",
            "<TS version='2.1' language='en'><message id='x'><source>甲</source></message><message id='y'><source>乙</source>"
                + "<translation/></message><message></message></TS>",
            units: 1,
            findings: 1
        ),
    ]

    private static let linguist = """
        <?xml version="1.0" encoding="utf-8"?>
        <!DOCTYPE TS>
        <TS version="2.1" language="en_US" sourcelanguage="zh_CN">
        <context>
            <name>MainWindow</name>
            <message>
                <location filename="../main.cpp" line="12"/>
                <location line="+3"/>
                <source>文件(&amp;F)</source>
                <extracomment>菜单</extracomment>
                <translation>&amp;File</translation>
            </message>
            <message>
                <source>打开 &quot;%1&quot;</source>
                <comment>对话框</comment>
                <translation type="unfinished"></translation>
            </message>
            <message>
                <source>打开 &quot;%1&quot;</source>
                <translation type="unfinished">Open?</translation>
            </message>
            <message numerus="yes">
                <source>%n 个文件</source>
                <translation type="unfinished">
                    <numerusform></numerusform>
                    <numerusform></numerusform>
                </translation>
            </message>
            <message>
                <source>旧的</source>
                <translation type="vanished">Old</translation>
            </message>
        </context>
        <context>
            <name>Dialog</name>
            <message numerus="yes">
                <source>%n 天</source>
                <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
            </message>
            <message>
                <source>铃<byte value="x7"/>声 &lt;b&gt;响&lt;/b&gt;</source>
                <translation type="unfinished"/>
            </message>
        </context>
        </TS>

        """

    private static let unnamed = """
        <!DOCTYPE TS><TS version="2.0">
        <context>
          <name>A</name>
          <message numerus="yes"><source>%n 次</source><translation type="unfinished"></translation></message>
          <message numerus="yes">
            <source>%n 分</source>
            <translation>
              <numerusform>%n minute</numerusform>
            </translation>
          </message>
        </context></TS>
        """
}
