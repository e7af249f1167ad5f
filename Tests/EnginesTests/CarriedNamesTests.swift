import FakeEngine
import Testing
import Text

@testable import Engines

/// Names that stand in a piece and have to stand in its translation.
struct CarriedNamesTests {
    private let terms = [
        Term(source: "林动", target: "Lin Dong", kind: .person, gender: .male),
        Term(source: "青檀", target: "Qing Tan", kind: .person, gender: .female),
        Term(source: "门主", target: "Sect Master", kind: .title),
    ]
    private let piece = "林动点了点头，青檀没有回答。"

    /// The text of the answer and the requests that led to it; `say` gives an answer for the piece that is asked for.
    private func translate(
        _ texts: [String],
        say: @escaping @Sendable (_ piece: String, _ request: FakeRequest) -> String
    ) async throws -> (text: String?, requests: [FakeRequest]) {
        let script: FakeServer.Script = { request in
            let lines = request.prompt.split(separator: "\n")
            let asked = lines.last { $0.hasPrefix("Chinese: ") }?.dropFirst(9) ?? ""
            return FakeResponse(content: " " + say(String(asked), request))
        }
        return try await FakeServer.with(script: script) { server in
            let engine = try OpenAIEngine(
                settings(server, style: .completion),
                isLlama: true,
                hasAdapter: true,
                timing: TestClock().timing()
            )
            let answer = try await engine.translate(batch(texts, terms: terms))
            // Requests that only bring back the cache say nothing.
            let asked = server.requests.filter { !$0.body.contains("\"max_tokens\":0,") }
            return (answer.texts.first?.tagged, asked)
        }
    }

    @Test func asksOnceWhenAllNamesAreThere() async throws {
        let (text, requests) = try await translate([piece]) { _, _ in "Lin Dong nodded. Qing Tan did not answer." }
        #expect(text == "Lin Dong nodded. Qing Tan did not answer.")
        #expect(requests.count == 1)
    }

    @Test func asksForEachNameByItselfWhenOneIsMissing() async throws {
        let (text, requests) = try await translate([piece]) { piece, _ in
            switch piece {
            case "Lin Dong点了点头，": "Lin Dong nodded."
            case "Qing Tan没有回答。": "Qing Tan did not answer."
            default: "Lin Dong nodded and got no answer."
            }
        }
        #expect(text == "Lin Dong nodded, Qing Tan did not answer.")
        #expect(requests.count == 3)
        #expect(requests.last?.prompt.hasSuffix("English: Lin Dong nodded.\nChinese: Qing Tan没有回答。\nEnglish:") == true)
    }

    @Test func asksWithoutThePiecesBeforeWhereNothingCanBeCut() async throws {
        let first = "夜里的山风吹过空无一人的院子，他慢慢走到门前，停了很久，才伸出手轻轻敲了三下，又退了一步，等着里面的人来开门。"
        let (text, requests) = try await translate([first + "青檀没有回答。"]) { piece, request in
            guard piece.hasPrefix("Qing Tan") else {
                return
                    "The mountain wind blew through the empty yard while he knocked, stepped back and waited for someone to come."
            }
            return request.prompt.hasPrefix("Chinese: Qing Tan") ? "Qing Tan did not answer." : "She did not answer."
        }
        #expect(text?.hasSuffix("to come. Qing Tan did not answer.") == true)
        #expect(requests.count == 3)
    }

    @Test func asksTheBaseModelWhereTheAdapterLeavesANameOut() async throws {
        let (text, requests) = try await translate(["青檀没有回答。"]) { _, request in
            request.body.contains("\"scale\":0") ? "Qing Tan did not answer." : "She did not answer."
        }
        #expect(text == "Qing Tan did not answer.")
        #expect(requests.map { $0.body.contains("\"scale\":0") } == [false, true])
        #expect(requests.last?.prompt == CompletionPrompt.prompt("Qing Tan没有回答。", chinese, english))
    }

    @Test func demandsTheMissingNameLast() async throws {
        let (text, requests) = try await translate(["林动和青檀没有回答。"]) { _, request in
            request.body.contains(#"\"ing Tan\""#)
                ? "Neither Lin Dong nor Qing Tan answered." : "Lin Dong did not answer."
        }
        #expect(text == "Neither Lin Dong nor Qing Tan answered.")
        #expect(requests.map { $0.body.contains(#"\"ing Tan\""#) } == [false, false, true])
        #expect(requests.last?.body.contains(#"\"in Dong\""#) == false)
    }

    @Test func demandsANameOnceAndNoPartOfAnother() {
        let names = ["Sect Master Lin", "Sect Master", "Qing Tan", "Qing Tan"]
        let carried = CarriedNames(in: "Sect Master Lin看着Qing Tan", after: [], names: names)
        #expect(carried.missing(in: "He looked.") == ["Qing Tan", "Sect Master Lin"])
        #expect(carried.missing(in: "Qing Tan looked.") == ["Sect Master Lin"])
    }

    @Test func takesWordsThatTheSourceSaysAgainAndAgain() async throws {
        let (text, requests) = try await translate(["“不不不不不不！”"]) { _, _ in "\"No, no, no, no, no, no!\"" }
        #expect(text == "\"No, no, no, no, no, no!\"")
        #expect(requests.count == 1)
    }

    @Test func demandsNamesInAnyOrderOfTheLine() {
        let letter = #"[^\n\u2E80-\uFFEF]"#
        let (li, ab) = (#"[lL] "i""#, #"[aA] " \"B\" \\""#)
        #expect(CompletionGrammar.line(with: []) == "root ::= \(letter)+ [\\n]*")
        #expect(
            CompletionGrammar.line(with: ["Li", #"A "B" \"#])
                == "root ::= \(letter)* (\(li) \(letter)* \(ab) | \(ab) \(letter)* \(li)) \(letter)* [\\n]*"
        )
        #expect(CompletionGrammar.line(with: ["A", "B", "C"]).count { $0 == "|" } == 5)
        #expect(!CompletionGrammar.line(with: ["A", "B", "C", "D"]).contains("|"))
    }

    @Test func asksInSmallerPartsWhereTheAnswerGoesInCircles() async throws {
        let (text, requests) = try await translate(["他从山门一路跑来，慢慢走到门前，停了很久，才伸出手轻轻敲了三下，又退了一步。"]) { piece, _ in
            switch piece {
            case "他从山门一路跑来，慢慢走到门前，停了很久，": "He ran from the gate, walked to the door and waited."
            case "才伸出手轻轻敲了三下，又退了一步。": "Then he knocked three times and stepped back."
            default: "He walked to the door and walked to the door and walked to the door and walked to the door."
            }
        }
        #expect(
            text == "He ran from the gate, walked to the door and waited, then he knocked three times and stepped back."
        )
        #expect(requests.count == 3)
    }

    @Test(arguments: [
        // Short, long, going round in circles, with one name too many.
        "Qing Tan.", "Qing Tan did not answer, " + String(repeating: "and the rain fell on the old roof ", count: 4),
        "Qing Tan did not answer, did not answer, did not answer, did not answer.", "Qing Tan did not answer Lin Dong.",
    ])
    func staysWithTheFirstAnswerWhenTheOthersAreWorse(other: String) async throws {
        let (text, requests) = try await translate(["青檀没有回答他说的话，也没有看他。"]) { _, request in
            request.body.contains("\"scale\":0") ? other : "She did not answer what he said, nor look at him."
        }
        #expect(text == "She did not answer what he said, nor look at him.")
        #expect(requests.count > 1)
    }

    @Test func takesTheAnswerWithMostNamesWhenNoneHasAll() async throws {
        let (text, _) = try await translate(["林动青檀都没有回答。"]) { _, request in
            request.body.contains("\"scale\":0") ? "Lin Dong gave no answer." : "They gave no answer."
        }
        #expect(text == "Lin Dong gave no answer.")
    }

    @Test(arguments: [
        ("Lin Dong点头", [], "Lindong nodded.", 0, 0, 0), ("Lin Dong点头", [], "He nodded.", 0, 1, 0),
        ("Lin Dong点头", [], "Berlin Dong nodded.", 0, 1, 0), ("Sect Master们", [], "Sect Masters", 0, 0, 0),
        ("他点头", [], "Lin Dong nodded.", 1, 0, 0), ("他点头", ["Lin Dong来了。"], "Lin Dong nodded.", 0, 0, 0),
        ("Lin Dong点头", [], "Lin Dong's nod, Lin Dong's.", 0, 0, 0),
        ("Lin Dong点头", [], "Lin Dong, Lin Dong, Lin Dong nodded.", 1, 0, 0),
        ("Lin Dong3,200级", [], "Lin Dong, 3200 steps", 0, 0, 0), ("3,200级", [], "13,200 steps", 0, 0, 1),
        ("11把", [], "eleven", 0, 0, 0),
    ])
    func findsNamesAndNumbersThatAreMissingOrTooMany(
        piece: String,
        before: [String],
        answer: String,
        surplus: Int,
        missing: Int,
        numbers: Int
    ) {
        let carried = CarriedNames(in: piece, after: before, names: terms.map(\.target))
        let fault = CarriedNames.Fault(surplus: surplus, missing: missing, numbers: numbers)
        #expect(carried.fault(in: answer) == fault)
    }

    @Test func tellsTheGenderWhereTheModelTakesAWomanForAMan() async throws {
        let (text, requests) = try await translate(["青檀数着自己的呼吸，数到三百。"]) { piece, _ in
            piece == "Qing Tan她数着自己的呼吸，数到300。"
                ? "Qing Tan counted her breaths up to 300." : "Qing Tan counted his breaths up to 300."
        }
        #expect(text == "Qing Tan counted her breaths up to 300.")
        #expect(requests.count == 2)
    }

    @Test(arguments: [
        // A man; two people; a pronoun of its own; somebody else; not what the sentence is about.
        "林动数着自己的呼吸。", "青檀看着林动的脸。", "青檀看着他的脸。", "青檀扶着老父亲。", "青檀等着门主。", "推开门，青檀坐在窗前。", "对青檀说了一句话。",
    ])
    func staysWithAPronounThatMayBeRight(text: String) async throws {
        let (_, requests) = try await translate([text]) { piece, _ in
            ["Qing Tan", "Lin Dong", "Sect Master"].filter(piece.contains).joined(separator: ", ")
                + " was there with his face."
        }
        #expect(requests.count == 1)
    }

    @Test func countsNoPronounOfSpeech() throws {
        let hint = try #require(PronounHint(in: "Qing Tan说：\"走了。\"", people: terms))
        #expect(hint.piece == "Qing Tan她说：\"走了。\"")
        #expect(!hint.isWrong("Qing Tan said, \"He left.\"") && !hint.isWrong("She left him."))
        #expect(hint.isWrong("\"Gone,\" he said."))
        let man = try #require(PronounHint(in: "Lin Dong数着呼吸。", people: terms))
        #expect(man.piece == "Lin Dong他数着呼吸。" && man.isWrong("Lin Dong counted her breaths."))
        #expect(PronounHint(in: "Lin Dong看着妹妹。", people: terms) == nil)
        #expect(PronounHint(in: "走了。\"Qing Tan说着站起来。", people: terms) == nil)
    }

    @Test func cutsWhereANameMeetsAnother() {
        #expect(Pieces.splitAtNames("Lin Dong来了，坐下，Qing Tan走了。") == ["Lin Dong来了，坐下，", "Qing Tan走了。"])
        #expect(Pieces.splitAtNames("Lin Dong来了。Qing Tan走了。") == ["Lin Dong来了。", "Qing Tan走了。"])
        #expect(Pieces.splitAtNames("Lin Dong和Qing Tan走了。") == ["Lin Dong和Qing Tan走了。"])
    }

    @Test(arguments: [("林门主来了", "Sect Master Lin来了"), ("葛门主来了", "葛Sect Master来了"), ("门主来了", "Sect Master来了")])
    func writesSurnameAndTitleInTheOrderOfEnglish(text: String, written: String) {
        let granny = Term(source: "葛婆婆", target: "Granny Ge", kind: .person)
        #expect(TermWriter(terms + [granny]).write(into: text) == written)
    }
}
