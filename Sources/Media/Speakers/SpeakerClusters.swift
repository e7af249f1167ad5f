/// Tells speakers apart by their voices over a whole series: average linkage at a cosine distance, then short lines by the
/// nearest voice.
package struct SpeakerClusters: Sendable {
    /// Two groups are one speaker when their lines are at least as alike as this on average (cosine).
    package var threshold: Float = 0.72
    /// A group is an existing character of the cast when it is at least as like the character's voice as this.
    package var castThreshold: Float = 0.75
    /// How many speakers there are; nil when it is not known.
    package var count: Int?
    /// Lines with less speech than this, in seconds, do not make speakers; they join the nearest.
    package var shortest = 1.2
    /// A group with less speech than this, in seconds, is no speaker of its own when another is nearly as alike.
    package var leastSpeech = 2.5

    package init() {}

    package struct Result: Sendable, Equatable {
        /// Name of the speaker by id of the line.
        package var speakers: [String: String] = [:]
        /// How sure that is, −1 to 1: likeness to the speaker's voice less that to the next.
        package var margin: [String: Double] = [:]
        /// The cast given, with voices that were heard and new entries `Speaker 1` … in order of their first line.
        package var cast = Cast()
    }

    /// - Parameters:
    ///   - prints: in order of the film's time; those of another length than the first, or that are no numbers, are left out.
    ///   - cast: characters of the series so far; those with a voiceprint are looked for.
    ///   - named: speakers of lines that are known by other means (ASS names, prefixes), by id of the line. Lines of one name are one
    ///     speaker, and lend it to the lines that sound alike.
    package func assign(_ prints: [Voiceprint], cast: Cast = Cast(), named: [String: String] = [:]) -> Result {
        ClusterWork(self, prints, cast: cast, named: named).result
    }
}
