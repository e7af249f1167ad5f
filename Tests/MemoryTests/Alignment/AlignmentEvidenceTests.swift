import Testing
import Text

@testable import Memory

struct AlignmentEvidenceTests {
    private func key(_ syllables: String) throws -> Romanizations.Key {
        Romanizations.key(
            try syllables.split(separator: " ").map { try #require(Romanizations.shared.number(of: String($0))) }
        )
    }

    @Test(arguments: [
        ("pao-yü", "bao yu"), ("Tai-yü", "dai yu"), ("shih-yin", "shi yin"), ("tzu-hsing", "zi xing"),
        ("Yü-ts'un", "yu cun"),
        ("chia", "jia"), ("hsüeh", "xue"), ("ch'in", "qin"), ("zhiyi", "zhi yi"), ("lin-dong", "lin dong"),
        ("ssu-ma", "si ma"),
        ("xi'an", "xi an"), ("jung", "rong"), ("p'ing", "ping"), ("qinghe", "qing he"), ("lü", "lu"),
    ])
    func readsNamesInBothRomanizations(word: String, syllables: String) throws {
        #expect(Romanizations.shared.keys(of: word.lowercased()).contains(try key(syllables)))
    }

    @Test(arguments: ["strength", "the", "", "-", "swords", "wxyz-abc"])
    func refusesWordsThatSpellNoSyllables(word: String) {
        #expect(Romanizations.shared.keys(of: word).isEmpty)
    }

    @Test(arguments: [
        ("three thousand two hundred steps", 3200.0, 4), ("twenty one", 21, 2), ("a", nil, 0), ("two dozen", 24, 2),
        ("one hundred and four days", 104, 4), ("ninety years", 90, 1), ("twelfth", 12, 1), ("hundred", 100, 1),
        ("five twenty", 5, 1),
    ])
    func readsNumberWords(text: String, value: Double?, count: Int) {
        let words = text.split(separator: " ").map(String.init)
        let read = NumberWords.value(words[...])
        #expect(read?.value == value)
        #expect((read?.count ?? 0) == count)
    }

    @Test(arguments: [
        ("walked", "walk"), ("walking", "walk"), ("swords", "sword"), ("cities", "citi"), ("city", "citi"),
        ("said", "say"),
        ("stopped", "stop"), ("quickly", "quick"), ("is", "is"), ("glass", "glass"), ("boxes", "box"),
    ])
    func bringsInflectionsTogether(word: String, stem: String) {
        #expect(LatinWord.stem(word, isEnglish: true) == stem)
    }

    @Test func readsDictionaries() {
        let text = """
            # remark
            傳統 传统 [chuan2 tong3] /tradition/traditional (of customs)/CL:個|个[ge4]/
            broken line
            你好 你好 [ni3 hao3] /hello/hi/
            剑\tsword; blade

            """
        let dictionary = BilingualDictionary(Array(text.utf8))
        #expect(dictionary.words(for: "传统") == ["tradition", "traditional"])
        #expect(dictionary.words(for: "傳統") == ["tradition", "traditional"])
        #expect(dictionary.words(for: "剑") == ["sword", "blade"])
        #expect(dictionary.words(for: "山").isEmpty)
        #expect(dictionary.count == 4)
    }

    @Test func readsFeaturesOfBothSides() {
        var table = FeatureTable()
        var han = HanFeatures(segmenter: nil, variants: VariantTable(), pinyin: nil, dictionary: nil)
        han.read("“三千二百级！”他有１２把剑。", into: &table)
        #expect(["#3200", "#12", "剑", "!", "\""].allSatisfy { table.number(of: $0) != nil })
        var other = FeatureTable()
        var latin = LatinFeatures(isEnglish: true)
        latin.read("\"Three thousand two hundred steps!\" Then Lin Dong drew 12 swords.", into: &other)
        #expect(["#3200", "#12", "sword", "!", "\"", "=lin-dong"].allSatisfy { other.number(of: $0) != nil })
        #expect(table.lengths.count == 1 && other.lengths.count == 1)
    }

    @Test func keepsTheBandWithinTheTable() {
        for (n, m) in [(1, 1), (1, 9), (9, 1), (20, 20), (50, 3)] {
            let band = Band(n, m, path: (0...n).map { $0 * m / n }, width: 2)
            #expect(band.low[0] == 0 && band.high[n] == m)
            #expect((0...n).allSatisfy { band.low[$0] >= 0 && band.high[$0] <= m && band.low[$0] <= band.high[$0] })
            #expect((1...n).allSatisfy { band.low[$0] <= band.high[$0 - 1] && band.high[$0 - 1] <= band.high[$0] })
        }
    }
}
