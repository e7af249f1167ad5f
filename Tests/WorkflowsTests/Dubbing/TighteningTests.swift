import Testing
import Text

@testable import Workflows

struct TighteningTests {
    private func locale(_ name: String) throws -> LanguageTag { try #require(LanguageTag(name)) }

    @Test(arguments: [
        ("I am not going. Yes, I am.", "I'm not going. Yes, I am."), ("Do not move.", "Don't move."),
        ("That is what I have seen.", "That's what I've seen."),
        ("I have a car and they will go.", "I have a car and they'll go."),
    ])
    func contractsFirst(text: String, tight: String) throws {
        #expect(
            Tightening.texts(of: text, locale: try locale("en")).first == Tightening.Result(text: tight, cost: 0.05)
        )
    }

    @Test(arguments: [
        ("en", "Well, we came in order to see a lot of stars.", "We came to see many stars."),
        ("en", "In order to live, I have to go right now.", "To live, I must go now."),
        ("en", "Mom, mom, wait!", "Mom, wait!"), ("en", "Stop! Stop! Who sent you?", "Stop! Who sent you?"),
        ("en", "You know, each and every door is locked.", "Every door is locked."),
        ("en", "I'm sorry, I was wrong. I was wrong.", "I'm sorry, I was wrong."),
        ("es", "Bueno, vine con el fin de verte.", "Vine para verte."),
        ("fr", "Eh bien, il est là afin de t'aider.", "Il est là pour t'aider."),
        ("de", "Na ja, wir gehen in diesem Moment.", "Wir gehen jetzt."),
        ("pt", "Olha, neste momento não posso.", "Agora não posso."),
        ("id", "Nah, pada saat ini dia sudah pergi.", "Kini dia sudah pergi."),
    ])
    func saysWordyPhrasesShortly(language: String, text: String, tight: String) throws {
        let last = try #require(Tightening.texts(of: text, locale: try locale(language)).last)
        #expect(last.text == tight)
        #expect(last.cost > 0.1 && last.cost <= 0.3)
    }

    @Test(arguments: [
        ("en", "Look, Gu Shen. He's back."), ("en", "You lied. You lied?"),
        ("en", "He owes me a lot of money."), ("en", "Well, well."), ("en", "Two, two, seven."),
        ("en", "The well, then, is dry."), ("en", "I saw that he had had enough."), ("en", "Look at me."),
        ("en", "No, not now."), ("es", "A fin de cuentas, es mi hija."), ("th", "Well, in order to"),
        ("en", "That that is, is."), ("en", ""), ("en", "Well, "), ("en", "A lot of bus"),
    ])
    func leavesAloneWhatWouldMeanSomethingElse(language: String, text: String) throws {
        #expect(Tightening.texts(of: text, locale: try locale(language)).allSatisfy { $0.cost <= 0.05 })
    }
}
