package import Text

/// A translation of the project as a memory has it, with where it is kept.
package struct StoredMemory: Sendable {
    package var entry: MemoryEntry
    package var unit: Int64
    /// The unit is no longer in the work, or has another source now.
    package var isFormer: Bool
    /// Not from a run that was cut off, or is going on: what such a run did is not known to the next one's engine, so that
    /// going on gives the same edition as one run to the end.
    package var isSettled: Bool

    package init(entry: MemoryEntry, unit: Int64, isFormer: Bool, isSettled: Bool) {
        self.entry = entry
        self.unit = unit
        self.isFormer = isFormer
        self.isSettled = isSettled
    }
}
