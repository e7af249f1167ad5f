package import Text

/// Joins two sources of the lines of one episode: the writing (burned-in text or a subtitle file) wins on characters, the
/// speech on time.
package struct SourceJoiner: Sendable {
    /// How alike two characters sound, when it is known: the readings of each, such as `shi4` for 是 and 事.
    package var readings: [Unicode.Scalar: [String]] = [:]
    /// Below this part of common characters the sources are of two works.
    package var sameWork = 0.25
    /// Seconds by which a line and what is heard of it may stand apart.
    package var slack = 2.5
    /// Seconds by which the written times, which are those of pictures, may differ from the heard ones and be replaced; nil for a
    /// file, whose times may all be wrong. Where a recognizer glues a line to the speech before or after it, its times are no times.
    package var closest: Double?
    /// What the sources are called in findings.
    package var names = (written: "burned-in text", heard: "speech")

    package init() {}

    /// - Parameters:
    ///   - written: lines with their own times.
    ///   - heard: lines with words, as `HeardLines` makes them.
    /// - Returns: the written lines with the times and words of the speech where both agree, with lines that were only heard or
    ///   only seen, each with a finding: `source-disagrees`, `only-heard`, `only-seen`, `other-episode`.
    package func join(written: [SpokenLine], heard: [SpokenLine]) -> JoinedLines {
        SourceMatch(self, written: written, heard: heard).result
    }
}
