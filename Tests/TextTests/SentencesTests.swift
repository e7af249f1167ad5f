import Testing
import Text

struct SentencesTests {
    @Test(arguments: [
        ("Mr. Li went. Mrs. Wu stayed.", ["Mr. Li went. ", "Mrs. Wu stayed."]),
        ("\"Run!\" he said. She ran.", ["\"Run!\" he said. ", "She ran."]),
        ("“Run!” He ran.", ["“Run!” ", "He ran."]),
        ("That's... negative space. Yes.", ["That's... negative space. ", "Yes."]),
        ("He waited... Nobody came.", ["He waited... ", "Nobody came."]),
        (
            "J. K. Rowling wrote it. So did I. Then he left.",
            ["J. K. Rowling wrote it. ", "So did I. ", "Then he left."]
        ),
        ("See No. 5. It is vol. 3.", ["See No. 5. ", "It is vol. 3."]),
        ("It cost 3.50 coins.It was dear.", ["It cost 3.50 coins.It was dear."]),
        ("那是……留白，懂不懂？不懂。", ["那是……留白，懂不懂？", "不懂。"]),
        ("“我……”他没说完。", ["“我……”", "他没说完。"]),
        ("完了……", ["完了……"]),
        ("此回中凡用夢字．亦是此書．", ["此回中凡用夢字．", "亦是此書．"]),
        ("高３．５尺。", ["高３．５尺。"]),
        ("「你說『走』嗎？」他走了。", ["「你說『走』嗎？」", "他走了。"]),
        ("什么？！不可能！！！", ["什么？！", "不可能！！！"]),
        ("Open https://a.b/?x=1 now. Done.", ["Open https://a.b/?x=1 now. ", "Done."]),
    ])
    func splitsWhereASentenceEnds(text: String, expected: [String]) {
        let sentences = Sentences.split(text)
        #expect(sentences.map(String.init) == expected)
        #expect(sentences.joined() == text)
    }

    @Test func leavesSemicolonsWhenAsked() {
        #expect(Sentences.split("风起；云涌。").count == 2)
        #expect(Sentences.split("风起；云涌。", atSemicolons: false).count == 1)
    }
}
