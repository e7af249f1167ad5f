/// A unit's text in a locale, with how far it is and where it came from.
package struct Translation: Hashable, Sendable {
    package var text: InlineText
    package var state: State
    package var origin: Origin

    package init(text: InlineText, state: State, origin: Origin) {
        self.text = text
        self.state = state
        self.origin = origin
    }

    /// The states of XLIFF 2.1 (§4.3.1.32).
    package enum State: String, Sendable, Codable, CaseIterable {
        case initial, translated, reviewed, final
    }

    package enum Origin: Hashable, Sendable {
        /// By an engine, named.
        case engine(String)
        /// Reused from a memory at a match rate of 75 to 101.
        case memory(rate: Int)
        case human(String)
        /// By a rule of the program, without an engine: text that holds no letter.
        case rule
    }
}
