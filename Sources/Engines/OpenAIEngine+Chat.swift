import Text

extension OpenAIEngine {
    func estimateChat(_ batch: Batch) -> Usage {
        Usage(
            requests: 1,
            inputTokens: ChatPrompt.tokens(batch, format: currentDialect.format),
            outputTokens: expectedOutput(batch.items),
            isEstimated: true
        )
    }

    func translateByChat(_ batch: Batch) async throws(EngineError) -> Answer {
        guard !batch.items.isEmpty else { return Answer(texts: [], usage: Usage()) }
        var usage = Usage()
        let expected = estimateChat(batch)
        let bytes = batch.items.reduce(0) { $0 + $1.text.text.utf8.count }
        let reply = try await ask(
            "chat/completions",
            expected: expected.inputTokens + expected.outputTokens,
            limit: 4000 + 8 * bytes,
            usage: &usage
        ) { dialect in
            ChatPrompt.body(batch, settings: settings, dialect: dialect)
        }
        if reply.usage == nil {
            usage.inputTokens += expected.inputTokens
            usage.outputTokens += TokenCount.estimate(reply.content)
            usage.isEstimated = true
        }
        guard let (texts, isCut) = ChatAnswer.read(reply.content, ids: batch.items.map(\.id)),
            !texts.isEmpty || reply.finish == "length"
        else {
            throw EngineError(
                .badAnswer,
                "\(name) did not answer in the form asked for: “\(EngineError.clean(reply.content).prefix(80))”",
                usage: usage
            )
        }
        return Answer(texts: texts, usage: usage, isCut: isCut || reply.finish == "length")
    }

    /// Tokens of a translation with the JSON around it: 1.4 for each of a Chinese source, by the weights of `TokenCount`. A
    /// guess; the first run in a project replaces it by what was counted.
    func expectedOutput(_ items: [Batch.Item]) -> Int {
        items.reduce(0) { $0 + TokenCount.estimate($1.text.text) * 14 / 10 + 3 }
    }
}
