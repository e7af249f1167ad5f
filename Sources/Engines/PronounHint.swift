import Text

/// A pronoun for the one person whom a piece names, where the Chinese has none and a small model takes every woman for a man.
///
/// Names in Latin letters do not tell the model a gender, but `Qiao Sui她数着自己的呼吸` does, and reads on as before.
struct PronounHint {
    /// The piece with the pronoun behind the name.
    let piece: String
    private let right: Set<Substring>
    private let wrong: Set<Substring>

    /// Nil where nothing can be told: nobody or several people are named, the gender is not known, the Chinese says a pronoun
    /// itself, or a word tells of somebody else of the other gender.
    /// - Parameters:
    ///   - piece: as the model sees it, with names written into it.
    ///   - people: those who may be named.
    ///   - others: titles and addresses, which may be somebody else.
    init?(in piece: String, people: [Term], others: [String] = []) {
        let named = people.filter { !$0.target.isEmpty && piece.contains($0.target) }
        let genders = Set(named.map(\.gender))
        guard Set(named.map(\.identity)).count == 1, genders.count == 1, let gender = genders.first else { return nil }
        let isFemale = gender == .female
        guard isFemale || gender == .male,
            !piece.unicodeScalars.contains(where: Self.pronouns.contains),
            !(isFemale ? Self.men : Self.women).contains(where: piece.contains),
            let name = named.max(by: { $0.target.count < $1.target.count })?.target,
            !others.contains(where: { !name.contains($0) && piece.contains($0) }),
            piece.count(where: { $0 == "\"" }).isMultiple(of: 2),
            let place = piece.ranges(of: name).first(where: { Self.isSubject(in: piece, at: $0) })
        else { return nil }
        self.piece = piece[..<place.upperBound] + (isFemale ? "她" : "他") + piece[place.upperBound...]
        (right, wrong) = isFemale ? (Self.female, Self.male) : (Self.male, Self.female)
    }

    /// Whether an answer has only pronouns of the other gender, speech not counted.
    func isWrong(_ answer: String) -> Bool {
        let told = answer.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined(separator: " ")
        let words = Set(told.lowercased().split { !$0.isLetter })
        return words.isDisjoint(with: right) && !words.isDisjoint(with: wrong)
    }

    /// Whether a sentence is about the name that stands there: it begins with it and goes on after it.
    private static func isSubject(in piece: String, at place: Range<String.Index>) -> Bool {
        let before = piece[..<place.lowerBound].unicodeScalars.last { !$0.properties.isWhitespace }
        let after = piece[place.upperBound...].unicodeScalars.first
        return before.map("。！？\"".unicodeScalars.contains) ?? true
            && after.map { $0.isHan && !"的和与跟及们".unicodeScalars.contains($0) } ?? false
    }

    private static let pronouns = Set("他她它牠祂".unicodeScalars)
    private static let men = [
        "男", "父", "爸", "爹", "爷", "叔", "伯", "舅", "哥", "兄", "弟", "儿子", "孙子", "侄", "丈夫", "少年", "公子", "老人", "老者", "老头",
        "汉子", "和尚", "僧",
        "大汉", "先生", "书生", "太监", "道士", "王", "帝",
    ]
    private static let women = [
        "女", "母", "妈", "娘", "姐", "妹", "姑", "婆", "奶", "姨", "嫂", "妻", "妇", "媳", "妃", "后宫", "皇后", "太后",
    ]
    private static let female: Set<Substring> = ["she", "her", "hers", "herself"]
    private static let male: Set<Substring> = ["he", "him", "his", "himself"]
}
