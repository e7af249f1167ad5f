import Text

/// Guesses the gender of people by the titles that they bear, the pronouns after their names and the words beside them.
struct GenderGuess {
    private let text: MiningText
    private let isPerson: [Bool]
    private let he: UInt16
    private let she: UInt16
    private let titles: [[UInt16]: Term.Gender?]
    private let femaleCharacters: Set<UInt16>
    private let maleCharacters: Set<UInt16>
    private let femaleEnds: Set<UInt16>
    private let maleEnds: Set<UInt16>
    /// Words before a name that say what somebody is: 小师妹查冰冰, 大小姐解语花, 少年林动.
    private let appositives: [[UInt16]: Term.Gender]
    /// In older prose 他 stands for women too.
    private let pronounsTell: Bool

    init(_ text: MiningText, people: [Candidate], judge: CandidateJudge) {
        self.text = text
        var isPerson = [Bool](repeating: false, count: text.ids.count + 1)
        for person in people { for place in person.places { isPerson[Int(place)] = true } }
        self.isPerson = isPerson
        he = judge.sets.ids("他")?.first ?? .max
        she = judge.sets.ids("她")?.first ?? .max
        titles = judge.titles
        appositives = Self.appositives(judge)
        func set(_ characters: String) -> Set<UInt16> {
            Set(characters.unicodeScalars.compactMap { judge.sets.ids(String($0))?.first })
        }
        femaleCharacters = set("娘娜婉婷娟妍嫣媛娥妃姬婵嫦妙娇姣媚黛钗鬟莺燕倩丽莉蓉薇菲芸芳莲兰香翠霞雯")
        maleCharacters = set("刚强勇豪杰雄伟军彪虎龙霸武毅峰建国栋梁")
        femaleEnds = set("母妃娘婆氏姐姑嫂妹妈姥")
        maleEnds = set("爷公翁叔哥弟爹")
        var counts = (he: 0, she: 0)
        for id in text.ids {
            if id == he { counts.he += 1 } else if id == she { counts.she += 1 }
        }
        pronounsTell = counts.she * 12 > counts.he && counts.she > 3
    }

    /// The gender of a person with these forms, and how sure it is, 0–1; nil where little speaks for either.
    func gender(of forms: [Candidate]) -> (gender: Term.Gender, confidence: Double)? {
        var female = 0.0
        var male = 0.0
        for form in forms {
            // A title in a form of its own is as good as a pronoun at each of its places, up to a dozen.
            let weight = Double(min(12, form.places.count))
            if form.gender == .female { female += weight } else if form.gender == .male { male += weight }
            let stride = max(1, form.places.count / 300)
            var index = 0
            while index < form.places.count {
                let end = Int(form.places[index]) + form.length
                if let found = appositive(before: Int(form.places[index])) {
                    if found == .female { female += 1 } else { male += 1 }
                }
                if pronounsTell {
                    switch pronoun(after: end) {
                    case .female: female += 1
                    case .male: male += 1
                    default: break
                    }
                }
                for length in [2, 3] where end + length <= text.ids.count {
                    guard let found = titles[Array(text.ids[end..<(end + length)])] else { continue }
                    if found == .female { female += 0.5 } else if found == .male { male += 0.5 }
                }
                index += stride
            }
        }
        // 贾母, 贾妃, 凤姐: the last character says it.
        for form in forms where form.use == .name {
            if femaleEnds.contains(form.ids[form.length - 1]) { female += 3 }
            if maleEnds.contains(form.ids[form.length - 1]) { male += 3 }
        }
        if let last = forms.first(where: { $0.use == .name })?.ids.suffix(2) {
            if last.contains(where: femaleCharacters.contains) { female += 0.8 }
            if last.contains(where: maleCharacters.contains) { male += 0.8 }
        }
        let most = max(female, male)
        let all = female + male
        guard all >= 2 else { return nil }
        let confidence = (most + 0.5) / (all + 1.5)
        guard confidence >= 0.65 else { return nil }
        return (female > male ? .female : .male, confidence)
    }

    private static func appositives(_ judge: CandidateJudge) -> [[UInt16]: Term.Gender] {
        var words: [[UInt16]: Term.Gender] = [:]
        for (title, gender) in judge.titles where title.count > 1 { if let gender { words[title] = gender } }
        for (list, gender) in [
            ("少女 女孩 女子 妇人 老妇 女儿 妹妹 姐姐 妻子 母亲 侍女 丫鬟 丫头 大小姐 二小姐 女主播 女修 女将 未婚妻 闺蜜 女友 女王", Term.Gender.female),
            ("少年 男孩 男子 老者 老头 大汉 壮汉 汉子 青年 儿子 弟弟 哥哥 丈夫 父亲 书生 小厮 和尚 未婚夫 男友 皇帝 国王", .male),
        ] {
            for word in list.split(separator: " ") { if let ids = judge.sets.ids(String(word)) { words[ids] = gender } }
        }
        return words
    }

    private func appositive(before place: Int) -> Term.Gender? {
        for length in [3, 2] where place >= length {
            if let found = appositives[Array(text.ids[(place - length)..<place])] { return found }
        }
        return nil
    }

    /// The first 他 or 她 within the next 60 characters of the unit, or at the beginning of the next one, before another
    /// person is named. What is said speaks of others.
    private func pronoun(after end: Int) -> Term.Gender? {
        var position = end
        var isSpeech = false
        while position < min(text.ids.count, end + 60) {
            let id = text.ids[position]
            if id == MiningText.Mark.quoteOpen {
                isSpeech = true
            } else if id == MiningText.Mark.quoteClose {
                isSpeech = false
            } else if id == MiningText.Mark.unitEnd {
                // Of the next paragraph only how it begins.
                position += 1
                while position < text.ids.count, text.ids[position] == MiningText.Mark.clause { position += 1 }
                guard position < text.ids.count else { return nil }
                return text.ids[position] == he ? .male : text.ids[position] == she ? .female : nil
            } else if !isSpeech {
                if isPerson[position] { return nil }
                if id == he { return .male }
                if id == she { return .female }
            }
            position += 1
        }
        return nil
    }
}
