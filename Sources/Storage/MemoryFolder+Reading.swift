package import Memory
internal import Synchronization
package import Text

extension MemoryFolder {
    /// Hands over all entries in the order in which they were put in; returns how many records are damaged and passed over.
    @discardableResult
    package func forEach(_ body: (MemoryEntry) throws -> Void) throws -> Int {
        try walk(isChecked: true) { payload in
            if case .entry(let entry, _)? = MemoryRecord(payload) { try body(entry) }
            return true
        }
    }

    /// Hands over the entries in whose texts all words of a concordance are, with their places, until `body` says false.
    package func search(
        _ concordance: Concordance,
        from source: LanguageTag? = nil,
        to target: LanguageTag? = nil,
        _ body: (MemoryEntry, Concordance.Places) throws -> Bool
    ) rethrows {
        var locales = LocaleFilter(source: source, target: target)
        try walk(isChecked: false) { payload in
            guard let ranges = MemoryRecord.ranges(in: payload),
                let places = concordance.places(
                    source: UnsafeRawBufferPointer(rebasing: payload[ranges.source]),
                    target: UnsafeRawBufferPointer(rebasing: payload[ranges.target])
                ),
                locales.serves(payload[ranges.sourceLocale], payload[ranges.targetLocale]),
                case .entry(let entry, _)? = MemoryRecord(payload)
            else { return true }
            return try body(entry, places)
        }
    }

    /// What a memory holds, in numbers.
    package struct Summary: Sendable, Encodable {
        package var entries = 0
        /// By a person, or approved by one.
        package var human = 0
        /// Entries by pair of locales: `zh-Hans → en`.
        package var pairs: [String: Int] = [:]
        /// Seconds since 1970 of the last change of any.
        package var newest: Double?
        /// Bytes of all records, those too that were replaced or taken out.
        package var bytes = 0
        /// Finished parts of the index.
        package var segments = 0
    }

    /// Counts entries by their rows, without reading them.
    package func summary() -> Summary {
        let state = state.withLock { $0 }
        var summary = Summary(bytes: records.end, segments: state.segments.count)
        func add(_ row: MemoryRow, _ counts: inout [Int]) {
            guard !state.dead.contains(row.place) else { return }
            summary.entries += 1
            if row.isHuman { summary.human += 1 }
            if row.changed > summary.newest ?? -.infinity { summary.newest = row.changed }
            if row.pair < counts.count { counts[row.pair] += 1 }
        }
        func note(_ counts: [Int], _ pairs: [LocalePair]) {
            for (count, pair) in zip(counts, pairs) where count > 0 {
                summary.pairs["\(pair.source) → \(pair.target)", default: 0] += count
            }
        }
        for segment in state.segments {
            var counts = [Int](repeating: 0, count: segment.pairs.count)
            for number in 0..<segment.count { add(segment.row(number), &counts) }
            note(counts, segment.pairs)
        }
        for tail in state.frozen + [state.tail] {
            var counts = [Int](repeating: 0, count: tail.localePairs.count)
            for row in tail.allRows { add(row, &counts) }
            note(counts, tail.localePairs)
        }
        return summary
    }

    /// Goes through the entries that count. A damaged record is passed over by what the index knows of those behind it.
    @discardableResult
    private func walk(isChecked: Bool, _ body: (UnsafeRawBufferPointer) throws -> Bool) rethrows -> Int {
        if lock != nil {
            try? records.write(toDisk: false)
            records.remap()
        }
        guard let mapped = records.mapped else { return 0 }
        let state = state.withLock { $0 }
        var (offset, damaged) = (RecordFrame.mark.count, 0)
        while offset < mapped.base.count {
            guard let range = RecordFrame.payload(at: offset, in: mapped.base, isChecked: isChecked) else {
                damaged += 1
                guard let next = state.place(behind: offset) else { break }
                offset = next
                continue
            }
            let payload = UnsafeRawBufferPointer(rebasing: mapped.base[range])
            if payload.first == 1, state.dead.isEmpty || !state.dead.contains(offset), try !body(payload) { break }
            offset = range.upperBound
        }
        return damaged
    }

    /// Which pairs of locales, as they stand in records, are asked for.
    private struct LocaleFilter {
        let source: LanguageTag?
        let target: LanguageTag?
        private var known: [(source: [UInt8], target: [UInt8], serves: Bool)] = []

        init(source: LanguageTag?, target: LanguageTag?) {
            self.source = source
            self.target = target
        }

        mutating func serves(_ from: Slice<UnsafeRawBufferPointer>, _ to: Slice<UnsafeRawBufferPointer>) -> Bool {
            guard source != nil || target != nil else { return true }
            if let pair = known.first(where: { $0.source.elementsEqual(from) && $0.target.elementsEqual(to) }) {
                return pair.serves
            }
            guard let own = LanguageTag(String(decoding: from, as: UTF8.self)),
                let its = LanguageTag(String(decoding: to, as: UTF8.self))
            else { return false }
            let serves = LocalePair(source: own, target: its).serves(from: source, to: target)
            known.append((Array(from), Array(to), serves))
            return serves
        }
    }
}

extension MemoryFolder.State {
    /// The first place that the index knows behind an offset.
    fileprivate func place(behind offset: Int) -> Int? {
        var next: Int?
        func ask(_ row: MemoryRow) {
            if row.place > offset, row.place < next ?? .max { next = row.place }
        }
        for segment in segments {
            for number in 0..<segment.count { ask(segment.row(number)) }
        }
        for tail in frozen + [tail] { tail.allRows.forEach(ask) }
        return next
    }
}
