import Checks
import Testing
import Text

/// Chapters whose translations slipped, and chapters whose did not.
struct ShiftedTranslationsTests {
    private static let lines: [(String, String)] = [
        ("第三章 夜雨", "Chapter 3: Night Rain"),
        ("雨下了一整夜。", "It rained all night."),
        ("“你怎么还不睡？”小满揉着眼睛问。", "“Why aren't you asleep?” asked Xiaoman, rubbing her eyes."),
        (
            "贺青禾没有回头，把第十二封信折好，压在砚台下面。",
            "He Qinghe did not turn around. He folded the twelfth letter and slid it under the inkstone."
        ),
        ("“睡不着。”", "“I can't.”"),
        ("窗外有人敲了三下，停了停，又敲了两下。", "Someone outside the window knocked three times, paused, and knocked twice more."),
        ("“谁？！”", "“Who's there?!”"),
        (
            "没有人回答，只有风把灯吹得一明一暗，墙上的影子像一只要飞起来的鸟。",
            "No one answered. There was only the wind making the lamp flicker, and a shadow on the wall like a bird about to take flight."
        ),
        ("贺青禾吹灭了灯。", "He Qinghe blew out the lamp."),
        ("“小满，去把你师父叫来，就说严守一来了。”", "“Xiaoman, fetch your master. Tell him Yan Shouyi is here.”"),
        ("“现在？外面下着雨呢……”", "“Now? But it's raining out there…”"),
        ("“快去！”", "“Go!”"),
        ("她光着脚跑了出去。", "She ran out barefoot."),
        (
            "门开的时候，院子里站着四十七个人，每个人手里都提着一盏灯。",
            "When the door opened, forty-seven people stood in the yard, each with a lantern in hand."
        ),
        ("为首的正是严守一。", "At their head was Yan Shouyi."),
        ("“贺师弟，别来无恙。”", "“It has been a while, Junior Brother He.”"),
    ]

    @Test func isSilentOnAChapterInItsPlaces() throws {
        #expect(try findings(Array(Self.lines.indices)) == [])
    }

    @Test func findsASwapAndItsPlace() throws {
        var order = Array(Self.lines.indices)
        order.swapAt(5, 6)
        let found = try findings(order)
        #expect(found.map(\.code) == ["shifted"])
        #expect(found.first?.place.unit == "5")
    }

    @Test func findsTwoThatAreNoNeighboursAndHaveChangedPlaces() throws {
        var order = Array(Self.lines.indices)
        order.swapAt(5, 8)
        let found = try findings(order)
        #expect(found.first?.place.unit == "5")
        #expect(found.first?.message.contains("“8”") == true)
    }

    @Test func tellsShortLinesOfSpeechApartByTheirWords() throws {
        // No name, no number, no mark: only “sister” and “sip” say which is whose.
        var pairs = Array(Self.lines[4...10])
        pairs.insert(("咱们是姐妹嘛。", "Then my little sister should have the first sip."), at: 3)
        pairs.insert(("那这第一口，该妹妹先喝。", "We're sisters, after all."), at: 4)
        let found = try findings(pairs.map(\.1), of: pairs.map(\.0))
        #expect(found.first?.place.unit == "3")
        (pairs[3].1, pairs[4].1) = (pairs[4].1, pairs[3].1)
        #expect(try findings(pairs.map(\.1), of: pairs.map(\.0)) == [])
    }

    @Test func findsARunThatSlippedAndItsBeginning() throws {
        let order = Array(0...6) + [6] + Array(7..<(Self.lines.count - 1))
        let found = try findings(order)
        let place = try #require(found.first?.place.unit.flatMap(Int.init))
        #expect((6...8).contains(place))
        #expect(found.first?.severity == .error)
    }

    @Test func findsTwoTranslationsInOnePlace() throws {
        var targets = Self.lines.map(\.1)
        targets[12] += " " + targets[13]
        targets[13] = ""
        let found = try findings(targets)
        #expect(found.first?.place.unit == "12")
        #expect(found.first?.message.contains("divide") == true)
    }

    @Test func findsATranslationInTwoPlaces() throws {
        var targets = Self.lines.map(\.1)
        targets[7] = "No one answered. There was only the wind making the lamp flicker,"
        targets.insert("and a shadow on the wall like a bird about to take flight.", at: 8)
        targets.removeLast()
        let found = try findings(targets)
        let place = try #require(found.first?.place.unit.flatMap(Int.init))
        #expect((6...9).contains(place))
    }

    @Test func saysNothingOfChaptersOfOneUnitOrNone() throws {
        #expect(try findings([String]()) == [])
        #expect(try findings(["It rained."]) == [])
    }

    private func findings(_ order: [Int]) throws -> [Finding] { try findings(order.map { Self.lines[$0].1 }) }

    private func findings(_ targets: [String], of sources: [String] = lines.map(\.0)) throws -> [Finding] {
        let source = try #require(LanguageTag("zh-Hans"))
        let target = try #require(LanguageTag("en"))
        let context = CheckContext(source: source, target: target)
        let made = ShiftedTranslations(context)
        var check = try #require(made)
        for (index, text) in targets.enumerated() {
            let pair = Pair(
                source: InlineText(sources[index]),
                target: InlineText(text),
                sourceLocale: source,
                targetLocale: target,
                key: String(index)
            )
            check.read(PairText(pair, context: context))
        }
        return check.endDocument("")
    }
}
