package import Text

/// An honorific that is not written as the project decided.
package struct Honorific: Check {
    package static let code = "honorific"
    package static let asserts = "Honorifics are kept, translated or dropped, as the project's policy says."
    package static let locales = "targets in Latin letters, when the policy is set; words of translations in English"
    package static var severity: Finding.Severity { .warning }
    package static let examples: [CheckExample] = [
        .fails("陈师兄来了。", "Senior Brother Chen is here.", policy: CheckPolicy(honorifics: .keep)),
        .passes("陈师兄来了。", "Chen Shixiong is here.", policy: CheckPolicy(honorifics: .keep)),
        .fails("陈师兄来了。", "Chen Shixiong is here.", policy: CheckPolicy(honorifics: .translate)),
        .passes("陈师兄来了。", "Senior Brother Chen is here.", policy: CheckPolicy(honorifics: .translate)),
        .fails("陈师兄来了。", "Senior Brother Chen is here.", policy: CheckPolicy(honorifics: .drop)),
        .passes("陈师兄来了。", "Chen is here.", policy: CheckPolicy(honorifics: .drop)),
        .passes("陈师兄来了。", "Chen Shixiong is here."),
    ]

    private struct Entry {
        var source: [Unicode.Scalar]
        var sounds: [String]
        var words: [String]
    }

    /// `source=sounds|words in English`.
    private static let entries: [Entry] = """
        师兄=shixiong|senior brother,elder martial brother,senior apprentice brother;师弟=shidi|junior brother,younger martial brother
        师姐=shijie|senior sister,elder martial sister;师妹=shimei|junior sister,younger martial sister
        师父=shifu,sifu|master;师叔=shishu|martial uncle,uncle-master;师尊=shizun|master,honored master;师祖=shizu|grandmaster
        前辈=qianbei|senior;道友=daoyou|fellow daoist,fellow cultivator;公子=gongzi|young master,sir;姑娘=guniang|miss,maiden
        大人=daren|lord,sir,my lord,excellency;殿下=dianxia|your highness,highness;陛下=bixia|your majesty,majesty
        娘娘=niangniang|your highness,consort,lady;掌门=zhangmen|sect leader;长老=zhanglao|elder;大哥=dage|big brother,eldest brother
        哥哥=gege|big brother,older brother;姐姐=jiejie|big sister,older sister;弟弟=didi|little brother;妹妹=meimei|little sister
        """.split(whereSeparator: { $0 == "\n" || $0 == ";" }).compactMap { line in
            let sides = line.split(separator: "=")
            guard sides.count == 2 else { return nil }
            let parts = sides[1].split(separator: "|").map { $0.split(separator: ",").map(String.init) }
            guard parts.count == 2 else { return nil }
            return Entry(source: Array(sides[0].unicodeScalars), sounds: parts[0], words: parts[1])
        }

    private let policy: HonorificPolicy
    private let isEnglish: Bool

    package init?(_ context: CheckContext) {
        guard let policy = context.policy.honorifics, context.sourceWritesHan, context.script == .latin else {
            return nil
        }
        self.policy = policy
        isEnglish = context.target.language == "en"
    }

    package func findings(in text: PairText) -> [Finding] {
        let scalars = text.source.scalars
        guard text.source.traits.contains(.han), scalars.count > 2 else { return [] }
        lazy var folded = " " + text.plainTarget.lowercased().replacingMarks() + " "
        for entry in Self.entries {
            guard let place = place(of: entry.source, in: text) else { continue }
            let sounds = entry.sounds.first {
                folded.contains(" \($0) ") || folded.contains("\($0) ") && folded.contains("-\($0)")
            }
            let words = isEnglish ? entry.words.first { folded.contains(" \($0) ") } : nil
            let form = text.source.string(place)
            let message: String
            switch policy {
            case .keep:
                // Where it is not written at all, the name may stand for it.
                guard sounds == nil, let words else { continue }
                message =
                    "“\(form)” is translated (“\(words)”), and the project keeps honorifics: “\(entry.sounds[0])”."
            case .translate:
                guard let sounds else { continue }
                message = "“\(form)” is kept as it sounds (“\(sounds)”), and the project translates honorifics."
            case .drop:
                guard let found = sounds ?? words else { continue }
                message = "“\(form)” is there as “\(found)”, and the project drops honorifics."
            }
            return [text.finding(Self.code, .warning, message, source: place)]
        }
        return []
    }

    /// Where an honorific stands right after a name: after another Han character that is no pronoun or particle.
    private func place(of form: [Unicode.Scalar], in text: PairText) -> Range<Int>? {
        let scalars = text.source.scalars
        guard scalars.count > form.count else { return nil }
        for start in 1...(scalars.count - form.count) where scalars[start] == form[0] {
            let range = start..<(start + form.count)
            guard scalars[range].elementsEqual(form), scalars[start - 1].isHan,
                !"的我你您他她是有叫和与跟对那这位个名老小二三四五六七八九大众诸两几各".unicodeScalars.contains(scalars[start - 1])
            else { continue }
            return range
        }
        return nil
    }
}

extension String {
    /// Letters and hyphens with all other marks as spaces, so that a word stands between two.
    fileprivate func replacingMarks() -> String {
        var text = UnicodeScalarView()
        for scalar in unicodeScalars { text.append(TextScan.isWord(scalar) ? scalar : " ") }
        return String(text)
    }
}
