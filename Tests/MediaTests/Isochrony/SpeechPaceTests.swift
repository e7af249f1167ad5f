import Media
import Testing
import Text

struct SpeechPaceTests {
    private let english = LanguageTag("en")

    @Test(arguments: [
        ("en", "You came back.", 3.0), ("en", "the little table", 5), ("en", "a nation of people", 6),
        ("en", "video", 3),
        ("en", "wanted, waited, laughed", 5), ("en", "Beyond the faces", 5), ("en", "The DVD", 4), ("en", "great", 1),
        ("es", "teatro", 3), ("es", "Tres mil doscientas personas", 8), ("fr", "une minute de plus", 5),
        ("de", "Großmutter", 3), ("vi", "Tại sao anh không nói?", 5), ("ru", "Почему ты не говорил?", 8),
        ("zh", "你怎么才来？", 5), ("ja", "しょうがっこう", 6), ("ko", "돌아왔구나.", 5), ("id", "Mengapa dia", 5),
        ("tr", "saat", 2), ("en", "", 0), ("en", "… !", 0),
    ])
    func countsSyllables(language: String, text: String, syllables: Double) throws {
        let measure = SpeechMeasure(text, in: try #require(LanguageTag(language)))
        #expect(measure.syllables == syllables)
    }

    @Test func countsScriptsThatWriteFewVowels() throws {
        // As they are spoken, within two.
        let lines = [
            ("th", "ทำไมคุณไม่เคยบอกฉันว่าเธอเป็นลูกสาวของคุณ", 14.0), ("ar", "لماذا لم تخبرني أبدا أنها ابنتك؟", 13),
            ("hi", "तुमने मुझे कभी क्यों नहीं बताया कि वह तुम्हारी बेटी है?", 19),
        ]
        for (language, text, syllables) in lines {
            let measure = SpeechMeasure(text, in: try #require(LanguageTag(language)))
            #expect(abs(measure.syllables - syllables) <= 2)
        }
    }

    @Test func pausesAreOnlyThoseInside() throws {
        let english = try #require(english)
        #expect(SpeechMeasure("Wait, no. Go!", in: english).pauses == 3)
        #expect(SpeechMeasure("“… Go?!”", in: english).pauses == 0)
        #expect(SpeechMeasure("等等，别走。", in: try #require(LanguageTag("zh"))).pauses == 1)
    }

    @Test func countsVowelsOfPhonemes() {
        #expect(SpeechMeasure(ipa: "ðə dʒˈɛnɹəl ˈoʊpənd").syllables == 5)
        #expect(SpeechMeasure(ipa: "").syllables == 0)
    }

    @Test func learnsAVoiceFromAFewLines() throws {
        let english = try #require(english)
        let slow = SpeechPace(syllable: 0.26, pause: 0.3, utterance: 0.1)
        let texts = [
            "You came back.", "Why did you never tell me that she was your daughter?", "Stop, do not touch that.",
            "The general opened the gate, and nobody spoke.", "No.",
        ]
        let usual = SpeechPace(language: english)
        let learned = usual.calibrated(by: texts.map { ($0, slow.seconds($0, in: english)) }, in: english)
        let text = "If you sign here, the debt of your family is forgotten."
        let wanted = slow.seconds(text, in: english)
        #expect(abs(learned.seconds(text, in: english) / wanted - 1) < 0.05)
        #expect(abs(usual.seconds(text, in: english) / wanted - 1) > 0.2)
    }

    @Test func isNotSpoiltByOneBadMeasurement() throws {
        let english = try #require(english)
        let usual = SpeechPace(language: english)
        for seconds in [Double.nan, 0, -3, .infinity, 1e9] {
            #expect(usual.calibrated(by: [("You came back.", seconds)], in: english) == usual)
        }
        let odd = usual.calibrated(by: [("Go.", 500), ("Stop", 0.0001)], in: english)
        #expect((0.05...0.6).contains(odd.syllable) && (0...1).contains(odd.utterance))
    }

    @Test func saysHowManyCharactersFit() throws {
        let english = try #require(english)
        let pace = SpeechPace(language: english)
        let text = "Why did you never tell me that she was your daughter?"
        let whole = pace.seconds(text, in: english)
        #expect((text.count - 1...text.count).contains(pace.characterBudget(like: text, in: english, seconds: whole)))
        let half = pace.characterBudget(like: text, in: english, seconds: whole / 2)
        #expect(half > text.count * 4 / 10 && half < text.count / 2)
        for seconds in [0, -1, Double.nan, .infinity, 1e300] {
            #expect(pace.characterBudget(like: text, in: english, seconds: seconds) >= 1)
        }
        #expect(pace.characterBudget(like: "", in: english, seconds: 3) == 1)
    }
}
