import Formats
import Testing
import Text

/// What is written into memories, termbases and program strings, to the byte.
@Suite struct ExchangeFormatTests {
    private let russian = [LanguageTag("ru")].compactMap(\.self)

    /// Reads for Russian, translates units by their keys, and gives the text that is written.
    private func russian<F: Format>(_ format: F.Type, _ text: String, _ texts: [String: String]) throws -> String {
        let document = try F.read(Array(text.utf8), file: "a", options: ReadOptions(targets: russian))
        var edition = try edition(target: "ru")
        for (key, text) in texts { edition.texts[key] = InlineText(text) }
        #expect(Set(document.units.map(\.key)).isSuperset(of: texts.keys), "\(document.units.map(\.key))")
        return String(decoding: try F.write(document, as: edition).bytes, as: UTF8.self)
    }

    @Test func putsAVariantBehindTheLastOne() throws {
        let text = """
            <tmx version="1.4"><header srclang="zh"/><body>
              <tu>
                <tuv xml:lang="zh">
                  <seg>他<ph x="1"/>走</seg>
                </tuv>
              </tu>
            </body></tmx>
            """
        let variant = "\n    <tuv xml:lang=\"en\">\n      <seg>He <ph x=\"1\"/> left</seg>\n    </tuv>"
        #expect(
            try translated(TMXFormat.self, text, ["他<x1/>走": "He <x1/> left"])
                == text.replacing("</tuv>", with: "</tuv>" + variant)
        )
    }

    @Test func putsTermsIntoASectionOfTheirOwn() throws {
        let text = """
            <tbx><text><body><conceptEntry id="1"><langSec xml:lang="zh">
              <termSec><term>金丹</term></termSec>
              <termSec><term>丹</term></termSec>
            </langSec></conceptEntry></body></text></tbx>
            """
        let written = try translated(TBXFormat.self, text, ["金丹": "Golden Core", "丹": "Core"])
        let section = """
            <langSec xml:lang="en">
              <termSec><term>Golden Core</term></termSec>
              <termSec><term>Core</term></termSec>
            </langSec>
            """
        #expect(written == text.replacing("</langSec>", with: "</langSec>" + section))
    }

    @Test func writesAndroidStringsAsTheyWere() throws {
        let text = """
            <resources><string name="a">甲</string><string name="b">"乙"</string><string name="c"><b>丙</b>：%1$s</string>
            <string name="d"><![CDATA[丁]]></string></resources>
            """
        let written = try translated(
            AndroidFormat.self,
            text,
            ["甲": "it's \"A\"\n", "乙": "it's  B", "<g1>丙</g1>：<x2/>": "<x2/>: <g1>it's & C</g1>", "丁": "x ]]> y"]
        )
        #expect(written.contains("<string name=\"a\">it\\'s \\\"A\\\"\\n</string>"))
        #expect(written.contains("<string name=\"b\">\"it's  B\"</string>"))
        #expect(written.contains("<string name=\"c\">%1$s: <b>it\\'s &amp; C</b></string>"))
        #expect(written.contains("<string name=\"d\"><![CDATA[x ]]]]><![CDATA[> y]]></string>"))
    }

    @Test func keepsTheQuotesOfTagsInAndroidStrings() throws {
        let text = #"""
            <resources><string name="a"><![CDATA[看<a href="x">这里</a>，"好"]]></string>
            <string name="b">看&lt;a href="x" t='y'>那里&lt;/a></string>
            <string name="c">看\u003ca href=\"x\">别处\u003c/a></string>
            <string name="d"><![CDATA[<p class="q">说\"好\"</p>]]></string></resources>
            """#
        let document = try AndroidFormat.read(Array(text.utf8), file: "a.xml")
        #expect(document.units.first?.source.codes.first?.data == "<a href=\"x\">")
        let texts = [
            "看<g1>这里</g1>，\"好\"": "See <g1>here</g1>, \"fine\"", "看<g1>那里</g1>": "It's <g1>there</g1>",
            "看<g1>别处</g1>": "See <g1>elsewhere</g1>", "<g1>说\"好\"</g1>": "<g1>say \"fine\"</g1>",
        ]
        let written = try translated(AndroidFormat.self, text, texts)
        #expect(written.contains(#"<![CDATA[See <a href="x">here</a>, "fine"]]>"#))
        #expect(written.contains(#">It\'s &lt;a href="x" t='y'>there&lt;/a></string>"#))
        #expect(written.contains(#">See &lt;a href=\"x\">elsewhere&lt;/a></string>"#))
        #expect(written.contains(#"<![CDATA[<p class="q">say \"fine\"</p>]]>"#))
    }

    @Test func leavesTheSpaceAroundAndroidStringsToTheFile() throws {
        let text = """
            <resources><string name="a">"  甲  "</string><string name="b">
                乙
            </string><string name="c"> <b>丙</b> 丁 </string><string name="d"> "\\"戊 " </string>
            <string name="e">己\\u0020</string><plurals name="n"><item quantity="one">" 庚"</item>
            <item quantity="other">辛 </item></plurals></resources>
            """
        let texts = [
            "甲": "A's", "乙": "B", "<g1>丙</g1> 丁": "<g1>C</g1> D", "\"戊": "\"E", "己 ": "F ", "庚": "G", "辛": "H",
        ]
        let expected = [
            ("甲", "A's"), ("乙", "B"), ("丙", "C"), ("丁", "D"), ("戊", "E"), ("己", "F"), ("庚", "G"), ("辛", "H"),
        ]
        #expect(
            try translated(AndroidFormat.self, text, texts)
                == expected.reduce(text) { $0.replacing($1.0, with: $1.1) }
        )
    }

    @Test func givesAPluralTheFormsOfItsTarget() throws {
        let android = """
            <resources>
                <plurals name="n">
                    <item quantity="other">%d 天</item>
                </plurals>
            </resources>
            """
        let texts = ["strings/n[one]": "%d день", "strings/n[few]": "%d дня", "strings/n[many]": "%d дней"]
        let items = ["one\">%d день", "few\">%d дня", "many\">%d дней", "other\">%d 天"]
        let expected = items.map { "        <item quantity=\"\($0)</item>\n" }.joined()
        #expect(
            try russian(AndroidFormat.self, android, texts)
                == android.replacing("        <item quantity=\"other\">%d 天</item>\n", with: expected)
        )
        let apple = """
            <plist><dict><key>n</key><dict><key>NSStringLocalizedFormatKey</key><string>%#@v@</string><key>v</key><dict>
                <key>other</key>
                <string>%d 天</string>
            </dict></dict></dict></plist>
            """
        let written = try russian(
            StringsDictFormat.self,
            apple,
            ["strings/n/v[other]": "%d дня", "strings/n/v[one]": "%d день"]
        )
        let forms = [("one", "%d день"), ("few", "%d 天"), ("many", "%d 天"), ("other", "%d дня")]
        let pairs = forms.map { "    <key>\($0)</key>\n    <string>\($1)</string>\n" }.joined()
        #expect(written == apple.replacing("    <key>other</key>\n    <string>%d 天</string>\n", with: pairs))
    }

    @Test func translatesTheTextForNoneInEveryLanguage() throws {
        let apple = """
            <plist><dict><key>n</key><dict><key>NSStringLocalizedFormatKey</key><string>%#@v@</string><key>v</key><dict>
                <key>zero</key><string>没有</string><key>one</key><string>%d 天</string>
                <key>few</key><string>%d 天</string><key>many</key><string>%d 天</string>
                <key>other</key><string>%d 天</string>
            </dict></dict></dict></plist>
            """
        let texts = ["strings/n/v[zero]": "нет", "strings/n/v[other]": "%d дня"]
        let expected = apple.replacing("没有", with: "нет").replacing(
            "other</key><string>%d 天",
            with: "other</key><string>%d дня"
        )
        #expect(try russian(StringsDictFormat.self, apple, texts) == expected)
        let android = """
            <resources><plurals name="n"><item quantity="zero">没有</item><item quantity="other">%d 天</item></plurals>
            </resources>
            """
        let written = try russian(
            AndroidFormat.self,
            android,
            ["strings/n[zero]": "нет", "strings/n[other]": "%d дня"]
        )
        #expect(written.contains("<item quantity=\"zero\">нет</item>"))
    }

    @Test func takesVariablesOfRulesForCodes() throws {
        let text = """
            <plist><dict><key>n</key><dict><key>NSStringLocalizedFormatKey</key><string>共%#@v@</string><key>v</key>
            <dict><key>other</key><string>%d 天</string></dict></dict></dict></plist>
            """
        let units = try StringsDictFormat.read(Array(text.utf8), file: "a.stringsdict").units
        #expect(units.map(\.source.tagged) == ["共<x1/>", "<x1/> 天"])
        #expect(units.first?.source.codes.first?.data == "%#@v@")
    }

    @Test func finishesAPluralOfQtInTheFormsOfItsLanguage() throws {
        let text = """
            <TS version="2.1"><context><name>C</name><message id="m" numerus="yes">
                <source>%n 天</source>
                <translation type="unfinished"><numerusform></numerusform></translation>
            </message></context></TS>
            """
        let texts = ["C/m[one]": "%n день", "C/m[few]": "%n дня", "C/m[many]": "%n дней"]
        let forms = texts.values.sorted { $0.count < $1.count || ($0.count == $1.count && $0 > $1) }
        let written = try russian(QtTSFormat.self, text, texts)
        #expect(written.contains("<TS version=\"2.1\" language=\"ru\">"))
        #expect(written.contains("<translation><numerusform>%n день</numerusform><numerusform>%n дня</numerusform>"))
        #expect(forms.allSatisfy { written.contains("<numerusform>\($0)</numerusform>") })
        let part = try russian(QtTSFormat.self, text, ["C/m[one]": "%n день"])
        #expect(part.contains("type=\"unfinished\""))
    }

    @Test func escapesQuotesAsTheFileDoes() throws {
        let raw = "<root><resheader/><data name='a'><value>“甲” \"x\"</value></data></root>"
        #expect(
            try translated(RESXFormat.self, raw, ["“甲” \"x\"": "a \"b\" > 'c'"]).contains(
                "<value>a \"b\" &gt; 'c'</value>"
            )
        )
        let escaped = "<root><resheader/><data name='a'><value>甲 &quot;x&quot; &apos;</value></data></root>"
        let written = try translated(RESXFormat.self, escaped, ["甲 \"x\" '": "a \"b\" 'c'"])
        #expect(written.contains("<value>a &quot;b&quot; &apos;c&apos;</value>"))
        let numbers = "<root><resheader/><data name='a'><value>&#x4E00;</value></data></root>"
        #expect(try translated(RESXFormat.self, numbers, ["一": "é"]).contains("<value>&#xE9;</value>"))
    }
}
