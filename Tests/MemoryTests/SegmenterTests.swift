import Memory
import Testing
import Text

struct SegmenterTests {
    static let dictionary = """
        今天 15960 t
        天下 6255 s
        下雨 481 v
        今 4000 t
        天 60000 n
        下 90000 f
        雨 2500 n
        国王 3312 n
        国 20000 n
        王 19704 nr
        中毒 1379 nz
        后面 4000 f
        的 3000000 uj
        """
    private let segmenter = Segmenter(dictionary: Array(dictionary.utf8))

    private func words(_ text: String, _ segmenter: Segmenter) -> [String] {
        let bytes = Array(text.utf8)
        return segmenter.segment(text).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test func takesTheLikeliestCut() {
        #expect(words("今天下雨", segmenter) == ["今天", "下雨"])
        #expect(words("国王中毒", segmenter) == ["国王", "中毒"])
    }

    @Test func keepsLatinRunsAndNumbersWhole() {
        #expect(words("今天Boss3号，3.14", segmenter) == ["今天", "Boss3", "号", "，", "3", ".", "14"])
    }

    @Test func coversTheTextWithoutGaps() {
        let text = "　国王🙂𠀀x下雨。\r\n"
        var end = 0
        for range in segmenter.segment(text) {
            #expect(range.lowerBound == end)
            end = range.upperBound
        }
        #expect(end == text.utf8.count)
    }

    @Test func cutsTraditionalTextAsItsSimplifiedCharacters() {
        let variants = VariantTable(Array("國\t国\n後\t后\n".utf8))
        let both = Segmenter(dictionary: Array(Self.dictionary.utf8), variants: variants)
        #expect(words("國王後面", both) == ["國王", "後面"])
        #expect(words("國王後面", segmenter) == ["國", "王", "後", "面"])
    }

    @Test func knowsWordsThatMustBeKnown() {
        let own = Segmenter(dictionary: Array(Self.dictionary.utf8), extra: ["王中"])
        #expect(own.weight(of: "王中") != nil)
        #expect(segmenter.weight(of: "王中") == nil)
    }

    @Test func tellsFrequencies() {
        #expect(abs(segmenter.frequency(of: "今天") / 15960 - 1) < 0.05)
        #expect(segmenter.frequency(of: "昨天") == 0)
        #expect(segmenter.wordCount == 13)
    }

    @Test func loadsWhatItCompiled() throws {
        let again = try #require(Segmenter(compiled: segmenter.compiled()))
        #expect(words("今天下雨国王中毒", again) == words("今天下雨国王中毒", segmenter))
        #expect(again.wordCount == segmenter.wordCount)
    }

    @Test func refusesWhatItDidNotCompile() {
        let compiled = segmenter.compiled()
        #expect(Segmenter(compiled: []) == nil)
        #expect(Segmenter(compiled: Array(compiled.dropLast())) == nil)
        #expect(Segmenter(compiled: compiled + [0]) == nil)
    }

    @Test func survivesADamagedCompiledFile() {
        let compiled = segmenter.compiled()
        for place in stride(from: compiled.count - 2_000, to: compiled.count, by: 7) where place > 0 {
            var damaged = compiled
            damaged[place] ^= 0x5A
            let cut = Segmenter(compiled: damaged)?.segment("今天下雨国王中毒")
            #expect(cut == nil || cut?.last?.upperBound == 24)
        }
    }

    @Test func passesOverLinesThatAreNoWords() {
        let odd = Segmenter(dictionary: Array("今天\n天下 x n\n 5 n\n下雨 99999999999999 v\nAB 3 n\n\u{FFFD}\n".utf8))
        #expect(odd.wordCount == 1)
        #expect(words("今天下雨", odd) == ["今", "天", "下雨"])
    }

    @Test func cutsIntoCharactersWithoutADictionary() {
        #expect(words("今天", Segmenter(dictionary: [])) == ["今", "天"])
        #expect(Segmenter(dictionary: []).segment("").isEmpty)
    }
}

struct VariantTableTests {
    @Test func countsOnlyWholeLines() {
        #expect(VariantTable(Array("後\t后\n坏行\n\t后\n長\t\n龍\t龙\t多\n".utf8)).count == 2)
    }
}
