extension EngineSettings {
    /// The engine of these settings: an endpoint when there is an address, else the embedded one.
    package func makeEngine() throws(EngineError) -> any Engine {
        try OpenAIEngine(self)
    }
}
