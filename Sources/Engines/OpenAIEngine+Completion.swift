import Text

extension OpenAIEngine {
    func estimateCompletion(_ batch: Batch) -> Usage {
        var usage = Usage(isEstimated: true)
        let form = form(for: batch)
        let prefix =
            form == .trained ? 4 : TokenCount.estimate(CompletionPrompt.prefix(batch.source, batch.target)) + 3
        for item in batch.items {
            for piece in CompletionPlan(item, in: batch, form: form).asked {
                usage.requests += 1
                usage.inputTokens += prefix + TokenCount.estimate(piece)
                usage.outputTokens += TokenCount.estimate(piece) * 14 / 10
            }
        }
        return usage
    }

    private func form(for batch: Batch) -> CompletionForm {
        CompletionForm(hasAdapter: hasAdapter, source: batch.source, target: batch.target)
    }

    /// One unit after the other, one piece after the other. The style, the context and the notes of terms are not used:
    /// they are more than a small model can follow. With an adapter it sees the pieces of the unit before.
    func translateByCompletion(_ batch: Batch) async throws(EngineError) -> Answer {
        var answer = Answer(texts: [], usage: Usage())
        for item in batch.items {
            let form = form(for: batch)
            let plan = CompletionPlan(item, in: batch, form: form)
            var said: [String] = []
            var lines: [CompletionPrompt.Line] = []
            for piece in plan.asked {
                let question = Question(piece: piece, lines: lines.suffix(form.contextLines), form: form)
                let (text, isCut) = try await completeWithNames(
                    question,
                    plan: plan,
                    batch,
                    item,
                    usage: &answer.usage
                )
                said.append(text)
                if !text.isEmpty, !isCut { lines.append(CompletionPrompt.Line(piece: piece, translation: text)) }
                answer.isCut = answer.isCut || isCut
            }
            answer.texts.append(Answer.Text(id: item.id, tagged: plan.tagged(said)))
        }
        return answer
    }

    /// The translation of a piece. One that runs into the token limit has begun to repeat itself, and one that says what an
    /// example says has lost its text: both are asked for again in another manner.
    func complete(
        _ question: Question,
        _ batch: Batch,
        _ item: Batch.Item,
        usage: inout Usage
    ) async throws(EngineError) -> (text: String, isCut: Bool) {
        let manner = item.complaint == nil ? Manner.plain : .different
        let first = try await complete(question, batch, manner: manner, usage: &usage)
        let isEcho = question.echoes(first.text)
        guard first.isCut || isEcho else { return first }
        let other = first.isCut ? Manner.unrepeating : .different
        let second = try await complete(question, batch, manner: other, usage: &usage)
        return second.isCut || isEcho && question.echoes(second.text) ? first : second
    }

    /// One answer to a piece, asked for in one manner.
    func complete(
        _ question: Question,
        _ batch: Batch,
        manner: Manner,
        usage: inout Usage
    ) async throws(EngineError) -> (text: String, isCut: Bool) {
        let piece = question.piece
        let isTrained = question.form == .trained
        let prompt =
            isTrained
            ? CompletionPrompt.trained(piece, after: question.lines)
            : CompletionPrompt.prompt(piece, batch.source, batch.target)
        let expected = TokenCount.estimate(prompt) + TokenCount.estimate(piece) * 14 / 10
        let model = settings.model.map { "\"model\":\(JSONValue.quoted($0))," } ?? ""
        let forbidsHan = isLlama && !batch.target.writesHan
        let reply = try await ask(
            "completions",
            expected: expected,
            limit: 4000 + 32 * piece.utf8.count,
            usage: &usage,
            prelude: isLlama && !isTrained ? resetBody(CompletionPrompt.prefix(batch.source, batch.target)) : nil
        ) { dialect in
            var json = "{\(model)\"prompt\":"
            JSONValue.quote(prompt, into: &json)
            json += ",\"max_tokens\":\(CompletionPrompt.mostTokens(piece)),\"stop\":[\"\\n\"],\"seed\":\(manner.seed)"
            json += dialect.options(temperature: manner.temperature(isTrained: isTrained))
            if case .sampled = manner { json += ",\"top_p\":0.95" }
            if manner == .unrepeating { json += ",\"frequency_penalty\":0.5" }
            if dialect.extras {
                // A short prompt is read afresh each time, so that nothing depends on what was asked before.
                json += ",\"cache_prompt\":\(!isTrained)"
                // The adapter is put aside for languages that it was not trained on.
                if hasAdapter, !isTrained { json += Self.withoutAdapter }
                if manner == .unrepeating { json += ",\"repeat_penalty\":1.2" }
                if forbidsHan {
                    json += ",\"grammar\":" + JSONValue.quoted(CompletionGrammar.line(with: question.demanded))
                }
            }
            return json + "}"
        }
        if reply.usage == nil {
            usage.inputTokens += TokenCount.estimate(prompt)
            usage.outputTokens += TokenCount.estimate(reply.content)
            usage.isEstimated = true
        }
        let line = reply.content.trimmed.prefix { !$0.isNewline }
        return (String(line).trimmed, reply.finish == "length")
    }

    /// How a piece is asked for.
    enum Manner: Hashable {
        case plain
        /// After a complaint: with chance, since the same question would get the same answer.
        case different
        case unrepeating
        /// With much chance, for other ways to say the same; each seed gives one of them, and always the same.
        case sampled(seed: Int)

        var seed: Int { if case .sampled(let seed) = self { seed } else { 1 } }

        func temperature(isTrained: Bool) -> Double {
            switch self {
            case .plain, .unrepeating: 0
            // Less chance where the model is surer of its first answer, or the other one is worse.
            case .different: isTrained ? 0.3 : 0.5
            case .sampled: isTrained ? 0.8 : 0.7
            }
        }
    }

    /// Brings llama.cpp's cache back to the shared prefix and nothing more. Without it a translation depends on what was
    /// asked before, because floating-point sums differ with how much of the prompt was cached: of 60 lines asked in
    /// another order 2 to 6 came out different, with it none. It costs 7 % of the time.
    private func resetBody(_ prefix: String) -> String {
        let adapter = hasAdapter ? Self.withoutAdapter : ""
        return "{\"prompt\":\(JSONValue.quoted(prefix)),\"max_tokens\":0,\"cache_prompt\":true\(adapter)}"
    }

    private static let withoutAdapter = ",\"lora\":[{\"id\":0,\"scale\":0}]"
}
