package import Text

/// Reads Chinese in Hanyu Pinyin without tones (ISO 7098), names above all: 林动 → Lin Dong, 尉迟恭 → Yuchi Gong.
///
/// The readings come from a table of characters and of the words that are read otherwise than their characters
/// (`script/bootstrap dictionaries`). Surnames have their own readings here and need no table.
package struct Pinyin: Sendable {
    /// Whether there is a table; without one only surnames can be read.
    package var hasTable: Bool { !characters.isEmpty }
    /// Lines of the table that could not be read.
    package private(set) var findings: [Finding] = []

    private var characters: [Unicode.Scalar: String] = [:]
    private var words: [String: [String]] = [:]
    private var longestWord = 1

    package init() {}

    /// Reads a table: on each line Han characters, a tab, and as many toneless syllables with spaces between, `ü` written.
    /// A line that begins with `#` is a remark. What cannot be read is left out and named in `findings`, ten at most.
    package init(table: [UInt8], file: String? = nil) {
        characters.reserveCapacity(table.count / 12)
        var number = 0
        for line in table.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            guard let first = line.first, first != UInt8(ascii: "#"), first != 0x0D else { continue }
            let fields = String(decoding: line, as: UTF8.self).split(separator: "\t")
            let syllables = fields.count > 1 ? fields[1].split(whereSeparator: \.isWhitespace).map(String.init) : []
            let scalars = fields.first.map { Array($0.unicodeScalars) } ?? []
            guard scalars.count == syllables.count, scalars.allSatisfy(\.isHan), !scalars.isEmpty, scalars.count <= 16
            else {
                if findings.count < 10 {
                    findings.append(
                        Finding(
                            "pinyin-line",
                            .warning,
                            "The line is no “characters, tab, syllables” and is left out: run script/bootstrap dictionaries.",
                            at: Finding.Place(file: file, line: number)
                        )
                    )
                }
                continue
            }
            if scalars.count == 1 {
                characters[scalars[0]] = syllables[0]
            } else {
                words[String(fields[0])] = syllables
                longestWord = max(longestWord, scalars.count)
            }
        }
    }

    /// The syllables of a text of Han characters, in lower case; nil when a character has no known reading.
    package func syllables(of text: some StringProtocol) -> [String]? {
        syllables(Array(text.unicodeScalars), asName: false)
    }

    /// A name as it is written in a market: `Lin Dong`, `Li Tianming`, `Yuchi Gong`, `Xi'an`.
    ///
    /// - Parameters:
    ///   - name: Han characters, also with `·` between the parts of a foreign name.
    ///   - isPerson: whether a surname is looked for; otherwise the whole is one word.
    /// - Returns: nil when a character has no known reading.
    package func name(_ name: String, isPerson: Bool = true, profile: NameProfile = NameProfile()) -> String? {
        let parts = name.split(whereSeparator: { $0 == "·" || $0 == "•" || $0 == "・" || $0 == " " })
        if parts.count > 1 {
            let read = parts.compactMap { syllables(Array($0.unicodeScalars), asName: true).map { word($0, profile) } }
            return read.count == parts.count ? read.joined(separator: " ") : nil
        }
        let scalars = Array(name.unicodeScalars)
        guard !scalars.isEmpty else { return nil }
        guard isPerson else { return syllables(scalars, asName: false).map { word($0, profile) } }
        let plain = Array(Self.simplified(name).unicodeScalars)
        if let call = Self.calls[scalars[0]], scalars.count > 1 {
            // 小王 and 小林子 are calls; 小凡 is more often a given name.
            let isCall =
                scalars[0] != "小" || scalars.count > 2
                || Surnames.all[String(plain[1])]?.frequency == .common
            guard let rest = given(scalars[1...], profile) else { return nil }
            if isCall { return call == "A" ? "A-\(rest)" : "\(call) \(rest)" }
            return given(scalars[...], profile)
        }
        if scalars.count <= 4, let surname = Surnames.surname(of: String(String.UnicodeScalarView(plain))),
            scalars.count != 2 || plain[0] != plain[1] && Self.mayBeSurname(surname, before: plain[1])
        {
            let count = surname.text.unicodeScalars.count
            let family = Self.written(surname.reading, profile.umlaut)
            guard scalars.count > count else { return family }
            if scalars.count - count <= 2 {
                guard let first = given(scalars[count...], profile) else { return nil }
                return profile.order == .surnameFirst ? "\(family) \(first)" : "\(first) \(family)"
            }
        }
        return given(scalars[...], profile)
    }

    /// The characters of a text that cannot be read.
    package func unknown(in text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { $0.isHan && characters[$0] == nil && Self.inNames[$0] == nil }
    }

    private func given(_ scalars: ArraySlice<Unicode.Scalar>, _ profile: NameProfile) -> String? {
        syllables(Array(scalars), asName: true).map { word($0, profile) }
    }

    /// The longest word of the table at each place, a single character otherwise.
    private func syllables(_ scalars: [Unicode.Scalar], asName: Bool) -> [String]? {
        var read: [String] = []
        var index = 0
        while index < scalars.count {
            var length = min(longestWord, scalars.count - index)
            while length > 1 {
                let text = String(String.UnicodeScalarView(scalars[index..<(index + length)]))
                if let found = Self.ownWords[text] ?? words[text] {
                    read += found
                    break
                }
                length -= 1
            }
            if length <= 1 {
                let scalar = scalars[index]
                guard let syllable = (asName ? Self.inNames[scalar] : nil) ?? characters[scalar] ?? Self.inNames[scalar]
                else { return nil }
                read.append(syllable)
                length = 1
            }
            index += length
        }
        return read.isEmpty ? nil : read
    }

    /// Joins syllables, with an apostrophe before one that begins with a vowel (GB/T 16159—2012, 6.1.4).
    private func word(_ syllables: [String], _ profile: NameProfile) -> String {
        var word = ""
        for syllable in syllables {
            if !word.isEmpty, let first = syllable.first, "aeo".contains(first) { word += "'" }
            word += syllable
        }
        return Self.written(word.prefix(1).uppercased() + word.dropFirst(), profile.umlaut)
    }

    private static func written(_ text: String, _ umlaut: NameProfile.Umlaut) -> String {
        switch umlaut {
        case .kept: text
        case .y: text.replacing("ü", with: "yu")
        case .dropped: text.replacing("ü", with: "u")
        }
    }

    /// Name prefixes of familiar address.
    private static let calls: [Unicode.Scalar: String] = ["小": "Xiao", "老": "Lao", "阿": "A"]

    /// Whether a name of two characters begins with its surname: 平儿, 凤姐 and 双喜 do not, 路迟 does.
    private static func mayBeSurname(_ surname: Surnames.Surname, before next: Unicode.Scalar) -> Bool {
        if "儿兒子姐哥妹".unicodeScalars.contains(next) { return false }
        return !"明弘君越风和时从能都相向别全双有来年过公法母经终平满".contains(surname.text)
    }

    /// Readings in given names, where they differ from the first one of a dictionary.
    private static let inNames: [Unicode.Scalar: String] = [
        "晟": "sheng", "朝": "chao", "长": "chang", "長": "chang", "重": "chong", "薄": "bo", "隽": "jun", "雋": "jun",
        "伽": "jia", "还": "huan", "還": "huan", "了": "liao", "地": "di", "的": "di", "着": "zhuo", "都": "du", "曾": "zeng",
        "参": "shen", "參": "shen", "率": "shuai", "弹": "tan", "翟": "zhai", "娜": "na", "莎": "sha", "茜": "qian", "阿": "a",
        "六": "liu", "厦": "xia", "说": "yue", "得": "de", "行": "xing", "乐": "le", "樂": "le", "单": "shan", "藏": "cang",
        "盛": "sheng", "柏": "bai", "露": "lu", "传": "chuan", "傳": "chuan", "缪": "miao", "牟": "mou", "祭": "ji", "没": "mo",
        "儿": "er", "兒": "er", "恶": "e", "为": "wei", "宓": "mi", "尉": "wei", "俟": "si", "仇": "qiu", "查": "zha",
    ]

    /// Words that the table lacks or reads as something else.
    private static let ownWords: [String: [String]] = [
        "重楼": ["chong", "lou"], "重樓": ["chong", "lou"], "朝歌": ["zhao", "ge"], "朝露": ["zhao", "lu"],
        "可汗": ["ke", "han"], "单于": ["chan", "yu"], "單于": ["chan", "yu"], "吐蕃": ["tu", "bo"], "大宛": ["da", "yuan"],
        "龟兹": ["qiu", "ci"], "月氏": ["yue", "zhi"], "六安": ["lu", "an"], "长老": ["zhang", "lao"], "長老": ["zhang", "lao"],
        "重庆": ["chong", "qing"], "重慶": ["chong", "qing"], "银行": ["yin", "hang"], "銀行": ["yin", "hang"],
    ]

    /// A surname at the beginning of a name in simplified characters, so that its reading is found.
    private static func simplified(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        for (index, scalar) in name.unicodeScalars.enumerated() {
            scalars.append(index < 2 ? simplifiedSurnames[scalar] ?? scalar : scalar)
        }
        return String(scalars)
    }

    private static let simplifiedSurnames: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs = """
            趙赵錢钱孫孙鄭郑馮冯陳陈褚褚衛卫蔣蒋韓韩楊杨許许呂吕張张嚴严華华謝谢鄒邹竇窦蘇苏範范魯鲁韋韦馬马鳳凤鮑鲍費费薛薛賀贺\
            湯汤羅罗畢毕鄔邬樂乐時时齊齐顧顾黃黄蕭萧貝贝計计談谈龐庞紀纪項项閔闵麻麻強强賈贾婁娄顏颜鍾钟鐘钟駱骆萬万盧卢經经繆缪\
            應应賁贲鄧邓單单諸诸鈕钮龔龚邢邢陸陆榮荣於於葉叶龍龙劉刘儲储靳靳烏乌車车寧宁欒栾甘甘厲厉從从鄂鄂賴赖藺蔺陰阴雙双聞闻\
            黨党譚谭貢贡勞劳酈郦壽寿邊边溫温莊庄閻阎連连習习魚鱼廖廖滿满廣广祿禄闕阙東东歐欧師师鞏巩聶聂簡简饒饶養养須须豐丰關关\
            後后紅红遊游權权蓋盖閆闫遲迟區区鄺邝岳岳帥帅況况歸归晉晋楚楚塗涂欽钦揭揭蘭兰縣县叢丛麥麦風风鄭郑軒轩轅辕獨独諸诸葛葛\
            聞闻濮濮淳淳東东長长離离鮮鲜門门納纳馬马宮宫詹詹飛飞雲云駟驷穀谷樓楼盛盛沖冲龐庞
            """.unicodeScalars.map(\.self)
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for index in stride(from: 0, to: pairs.count - 1, by: 2) { table[pairs[index]] = pairs[index + 1] }
        return table
    }()
}
