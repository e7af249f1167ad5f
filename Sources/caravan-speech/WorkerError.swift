/// Why the worker or a job ends.
struct WorkerError: Error {
    var message: String
    /// Of the process, when it is not the error of a job.
    var code: Int32 = 1

    static func usage(_ message: String) -> WorkerError {
        WorkerError(message: "\(message). Use: caravan-speech listen|speak|voiceprint --OPTION VALUE …", code: 2)
    }

    static func model(_ message: String) -> WorkerError { WorkerError(message: message, code: 3) }
}
