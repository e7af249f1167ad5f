/// The voice of one line as a vector of a speaker encoder.
package struct Voiceprint: Hashable, Sendable, Codable {
    /// Id of the line.
    package var line: String
    /// Seconds of speech that it was made from.
    package var seconds: Double
    /// Of any length that all share; need not be normalized.
    package var embedding: [Float]

    package init(line: String, seconds: Double, embedding: [Float]) {
        self.line = line
        self.seconds = seconds
        self.embedding = embedding
    }
}
