internal import Memory
package import Text

/// Finds the uses of words in the sources and targets of memories.
package struct SearchMemory: Sendable {
    private let concordance: Concordance
    private let query: String

    /// Throws `.wrongUse` for a query without any word.
    package init(_ query: String) throws(WorkflowError) {
        guard let concordance = Concordance(query) else {
            throw WorkflowError(
                .wrongUse,
                "There is no word in “\(query)”. Say what to look for: 灵根, \"spirit root\", gate*."
            )
        }
        self.concordance = concordance
        self.query = query
    }

    /// An entry in which the words are.
    package struct Hit: Sendable, Encodable {
        package var source: String
        package var target: String
        /// Where words stand in `source`: Unicode scalars, the first and the one behind the last.
        package var sourcePlaces: [[Int]]
        package var targetPlaces: [[Int]]
        package var memory: String
        package var from: String
        package var to: String
        package var origin: String
        package var by: String?
        package var changed: String?
        package var key: String?
        package var document: String?
    }

    /// Hands over the hits, memory by memory, until `limit` of them; true when there may be more.
    package func run(
        in memories: [SharedMemory],
        from: LanguageTag?,
        to: LanguageTag?,
        limit: Int?,
        _ each: (Hit) -> Void
    ) -> Bool {
        var count = 0
        var hasMore = false
        for memory in memories where !hasMore {
            memory.search(concordance, from: from, to: to) { entry, places in
                guard limit.map({ count < $0 }) ?? true else {
                    hasMore = true
                    return false
                }
                count += 1
                each(Self.hit(entry, places, memory.path))
                return true
            }
        }
        return hasMore
    }

    private static func hit(_ entry: MemoryEntry, _ places: Concordance.Places, _ memory: String) -> Hit {
        let (origin, by) = MemoryLine.words(entry.origin)
        return Hit(
            source: entry.source.literal,
            target: entry.target.literal,
            sourcePlaces: pairs(places.source, in: entry.source),
            targetPlaces: pairs(places.target, in: entry.target),
            memory: memory,
            from: entry.sourceLocale.description,
            to: entry.targetLocale.description,
            origin: origin,
            by: by,
            changed: entry.changed.map(MemoryLine.date),
            key: entry.key,
            document: entry.document
        )
    }

    private static func pairs(_ ranges: [Range<Int>], in text: InlineText) -> [[Int]] {
        guard !ranges.isEmpty else { return [] }
        let offsets = LiteralOffsets(text)
        var (byte, scalars) = (0, 0)
        let bytes = Array(text.text.utf8)
        func scalar(at place: Int) -> Int {
            if place < byte { (byte, scalars) = (0, 0) }
            scalars += bytes[byte..<min(place, bytes.count)].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
            byte = place
            return scalars
        }
        return ranges.map { range in
            let start = scalar(at: range.lowerBound)
            return offsets.pair(start..<scalar(at: range.upperBound))
        }
    }
}
