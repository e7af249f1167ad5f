import Text

extension OpenAIEngine {
    func estimateCompletion(_ batch: Batch) -> Usage { Usage() }
    func translateByCompletion(_ batch: Batch) async throws(EngineError) -> Answer { Answer(texts: [], usage: Usage()) }
}
