package import Text

/// What a memory has for a text, with how near it is.
package struct MemoryMatch: Hashable, Sendable {
    package var entry: MemoryEntry
    /// 101 for the same text in the same place, 100 for the same text and codes, below that
    /// 100 × (1 − distance ÷ longer length), less the penalty of its memory.
    package var rate: Double
    /// Name of the memory: the project's own, or the path of a shared one.
    package var memory: String

    package init(entry: MemoryEntry, rate: Double, memory: String) {
        self.entry = entry
        self.rate = rate
        self.memory = memory
    }
}
