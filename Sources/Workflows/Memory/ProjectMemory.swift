internal import Memory
internal import Storage
internal import Text

/// What a run may look up: the project's own translations and the memories that its settings name.
struct ProjectMemory: Sendable {
    let policy: MemoryPolicy
    let target: LanguageTag
    private let sources: [MemorySource]

    /// How many like texts are told and offered for one unit.
    private static let mostOffers = 3

    /// - Parameter shared: opened by the caller, in the order of the settings.
    init(_ project: Project?, source: LanguageTag, target: LanguageTag, shared: [MemorySource]) throws {
        policy = project?.settings.memory ?? MemoryPolicy()
        self.target = target
        var sources: [MemorySource] = []
        if policy.use != .off {
            var entries: [MemoryEntry] = []
            try project?.store.forEachMemory(source: source, target: target) { memory in
                // What a rule gives needs no memory.
                if memory.isSettled, memory.entry.origin != .rule { entries.append(memory.entry) }
            }
            if !entries.isEmpty {
                let index = MemoryIndex(entries, name: MemorySource.ownName)
                sources.append(MemorySource(index, name: MemorySource.ownName, penalty: 0, from: source, to: target))
            }
            sources += shared
        }
        self.sources = sources
    }

    var isEmpty: Bool { sources.isEmpty }

    /// The same text, in the same place before elsewhere, human before engine, newer before older.
    func exact(_ unit: Unit, before: UInt64?, after: UInt64?) -> [MemoryMatch] {
        var found: [MemoryMatch] = []
        for source in sources {
            for entry in source.exact(unit.source) where !entry.target.isEmpty {
                let isInPlace = Self.isInPlace(entry, unit, before, after)
                found.append(
                    MemoryMatch(entry: entry, rate: (isInPlace ? 101 : 100) - source.penalty, memory: source.name)
                )
            }
        }
        return found.enumerated().sorted { Self.order($0.element, $0.offset) > Self.order($1.element, $1.offset) }
            .map(\.element)
    }

    private static func order(_ match: MemoryMatch, _ place: Int) -> (Double, Int, Double, Int) {
        (match.rate, match.entry.isHuman ? 1 : 0, match.entry.changed ?? 0, -place)
    }

    /// The same neighbours, or the same key, where the file gives its strings keys: others are made from the text.
    private static func isInPlace(_ entry: MemoryEntry, _ unit: Unit, _ before: UInt64?, _ after: UInt64?) -> Bool {
        let isKeyed = unit.notes[Unit.Note.key] != nil || [.string, .dialogue, .choice, .name].contains(unit.kind)
        if let key = entry.key, key == unit.key, isKeyed { return true }
        guard before != nil || after != nil else { return false }
        return entry.before == before && entry.after == after
    }

    /// Like texts, at the policy's threshold, or another one, and above.
    func offers(for text: InlineText, threshold: Double? = nil) -> [MemoryMatch] {
        guard !sources.isEmpty, !WordlessText.isWordless(text) else { return [] }
        var found: [MemoryMatch] = []
        for source in sources {
            let floor = min(100, (threshold ?? policy.threshold) + source.penalty)
            for var match in source.matches(text, floor, Self.mostOffers) {
                match.rate -= source.penalty
                match.memory = source.name
                found.append(match)
            }
        }
        let sorted = found.enumerated().sorted { Self.order($0.element, $0.offset) > Self.order($1.element, $1.offset) }
        return sorted.prefix(Self.mostOffers).map(\.element)
    }

    /// Whether the policy takes a match without asking anybody.
    func takes(_ match: MemoryMatch) -> Bool {
        guard policy.use == .reuse else { return false }
        if match.rate >= 101 { return true }
        return match.rate >= 100 && (policy.minimum == .any || match.entry.isHuman)
    }
}
