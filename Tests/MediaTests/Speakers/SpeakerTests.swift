import Media
import Testing
import Text

struct SpeakerNamesTests {
    @Test func takesNamesOutOfTheText() {
        let read = SpeakerNames.read(lines(["林晚：我回来了", "顾沉: 你怎么来了", "林晚：拿我的东西", "顾沉：请"]))
        #expect(read.map(\.speaker) == ["林晚", "顾沉", "林晚", "顾沉"])
        #expect(read.map(\.text) == ["我回来了", "你怎么来了", "拿我的东西", "请"])
    }

    @Test func makesTwoLinesOfTwoSpeakers() {
        let read = SpeakerNames.read(lines(["- 林晚：走\n- 顾沉：不行", "林晚：走", "顾沉：不行"]))
        #expect(read.map(\.speaker) == ["林晚", "顾沉", "林晚", "顾沉"])
        #expect(read[0].time.end == read[1].time.start && read[1].time.end == 2)
        #expect(Set(read.map(\.id)).count == 4)
    }

    @Test(arguments: ["他说：走吧", "现在是12:30", "注意：有车", "https://a.b", "：走", "我知道了", "（叹气）走吧", "林晚："])
    func leavesOtherTextAlone(text: String) {
        let source = lines([text, "走", "好", text])
        #expect(SpeakerNames.read(source) == source)
    }

    @Test func readsVoicesOfWebVTT() {
        let read = SpeakerNames.read(lines(["<v.loud Mary Ann>Go!</v>", "<v Mary Ann>Now"]))
        #expect(read.map(\.speaker) == ["Mary Ann", "Mary Ann"] && read.map(\.text) == ["Go!", "Now"])
    }

    @Test func knowsNamesOfTheCastInASingleLine() {
        let read = SpeakerNames.read(lines(["林晚：走", "好", "行"]), known: ["林晚"])
        #expect(read.first?.speaker == "林晚" && read.first?.text == "走")
    }

    private func lines(_ texts: [String]) -> [SpokenLine] {
        texts.enumerated().map { SpokenLine(id: "\($0)", time: TimeSpan(Double($0) * 3, Double($0) * 3 + 2), text: $1) }
    }
}

struct SpeakerClustersTests {
    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func tellsSpeakersApart(seed: UInt64) {
        var voices = Voices(seed: seed, speakers: 4)
        let (prints, truth) = voices.lines(60)
        let result = SpeakerClusters().assign(prints)
        #expect(Set(result.speakers.values).count == Set(truth).count)
        // One name a speaker, in order of the first line.
        var names: [Int: String] = [:]
        for (print, speaker) in zip(prints, truth) {
            let name = result.speakers[print.line]
            #expect(name == names[speaker, default: name ?? ""])
            names[speaker] = name
        }
        #expect(result.speakers[prints[0].line] == "Speaker 1")
    }

    @Test func keepsTheCastInTheNextEpisode() throws {
        var voices = Voices(seed: 11, speakers: 3)
        let first = SpeakerClusters().assign(voices.lines(30).prints)
        var cast = first.cast
        cast.members[0].name = "林晚"
        cast.members[0].voice = "kokoro-2"
        let (prints, truth) = voices.lines(30)
        let second = SpeakerClusters().assign(prints, cast: cast)
        #expect(Set(second.cast.members.map(\.name)) == Set(cast.members.map(\.name)))
        #expect(second.cast["林晚"]?.voice == "kokoro-2")
        let lead = try #require(prints.indices.first { second.speakers[prints[$0].line] == "林晚" })
        #expect(prints.indices.allSatisfy { (second.speakers[prints[$0].line] == "林晚") == (truth[$0] == truth[lead]) })
    }

    @Test func addsANewVoiceToTheCast() {
        var voices = Voices(seed: 12, speakers: 3)
        let known = voices.lines(20, of: [0, 1])
        let cast = SpeakerClusters().assign(known.prints).cast
        let result = SpeakerClusters().assign(voices.lines(20, of: [2]).prints, cast: cast)
        #expect(Set(result.speakers.values) == ["Speaker 3"] && result.cast.members.count == 3)
    }

    @Test func makesAsManySpeakersAsAreKnown() {
        var voices = Voices(seed: 13, speakers: 5)
        var clusters = SpeakerClusters()
        clusters.count = 5
        clusters.threshold = 0.99
        #expect(Set(clusters.assign(voices.lines(80).prints).speakers.values).count == 5)
    }

    @Test func lendsKnownNamesToLinesThatSoundAlike() {
        var voices = Voices(seed: 14, speakers: 2)
        let (prints, truth) = voices.lines(30)
        var named: [String: String] = [:]
        for (print, speaker) in zip(prints, truth).prefix(10) { named[print.line] = speaker == 0 ? "林晚" : "顾沉" }
        let result = SpeakerClusters().assign(prints, named: named)
        for (print, speaker) in zip(prints, truth) {
            #expect(result.speakers[print.line] == (speaker == 0 ? "林晚" : "顾沉"))
        }
    }

    @Test func putsShortLinesToTheNearest() {
        var voices = Voices(seed: 15, speakers: 2)
        var (prints, truth) = voices.lines(30)
        prints[7].seconds = 0.3
        let result = SpeakerClusters().assign(prints)
        let twin = prints.indices.first { $0 != 7 && truth[$0] == truth[7] } ?? 0
        #expect(result.speakers[prints[7].line] == result.speakers[prints[twin].line])
        truth = []
    }

    @Test func takesVectorsThatAreNone() {
        let odd: [[Float]] = [[], [.nan, 1], [0, 0], [.infinity, 1], [1], [3e38, 3e38], [1, 0]]
        let prints = odd.enumerated().map { Voiceprint(line: "\($0)", seconds: $0 == 6 ? .nan : 5, embedding: $1) }
        let result = SpeakerClusters().assign(prints)
        #expect(result.speakers.keys.allSatisfy { ["5", "6", "1", "2", "3"].contains($0) })
        #expect(SpeakerClusters().assign([]).speakers.isEmpty)
    }
}

/// Made-up voices: each speaker is a direction, each line is near it.
private struct Voices {
    private var random: SeededRandom
    private let middles: [[Float]]
    private var number = 0

    init(seed: UInt64, speakers: Int) {
        random = SeededRandom(seed: seed)
        var made = SeededRandom(seed: seed &+ 1)
        middles = (0..<speakers).map { _ in (0..<64).map { _ in Float.random(in: -1...1, using: &made) } }
    }

    mutating func lines(_ count: Int, of speakers: [Int]? = nil) -> (prints: [Voiceprint], truth: [Int]) {
        var prints: [Voiceprint] = []
        var truth: [Int] = []
        for place in 0..<count {
            let speakers = speakers ?? Array(middles.indices)
            // Everybody speaks, then anybody.
            let speaker =
                place < speakers.count ? speakers[place] : speakers[Int(random.next() % UInt64(speakers.count))]
            let noise = middles[speaker].map { $0 + Float.random(in: -0.45...0.45, using: &random) }
            number += 1
            prints.append(
                Voiceprint(line: "l\(number)", seconds: 2 + Double(random.next() % 30) / 10, embedding: noise)
            )
            truth.append(speaker)
        }
        return (prints, truth)
    }
}
