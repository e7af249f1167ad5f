import Memory
import Testing
import Text

struct RosterTests {
    private let matcher = TermMatcher([
        Term(source: "阿梨", target: "Ali", kind: .person, gender: .female, concept: "ali"),
        Term(source: "梨姑娘", target: "Miss Ali", kind: .person, gender: .female, concept: "ali"),
        Term(source: "老周", target: "Old Zhou", kind: .person, gender: .male),
        Term(source: "剑", target: "sword", kind: .item),
    ])

    private func roster(_ texts: String..., breaks: Set<Int> = []) -> Roster {
        Roster(texts: texts, breaks: breaks, matcher: matcher)
    }

    private func names(_ roster: Roster, at index: Int) -> [String] {
        roster.people(at: index..<(index + 1)).map(\.term.target)
    }

    @Test func keepsAPersonPresentAfterTheNameIsDropped() {
        let roster = roster("阿梨拔剑。", "没说话。", "转身看天。")
        let people = roster.people(at: 2..<3)
        #expect(people.map(\.term.target) == ["Ali"])
        #expect(people.first?.why == .before(2) && people.first?.why.sentence == "named 2 paragraphs before")
    }

    @Test func knowsAPersonWhoIsNamedJustAfterwards() {
        #expect(roster("推开了门。", "老周愣住了。").people(at: 0..<1).map(\.why) == [.after(1)])
    }

    @Test func forgetsAPersonAfterItsReach() {
        let texts = ["阿梨来了。"] + Array(repeating: "风在吹。", count: Roster.reach + 1)
        let roster = Roster(texts: texts, matcher: matcher)
        #expect(names(roster, at: Roster.reach) == ["Ali"])
        #expect(names(roster, at: Roster.reach + 1).isEmpty)
    }

    @Test func namesAPersonOnceUnderAllFormsAndTheLatestFirst() {
        let roster = roster("老周来了。", "阿梨也来了，梨姑娘笑着。", "都坐下。")
        #expect(names(roster, at: 2) == ["Miss Ali", "Old Zhou"])
        #expect(names(roster, at: 1) == ["Ali", "Old Zhou"])
    }

    @Test(arguments: ["***", "　　＊＊＊", "三天后，下起了雨。", "次日清晨，雨停了。", "第二章 大雨", "与此同时，山下起了火。", "又过了半个月，雨停了。", "十五日之后，雨停了。"])
    func endsASceneAt(line: String) {
        let roster = roster("阿梨拔剑。", line, "推开了门。")
        #expect(names(roster, at: 2).isEmpty)
    }

    @Test(arguments: ["……", "雨下了三天后停了。", "“三天后再说。”", "第三个人笑了。", "？！", "今天后山有雨。"])
    func goesOnWithASceneAt(line: String) {
        #expect(names(roster("阿梨拔剑。", line, "推开了门。"), at: 2) == ["Ali"])
    }

    @Test func endsASceneWhereTheFileDoes() {
        #expect(names(roster("阿梨拔剑。", "推开了门。", breaks: [1]), at: 1).isEmpty)
    }

    @Test func letsPeopleLeaveAndComeBack() {
        let texts = ["老周和阿梨都在。", "老周拱了拱手，告辞。", "门关上了。"]
        let left = Roster(texts: texts, matcher: matcher).people(at: 2..<3)
        #expect(left.map(\.term.target) == ["Ali", "Old Zhou"])
        #expect(left.map(\.hasLeft) == [false, true])
        let gone = Roster(texts: ["老周和阿梨都在。", "老周离开了。", "门关上了。"], matcher: matcher).people(at: 2..<3)
        #expect(gone.map(\.hasLeft) == [false, true])
        let back = Roster(texts: ["老周离开了。", "老周又来了。", "门开了。"], matcher: matcher).people(at: 2..<3)
        #expect(back.map(\.hasLeft) == [false])
        let long = ["老周离开了。"] + Array(repeating: "风在吹。", count: Roster.farewell + 1)
        #expect(Roster(texts: long, matcher: matcher).people(at: Roster.farewell + 1..<Roster.farewell + 2).isEmpty)
    }

    @Test func knowsWhoSpeaks() {
        let people = roster("老周低声说：“阿梨来了。”").people(at: 0..<1)
        #expect(people.map(\.speaks) == [true, false])
    }

    @Test func seesStrangersAndWhomPronounsMeanJustBefore() {
        let roster = roster("一个老头走过来。", "阿梨笑了。", "她看了他一眼。", "那姑娘哭了。", "没有人说话。")
        #expect(roster.cast(at: 0).strangers == [.male] && roster.cast(at: 0).earlier.isEmpty)
        #expect(roster.cast(at: 1).strangers.isEmpty && roster.cast(at: 1).earlier == [.male])
        #expect(roster.cast(at: 2).earlier == [.male])
        #expect(roster.cast(at: 3).strangers == [.female] && roster.cast(at: 3).earlier == [.male, .female])
        #expect(roster.cast(at: 4).marksSpeech == false)
    }

    @Test func seesNobodyInWordsThatOnlyLookLikeIt() {
        #expect(roster("没有人说话，阿梨总算长出一口气，马上回神。").cast(at: 0).strangers.isEmpty)
    }

    @Test func staysAtItsLimit() {
        let many = (0..<30).map {
            Term(source: "名\(String(UnicodeScalar(0x4E00 + $0) ?? "一"))", target: "N\($0)", kind: .person)
        }
        let roster = Roster(texts: [many.map(\.source).joined(separator: "，")], matcher: TermMatcher(many))
        #expect(roster.people(at: 0..<1).count == Roster.limit)
    }
}

struct TermScheduleTests {
    @Test func changesTermsAndGendersByChapter() {
        let schedule = TermSchedule([
            Term(
                source: "花木",
                target: "Mulan",
                kind: .person,
                genders: [.init(.male), .init(.female, fromChapter: 30)]
            ),
            Term(source: "林动", target: "Lin Dong"), Term(source: "林动", target: "Emperor Lin", validFrom: 20),
            Term(source: "新城", target: "New Town", validFrom: 5),
        ])
        #expect(schedule.terms(inChapter: 1).map(\.target) == ["Mulan", "Lin Dong"])
        #expect(schedule.terms(inChapter: 1).first?.gender == .male)
        #expect(schedule.terms(inChapter: 30).map(\.target) == ["Mulan", "Emperor Lin", "New Town"])
        #expect(schedule.terms(inChapter: 30).first?.gender == .female)
        #expect([nil, 1, 5, 19, 20, 30, 99].map { schedule.period(ofChapter: $0) } == [0, 0, 1, 1, 2, 3, 3])
    }
}
