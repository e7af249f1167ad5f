import FoundationEssentials

/// What a job says; each command uses a part of it.
struct Job: Decodable {
    var id: String
    var file: String?
    var spans: [[Double]]?
    var phonemes: [String]?
    var pinyin: [String]?
    var speaker: Int?
    var speed: Double?
    var out: String?

    /// Calls a closure for each line of standard input and writes its answer or its error.
    static func forEach(_ work: (Job) throws -> some Encodable) {
        while let line = readLine() {
            if line.allSatisfy(\.isWhitespace) { continue }
            let job: Job
            do {
                job = try JSONDecoder().decode(Job.self, from: Data(line.utf8))
            } catch {
                answers.send(Failure(id: nil, error: "a job is one JSON object a line with an id: \(error)"))
                continue
            }
            do {
                answers.send(try work(job))
            } catch let error as WorkerError {
                answers.send(Failure(id: job.id, error: error.message))
            } catch {
                answers.send(Failure(id: job.id, error: "\(error)"))
            }
        }
    }

    private struct Failure: Encodable {
        var id: String?
        var error: String
    }
}
