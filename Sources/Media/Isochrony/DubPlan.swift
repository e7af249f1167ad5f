/// A scene or an episode with a time for every line that can be spoken.
package struct DubPlan: Hashable, Sendable, Codable {
    /// In the order in which the originals begin.
    package var placements: [DubPlacement]
    /// Lines that no placement was possible for; nothing is spoken there until a person or an engine helps.
    package var unspoken: [Unspoken]
    /// What the choice cost in all; only for comparing plans of the same lines.
    package var cost: Double

    package init(placements: [DubPlacement], unspoken: [Unspoken] = [], cost: Double = 0) {
        self.placements = placements
        self.unspoken = unspoken
        self.cost = cost
    }

    package struct Unspoken: Hashable, Sendable, Codable {
        /// Id of the line.
        package var line: String
        package var reason: Reason

        package init(line: String, reason: Reason) {
            self.line = line
            self.reason = reason
        }

        package enum Reason: String, Sendable, Codable {
            /// No wording, or none with a duration above zero.
            case noWording = "no-wording"
            /// Its time is no number, or outside a film of eleven days.
            case badTime = "bad-time"
        }
    }
}
