import Testing

@testable import Media

struct PhonemesTests {
    @Test func cutsAtPunctuation() {
        let clauses = Phonemes.clauses(of: "Stop, Lin Wan! Who are you?")
        #expect(clauses == [.init("Stop", ","), .init("Lin Wan", "!"), .init("Who are you", "?")])
        #expect(clauses.map(\.endsSentence) == [false, true, true])
    }

    @Test func doesNotCutNumbersAndTitles() {
        let clauses = Phonemes.clauses(of: "Mr. Gu paid 3.5 million, or 3,500,000, at 12:30.")
        #expect(clauses.map(\.text) == ["Mr. Gu paid 3.5 million", "or 3,500,000", "at 12:30"])
    }

    @Test func keepsTheStrongestOfSeveralMarks() {
        #expect(Phonemes.clauses(of: "What?!... ") == [.init("What", "?")])
        #expect(Phonemes.clauses(of: "你……你是谁？") == [.init("你", "."), .init("你是谁", "?")])
    }

    @Test func findsNothingInSilence() {
        #expect(Phonemes.clauses(of: "…… ! “”") == [])
        #expect(Phonemes.clauses(of: "") == [])
    }

    @Test func putsMarksBackAndDecomposes() {
        let clauses = Phonemes.clauses(of: "Olá, irmão. Tudo bem")
        let sentences = Phonemes.sentences(clauses, phonemes: ["olˈa\n", "iɾmˈãʊ\n", " tˈudʊ bˈeɪŋ"])
        #expect(sentences == ["olˈa, iɾmˈa\u{303}ʊ.", "tˈudʊ bˈeɪŋ."])
        #expect(sentences.first.map { Array($0.unicodeScalars).contains("\u{303}") } == true)
    }

    @Test func leavesOutClausesThatWereNotSpoken() {
        let clauses = Phonemes.clauses(of: "Yes, no.")
        #expect(Phonemes.sentences(clauses, phonemes: ["", "nˈoʊ"]) == ["nˈoʊ."])
    }

    @Test func writesEnglishForKokoro() {
        #expect(Phonemes.kokoroEnglish("tʃˈaɪld dʒˈoʊk bˈɜːd") == "ʧˈIld ʤˈOk bˈɜɹd")
        #expect(Phonemes.kokoroEnglish("eɪ") == "A")
    }

    @Test func cutsLongSentencesAtSpaces() {
        let sentence = Array(repeating: "abcd", count: 50).joined(separator: " ")
        let parts = Phonemes.parts(of: sentence, limit: 40)
        #expect(parts.joined() == sentence)
        #expect(parts.allSatisfy { $0.unicodeScalars.count <= 40 && $0.hasPrefix("abcd") })
        #expect(Phonemes.parts(of: "abcdef", limit: 0) == ["a", "b", "c", "d", "e", "f"])
    }

    @Test(arguments: [
        ("ni3", "ni↓"), ("qi1fu5", "ʨʰi→fu"), ("nv3er2", "ny↓ɚ↗"), ("zhi1", "ꭧɨ→"), ("shuang1", "ʂwa→ŋ"),
        ("yuan2", "ɥɛ↗n"),
        ("xue2", "ɕɥe↗"), ("jiu4", "ʨjoʊ↘"), ("wei4", "weɪ↘"), ("lun2", "lwə↗n"), ("yong4", "jʊ↘ŋ"), ("ying1", "i→ŋ"),
        ("you3", "joʊ↓"), ("wu3", "u↓"), ("yi1", "i→"), ("nü3", "ny↓"), ("nu:3", "ny↓"), ("wen4", "wə↘n"), ("huar", ""),
    ])
    func speaksPinyin(pinyin: String, phonemes: String) {
        #expect(MandarinPhonemes.phonemes(of: pinyin) == phonemes)
    }

    @Test func keepsSpacesAndMarks() {
        #expect(MandarinPhonemes.phonemes(of: "Ni3 hao3，ma5？") == "ni↓ xaʊ↓,ma?")
    }

    @Test func knowsAllSyllablesOfTheTable() {
        // One row of the table of Hanyu Pinyin for each initial.
        let table = [
            "ba bo bai bei bao ban ben bang beng bi bie biao bian bin bing bu", "pou po pie", "mou miu me",
            "fo fou fa feng",
            "dia diu dei duo dui duan dun dong", "tuo tie teng", "nü nüe nin niang nuan nong", "lü lüe lia liang lun",
            "gua guai guang gun gong", "kei kuang", "hua hong", "ju jue juan jun jiong", "qia qiong", "xu xun xuan",
            "zha zhui zhuang zhong", "chua chuai", "shei shuo", "re rui ruan rang", "zi zei zuan", "ci cuo", "si song",
            "a o e ai ei ao ou an en ang er", "ya ye yao yan yang yin ying yo yue yun", "wa wo wai wan wang weng",
        ]
        for syllable in table.flatMap({ $0.split(separator: " ") }) {
            #expect(MandarinPhonemes.ipa(of: String(syllable), tone: 1) != nil, "\(syllable)")
        }
        #expect(MandarinPhonemes.ipa(of: "xyz", tone: 1) == nil)
        #expect(MandarinPhonemes.ipa(of: "", tone: 1) == nil)
    }
}
