extension TermMatcher {
    /// Why a form that stands in a text was not taken for the term.
    package struct Refusal: Hashable, Sendable {
        package var reason: Reason
        /// The word, name, number or form that stood in the way, as the text has it.
        package var other: String

        package init(_ reason: Reason, _ other: String) {
            self.reason = reason
            self.other = other
        }

        package enum Reason: String, Sendable, Codable, CaseIterable {
            /// A likelier word begins inside the form or ends inside it: 王中 in 国王中毒.
            case crossesWord = "crosses-word"
            /// The form is a part of a longer word: 天 in 今天.
            case insideWord = "inside-word"
            /// The form is a part of a longer name: 李天 in 李天明.
            case insideName = "inside-name"
            /// The form is a part of a number: 十三 in 二十三.
            case insideNumber = "inside-number"
            /// The form is a part of a word in Latin letters: art in start.
            case insideLatinWord = "inside-latin-word"
            /// The term wants its own upper and lower case.
            case letterCase = "letter-case"
            /// A longer term holds it.
            case insideLongerTerm = "inside-longer-term"
            /// Another term overlaps it and was taken.
            case overlapsTerm = "overlaps-term"
        }

        /// One sentence for users.
        package var message: String {
            switch reason {
            case .crossesWord: "“\(other)” is a likelier word here and shares a character with it"
            case .insideWord: "it is a part of the word “\(other)”"
            case .insideName: "it is a part of what looks like the name “\(other)”; add that name when it is not one"
            case .insideNumber: "it is a part of the number “\(other)”"
            case .insideLatinWord: "it is a part of the word “\(other)”"
            case .letterCase: "the text writes “\(other)”, and the term wants its own upper and lower case"
            case .insideLongerTerm: "the longer term “\(other)” holds it"
            case .overlapsTerm: "the term “\(other)” overlaps it"
            }
        }
    }

    /// A form found in a text, kept or refused.
    package struct Judged: Hashable, Sendable {
        package var match: Match
        /// Nil: the match is kept.
        package var refusal: Refusal?

        package init(match: Match, refusal: Refusal? = nil) {
            self.match = match
            self.refusal = refusal
        }
    }
}
