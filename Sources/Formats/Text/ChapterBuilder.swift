import Text

/// Collects units into chapters and gives both their keys.
///
/// A unit's key is the key of its chapter and a hash of its text, so a paragraph that is put in or taken out changes no
/// other key; only the same text again in one chapter is counted: `.2`, `.3`.
struct ChapterBuilder {
    private(set) var units: [Unit] = []
    private(set) var chapters: [Document.Chapter] = []
    private var usedKeys: Set<String> = []
    private var hashes: [UInt32: Int] = [:]
    private var volume: String?

    /// Begins a chapter under its heading; its first unit is to be the heading itself.
    mutating func begin(_ heading: ChapterHeading, title: String) {
        var key = heading.key
        if heading.isVolume {
            volume = key
        } else if let volume, usedKeys.contains(key) {
            // Chapters that are counted anew in each volume.
            key += "-" + volume
        }
        begin(key: key, title: title)
    }

    /// Begins a chapter; the key gets `.2` when it is taken.
    mutating func begin(key: String, title: String?) {
        var unique = key
        var count = 1
        while !usedKeys.insert(unique).inserted {
            count += 1
            unique = "\(key).\(count)"
        }
        chapters.append(Document.Chapter(key: unique, title: title, units: units.count..<units.count))
        hashes.removeAll(keepingCapacity: true)
    }

    /// Adds a unit to the chapter; one must have begun.
    mutating func add(_ source: InlineText, kind: Unit.Kind, notes: [String: String] = [:]) {
        guard let chapter = chapters.indices.last else { return }
        let hash = StableHash(source.text).value
        let short = UInt32(hash >> 32)
        let count = hashes[short, default: 0] + 1
        hashes[short] = count
        var key = chapters[chapter].key
        key += "/"
        let digits = String(short, radix: 16)
        for _ in digits.utf8.count..<8 { key += "0" }
        key += digits
        if count > 1 { key += ".\(count)" }
        units.append(Unit(key: key, source: source, kind: kind, notes: notes))
        chapters[chapter].units = chapters[chapter].units.lowerBound..<units.count
    }
}
