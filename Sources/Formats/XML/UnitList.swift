import Text

/// Units as they are found, each with a key of its own, in chapters.
struct UnitList {
    private(set) var units: [Unit] = []
    private(set) var chapters: [Document.Chapter] = []
    private var keys = Names()
    private var chapterKeys = Names()
    private var start = 0

    mutating func reserve(_ count: Int) {
        units.reserveCapacity(count)
        keys.reserve(count)
    }

    /// `prefix` and eight digits of a hash of a text: the name of what has no other.
    static func hashed(_ text: String, prefix: StaticString = "") -> String {
        hashed(StableHash(text), prefix: prefix)
    }

    static func hashed(_ hash: StableHash, prefix: StaticString = "") -> String {
        let value = hash.value
        let count = prefix.utf8CodeUnitCount
        return String(unsafeUninitializedCapacity: count + 8) { buffer in
            for index in 0..<count { buffer[index] = prefix.utf8Start[index] }
            for index in 0..<8 {
                let digit = UInt8(truncatingIfNeeded: value >> UInt64(60 - 4 * index)) & 0xF
                buffer[count + index] = digit < 10 ? 0x30 + digit : 0x57 + digit
            }
            return count + 8
        }
    }

    /// The key, with `.2` and so on when it is taken.
    mutating func key(_ name: String) -> String { keys.add(name) }

    mutating func add(_ unit: Unit) { units.append(unit) }

    /// Ends the chapter of the units since the last one; there is none without units.
    mutating func endChapter(_ name: String, title: String? = nil) {
        guard start < units.count else { return }
        chapters.append(Document.Chapter(key: chapterKeys.add(name), title: title, units: start..<units.count))
        start = units.count
    }

    /// Names, each once.
    private struct Names {
        private var names: [String] = []
        /// A power of two of slots: the half of a name's hash, above its index and one; 0 where there is none. Names are
        /// compared only where that agrees: a `Set` of them spends most of its time in going to other names.
        private var slots: [UInt64] = []
        private var repeats: [String: Int] = [:]

        mutating func reserve(_ count: Int) {
            names.reserveCapacity(count)
            if slots.count < count * 2 { grow(to: count * 2) }
        }

        mutating func add(_ name: String) -> String {
            if insert(name) { return name }
            while true {
                let count = (repeats[name] ?? 1) + 1
                repeats[name] = count
                let next = "\(name).\(count)"
                if insert(next) { return next }
            }
        }

        private mutating func insert(_ name: String) -> Bool {
            if slots.count < names.count * 2 + 2 { grow(to: names.count * 4 + 16) }
            let hash = UInt64(truncatingIfNeeded: Int64(name.hashValue)) | Self.index
            var place = Self.place(hash, slots.count)
            while slots[place] != 0 {
                if slots[place] | Self.index == hash, names[Int(slots[place] & Self.index) - 1] == name { return false }
                place = (place + 1) & (slots.count - 1)
            }
            names.append(name)
            slots[place] = hash & ~Self.index | UInt64(names.count)
            return true
        }

        /// The lower half of a slot.
        private static let index: UInt64 = 0xFFFF_FFFF

        /// By the upper half of the hash, which is what a slot keeps of it.
        private static func place(_ hash: UInt64, _ count: Int) -> Int { Int(hash >> 32) & (count - 1) }

        private mutating func grow(to least: Int) {
            var count = 32
            while count < least { count *= 2 }
            var larger = [UInt64](repeating: 0, count: count)
            for slot in slots where slot != 0 {
                var place = Self.place(slot, count)
                while larger[place] != 0 { place = (place + 1) & (count - 1) }
                larger[place] = slot
            }
            slots = larger
        }
    }
}

extension ReadOptions {
    /// The locale that translations of a file in `tag` are kept under: that of the project where it is the same.
    func locale(_ tag: String?) -> LanguageTag? {
        guard let tag, let locale = LanguageTag(tag) else { return nil }
        return targets.contains(locale) ? locale : targets.first { $0.agrees(with: locale) } ?? locale
    }

    /// Whether the source is Chinese, as it is unless said otherwise.
    var isChinese: Bool { source.map { $0.language == "zh" } ?? true }
}
