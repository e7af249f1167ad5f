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
        private var names: Set<String> = []
        private var repeats: [String: Int] = [:]

        mutating func reserve(_ count: Int) { names.reserveCapacity(count) }

        mutating func add(_ name: String) -> String {
            if names.insert(name).inserted { return name }
            while true {
                let count = (repeats[name] ?? 1) + 1
                repeats[name] = count
                let next = "\(name).\(count)"
                if names.insert(next).inserted { return next }
            }
        }
    }
}

extension LanguageTag {
    /// Whether a text in one of the locales can stand for one in the other: the same language, and neither another script
    /// nor another region.
    func agrees(with other: LanguageTag) -> Bool {
        guard language == other.language else { return false }
        if let own = likelyScript, let its = other.likelyScript, own != its { return false }
        guard let region, let its = other.region, language != "zh" else { return true }
        return region == its
    }

    private var likelyScript: String? {
        if let script { return script }
        guard language == "zh" else { return nil }
        switch region {
        case "TW", "HK", "MO": return "Hant"
        case "CN", "SG", "MY": return "Hans"
        default: return nil
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
