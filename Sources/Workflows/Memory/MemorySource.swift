internal import Memory
internal import Storage
internal import Text

/// A memory that can be asked, whatever it is kept in.
struct MemorySource: Sendable {
    /// `this project`, or the path as the settings have it.
    var name: String
    /// Taken off every rate.
    var penalty: Double
    /// Entries with the same source, human first, then newer.
    var exact: @Sendable (InlineText) -> [MemoryEntry]
    /// Entries with a like source, the best first: text, threshold, how many.
    var matches: @Sendable (InlineText, Double, Int) -> [MemoryMatch]

    static let ownName = "this project"
}

extension MemorySource {
    /// One that is held in memory.
    init(_ index: MemoryIndex, name: String, penalty: Double, from source: LanguageTag, to target: LanguageTag) {
        self.init(
            name: name,
            penalty: penalty,
            exact: { index.exact($0, from: source, to: target) },
            matches: { index.matches(for: $0, threshold: $1, best: $2, from: source, to: target) }
        )
    }

    /// The memories that the settings of a project name, in their order.
    static func shared(by project: Project, source: LanguageTag, target: LanguageTag) throws -> [MemorySource] {
        guard project.settings.memory.use != .off else { return [] }
        return try project.settings.memory.shared.compactMap { shared in
            let path = project.path(shared.path)
            // One that is written by the first run is not there before it.
            if !Files.exists(path), shared.isWritable { return nil }
            return try open(path, shared, reading: project.reading, source: source, target: target)
        }
    }

    private static func open(
        _ path: String,
        _ shared: MemoryPolicy.Shared,
        reading: Reading,
        source: LanguageTag,
        target: LanguageTag
    ) throws -> MemorySource {
        guard path.hasSuffix(".caravan") else {
            let memory = try SharedMemory(path, reading: reading)
            return MemorySource(memory, name: shared.path, penalty: shared.penalty, from: source, to: target)
        }
        var entries: [MemoryEntry] = []
        let other = try Project.open(path)
        try other.store.forEachMemory(source: source, target: target) { entries.append($0.entry) }
        let index = MemoryIndex(entries)
        return MemorySource(index, name: shared.path, penalty: shared.penalty, from: source, to: target)
    }

    init(_ memory: SharedMemory, name: String? = nil, penalty: Double, from source: LanguageTag, to target: LanguageTag)
    {
        self.init(
            name: name ?? memory.path,
            penalty: penalty,
            exact: { memory.exact($0, from: source, to: target) },
            matches: { memory.matches(for: $0, threshold: $1, best: $2, from: source, to: target) }
        )
    }
}

extension MemoryPolicy.Shared {
    /// Whether what a run translates is added to it.
    var isWritable: Bool { !isReadOnly && path.hasSuffix(".memory") }
}
