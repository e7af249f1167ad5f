import Testing
import Text

@testable import Engines

/// How answers are read.
struct ReadingTests {
    @Test(arguments: [
        #"{"1":"One","2":"Two"}"#,
        "```json\n{\"1\": \"One\", \"2\": \"Two\"}\n```",
        "Sure, here it is:\n\n{\"1\":\"One\",\"2\":\"Two\",}\n\nAnything else?",
        #"[{"id":1,"text":"One"},{"id":"2","text":"Two"}]"#,
        #"{"translations":[{"id":1,"translation":"One"},{"id":2,"translation":"Two"}]}"#,
        #"{"lines":{"1":"One","2":"Two"}}"#,
        #"["One","Two"]"#,
        #"[{"1":"One"},{"2":"Two"}]"#,
        #"{1:"One",2:"Two"}"#,
        "1. One\n2. Two",
        "1) One\n\n2) Two\n",
        "<think>{\"1\":\"Hm\"}</think>{\"1\":\"One\",\"2\":\"Two\"}",
        "Hm, [so].</think>{\"1\":\"One\",\"2\":\"Two\"}",
        "{\"1\":\"One\"\n\"2\":\"Two\"}",
    ])
    func readsTwoItems(content: String) throws {
        let answer = try #require(ChatAnswer.read(content, ids: [1, 2]))
        #expect(answer.texts == [Answer.Text(id: 1, tagged: "One"), Answer.Text(id: 2, tagged: "Two")])
        #expect(!answer.isCut)
    }

    @Test(arguments: [
        (#"{"1":"He said \"go\" and 走"}"#, "He said \"go\" and 走"),
        (#"{"1":"He said "go", and left"}"#, "He said \"go\", and left"),
        ("{\"1\":\"One\nline\"}", "One\nline"),
        (#"{"1":"caf\u00e9 \ud83d\ude00 \/ tab\t"}"#, "café 😀 / tab\t"),
        (#"{"id":"1","text":"Alone"}"#, "Alone"),
        (#"{"translation":"Alone"}"#, "Alone"),
        ("Alone", "Alone"),
        ("\"Alone\", he said.", "\"Alone\", he said."),
        ("```\nAlone\n```", "Alone"),
        ("[System bound. Host: Zhou Yan.]", "[System bound. Host: Zhou Yan.]"),
    ])
    func readsOneItem(content: String, text: String) throws {
        let answer = try #require(ChatAnswer.read(content, ids: [1]))
        #expect(answer.texts == [Answer.Text(id: 1, tagged: text)])
    }

    @Test(arguments: [
        (#"{"1":"One","2":"Tw"#, ["One"]), (#"{"1":"One","2":"#, ["One"]), (#"{"1":"One","2""#, ["One"]),
        (#"{"1":"One","#, ["One"]), (#"{"1":"On\"#, []), (#"[{"id":1,"text":"One"},{"id":2,"te"#, ["One"]),
    ])
    func keepsWholeItemsOfACutAnswer(content: String, texts: [String]) throws {
        let answer = try #require(ChatAnswer.read(content, ids: [1, 2]))
        #expect(answer.isCut)
        #expect(answer.texts.map(\.tagged) == texts)
    }

    @Test(arguments: ["", "I cannot do that.", "{what}", "<think>still thinking", "{}"])
    func refusesWhatIsNoAnswer(content: String) {
        #expect(ChatAnswer.read(content, ids: [1, 2]) == nil)
    }

    @Test func keepsTheOrderAndTheRepeatedIdsOfAnAnswer() throws {
        let answer = try #require(ChatAnswer.read(#"{"2":"b","1":"a","2":"c"}"#, ids: [1, 2]))
        #expect(answer.texts.map(\.id) == [2, 1, 2])
    }

    @Test(arguments: [1, 2, 3, 7, 1000])
    func readsEventsHoweverTheyAreCut(size: Int) {
        let stream =
            ": ping\r\n\r\nevent: x\r\ndata: {\"a\":1}\r\n\r\ndata:{\"b\":2}\n\n:\ndata: one\ndata: two\n\ndata: [DONE]"
        let bytes = Array(stream.utf8)
        var events: [String] = []
        var reader = EventStream()
        for start in stride(from: 0, to: bytes.count, by: size) {
            bytes[start..<min(bytes.count, start + size)].withUnsafeBytes { piece in
                reader.feed(piece) { events.append(String(decoding: $0, as: UTF8.self)) }
            }
        }
        reader.finish { events.append(String(decoding: $0, as: UTF8.self)) }
        #expect(events == ["{\"a\":1}", "{\"b\":2}", "one\ntwo", "[DONE]"])
    }

    @Test(arguments: [
        (#"{"usage":{"prompt_tokens":9,"completion_tokens":4,"prompt_tokens_details":{"cached_tokens":5}}}"#, 9, 5, 4),
        (#"{"usage":{"prompt_tokens":9,"completion_tokens":4,"prompt_cache_hit_tokens":6}}"#, 9, 6, 4),
        (#"{"timings":{"cache_n":20,"prompt_n":3,"predicted_n":2}}"#, 23, 20, 2),
    ])
    func readsWhatEndpointsCount(json: String, sent: Int, cached: Int, said: Int) throws {
        var reply = Reply()
        var json = json
        reply.take(try #require(json.withUTF8 { JSONReader.read($0) }))
        #expect(reply.usage?.inputTokens == sent)
        #expect(reply.usage?.cachedTokens == cached)
        #expect(reply.usage?.outputTokens == said)
    }

    @Test(arguments: [
        ("http://localhost:8080", "http://localhost:8080/v1", "localhost:8080"),
        ("https://api.deepseek.com/", "https://api.deepseek.com/v1", "api.deepseek.com"),
        ("https://api.deepseek.com/v1/", "https://api.deepseek.com/v1", "api.deepseek.com"),
        ("https://open.bigmodel.cn/api/paas/v4", "https://open.bigmodel.cn/api/paas/v4", "open.bigmodel.cn"),
        ("https://h/v1beta/openai/", "https://h/v1beta/openai", "h"),
        ("https://h/openai", "https://h/openai/v1", "h"),
        (" http://u:p@h:1/v1/chat/completions ", "http://u:p@h:1/v1", "h:1"),
    ])
    func findsTheRouteFromAnyFormOfTheAddress(address: String, base: String, host: String) throws {
        let endpoint = try Endpoint(address)
        #expect(endpoint.base == base)
        #expect(endpoint.host == host)
    }

    @Test(arguments: ["", "localhost:8080", "ftp://h/v1", "http://", "http://a b/v1", "http://h/v1?key=1"])
    func refusesWhatIsNoAddress(address: String) {
        let error = #expect(throws: EngineError.self) { try Endpoint(address) }
        #expect(error?.code == .badSettings)
    }

    @Test(arguments: [
        (nil, "3", 3.0), ("1500", "3", 1.5), (nil, "Sun, 06 Nov 1994 08:49:37 GMT", 0),
        (nil, "Sun, 06 Nov 1994 08:50:37 GMT", 60),
        (nil, "Mon, 07 Nov 1994 08:49:37 GMT", 86_400), (nil, "-1", 0),
    ])
    func readsHowLongToWait(milliseconds: String?, value: String?, seconds: Double) {
        #expect(RetryAfter.seconds(milliseconds: milliseconds, value: value, unixTime: 784_111_777) == seconds)
    }

    @Test(arguments: ["soon", "", "Sun Nov 6 08:49:37 1994", "nan"])
    func takesNoWordForAnUnreadableWait(value: String) {
        #expect(RetryAfter.seconds(milliseconds: nil, value: value, unixTime: 0) == nil)
    }
}
