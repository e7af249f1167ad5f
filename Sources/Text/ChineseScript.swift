extension LanguageTag {
    package static let simplifiedChinese = LanguageTag(language: "zh", script: "Hans")
    package static let traditionalChinese = LanguageTag(language: "zh", script: "Hant")

    private init(language: String, script: String?) {
        self.language = language
        self.script = script
        region = nil
        rest = []
    }

    /// Simplified or traditional Chinese, by the characters that only one of the two uses; nil for text with hardly any
    /// Han in it. A text that shows neither is taken for simplified.
    package static func chinese(of text: String) -> LanguageTag? {
        var han = 0
        var letters = 0
        var kana = 0
        var simplified = 0
        var traditional = 0
        for scalar in text.unicodeScalars {
            if scalar.isHan {
                han += 1
                if onlySimplified.contains(scalar) { simplified += 1 }
                if onlyTraditional.contains(scalar) { traditional += 1 }
            } else if scalar.isKana {
                kana += 1
            } else if scalar.properties.isAlphabetic {
                letters += 1
            }
        }
        guard han >= 2, han * 3 >= letters, kana * 10 < han else { return nil }
        return traditional > simplified ? traditionalChinese : simplifiedChinese
    }

    // Frequent characters whose two shapes differ, in the same order; those that both scripts use (后, 里, 几, 万) are left out.
    private static let onlySimplified = Set(
        "这个们来说时对过还没开问见间门进长现样让头边气为会经动两应无给点认话东声实车马听觉儿难风飞书钱亲爱师张总谁义处乐题变写业战关带转电记费发产爷军阳龙飘剑灵药阵楼伤轻脸笔连远选华"
            .unicodeScalars
    )
    private static let onlyTraditional = Set(
        "這個們來說時對過還沒開問見間門進長現樣讓頭邊氣為會經動兩應無給點認話東聲實車馬聽覺兒難風飛書錢親愛師張總誰義處樂題變寫業戰關帶轉電記費發產爺軍陽龍飄劍靈藥陣樓傷輕臉筆連遠選華"
            .unicodeScalars
    )
}
