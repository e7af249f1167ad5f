import Media
import Testing
import Text

struct SourceJoinerTests {
    private let script = [
        "欢迎光临云海国际酒店", "站住！谁让你进来的？", "我来参加今晚的签约仪式", "就凭你？一个被赶出家门的人？",
        "苏曼，三年不见，你一点也没变", "保安在哪里？把她赶出去！", "这位小姐，请出示您的邀请函", "我没有邀请函",
    ]

    @Test func takesCharactersFromWritingAndTimesFromSpeech() throws {
        let written = lines(script, at: 0, prefix: "b")
        // Heard 0.3 s later, with a wrong character in each line.
        let heard = lines(script.map { $0.replacing("你", with: "泥").replacing("酒店", with: "九点") }, at: 0.3, prefix: "s")
        let joined = SourceJoiner().join(written: written, heard: heard)
        #expect(joined.lines.map(\.text) == script && joined.isSameWork)
        #expect(joined.lines.map(\.id) == written.map(\.id))
        for (line, own) in zip(joined.lines, written) {
            #expect(abs(line.time.start - own.time.start - 0.3) < 0.1 && !line.words.isEmpty)
        }
        #expect(joined.agreement > 0.7)
    }

    @Test func keepsWhatOnlyOneHas() {
        var written = lines(script, at: 0, prefix: "b")
        var heard = lines(script, at: 0, prefix: "s")
        let said = heard.remove(at: 2)
        let shown = written.remove(at: 6)
        let joined = SourceJoiner().join(written: written, heard: heard)
        #expect(joined.lines.map(\.text) == script)
        #expect(joined.findings.map(\.code).sorted() == ["only-heard", "only-seen"])
        #expect(joined.findings.first { $0.code == "only-seen" }?.message.contains(said.text) == true)
        #expect(joined.findings.first { $0.code == "only-heard" }?.message.contains("邀请函") == true && shown.id == "b7")
    }

    @Test func saysWhereSourcesDisagree() {
        let written = lines(script, at: 0, prefix: "b")
        var other = script
        other[3] = "完全不是这样的一句话呀真的"
        let joined = SourceJoiner().join(written: written, heard: lines(other, at: 0, prefix: "s"))
        #expect(joined.lines.map(\.text) == script)
        #expect(joined.findings.map(\.code) == ["source-disagrees"])
        #expect(joined.findings.first?.place.unit == "b4")
    }

    @Test func takesHomophonesForTheSame() {
        let written = lines(["他是谁", "她去哪里了"], at: 0, prefix: "b")
        let heard = lines(["塔事水", "塔趣纳李乐"], at: 0.2, prefix: "s")
        var joiner = SourceJoiner()
        for (one, two) in zip("他是谁她去哪里了".unicodeScalars, "塔事水塔趣纳李乐".unicodeScalars) {
            joiner.readings[one, default: []].append("\(two)")
            joiner.readings[two] = ["\(two)"]
        }
        let joined = joiner.join(written: written, heard: heard)
        #expect(joined.findings.isEmpty && joined.agreement == 1)
        #expect(abs((joined.lines.first?.time.start ?? 0) - 0.2) < 0.05)
    }

    @Test func knowsTheFileOfAnotherEpisode() {
        let other = [
            "天还没亮他就出门了", "山里的雪下得很大", "老人把门关上", "火堆旁边坐着三只狗", "它们谁也不说话", "远处传来一声钟响",
            "明早我们翻过那座岭", "带够干粮和水",
        ]
        let written = lines(other, at: 0, prefix: "b")
        let joined = SourceJoiner().join(written: written, heard: lines(script, at: 0, prefix: "s"))
        #expect(!joined.isSameWork && joined.lines == written)
        #expect(joined.findings.map(\.code) == ["other-episode"] && joined.findings.first?.severity == .error)
    }

    @Test func findsLinesThatAreFarOff() {
        let joined = SourceJoiner().join(
            written: lines(script, at: 0, prefix: "b"),
            heard: lines(script, at: 20, prefix: "s")
        )
        #expect(joined.findings.map(\.code) == ["subtitles-shifted"])
        #expect(abs((joined.lines.first?.time.start ?? 0) - 20) < 0.1)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func losesNoWrittenLineWhateverIsHeard(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        func line(_ number: Int, _ prefix: String) -> SpokenLine {
            let text = String(script[Int(random.next() % 8)].shuffled(using: &random).prefix(Int(random.next() % 9)))
            let start = [Double(random.next() % 60), .nan, -5, 1e12][
                random.next() % 16 == 0 ? Int(random.next() % 4) : 0
            ]
            return SpokenLine(id: "\(prefix)\(number % 15)", time: TimeSpan(start, start + 2), text: text)
        }
        let written = (0..<30).map { line($0, "b") }
        let joined = SourceJoiner().join(written: written, heard: (0..<30).map { line($0, "s") })
        let kept = joined.lines.map(\.text)
        for line in written where line.time.start.isFinite { #expect(kept.contains(line.text)) }
        #expect(Set(joined.lines.map(\.id)).count == joined.lines.count)
        #expect(joined.lines.allSatisfy { $0.time.duration >= 0 })
    }

    /// Lines one after another, five characters a second, with a pause of a second.
    private func lines(_ texts: [String], at start: Double, prefix: String) -> [SpokenLine] {
        var time = start
        return texts.enumerated().map { number, text in
            let letters = text.filter(\.isLetter)
            let words = letters.enumerated().map { place, letter in
                SpokenLine.Word(String(letter), TimeSpan(time + Double(place) * 0.2, time + Double(place + 1) * 0.2))
            }
            let end = time + Double(letters.count) * 0.2
            defer { time = end + 1 }
            return SpokenLine(id: "\(prefix)\(number + 1)", time: TimeSpan(time, end), text: text, words: words)
        }
    }
}
