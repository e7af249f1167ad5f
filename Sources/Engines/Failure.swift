/// Why one try gave nothing, and whether another may.
struct Failure: Error {
    var error: EngineError
    /// The HTTP status, 0 when there was none.
    var status = 0
    /// The endpoint's own words, whole.
    var said = ""
    var mayPass: Bool
    /// Seconds that the endpoint asked to wait.
    var retryAfter: Double?
    /// The connection was closed before anything came back: it was probably an old one that the endpoint had let go, as
    /// llama.cpp does without a word after each stream. Trying again at once is right.
    var isStale = false
    /// Tokens that the try used all the same.
    var usage: Usage?
}
